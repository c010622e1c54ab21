import { normalTwoSided } from "./chi-square.ts";

/**
 * Kendall's tau-b between two orderings of the same units, corrected for ties.
 *
 * @param x one number a unit
 * @param y one number a unit, in the same order
 * @returns tau in [−1, 1] and the two-sided p-value from the normal approximation with ties (rough for n < 10);
 *   undefined with fewer than two units or where either list is constant
 * @throws {RangeError} when the lists differ in length
 * @see Kendall (1945), Biometrika 33, 239–251; scipy.stats.kendalltau(x, y, method = "asymptotic")
 *
 * @example
 * tauB([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])?.tau; // −0.4714
 */
export function tauB(
  x: readonly number[],
  y: readonly number[],
): { readonly tau: number; readonly p: number } | undefined {
  if (x.length !== y.length) throw new RangeError(`invalid lists; ${x.length} and ${y.length} units`);
  const n = x.length;
  let s = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) s += Math.sign((x[i] ?? 0) - (x[j] ?? 0)) * Math.sign((y[i] ?? 0) - (y[j] ?? 0));
  const [tx, ty] = [tieSizes(x), tieSizes(y)];
  const pairs = (n * (n - 1)) / 2;
  const sum = (sizes: readonly number[], term: (t: number) => number) => sizes.reduce((a, t) => a + term(t), 0);
  const inTies = (sizes: readonly number[]) => sum(sizes, (t) => (t * (t - 1)) / 2);
  const scale = Math.sqrt((pairs - inTies(tx)) * (pairs - inTies(ty)));
  if (!(scale > 0)) return undefined;
  const v = (t: number) => t * (t - 1) * (2 * t + 5);
  const two = (t: number) => t * (t - 1);
  const three = (t: number) => t * (t - 1) * (t - 2);
  const variance =
    (v(n) - sum(tx, v) - sum(ty, v)) / 18 +
    (sum(tx, two) * sum(ty, two)) / (2 * n * (n - 1)) +
    (n > 2 ? (sum(tx, three) * sum(ty, three)) / (9 * n * (n - 1) * (n - 2)) : 0);
  return { tau: s / scale, p: variance > 0 ? normalTwoSided(s / Math.sqrt(variance)) : 1 };
}

function tieSizes(values: readonly number[]): readonly number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}
