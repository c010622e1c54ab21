import type { Part } from "./union-constraints.ts";

/**
 * Bounds of a union from sizes and pairwise overlaps in closed form: looser than the linear programme, and cheap for
 * any number of lists.
 *
 * Lower (Kounias 1968): the largest Σ n_i − Σ n_ij over the lists i and the pairs within a subset J, J found by adding
 * the list that helps most (any J gives a valid bound). Upper (Hunter 1976, Worsley 1982): Σ n_i less the heaviest
 * spanning forest of overlaps. Ranges enter with the end that keeps the bound valid; a pair that nobody stated may
 * overlap by as much as its smaller list, or not at all. Overlaps of three lists are not used.
 *
 * @returns persons; upper is Infinity where a size has no upper end
 * @see Kounias (1968) Ann. Math. Stat. 39, 2154–2158; Hunter (1976) J. Appl. Probab. 13, 597–603;
 *   Worsley (1982) Biometrika 69, 297–302
 */
export function classicalBounds({ parties, sizes, overlaps }: Part): {
  readonly lower: number;
  readonly upper: number;
} {
  const placeOf = new Map(parties.map((id, place) => [id, place]));
  const size = new Map(sizes.map((constraint) => [constraint.members[0] ?? "", constraint]));
  const pairs = overlaps.filter(({ members }) => members.length === 2);
  const most = new Map<number, number>();
  const keyOf = (a: number, b: number) => (a < b ? a * parties.length + b : b * parties.length + a);
  for (const { members, high } of pairs) {
    const [a = -1, b = -1] = members.map((id) => placeOf.get(id) ?? -1);
    most.set(keyOf(a, b), Math.min(high, most.get(keyOf(a, b)) ?? Infinity));
  }
  const highs = parties.map((id) => size.get(id)?.high ?? 0);
  const mostShared = (a: number, b: number) =>
    Math.min(highs[a] ?? 0, highs[b] ?? 0, most.get(keyOf(a, b)) ?? Infinity);
  let lower = 0;
  const left = parties.map((id, place) => ({ place, low: size.get(id)?.low ?? 0, shared: 0 }));
  while (left.length > 0) {
    const best = left.reduce((a, b) => (b.low - b.shared > a.low - a.shared ? b : a));
    if (best.low - best.shared <= 0) break;
    lower += best.low - best.shared;
    left.splice(left.indexOf(best), 1);
    for (const other of left) other.shared += mostShared(other.place, best.place);
  }

  const heaviest = [...pairs].sort((a, b) => b.low - a.low);
  const root = new Map(parties.map((id) => [id, id]));
  const find = (id: string): string => (root.get(id) === id ? id : find(root.get(id) ?? id));
  let upper = sizes.reduce((sum, { high }) => sum + high, 0);
  for (const { members, low } of heaviest) {
    const [a, b] = members.map(find);
    if (a === undefined || b === undefined || a === b) continue;
    root.set(a, b);
    upper -= low;
  }
  return { lower, upper };
}
