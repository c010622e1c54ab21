/** Table cells from columns, and the labels that go with them. */
import { MISSING_REASONS, type Category, type MissingReason } from "../../survey-definitions/codes.ts";
import { codeAt, numberAt, type Column, type Responses, type SingleColumn } from "../dataset.ts";
import type { TableCell } from "../section.ts";

const CELLS = Object.fromEntries(
  MISSING_REASONS.map((reason) => [reason, Object.freeze({ missing: reason })]),
) as Record<MissingReason, { readonly missing: MissingReason }>;

/** One object a reason, shared: a table may have a million of them. */
export const missing = (reason: MissingReason): { readonly missing: MissingReason } => CELLS[reason];

export const isMissing = (cell: TableCell | undefined): cell is { readonly missing: MissingReason } =>
  typeof cell === "object";

/** The number in a cell, or undefined. */
export const numberIn = (cell: TableCell | undefined): number | undefined =>
  typeof cell === "number" ? cell : undefined;

/**
 * Reads the cells of a column by response. A column that nobody was asked is `not_asked`; a response that does not exist
 * (i = −1) is `not_answered`. Made once a column, since a table may have a million cells.
 */
export function cellReader(column: Column | undefined): (i: number) => TableCell {
  const none = missing("not_answered");
  if (column === undefined) {
    const unasked = missing("not_asked");
    return (i) => (i < 0 ? none : unasked);
  }
  const { reasons } = column;
  const reasonCells = [none, ...MISSING_REASONS.map(missing)];
  if (column.kind === "number") {
    const { values } = column;
    return (i) => (i < 0 ? none : reasons[i] === 0 ? (values[i] ?? none) : (reasonCells[reasons[i] ?? 0] ?? none));
  }
  if (column.kind === "single") {
    const { codes, values } = column;
    return (i) => {
      if (i < 0) return none;
      const reason = reasons[i] ?? 0;
      return (reason === 0 ? codes[values[i] ?? -1] : reasonCells[reason]) ?? none;
    };
  }
  throw new TypeError(`a column of kind ${column.kind} has no single value`);
}

/** The single-choice columns of a family over a list, by code; undefined where nobody was asked. */
export const singleColumns = (
  responses: Responses | undefined,
  base: string,
  codes: readonly Category[],
): readonly (SingleColumn | undefined)[] =>
  codes.map(({ code }) => {
    const column = responses?.columns.get(`${base}.${code}`);
    return column?.kind === "single" ? column : undefined;
  });

/** `ratingAt` for many answers: a code becomes a number once a column. */
export function ratingReader(column: Column): (i: number) => number | undefined {
  if (column.kind !== "single") return (i) => ratingAt(column, i);
  const { values, reasons } = column;
  const ratings = column.codes.map(Number);
  return (i) => (reasons[i] === 0 ? ratings[values[i] ?? -1] : undefined);
}

/** A rating on a scale of 1–5, whether it is stored as a code or as a number; undefined where there is none. */
export function ratingAt(column: Column, i: number): number | undefined {
  if (column.kind === "single") {
    const code = codeAt(column, i);
    return code === undefined ? undefined : Number(code);
  }
  return column.kind === "number" ? numberAt(column, i) : undefined;
}

export type Labels = Readonly<Record<string, string>>;

export const labelsOf = (categories: readonly Category[]): Labels =>
  Object.fromEntries(categories.map(({ code, label }) => [code, label]));
