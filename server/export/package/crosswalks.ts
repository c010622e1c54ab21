/** How variables of different versions of a questionnaire are compared: as a table, empty while there is one version of each. */
import { csvLine } from "../csv.ts";
import type { CodebookForm } from "./codebook.ts";
import type { TableField } from "./table-schema.ts";
import type { PackedFile } from "./zip-files.ts";

export const CROSSWALK_FILE = "crosswalks/crosswalk.csv";

export const CROSSWALK_FIELDS: readonly TableField[] = [
  { name: "instrument", title: "Formulär", type: "string" },
  { name: "from_version", title: "Från version", type: "integer" },
  { name: "from_variable", title: "Från variabel", type: "string" },
  { name: "to_version", title: "Till version", type: "integer" },
  { name: "to_variable", title: "Till variabel", type: "string" },
  { name: "kind", title: "Slag av översättning", type: "string" },
  { name: "rationale", title: "Skäl", type: "string" },
];

/** Why there is nothing to compare, or that nothing has been compared. */
export function crosswalkSentence(forms: readonly CodebookForm[]): string {
  const several = Map.groupBy(forms, ({ instrument }) => instrument);
  return [...several.values()].every((versions) => versions.length === 1)
    ? "Tabellen är tom: varje formulär har använts i en enda version, så svar från olika versioner har inte behövt jämföras."
    : "Tabellen är tom: formulär har använts i flera versioner, men ingen översättning mellan dem är angiven. Svaren räknas inte ihop.";
}

export const crosswalkFiles = (forms: readonly CodebookForm[]): readonly PackedFile[] => [
  { path: CROSSWALK_FILE, content: () => csvLine(CROSSWALK_FIELDS.map(({ name }) => name)) },
  { path: "crosswalks/LAS-MIG.txt", content: () => `${crosswalkSentence(forms)}\n` },
];
