/** Ranks from 1, equal values sharing the mean of their places, and how large the groups of equal values are. */
export interface Ranked {
  /** In the order of the values. */
  readonly ranks: readonly number[];
  /** Sizes of the groups of equal values, also those of one. */
  readonly ties: readonly number[];
}

/**
 * Mid-ranks: the smallest value has rank 1.
 *
 * @param values finite numbers; an empty list gives an empty list
 * @see R: rank(values, ties.method = "average")
 *
 * @example
 * midRanks([3, 1, 3]); // ranks 2.5, 1, 2.5; ties 1, 2
 */
export function midRanks(values: readonly number[]): Ranked {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  const ties: number[] = [];
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? -1] === values[order[start] ?? -1]) end++;
    for (const i of order.slice(start, end)) ranks[i] = (start + 1 + end) / 2;
    ties.push(end - start);
    start = end;
  }
  return { ranks, ties };
}
