import { chiSquareTail } from "./chi-square.ts";
import { midRanks } from "./ranks.ts";

export interface Concordance {
  /** 0 (no agreement) to 1 (all rank alike), corrected for ties. */
  readonly w: number;
  readonly wUncorrected: number;
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Kendall's coefficient of concordance W between raters who order the same items, corrected for ties.
 *
 * W = 12 S / (m² (n³ − n) − m ΣT) with T = Σ(t³ − t) for each rater; χ² = m (n − 1) W with n − 1 degrees of freedom.
 * The p-value is an approximation for many items and raters; with three to six parties show what each one said.
 *
 * @param ratings one row a rater, one number an item; each row is ranked here, so ratings and ranks are alike.
 *   Rows of equal length
 * @returns undefined where W is not defined: fewer than two raters or two items, or every rater ties all items
 * @throws {RangeError} when the rows differ in length or hold something that is not a finite number
 * @see Kendall & Babington Smith (1939), Ann. Math. Stat. 10, 275–287; R: irr::kendall(t(ratings), correct = TRUE)
 *
 * @example
 * kendallW([[1, 2, 2, 4], [1, 3, 2, 4], [2, 2, 2, 4]])?.w; // 0.8933
 */
export function kendallW(ratings: readonly (readonly number[])[]): Concordance | undefined {
  const raters = ratings.length;
  const items = ratings[0]?.length ?? 0;
  for (const row of ratings) {
    if (row.length !== items) throw new RangeError(`invalid row; not ${items} items: ${row.length}`);
    if (!row.every(Number.isFinite)) throw new RangeError("invalid row; holds something that is not a finite number");
  }
  const ranked = ratings.map(midRanks);
  const rankSums = Array.from({ length: items }, (_, item) =>
    ranked.reduce((total, { ranks }) => total + (ranks[item] ?? 0), 0),
  );
  const tied = ranked.reduce((total, { ties }) => total + ties.reduce((sum, t) => sum + t ** 3 - t, 0), 0);
  return concordance(rankSums, tied, raters);
}

/**
 * W from sums that a caller has already formed, as when 100 000 raters are counted one by one.
 *
 * @param rankSums sum over the raters of the (mid-)ranks of each item
 * @param tied Σ(t³ − t) over all groups of t tied items of all raters
 * @param raters number of raters
 * @returns undefined where W is not defined, as in `kendallW`
 */
export function concordance(rankSums: readonly number[], tied: number, raters: number): Concordance | undefined {
  const items = rankSums.length;
  if (raters < 2 || items < 2) return undefined;
  const mean = (raters * (items + 1)) / 2;
  const s = rankSums.reduce((total, sum) => total + (sum - mean) ** 2, 0);
  const most = raters ** 2 * (items ** 3 - items);
  const corrected = most - raters * tied;
  if (corrected === 0) return undefined;
  const w = (12 * s) / corrected;
  const df = items - 1;
  const chiSquare = raters * df * w;
  return { w, wUncorrected: (12 * s) / most, chiSquare, df, p: chiSquareTail(chiSquare, df) };
}
