/** The words that go along with an address: a message to send, and a sheet to put up. */
import type { Instrument } from "../../survey-definitions/codes.ts";
import { formatDate } from "../../reports/text/format.ts";
import type { StudyDetail } from "../../survey-definitions/wire.ts";
import type { LinkLimits, LinkPlace } from "./api.ts";

export interface Invitation {
  readonly instrument: Instrument;
  readonly url: string;
  /** A whole message, with the address in it. */
  readonly message: string;
  /** The sheet's headline and what stands under it. */
  readonly title: string;
  readonly lines: readonly string[];
  readonly until: string | undefined;
}

interface Words {
  readonly title: string;
  readonly lines: readonly string[];
}

interface Names {
  readonly party: string;
  readonly place: string;
  readonly ages: string;
}

const WORDS: Record<Instrument, (names: Names) => Words> = {
  party: ({ party, place, ages }) => ({
    title: `${party} svarar${place}`,
    lines: [
      `Vi tar reda på hur det ser ut för unga ${ages} som behöver stöd från flera håll. Ert svar behövs för att bilden ska bli hel.`,
      "Det tar ungefär en halvtimme. Ni kan ta paus, fortsätta på en annan dator och svara tillsammans.",
      "Skriv inget om enskilda personer.",
    ],
  }),
  staff: ({ party, place, ages }) => ({
    title: `Du som möter unga i ditt arbete på ${party}${place}`,
    lines: [
      `Hur fungerar stödet till unga ${ages} som behöver hjälp från flera håll? Berätta hur du ser det.`,
      "Det tar ungefär fem minuter och går bra i telefonen. Du är anonym: ingen ser vem som har svarat.",
      "Skriv inget om enskilda personer.",
    ],
  }),
  case: ({ party, place }) => ({
    title: `Vad skulle ${party} göra${place}?`,
    lines: [
      "Läs om en påhittad ung person och berätta, skede för skede, vad ni skulle göra.",
      "Svara gärna tillsammans. Det tar ungefär en halvtimme, och ni kan ta paus.",
    ],
  }),
  voice: ({ place, ages }) => ({
    title: `Hur är det att få stöd${place}?`,
    lines: [
      `Du som är ${ages}, eller vårdnadshavare till någon som är det: berätta hur det har varit.`,
      "Det tar ungefär fem minuter. Du är anonym. Du väljer själv vilka frågor du svarar på.",
    ],
  }),
  "follow-up": () => ({
    title: "Uppföljning av projektet",
    lines: [
      "Fyll i uppföljningen när en period är slut. Samma adress gäller för alla perioder.",
      "Ange bara antal. Skriv inget om enskilda personer.",
    ],
  }),
};

const lower = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** The invitation to answer through one address; the party's name stands in the text as it would in a letter. */
export function invitationTo(detail: StudyDetail, place: LinkPlace, limits: LinkLimits, url: string): Invitation {
  const { study, municipalityNames } = detail;
  const party = study.parties.find(({ id }) => id === place.party)?.name ?? "";
  const municipality =
    place.municipality === undefined ? "" : (municipalityNames[place.municipality] ?? place.municipality);
  const { age_min, age_max } = study.target_group;
  const names: Names = {
    party: place.instrument === "party" ? party : lower(party),
    // A party named after its place already says where.
    place: municipality === "" || party.includes(municipality) ? "" : ` i ${municipality}`,
    ages: `${age_min}–${age_max} år`,
  };
  const { title, lines } = WORDS[place.instrument](names);
  const until = limits.until;
  const last = until === undefined ? [] : [`Svara senast ${formatDate(until)}.`];
  return {
    instrument: place.instrument,
    url,
    title,
    lines,
    until,
    message: ["Hej!", title + (/[?.]$/.test(title) ? "" : "."), ...lines, `Svara här:\n${url}`, ...last].join("\n\n"),
  };
}
