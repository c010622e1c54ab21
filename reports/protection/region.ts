/** The neighbourhood of a cell: what may move while the rest of the tables stands still. */
import { partRow, rowsTouching, type HiddenPart, type PartRow } from "./components.ts";
import type { Deviations, Row } from "./deviations.ts";
import type { Terms } from "./path.ts";

export type Region = Omit<HiddenPart, "exact">;

/** Of cells that cost something, a neighbourhood takes the cheapest few a relation. */
const CHEAPEST = 6;

/**
 * The cells nearest to one, by the relations that hold them: in each all that are hidden and the cheapest of the others.
 *
 * A relation with some cells outside holds those still, so every table of a region is a table of the whole.
 *
 * `size`: how many cells at most; Infinity takes all that can have to do with it
 */
export function regionAround(deviations: Deviations, cell: number, size: number, { mayMove, costOf }: Terms): Region {
  const { rows, rowsOf, low, high } = deviations;
  const cells = new Set([cell]);
  const seen = new Set<number>();
  for (let layer: readonly number[] = [cell]; layer.length > 0 && cells.size < size;) {
    const next = new Set(layer.flatMap((member) => rowsOf[member] ?? []));
    const reached: number[] = [];
    for (const row of next) {
      if (seen.has(row) || (size !== Infinity && isLoose(rows[row]))) continue;
      seen.add(row);
      const open = [...(rows[row]?.cells ?? [])].filter((member) => !cells.has(member) && mayMove(member));
      const dear = open.filter((member) => costOf(member) > 0);
      const taken = size === Infinity ? dear : dear.sort((a, b) => costOf(a) - costOf(b)).slice(0, CHEAPEST);
      for (const member of [...open.filter((member) => costOf(member) === 0), ...taken]) {
        if (cells.size >= size) break;
        cells.add(member);
        reached.push(member);
      }
    }
    layer = reached;
  }
  const members = [...cells];
  const place = new Map(members.map((member, at) => [member, at]));
  return {
    cells: members,
    low: members.map((member) => low[member] ?? 0),
    high: members.map((member) => high[member] ?? 0),
    rows: rowsTouching(deviations, members).flatMap((row): PartRow | [] => partRow(rows[row], place) ?? []),
  };
}

/** A relation that lets its cells move by themselves. */
const isLoose = (row: Row | undefined): boolean => row === undefined || (row.low <= -LOOSE && row.high >= LOOSE);

const LOOSE = 10;
