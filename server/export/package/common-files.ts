/** Files that every data package has: the questionnaires, the dictionary, the crosswalks. */
import { INSTRUMENT_LABELS } from "../../../reports/sections/coverage-tables.ts";
import type { CodebookForm } from "./codebook.ts";
import { CROSSWALK_FIELDS, CROSSWALK_FILE, crosswalkFiles, crosswalkSentence } from "./crosswalks.ts";
import type { CodebookMaterial } from "./ddi-codebook.ts";
import type { ResourceFacts } from "./descriptor.ts";
import { DICTIONARY_FIELDS, dictionaryCsv } from "./dictionary-csv.ts";
import { fileOf, type PackageExtras, type PackedQuestionnaire } from "./extras.ts";
import type { PackedFile } from "./zip-files.ts";

const DICTIONARY = "dictionary.csv";

export interface CommonFiles {
  readonly files: readonly PackedFile[];
  readonly resources: readonly ResourceFacts[];
  readonly materials: readonly CodebookMaterial[];
}

export function commonFiles({ questionnaires }: PackageExtras, forms: readonly CodebookForm[]): CommonFiles {
  return {
    files: [
      { path: DICTIONARY, content: () => dictionaryCsv(forms) },
      ...crosswalkFiles(forms),
      ...questionnaires.map((each) => ({ path: fileOf(each), content: () => each.json })),
    ],
    resources: [
      {
        name: "dictionary",
        path: DICTIONARY,
        title: "Variabler: etiketter, koder, enheter och frågor",
        fields: DICTIONARY_FIELDS,
        missingValues: [{ value: "", label: "gäller inte variabeln" }],
      },
      {
        name: "crosswalk",
        path: CROSSWALK_FILE,
        title: "Översättningar mellan versioner av formulär",
        description: crosswalkSentence(forms),
        fields: CROSSWALK_FIELDS,
        missingValues: [{ value: "", label: "gäller inte raden" }],
      },
      ...questionnaires.map((each) => ({
        name: fileOf(each).replace("questionnaires/", "").replace(".json", ""),
        path: fileOf(each),
        title: titleOf(each),
        description: "Formuläret som SurveyJS-JSON, tecken för tecken som den som svarade fick det.",
      })),
    ],
    materials: questionnaires.map((each) => ({ path: fileOf(each), title: titleOf(each), type: "questionnaire" })),
  };
}

const titleOf = ({ instrument, version, municipality }: PackedQuestionnaire): string =>
  `${INSTRUMENT_LABELS[instrument]}, version ${version}${municipality === "" ? "" : `, kommun ${municipality}`}`;
