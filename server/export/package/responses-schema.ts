/** The columns of the file with all answers as fields of a Table Schema. */
import type { Variable } from "../../../survey-definitions/dictionary.ts";
import { type CodebookForm, labelOf } from "./codebook.ts";
import type { TableField } from "./table-schema.ts";

const KEY_FIELDS: readonly TableField[] = [
  { name: "instrument", title: "Formulär", type: "string" },
  { name: "version", title: "Version", type: "integer" },
  { name: "party", title: "Part", type: "string" },
  { name: "municipality", title: "Kommun", type: "string" },
  { name: "respondent", title: "Löpnummer i filen", type: "string" },
  { name: "submitted_at", title: "Skickat", type: "datetime" },
];

/** A column that several questionnaires have in common is described by all of them. */
export function responseFields(forms: readonly CodebookForm[], columns: readonly string[]): readonly TableField[] {
  const byName = Map.groupBy(
    forms.flatMap(({ variables }) => variables.map(({ variable }) => variable)),
    ({ name }) => name,
  );
  return [...KEY_FIELDS, ...columns.map((column) => fieldOf(column, byName.get(column) ?? []))];
}

function fieldOf(name: string, variables: readonly Variable[]): TableField {
  const [first] = variables;
  if (first === undefined) return { name, title: name, type: "string" };
  const types = new Set(variables.map(typeOf));
  const type = types.size === 1 ? typeOf(first) : "string";
  const titles = [...new Set(variables.map(labelOf))].join(" / ");
  return {
    name,
    title: titles,
    type,
    ...(type === "list" ? { delimiter: first.kind === "ranking" ? ">" : "|" } : {}),
    ...(first.unit === undefined ? {} : { description: `Enhet: ${first.unit}.`, "behovskartan:unit": first.unit }),
    ...(type === "integer" || type === "number" ? constraintsOf(first) : {}),
    ...categoriesOf(variables, type),
  };
}

function typeOf({ kind, whole }: Variable): TableField["type"] {
  if (kind === "number") return whole === true ? "integer" : "number";
  if (kind === "date") return "date";
  return kind === "multiple" || kind === "ranking" ? "list" : "string";
}

function constraintsOf({ min, max }: Variable): Partial<TableField> {
  const ends = {
    ...(min !== undefined && Number.isFinite(min) ? { minimum: min } : {}),
    ...(max !== undefined && Number.isFinite(max) ? { maximum: max } : {}),
  };
  return Object.keys(ends).length === 0 ? {} : { constraints: ends };
}

/** The standard has categories for texts, and wants their labels different; the codes of lists are our own property. */
function categoriesOf(variables: readonly Variable[], type: TableField["type"]): Partial<TableField> {
  const labels = new Map<string, string>();
  for (const { categories } of variables) {
    for (const { code, label, missing } of categories) if (missing === undefined) labels.set(code, label);
  }
  if (labels.size === 0) return {};
  const isText = type === "string" && variables.every(({ kind }) => kind === "single");
  if (!isText || new Set(labels.values()).size < labels.size)
    return { "behovskartan:labels": Object.fromEntries(labels) };
  const ordered = variables.every((variable) => variable.ordered);
  return {
    categories: [...labels].map(([value, label]) => ({ value, label })),
    ...(ordered ? { categoriesOrdered: true } : {}),
  };
}
