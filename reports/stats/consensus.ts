/**
 * Tastle and Wierman's consensus on an ordered scale: 1 when all choose the same category, 0 when half choose each end.
 *
 * Cns = 1 + Σ p log2(1 − |X − μ| / d), with the categories numbered 1 … k and d = k − 1.
 *
 * @param counts answers for each category in order; whole or weighted, ≥ 0, at least two categories
 * @returns a number in [0, 1], or undefined without answers
 * @throws {RangeError} with fewer than two categories or a count that is negative or not finite
 * @see Tastle & Wierman (2007), Int. J. Approx. Reason. 45, 531–545; R: agrmt::consensus(counts)
 *
 * @example
 * consensus([10, 20, 40, 20, 10]); // 0.6340
 */
export function consensus(counts: readonly number[]): number | undefined {
  if (counts.length < 2) throw new RangeError(`invalid counts; fewer than two categories: ${counts.length}`);
  if (!counts.every((count) => Number.isFinite(count) && count >= 0))
    throw new RangeError("invalid counts; holds something that is not a number ≥ 0");
  const n = counts.reduce((a, b) => a + b, 0);
  if (n === 0) return undefined;
  const mean = counts.reduce((sum, count, i) => sum + count * (i + 1), 0) / n;
  const width = counts.length - 1;
  const sum = counts.reduce(
    (total, count, i) => (count === 0 ? total : total + (count / n) * Math.log2(1 - Math.abs(i + 1 - mean) / width)),
    1,
  );
  return Math.min(1, Math.max(0, sum));
}
