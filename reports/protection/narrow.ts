/** Bounds that follow from one relation at a time, repeated until nothing more follows. */
import type { Deviations } from "./deviations.ts";

export interface Narrowed {
  /** Bounds on the difference of every cell; 0 and 0 for those that are shown. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Relations that were left before they had nothing more to say: there cells narrow each other by a person at a time. */
  readonly unsettled: ReadonlySet<number>;
}

/** How often one relation is read again before narrowing gives way to programmes. */
const MOST_READINGS = 40;

/** What each hidden cell is at most known to be: valid for every cell, and exact where no relations form a ring. */
export function narrow({ rows, rowsOf, low, high }: Deviations, hidden: ReadonlySet<number>): Narrowed {
  const bounds = { low: new Float64Array(low.length), high: new Float64Array(high.length) };
  const queued = new Uint8Array(rows.length);
  const readings = new Uint8Array(rows.length);
  const queue: number[] = [];
  const ask = (row: number) => {
    if (queued[row]) return;
    queued[row] = 1;
    queue.push(row);
  };
  for (const cell of hidden) {
    bounds.low[cell] = low[cell] ?? 0;
    bounds.high[cell] = high[cell] ?? 0;
    rowsOf[cell]?.forEach(ask);
  }
  const unsettled = new Set<number>();
  // The queue grows while it is read.
  for (const next of queue) {
    queued[next] = 0;
    const row = rows[next];
    if (row === undefined) continue;
    readings[next] = (readings[next] ?? 0) + 1;
    if ((readings[next] ?? 0) > MOST_READINGS) {
      unsettled.add(next);
      continue;
    }
    for (const cell of narrowBy(row, bounds)) rowsOf[cell]?.forEach(ask);
  }
  return { ...bounds, unsettled };
}

type Bounds = Pick<Narrowed, "low" | "high">;

/** What a relation is at least and at most by the bounds of its cells. Infinite ends are counted apart. */
export function reachOf({ cells, coefficients }: Deviations["rows"][number], { low, high }: Bounds) {
  const reach = { low: 0, high: 0, lowInfinite: 0, highInfinite: 0 };
  for (let i = 0; i < cells.length; i++) {
    const [least, most] = contribution(cells[i] ?? 0, coefficients[i] ?? 0, low, high);
    if (least === -Infinity) reach.lowInfinite++;
    else reach.low += least;
    if (most === Infinity) reach.highInfinite++;
    else reach.high += most;
  }
  return reach;
}

function contribution(cell: number, coefficient: number, low: Float64Array, high: Float64Array): [number, number] {
  const [least, most] = [low[cell] ?? 0, high[cell] ?? 0];
  if (coefficient > 0) return [coefficient * least, coefficient * most];
  return [most === 0 ? 0 : coefficient * most, least === 0 ? 0 : coefficient * least];
}

/** @returns the cells whose bounds moved */
function narrowBy(row: Deviations["rows"][number], bounds: Bounds): readonly number[] {
  const { low, high } = bounds;
  const reach = reachOf(row, bounds);
  const moved: number[] = [];
  for (let i = 0; i < row.cells.length; i++) {
    const [cell, coefficient] = [row.cells[i] ?? 0, row.coefficients[i] ?? 0];
    if (low[cell] === 0 && high[cell] === 0) continue;
    const [least, most] = contribution(cell, coefficient, low, high);
    const othersLow = othersReach(reach.low, reach.lowInfinite, least, -Infinity);
    const othersHigh = othersReach(reach.high, reach.highInfinite, most, Infinity);
    const ends = [(row.low - othersHigh) / coefficient, (row.high - othersLow) / coefficient];
    const newLow = Math.ceil(Math.min(...ends) - 1e-9);
    const newHigh = Math.floor(Math.max(...ends) + 1e-9);
    if (newLow > (low[cell] ?? 0) || newHigh < (high[cell] ?? 0)) {
      low[cell] = Math.max(low[cell] ?? 0, newLow);
      high[cell] = Math.min(high[cell] ?? 0, newHigh);
      moved.push(cell);
      // The sums of the others follow, so that one reading does as much as it can.
      const [after, afterMost] = contribution(cell, coefficient, low, high);
      if (least === -Infinity && after !== -Infinity) reach.lowInfinite--;
      if (most === Infinity && afterMost !== Infinity) reach.highInfinite--;
      reach.low += (after === -Infinity ? 0 : after) - (least === -Infinity ? 0 : least);
      reach.high += (afterMost === Infinity ? 0 : afterMost) - (most === Infinity ? 0 : most);
    }
  }
  return moved;
}

/** The sum of the others: infinite when one of them is. */
const othersReach = (sum: number, infinite: number, own: number, end: number): number => {
  const isEnd = own === end;
  if (infinite > (isEnd ? 1 : 0)) return end;
  return isEnd ? sum : sum - own;
};
