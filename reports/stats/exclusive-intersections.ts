export interface ExclusiveIntersection {
  /** In the order in which the sets were given. */
  readonly members: readonly string[];
  readonly n: number;
}

/**
 * How many elements are in exactly which sets: what an UpSet chart draws.
 *
 * @param sets an element that stands twice in one set counts once
 * @returns patterns that hold somebody, largest first; equal ones by how many sets, then in the order of the sets
 * @throws {RangeError} with more than 30 sets
 * @see Lex et al. (2014) IEEE Trans. Vis. Comput. Graph. 20, 1983–1992; R: UpSetR::fromList
 *
 * @example
 * exclusiveIntersections([
 *   { id: "one", elements: [1, 2] },
 *   { id: "two", elements: [2, 3, 4] },
 * ]); // two 2, one 1, one & two 1
 */
export function exclusiveIntersections(
  sets: readonly { readonly id: string; readonly elements: readonly (number | string)[] }[],
): readonly ExclusiveIntersection[] {
  const ids = sets.map(({ id }) => id);
  if (ids.length > 30) throw new RangeError(`invalid sets; more than 30: ${ids.length}`);
  const patterns = new Map<number | string, number>();
  for (const [i, { elements }] of sets.entries())
    for (const element of elements) patterns.set(element, (patterns.get(element) ?? 0) | (1 << i));
  const counts = new Map<number, number>();
  for (const mask of patterns.values()) counts.set(mask, (counts.get(mask) ?? 0) + 1);
  return sortIntersections(
    ids,
    [...counts].map(([mask, n]) => ({ members: ids.filter((_, i) => (mask & (1 << i)) !== 0), n })),
  );
}

/** Largest first; equal ones by how many sets, then in the order of the sets. */
export function sortIntersections(
  ids: readonly string[],
  intersections: readonly ExclusiveIntersection[],
): readonly ExclusiveIntersection[] {
  const place = new Map(ids.map((id, i) => [id, i]));
  return [...intersections].sort((a, b) => {
    if (a.n !== b.n) return b.n - a.n;
    if (a.members.length !== b.members.length) return a.members.length - b.members.length;
    const first = a.members.findIndex((id, i) => id !== b.members[i]);
    return first < 0 ? 0 : (place.get(a.members[first] ?? "") ?? 0) - (place.get(b.members[first] ?? "") ?? 0);
  });
}
