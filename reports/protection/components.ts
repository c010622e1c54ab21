/** Hidden cells fall into parts that no relation ties together: each can be attacked alone. */
import type { Deviations, Row } from "./deviations.ts";
import { narrow, reachOf, type Narrowed } from "./narrow.ts";

export interface HiddenPart {
  /** Positions in the system. */
  readonly cells: readonly number[];
  /** Bounds of the difference of each, in the order of `cells`. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Relations by position in `cells`, without what the bounds already say. */
  readonly rows: readonly PartRow[];
  /** The bounds are what an attacker can find out, no more and no less: no programme is needed. */
  readonly exact: boolean;
}

export interface PartRow {
  readonly terms: readonly (readonly [cell: number, coefficient: number])[];
  readonly low: number;
  readonly high: number;
}

/**
 * Parts of the hidden cells that can still be something else; a hidden cell in none of them is known exactly.
 *
 * Bounds are exact in a part whose relations form no ring and only add and subtract: each relation then passes on exactly
 * what its cells may be, and no two relations can disagree.
 */
export function hiddenParts(deviations: Deviations, hidden: ReadonlySet<number>): readonly HiddenPart[] {
  const narrowed = narrow(deviations, hidden);
  const open = [...hidden].filter((cell) => isOpen(narrowed, cell)).sort((a, b) => a - b);
  const rows = rowsTouching(deviations, open).filter((row) => says(deviations, row, narrowed));
  const groups = new Groups(deviations.low.length);
  const openCells = (row: number) => [...(deviations.rows[row]?.cells ?? [])].filter((cell) => isOpen(narrowed, cell));
  for (const row of rows) {
    const [first, ...rest] = openCells(row);
    for (const cell of rest) groups.join(first ?? cell, cell);
  }
  const parts = new Map<number, { cells: number[]; rows: number[] }>();
  for (const cell of open) {
    const group = groups.of(cell);
    const part = parts.get(group);
    if (part === undefined) parts.set(group, { cells: [cell], rows: [] });
    else part.cells.push(cell);
  }
  for (const row of rows) {
    const [first] = openCells(row);
    if (first !== undefined) parts.get(groups.of(first))?.rows.push(row);
  }
  return [...parts.values()].map(({ cells, rows }) => partOf(deviations, cells, rows, narrowed));
}

const isOpen = ({ low, high }: Narrowed, cell: number): boolean => low[cell] !== 0 || high[cell] !== 0;

/** Positions of the relations that name any of the cells, in order. */
export const rowsTouching = ({ rowsOf }: Deviations, cells: readonly number[]): readonly number[] =>
  [...new Set(cells.flatMap((cell) => rowsOf[cell] ?? []))].sort((a, b) => a - b);

/** Whether a relation rules anything out that the bounds allow. */
function says({ rows }: Deviations, position: number, narrowed: Narrowed): boolean {
  const row = rows[position];
  if (row === undefined) return false;
  const reach = reachOf(row, narrowed);
  const low = reach.lowInfinite > 0 ? -Infinity : reach.low;
  const high = reach.highInfinite > 0 ? Infinity : reach.high;
  return low < row.low - 1e-9 || high > row.high + 1e-9;
}

function partOf(
  deviations: Deviations,
  cells: readonly number[],
  rows: readonly number[],
  narrowed: Narrowed,
): HiddenPart {
  const place = new Map(cells.map((cell, i) => [cell, i]));
  const partRows = rows.flatMap((row) => partRow(deviations.rows[row], place) ?? []);
  const entries = partRows.reduce((sum, { terms }) => sum + terms.length, 0);
  const plain = partRows.every(({ terms }) => terms.every(([, coefficient]) => Math.abs(coefficient) === 1));
  return {
    cells,
    low: cells.map((cell) => narrowed.low[cell] ?? 0),
    high: cells.map((cell) => narrowed.high[cell] ?? 0),
    rows: partRows,
    // A connected graph of cells and relations is a tree when it has one edge fewer than nodes.
    exact: plain && !rows.some((row) => narrowed.unsettled.has(row)) && entries === cells.length + rows.length - 1,
  };
}

/** A relation over the cells that have a place, the others standing still. */
export const partRow = (row: Row | undefined, place: ReadonlyMap<number, number>): PartRow | undefined =>
  row && {
    terms: Array.from(row.cells, (cell, i) => [place.get(cell) ?? -1, row.coefficients[i] ?? 0] as const).filter(
      ([at]) => at >= 0,
    ),
    low: row.low,
    high: row.high,
  };

/** Union–find with path halving. */
export class Groups {
  readonly #parent: Int32Array;
  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }
  of(item: number): number {
    let at = item;
    for (let up = this.#parent[at] ?? at; up !== at; up = this.#parent[at] ?? at) {
      const above = this.#parent[up] ?? up;
      this.#parent[at] = above;
      at = above;
    }
    return at;
  }
  join(a: number, b: number): void {
    this.#parent[this.of(b)] = this.of(a);
  }
}
