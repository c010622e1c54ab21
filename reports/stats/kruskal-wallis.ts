import { chiSquareTail } from "./chi-square.ts";
import { midRanks } from "./ranks.ts";

/**
 * The Kruskal–Wallis test that several independent groups come from one distribution, corrected for ties.
 *
 * @param groups one list of finite numbers a group; empty groups are left out
 * @returns H, its degrees of freedom and the chi-square p-value (an approximation for groups of five and more);
 *   undefined with fewer than two groups that hold values, or where all values are equal
 * @see Kruskal & Wallis (1952), J. Am. Stat. Assoc. 47, 583–621; R: kruskal.test(groups)
 *
 * @example
 * kruskalWallis([[2.9, 3.0, 2.5, 2.6, 3.2], [3.8, 2.7, 4.0, 2.4], [2.8, 3.4, 3.7, 2.2, 2.0]])?.h; // 0.7714
 */
export function kruskalWallis(
  groups: readonly (readonly number[])[],
): { readonly h: number; readonly df: number; readonly p: number } | undefined {
  const filled = groups.filter((group) => group.length > 0);
  const { ranks, ties } = midRanks(filled.flat());
  const n = ranks.length;
  const correction = 1 - ties.reduce((sum, t) => sum + t ** 3 - t, 0) / (n ** 3 - n);
  if (filled.length < 2 || !(correction > 0)) return undefined;
  let start = 0;
  let sum = 0;
  for (const group of filled) {
    const total = ranks.slice(start, start + group.length).reduce((a, b) => a + b, 0);
    sum += total ** 2 / group.length;
    start += group.length;
  }
  const h = Math.max(0, ((12 * sum) / (n * (n + 1)) - 3 * (n + 1)) / correction);
  const df = filled.length - 1;
  return { h, df, p: chiSquareTail(h, df) };
}
