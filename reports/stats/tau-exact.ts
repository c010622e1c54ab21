/** From here on the normal approximation is as good; R's limit. */
export const MOST_EXACT_UNITS = 49;

/**
 * The exact test that two orderings are unrelated, from Kendall's tau without ties.
 *
 * Counts, among all n! orders, those with at most as many concordant pairs. Two-sided: twice the smaller tail.
 *
 * @param x one number a unit
 * @param y one number a unit, in the same order
 * @returns T, the number of concordant pairs, and p-values; undefined with ties, fewer than two units or more than 49
 * @throws {RangeError} when the lists differ in length
 * @see Hollander & Wolfe (1973) ch. 8; R: cor.test(x, y, method = "kendall", exact = TRUE)
 *
 * @example
 * tauExact([1, 2, 3], [1, 2, 3]); // concordant 3, twoSided 0.3333, greater 0.1667, less 1
 */
export function tauExact(
  x: readonly number[],
  y: readonly number[],
):
  | { readonly concordant: number; readonly twoSided: number; readonly greater: number; readonly less: number }
  | undefined {
  if (x.length !== y.length) throw new RangeError(`invalid lists; ${x.length} and ${y.length} units`);
  const n = x.length;
  if (n < 2 || n > MOST_EXACT_UNITS || new Set(x).size < n || new Set(y).size < n) return undefined;
  let concordant = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) if (((x[i] ?? 0) - (x[j] ?? 0)) * ((y[i] ?? 0) - (y[j] ?? 0)) > 0) concordant++;
  // chance[t]: share of the orders of the first units that have t concordant pairs; a further unit adds 0 … size of them.
  let chance = [1];
  for (let size = 1; size < n; size++) {
    const next = new Array<number>(chance.length + size).fill(0);
    for (const [t, p] of chance.entries())
      for (let more = 0; more <= size; more++) next[t + more] = (next[t + more] ?? 0) + p / (size + 1);
    chance = next;
  }
  const sum = (from: number, to: number) =>
    Math.min(
      1,
      chance.slice(from, to).reduce((a, b) => a + b, 0),
    );
  const [less, greater] = [sum(0, concordant + 1), sum(concordant, chance.length)];
  return { concordant, twoSided: Math.min(1, 2 * Math.min(less, greater)), greater, less };
}
