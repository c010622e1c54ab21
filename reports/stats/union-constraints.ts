/** What is known about overlapping lists of persons, and how it falls into parts that say nothing about each other. */

/** A whole number of persons ≥ 0, or the range it lies in; `high` may be Infinity. */
export type Count = number | { readonly low: number; readonly high: number };

export interface StatedOverlap {
  /** Two or three different ids of `sizes`. */
  readonly parties: readonly string[];
  /** Persons that all of them have in common. */
  readonly n: Count;
}

export interface UnionInput {
  /** Persons on each list, by id. */
  readonly sizes: Readonly<Record<string, Count>>;
  readonly overlaps: readonly StatedOverlap[];
  /** Persons in the population that all lists are drawn from. */
  readonly cap?: number;
  /** What ids are called in the explanation of a conflict; ids stand for themselves where it is missing. */
  readonly names?: Readonly<Record<string, string>>;
}

/** low ≤ persons on all lists of `members` ≤ high; one member is a size. Members in ascending order. */
export interface Constraint {
  readonly members: readonly string[];
  readonly low: number;
  readonly high: number;
}

/** Lists that stated overlaps hold together, with every constraint on them. */
export interface Part {
  /** In ascending order. */
  readonly parties: readonly string[];
  readonly sizes: readonly Constraint[];
  readonly overlaps: readonly Constraint[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const lowOf = (count: Count): number => (typeof count === "number" ? count : count.low);
export const highOf = (count: Count): number => (typeof count === "number" ? count : count.high);

/**
 * The constraints by connected part of the overlap graph, in an order that does not depend on the order of the input.
 * A stated overlap of 0 connects too: it forbids a person on both lists.
 *
 * @throws {RangeError} for an unknown or repeated party, not two or three of them, or low > high
 */
export function partsOf({ sizes, overlaps }: UnionInput): readonly Part[] {
  const parties = Object.keys(sizes).sort(byText);
  const known = new Set(parties);
  const sizeOf = new Map(parties.map((id) => [id, constraint([id], sizes[id] ?? 0)]));
  const keyed = overlaps.map(({ parties: members, n }) => {
    if (members.length < 2 || members.length > 3) throw new RangeError(`invalid overlap; ${members.length} parties`);
    if (new Set(members).size < members.length) throw new RangeError("invalid overlap; a party is repeated");
    const unknown = members.find((id) => !known.has(id));
    if (unknown !== undefined) throw new RangeError(`invalid overlap; no size of ${unknown}`);
    const sorted = constraint([...members].sort(byText), n);
    return { key: sorted.members.join("\n"), sorted };
  });
  keyed.sort((a, b) => byText(a.key, b.key) || a.sorted.low - b.sorted.low || a.sorted.high - b.sorted.high);
  const stated = keyed.map(({ sorted }) => sorted);

  const root = new Map(parties.map((id) => [id, id]));
  const find = (id: string): string => {
    const parent = root.get(id) ?? id;
    return parent === id ? id : find(parent);
  };
  for (const { members } of stated)
    for (const id of members.slice(1)) {
      const [a, b] = [find(members[0] ?? id), find(id)].sort(byText);
      if (a !== undefined && b !== undefined) root.set(b, a);
    }
  // One pass over parties and overlaps: a large study has thousands of lists that nothing connects.
  const parts = new Map<string, { parties: string[]; sizes: Constraint[]; overlaps: Constraint[] }>();
  for (const id of parties) {
    const first = find(id);
    const part = parts.get(first) ?? { parties: [], sizes: [], overlaps: [] };
    parts.set(first, part);
    const size = sizeOf.get(id);
    part.parties.push(id);
    if (size !== undefined) part.sizes.push(size);
  }
  for (const overlap of stated) parts.get(find(overlap.members[0] ?? ""))?.overlaps.push(overlap);
  return [...parts.values()];
}

function constraint(members: readonly string[], count: Count): Constraint {
  const [low, high] = [lowOf(count), highOf(count)];
  if (!(low >= 0) || !(high >= low)) throw new RangeError(`invalid count; not 0 ≤ low ≤ high: ${low} – ${high}`);
  return { members, low, high };
}
