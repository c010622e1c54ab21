import { MISSING_REASONS, type MissingReason } from "../../survey-definitions/codes.ts";
import type { Column } from "../dataset.ts";
import { ratingReader } from "./cells.ts";

export interface RatingTally {
  /** Number of ratings 1, 2, 3, 4, 5. */
  readonly counts: readonly number[];
  readonly reasons: Record<MissingReason, number>;
}

/** Counts the ratings and the missing reasons of a column; without a column everybody is `not_asked`. */
export function ratingTally(column: Column | undefined, n: number): RatingTally {
  const counts = [0, 0, 0, 0, 0];
  // By the code of the reason; an answer with neither a rating nor a reason counts as the first of them.
  const without = new Float64Array(MISSING_REASONS.length + 1);
  const ratingOf = column && ratingReader(column);
  for (let i = 0; column !== undefined && ratingOf !== undefined && i < n; i++) {
    const rating = ratingOf(i);
    const reason = column.reasons[i] || 1;
    if (rating === undefined) without[reason] = (without[reason] ?? 0) + 1;
    else counts[rating - 1] = (counts[rating - 1] ?? 0) + 1;
  }
  const reasons = Object.fromEntries(MISSING_REASONS.map((reason, i) => [reason, without[i + 1] ?? 0]));
  if (column === undefined) reasons.not_asked = n;
  return { counts, reasons: reasons as Record<MissingReason, number> };
}

/**
 * %(4 and 5) − %(1 and 2), in percentage points.
 *
 * @param counts number of ratings 1–5
 * @returns −100 … 100; undefined without ratings
 * @example netOfCounts([5, 10, 20, 40, 25]); // 50
 */
export function netOfCounts(counts: readonly number[]): number | undefined {
  const [c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0] = counts;
  const n = c1 + c2 + c3 + c4 + c5;
  return n === 0 ? undefined : (100 * (c4 + c5 - c1 - c2)) / n;
}

/**
 * The median of ratings 1–5; with an even number of them the mean of the middle two.
 *
 * @param counts number of ratings 1–5
 * @returns undefined without ratings
 * @example medianOfCounts([5, 10, 20, 40, 25]); // 4
 */
export function medianOfCounts(counts: readonly number[]): number | undefined {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return undefined;
  return (ratingOfRank(counts, Math.ceil(n / 2)) + ratingOfRank(counts, Math.floor(n / 2) + 1)) / 2;
}

/** The rating of the `rank`-th lowest, counted from 1. */
function ratingOfRank(counts: readonly number[], rank: number): number {
  let below = 0;
  return counts.findIndex((count) => (below += count) >= rank) + 1;
}
