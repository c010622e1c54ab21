import type { StudyDetail } from "../../survey-definitions/wire.ts";

/** "BUP, Åmål" for whatever has a party and a municipality; the place once, where the party is named after it. */
export function placeLabel(detail: StudyDetail, place: { party?: string; municipality?: string }): string {
  const party = detail.study.parties.find(({ id }) => id === place.party)?.name;
  const municipality =
    place.municipality === undefined ? undefined : (detail.municipalityNames[place.municipality] ?? place.municipality);
  if (party !== undefined && municipality !== undefined && party.includes(municipality)) return party;
  return [party, municipality].filter((name) => name !== undefined).join(", ");
}
