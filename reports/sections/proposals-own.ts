/** What the investigator proposes, in the investigator's own words: what, who and by when. */
import type { Category } from "../../survey-definitions/codes.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { labelsOf, missing } from "./cells.ts";
import { municipalityLabels, partyLabels } from "./places.ts";

export const PROPOSAL_KINDS: readonly Category[] = [
  { code: "proposal", label: "Förslag" },
  { code: "basis", label: "Underlag för parten" },
  { code: "transfer", label: "Går att använda på andra håll" },
];

/** In a selection: those about its municipalities and parties, and those about all. In the investigator's order. */
export function ownTable(data: Dataset): Table {
  const { study, proposals = [] } = data;
  const [places, parties] = [new Set(study.municipalities), new Set(study.parties.map(({ id }) => id))];
  const none = missing("not_applicable");
  const rows = proposals
    .filter(
      ({ municipality, party }) =>
        (municipality === undefined || places.has(municipality)) && (party === undefined || parties.has(party)),
    )
    .map(({ id, kind, municipality, party, what, who, by }): TableRow => ({
      id,
      kind,
      municipality: municipality ?? none,
      party: party ?? none,
      what,
      who: who ?? missing("not_answered"),
      by: by ?? missing("not_answered"),
    }));
  return {
    id: "own",
    title: "Utredarens förslag",
    columns: [
      { key: "id", label: "Id", unit: "" },
      { key: "kind", label: "Slag", unit: "code" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "party", label: "Part", unit: "" },
      { key: "what", label: "Vad", unit: "" },
      { key: "who", label: "Vem", unit: "" },
      { key: "by", label: "Senast", unit: "date" },
    ],
    rows,
    notes: [
      rows.length === 0
        ? "Utredaren har inte skrivit något förslag än."
        : "Förslagen är utredarens slutsatser. De räknas inte fram ur svaren.",
    ],
    labels: { kind: labelsOf(PROPOSAL_KINDS), municipality: municipalityLabels(data), party: partyLabels(study) },
  };
}
