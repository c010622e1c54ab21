/** Persons by exactly which lists they are on: the input of the models that estimate how many are on none. */

/** One bit a list: bit i stands for `lists[i]`. 0 is the cell of those whom no list knows. */
export type Mask = number;

export interface PatternCount {
  /** Ids of lists, each at most once; at least one. */
  readonly members: readonly string[];
  /** Persons on exactly these lists; a whole number ≥ 0. */
  readonly n: number;
}

export interface CaptureTable {
  readonly lists: readonly string[];
  /** Persons by mask; place 0 is 0, since nobody has counted them. Length 2^k. */
  readonly counts: readonly number[];
  readonly persons: number;
}

/** 1 023 cells; a fit of ten lists takes a fraction of a second. */
export const MOST_PATTERN_LISTS = 10;

/**
 * Counts every pattern of lists; a pattern that is not stated holds nobody.
 *
 * @throws {RangeError} with fewer than two or more than ten lists, an id that stands twice or is not a list, a pattern
 *   that is empty or stated twice, or a count that is not a whole number ≥ 0
 */
export function captureTable(lists: readonly string[], patterns: readonly PatternCount[]): CaptureTable {
  if (lists.length < 2 || lists.length > MOST_PATTERN_LISTS)
    throw new RangeError(`invalid lists; not two to ${MOST_PATTERN_LISTS}: ${lists.length}`);
  if (new Set(lists).size < lists.length) throw new RangeError("invalid lists; one stands twice");
  const counts = new Array<number>(2 ** lists.length).fill(0);
  const stated = new Set<Mask>();
  for (const { members, n } of patterns) {
    const mask = maskOf(lists, members);
    if (mask === 0) throw new RangeError("invalid pattern; nobody has counted those on no list");
    if (stated.has(mask)) throw new RangeError(`invalid pattern; stated twice: ${members.join(", ")}`);
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`invalid n; not a whole number ≥ 0: ${n}`);
    stated.add(mask);
    counts[mask] = n;
  }
  return { lists, counts, persons: counts.reduce((a, b) => a + b, 0) };
}

/** @throws {RangeError} for an id that is not a list, or stands twice */
export function maskOf(lists: readonly string[], members: readonly string[]): Mask {
  let mask = 0;
  for (const id of members) {
    const place = lists.indexOf(id);
    if (place < 0) throw new RangeError(`invalid member; not a list: ${id}`);
    if ((mask & (1 << place)) !== 0) throw new RangeError(`invalid members; ${id} stands twice`);
    mask |= 1 << place;
  }
  return mask;
}

/** In the order of the lists. */
export const membersOf = (lists: readonly string[], mask: Mask): readonly string[] =>
  lists.filter((_, i) => (mask & (1 << i)) !== 0);

export const includes = (cell: Mask, term: Mask): boolean => (cell & term) === term;

export const sizeOf = (mask: Mask): number => {
  let size = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) size++;
  return size;
};

/** Persons on all lists of a term, whatever else they are on. */
export const marginOf = (counts: readonly number[], term: Mask): number =>
  counts.reduce((sum, n, cell) => (includes(cell, term) ? sum + n : sum), 0);
