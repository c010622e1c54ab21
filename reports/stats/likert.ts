/** What a question with ordered answers comes to. Answers outside the scale ("don't know") are counted elsewhere. */

export interface LikertSummary {
  readonly n: number;
  /** Shares in [0, 1], one a category. */
  readonly shares: readonly number[];
  /** Percentage points, −100 to 100: upper half of the scale less lower half; the middle of an odd scale counts for neither. */
  readonly net: number;
  /** As categories 1 … k; the mean of the two middle answers, so 3.5 where they are 3 and 4. */
  readonly median: number;
  /** Category with at least a quarter, three quarters, of the answers at or below it; halfway where exactly a quarter. */
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  /** The median were the answers of a category spread evenly over half a step to either side of it. */
  readonly interpolatedMedian: number;
}

/**
 * Distribution, net, median and quartiles of answers on an ordered scale.
 *
 * Quantiles are inverses of the cumulated distribution, averaged where it is flat (R: quantile(type = 2)). Never a mean:
 * categories are ordered, not measured.
 *
 * @param counts answers for each category, lowest first; ≥ 0, at least two categories
 * @returns undefined without answers
 * @throws {RangeError} with fewer than two categories or a count that is negative or not finite
 * @see Hyndman & Fan (1996) Am. Stat. 50, 361–365 (type 2); R: psych::interp.median
 *
 * @example
 * summariseLikert([5, 10, 20, 40, 25]); // net 50, median 4, interpolatedMedian 3.875
 */
export function summariseLikert(counts: readonly number[]): LikertSummary | undefined {
  const n = total(counts);
  if (n === 0) return undefined;
  const shares = counts.map((count) => count / n);
  const half = Math.floor(counts.length / 2);
  const sum = (from: number, to?: number) => counts.slice(from, to).reduce((a, b) => a + b, 0);
  return {
    n,
    shares,
    net: (100 * (sum(counts.length - half) - sum(0, half))) / n,
    median: quantile(counts, n, 0.5),
    lowerQuartile: quantile(counts, n, 0.25),
    upperQuartile: quantile(counts, n, 0.75),
    interpolatedMedian: interpolatedMedian(counts, n),
  };
}

/**
 * Where a diverging stacked bar begins and ends, the middle of the scale at 0 and a middle category split in two.
 *
 * @returns shares: `left` in [−1, 0], `right` in [0, 1], right − left = 1; undefined without answers
 * @throws {RangeError} as `summariseLikert`
 * @see Heiberger & Robbins (2014) J. Stat. Softw. 57(5)
 *
 * @example
 * divergingEnds([2, 6, 5, 9, 3]); // left −0.42, right 0.58
 */
export function divergingEnds(
  counts: readonly number[],
): { readonly left: number; readonly right: number } | undefined {
  const n = total(counts);
  if (n === 0) return undefined;
  const half = Math.floor(counts.length / 2);
  const middle = counts.length % 2 === 1 ? (counts[half] ?? 0) / 2 : 0;
  const below = (counts.slice(0, half).reduce((a, b) => a + b, 0) + middle) / n;
  return { left: -below, right: 1 - below };
}

function total(counts: readonly number[]): number {
  if (counts.length < 2) throw new RangeError(`invalid counts; fewer than two categories: ${counts.length}`);
  if (!counts.every((count) => Number.isFinite(count) && count >= 0))
    throw new RangeError("invalid counts; holds something that is not a number ≥ 0");
  return counts.reduce((a, b) => a + b, 0);
}

/** Cumulated counts are compared with a tolerance, so that weighted counts reach a half as whole ones do. */
function quantile(counts: readonly number[], n: number, share: number): number {
  const wanted = share * n;
  const tolerance = 1e-12 * n;
  let below = 0;
  for (const [i, count] of counts.entries()) {
    below += count;
    if (below < wanted - tolerance) continue;
    if (below > wanted + tolerance) return i + 1;
    const next = counts.findIndex((other, j) => j > i && other > 0);
    return next < 0 ? i + 1 : (i + 1 + next + 1) / 2;
  }
  return counts.length;
}

function interpolatedMedian(counts: readonly number[], n: number): number {
  const middle = quantile(counts, n, 0.5);
  // Between two categories half lie below and half above: there is nothing to interpolate.
  if (!Number.isInteger(middle) || (counts[middle - 1] ?? 0) === 0) return middle;
  const below = counts.slice(0, middle - 1).reduce((a, b) => a + b, 0);
  return middle - 0.5 + (n / 2 - below) / (counts[middle - 1] ?? 1);
}
