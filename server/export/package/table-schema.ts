/** Columns as fields of a Table Schema (Data Package 2.0, datapackage.org/standard/table-schema). */
import { MISSING_LABELS, MISSING_REASONS } from "../../../survey-definitions/codes.ts";
import type { Table, TableCell, TableColumn } from "../../../reports/section.ts";
import { unitText } from "../../../reports/text/cell-text.ts";

export interface TableField {
  readonly name: string;
  readonly title: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "date" | "datetime" | "list";
  readonly description?: string;
  readonly categories?: readonly FieldCategory[];
  readonly categoriesOrdered?: boolean;
  readonly constraints?: { readonly minimum?: number; readonly maximum?: number };
  /** Between the items of a list. */
  readonly delimiter?: string;
  readonly missingValues?: readonly LabelledMissing[];
  /** Own properties, of values that are no categories in the sense of the standard. */
  readonly "behovskartan:labels"?: Readonly<Record<string, string>>;
  readonly "behovskartan:unit"?: string;
}

export interface FieldCategory {
  readonly value: string;
  readonly label?: string;
}

interface LabelledMissing {
  readonly value: string;
  readonly label: string;
}

/** `!suppressed` and its like, with what each means; an empty cell is an empty text, and no number says "without end". */
export const TABLE_MISSING: readonly LabelledMissing[] = [
  { value: "", label: "tom" },
  { value: "∞", label: "ingen övre gräns" },
  ...MISSING_REASONS.map((reason) => ({ value: `!${reason}`, label: MISSING_LABELS[reason] })),
];

/** Of answers, where an empty cell is a question without an answer. */
export const ANSWER_MISSING: readonly LabelledMissing[] = [
  { value: "", label: MISSING_LABELS.not_answered },
  ...MISSING_REASONS.filter((reason) => reason !== "not_answered" && reason !== "suppressed").map((reason) => ({
    value: `!${reason}`,
    label: MISSING_LABELS[reason],
  })),
];

export const tableFields = (table: Table): readonly TableField[] =>
  table.columns.map((column) => fieldOf(table, column));

function fieldOf({ rows, labels }: Table, column: TableColumn): TableField {
  const { key, label, unit } = column;
  const values = rows.map((row) => row[key] ?? "").filter((cell) => typeof cell !== "object" && cell !== "");
  const said = unit === "share" ? "andel, 0–1" : unitText(unit);
  return {
    name: key,
    title: label,
    type: typeOf(column, values),
    ...(said === "" ? {} : { description: `Enhet: ${said}.`, "behovskartan:unit": unit }),
    ...(labels[key] === undefined ? {} : labelled(labels[key], values)),
  };
}

function typeOf({ unit }: TableColumn, values: readonly TableCell[]): TableField["type"] {
  const all = (test: (value: TableCell) => boolean) => values.length > 0 && values.every(test);
  if (unit === "boolean" || all((value) => typeof value === "boolean")) return "boolean";
  if (unit === "date") return all((value) => typeof value === "string" && ISO_DATE.test(value)) ? "date" : "string";
  const isText = unit === "" || unit === "code" || unit === "text";
  if (isText && !all((value) => typeof value === "number")) return "string";
  if (!values.every((value) => typeof value === "number" || value === "∞")) return "string";
  return unit !== "share" && all((value) => Number.isInteger(value)) ? "integer" : "number";
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Categories hold every value of the field, and their labels are all different; otherwise the labels are our own property. */
function labelled(labels: Readonly<Record<string, string>>, values: readonly TableCell[]): Partial<TableField> {
  const isComplete = values.every((value) => typeof value === "string" && value in labels);
  const isDifferent = new Set(Object.values(labels)).size === Object.keys(labels).length;
  if (!isComplete || !isDifferent) return { "behovskartan:labels": labels };
  return { categories: Object.entries(labels).map(([value, label]) => ({ value, label })) };
}
