/** Table cells from columns of several codes, of texts and of dates. */
import { MISSING_REASONS } from "../../survey-definitions/codes.ts";
import type { Column } from "../dataset.ts";
import type { TableCell } from "../section.ts";
import { missing } from "./cells.ts";

/**
 * Reads a list column as codes joined by `|`, and a text or date column as its words. As `cellReader`: a column that
 * nobody was asked is `not_asked`, a response that does not exist (i = −1) is `not_answered`.
 */
export function wordReader(column: Column | undefined): (i: number) => TableCell {
  const none = missing("not_answered");
  if (column === undefined) return (i) => (i < 0 ? none : missing("not_asked"));
  if (column.kind === "number" || column.kind === "single")
    throw new TypeError(`a column of kind ${column.kind} has no words`);
  const { reasons, values } = column;
  const reasonCells = [none, ...MISSING_REASONS.map(missing)];
  return (i) => {
    if (i < 0) return none;
    if (reasons[i] !== 0) return reasonCells[reasons[i] ?? 0] ?? none;
    const words = values[i] ?? "";
    return typeof words === "string" ? words : words.join("|");
  };
}
