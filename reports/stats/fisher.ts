import { logGamma } from "./chi-square.ts";

/**
 * Fisher's exact test of a 2 × 2 table, margins held fixed.
 *
 * Two-sided: the probability of all tables that are at most as likely as the one seen (R's rule, with its relative
 * tolerance of 1e-7).
 *
 * @param table whole numbers ≥ 0, two rows of two
 * @returns p-values: two-sided, and for an upper left cell at most (`less`) or at least (`greater`) as large
 * @throws {RangeError} when a cell is not a whole number ≥ 0
 * @see Fisher (1935); R: fisher.test(table, alternative = …)
 *
 * @example
 * fisherExact([[3, 1], [1, 3]]).twoSided; // 0.4857
 */
export function fisherExact(table: readonly [readonly [number, number], readonly [number, number]]): {
  readonly twoSided: number;
  readonly less: number;
  readonly greater: number;
} {
  const [[a, b], [c, d]] = table;
  for (const cell of [a, b, c, d])
    if (!Number.isInteger(cell) || cell < 0) throw new RangeError(`invalid cell; not a whole number ≥ 0: ${cell}`);
  const choose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  const chance = (x: number) => Math.exp(choose(a + b, x) + choose(c + d, a + c - x) - choose(a + b + c + d, a + c));
  const seen = chance(a);
  let [twoSided, less, greater] = [0, 0, 0];
  for (let x = Math.max(0, a - d); x <= Math.min(a + b, a + c); x++) {
    const p = chance(x);
    if (p <= seen * (1 + 1e-7)) twoSided += p;
    if (x <= a) less += p;
    if (x >= a) greater += p;
  }
  return { twoSided: Math.min(1, twoSided), less: Math.min(1, less), greater: Math.min(1, greater) };
}
