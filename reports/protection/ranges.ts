/** Which counts have a range beside them in the tables, and what that range may tell of a hidden one. */
import type { Instrument } from "../../survey-definitions/codes.ts";
import { DEFINITIONS } from "../../survey-definitions/instruments.ts";
import type { Knowledge } from "./knowledge.ts";
import type { PersonCell } from "./person-cells.ts";
import { isSmall, type SmallCounts } from "./small-counts.ts";

/** Whether the questionnaire asks for a range of the count. */
export const hasRange = (instrument: Instrument, variable: string): boolean =>
  DEFINITIONS.some(
    ({ instrument: of, dictionary }) =>
      of === instrument && `${variable}_low` in dictionary && `${variable}_high` in dictionary,
  );

/** An end of a range, or a count that has one. */
export const isRanged = ({ instrument, variable }: PersonCell): boolean =>
  hasRange(instrument, variable.replace(/_(low|high)$/, ""));

/**
 * The small counts of which it may be told that they are small, as the range of the rule.
 *
 * Of a whole with several parts that are not 0 it may not: those parts would be known to be smaller still. Then neither
 * of anything that this whole is a part of.
 */
export function toldSmall(
  counts: readonly PersonCell[],
  knowledge: readonly Knowledge[],
  small: SmallCounts,
): ReadonlySet<PersonCell> {
  const told = new Set(counts.filter((cell) => isSmall(small, cell.value) && isRanged(cell)));
  const wholes = knowledge.flatMap(({ terms }) => {
    const [parts, whole] = [terms.filter(([, by]) => by > 0), terms.filter(([, by]) => by < 0)];
    const cell = whole.length === 1 ? whole[0]?.[0] : undefined;
    return cell === undefined
      ? []
      : [{ whole: cell, parts: parts.map(([part]) => part).filter(({ value }) => value > 0) }];
  });
  let before: number;
  do {
    before = told.size;
    for (const { whole, parts } of wholes)
      if (parts.length > 1 || parts.some((part) => isSmall(small, part.value) && isRanged(part) && !told.has(part)))
        told.delete(whole);
  } while (told.size < before);
  return told;
}
