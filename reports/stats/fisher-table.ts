/** Steps after which an exact answer is given up: some seconds. A way of filling columns that is kept costs thirty. */
const MOST_STEPS = 30_000_000;
const COST_OF_KEEPING = 30;
const MOST_PERSONS = 100_000;

/**
 * Fisher's exact test of a table of any size (Freeman & Halton): the probability, margins held fixed, of all tables that
 * are at most as likely as the one seen (R's rule, with its relative tolerance of 1e-7).
 *
 * The first half of the columns is counted out once for every way in which it may use up the rows; the second half is
 * then walked through, and each way looked up among the first ones. Exact, and the work grows steeply with the counts.
 *
 * @param table whole numbers ≥ 0, rows of equal length
 * @returns the p-value; 1 where fewer than two rows or columns hold anything; undefined where there are too many tables
 *   to go through
 * @throws {RangeError} when the rows differ in length or a cell is not a whole number ≥ 0
 * @see Freeman & Halton (1951) Biometrika 38, 141–149; R: fisher.test(table)
 *
 * @example
 * fisherTable([[1, 3, 10, 6], [2, 3, 10, 7], [1, 6, 14, 12], [0, 1, 9, 11]]); // 0.7827
 */
export function fisherTable(table: readonly (readonly number[])[]): number | undefined {
  const width = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== width)) throw new RangeError("invalid table; rows differ in length");
  for (const cell of table.flat())
    if (!Number.isInteger(cell) || cell < 0) throw new RangeError(`invalid cell; not a whole number ≥ 0: ${cell}`);
  const across = table[0]?.map((_, j) => table.map((row) => row[j] ?? 0)) ?? [];
  const sums = [table, across].map((rows) => rows.map((row) => row.reduce((a, b) => a + b, 0)).filter((n) => n > 0));
  // The shorter side makes the state that is kept; the longer one is gone through, its largest sums last.
  const [rows = [], columns = []] = sums.sort((a, b) => a.length - b.length);
  if (rows.length < 2) return 1;
  columns.sort((a, b) => a - b);
  const n = rows.reduce((a, b) => a + b, 0);
  if (n > MOST_PERSONS) return undefined;
  const logFactorial = [0];
  for (let i = 1; i <= n; i++) logFactorial.push((logFactorial[i - 1] ?? 0) + Math.log(i));
  const logOf = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + (logFactorial[cell] ?? 0), 0);
  // A table has probability exp(margins − cells): it is at most as likely where its cells weigh at least as much.
  const least = logOf(table.flat()) - 1e-7;
  const margins = logOf(rows) + logOf(columns) - (logFactorial[n] ?? 0);

  let steps = 0;
  /** Calls `visit` with what is left of the rows, and the weight, for each way of taking `count` from them. */
  const take = (left: readonly number[], count: number, visit: (left: readonly number[], weight: number) => void) => {
    const rest = [...left];
    let room = left.reduce((a, b) => a + b, 0);
    const go = (row: number, missing: number, weight: number) => {
      const have = left[row] ?? 0;
      if (row === left.length - 1) {
        steps++;
        rest[row] = have - missing;
        visit(rest, weight + (logFactorial[missing] ?? 0));
        return;
      }
      room -= have;
      for (let cell = Math.max(0, missing - room); cell <= Math.min(have, missing) && steps <= MOST_STEPS; cell++) {
        rest[row] = have - cell;
        go(row + 1, missing - cell, weight + (logFactorial[cell] ?? 0));
      }
      room += have;
    };
    go(0, count, 0);
  };

  interface Node {
    readonly left: readonly number[];
    readonly weights: number[];
  }
  const half = Math.floor(columns.length / 2);
  let nodes: readonly Node[] = [{ left: rows, weights: [0] }];
  for (const count of columns.slice(0, half)) {
    const next = new Map<string, Node>();
    for (const node of nodes) {
      if (steps > MOST_STEPS) return undefined;
      take(node.left, count, (left, weight) => {
        const key = left.join(" ");
        const reached = next.get(key) ?? { left: [...left], weights: [] };
        next.set(key, reached);
        for (const before of node.weights) reached.weights.push(before + weight);
        steps += COST_OF_KEEPING * node.weights.length;
      });
    }
    nodes = [...next.values()];
  }

  let p = 0;
  for (const { left, weights } of nodes) {
    if (steps > MOST_STEPS) return undefined;
    weights.sort((a, b) => b - a);
    // Relative to the most likely way, so that no power leaves the range of numbers.
    const lightest = weights.at(-1) ?? 0;
    const upTo = [0];
    for (const [i, weight] of weights.entries()) upTo.push((upTo[i] ?? 0) + Math.exp(lightest - weight));
    const walk = (column: number, rest: readonly number[], before: number) => {
      if (column === columns.length - 1) {
        steps++;
        const after = before + logOf(rest);
        let [low, high] = [0, weights.length];
        while (low < high) {
          const middle = (low + high) >> 1;
          if ((weights[middle] ?? 0) + after >= least) low = middle + 1;
          else high = middle;
        }
        p += (upTo[low] ?? 0) * Math.exp(margins - lightest - after);
      } else take(rest, columns[column] ?? 0, (next, weight) => walk(column + 1, next, before + weight));
    };
    walk(half, left, 0);
  }
  return steps > MOST_STEPS ? undefined : Math.min(1, p);
}
