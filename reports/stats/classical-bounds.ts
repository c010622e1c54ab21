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
  const size = new Map(sizes.map((constraint) => [constraint.members[0] ?? "", constraint]));
  const pairs = overlaps.filter(({ members }) => members.length === 2);
  const mostShared = (a: string, b: string) =>
    Math.min(
      size.get(a)?.high ?? 0,
      size.get(b)?.high ?? 0,
      ...pairs.filter(({ members }) => members.includes(a) && members.includes(b)).map(({ high }) => high),
    );
  let lower = 0;
  const chosen: string[] = [];
  for (;;) {
    const gains = parties
      .filter((id) => !chosen.includes(id))
      .map((id) => ({
        id,
        gain: (size.get(id)?.low ?? 0) - chosen.reduce((sum, other) => sum + mostShared(id, other), 0),
      }));
    const best = gains.reduce<{ id: string; gain: number } | undefined>(
      (a, b) => (a === undefined || b.gain > a.gain ? b : a),
      undefined,
    );
    if (best === undefined || best.gain <= 0) break;
    lower += best.gain;
    chosen.push(best.id);
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
