/** A typed cell as a person reads it, in Swedish. */
import { MISSING_LABELS } from "./codes.ts";
import type { Cell, Variable } from "./dictionary.ts";
import { swedishDate } from "./swedish-date.ts";

const NARROW = "\u00A0";

/**
 * "12 345 personer", "Finns", "Boende, Ekonomi", "1. Boende, 2. Ekonomi", "21 november 2026", "kan inte anges".
 * A code that the variable does not have stands as it is.
 */
export function formatCell(variable: Variable, cell: Cell): string {
  if (cell.missing !== undefined) return MISSING_LABELS[cell.missing];
  const { value } = cell;
  const label = (code: string): string => variable.categories.find((category) => category.code === code)?.label ?? code;
  if (typeof value === "number") return [formatNumber(value), variable.unit ?? ""].filter(Boolean).join(NARROW);
  if (typeof value !== "string")
    return value.map((code, i) => (variable.kind === "ranking" ? `${i + 1}. ${label(code)}` : label(code))).join(", ");
  if (variable.kind === "single") return label(value);
  return variable.kind === "date" ? swedishDate(value) : value;
}

/** With a decimal comma, and no-break spaces between thousands from 1 000 on. */
export function formatNumber(value: number): string {
  const [whole = "", decimals] = String(Math.abs(value)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, NARROW);
  return `${value < 0 ? "−" : ""}${grouped}${decimals === undefined ? "" : `,${decimals}`}`;
}
