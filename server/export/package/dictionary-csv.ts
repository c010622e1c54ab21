import type { CategorySpec, Variable } from "../../../survey-definitions/dictionary.ts";
import { guardFormula } from "../../../survey-definitions/formula-guard.ts";
import { csvLine } from "../csv.ts";
import type { CodebookForm } from "./codebook.ts";
import type { TableField } from "./table-schema.ts";

const text = (name: string, title: string): TableField => ({ name, title, type: "string" });

export const DICTIONARY_FIELDS: readonly TableField[] = [
  text("instrument", "Formulär"),
  { name: "version", title: "Version", type: "integer" },
  text("variable", "Variabel (kolumn i svarsfilen)"),
  text("base", "Variabelns namn utan rad"),
  text("row", "Rad"),
  text("kind", "Slag"),
  text("label", "Etikett"),
  text("row_label", "Radens etikett"),
  text("question", "Frågan som den ställdes"),
  text("unit", "Enhet"),
  { name: "minimum", title: "Minst", type: "number" },
  { name: "maximum", title: "Högst", type: "number" },
  text("codes", "Koder: kod=etikett, skilda av |"),
  text("missing_codes", "Koder som är skäl till att svar saknas"),
  { name: "persons", title: "Räknar personer i målgruppen: små tal döljs", type: "boolean" },
  { name: "personal", title: "Handlar om den som svarar: lämnas aldrig till en rapport", type: "boolean" },
  text("study_questions", "Frågor i studien som variabeln svarar på, skilda av |"),
];

/** The dictionary as a table: one record a column of the answers. */
export function* dictionaryCsv(forms: readonly CodebookForm[]): Generator<string> {
  yield csvLine(DICTIONARY_FIELDS.map(({ name }) => name));
  for (const { instrument, version, variables } of forms) {
    for (const { variable, question, answers } of variables) {
      const { name, base, row, kind, label, rowLabel, unit, min, max, categories, persons, personal } = variable;
      yield csvLine([
        instrument,
        String(version),
        name,
        base,
        row ?? "",
        kind,
        guardFormula(label),
        guardFormula(rowLabel ?? ""),
        guardFormula(question),
        unit ?? "",
        numeral(min),
        numeral(max),
        codeList(categories, false),
        codeList(categories, true),
        String(persons),
        String(personal),
        answers.join("|"),
      ]);
    }
  }
}

const numeral = (value: Variable["min"]): string =>
  value === undefined || !Number.isFinite(value) ? "" : String(value);

const codeList = (categories: readonly CategorySpec[], missing: boolean): string =>
  categories
    .filter((category) => (category.missing !== undefined) === missing)
    .map(({ code, label }) => `${code}=${label.replaceAll("|", "/")}`)
    .join("|");
