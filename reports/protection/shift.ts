/**
 * The cheapest way to move one cell: which others have to move with it.
 *
 * What moves must be hidden, so this is the question that every heuristic for secondary suppression asks (Kelly, Golden
 * & Assad 1992, Networks 22:397–417; Castro 2007, European Journal of Operational Research 181:1213–1226).
 */
import type { LpSolver } from "../stats/lp.ts";
import { wholeTable } from "./attack-part.ts";
import type { Table } from "./evidence.ts";
import type { Region } from "./region.ts";

export interface Shift {
  readonly table: Table;
  /** The sum of what it costs to hide the cells that move. */
  readonly cost: number;
}

/** Nodes of the search for whole numbers where the linear programme gives fractions. */
const MOST_NODES = 500;
/** Cells of a neighbourhood. */
const NEAR = 1_000;
/** In a neighbourhood, beyond which a larger one is searched; one node of some takes a second. */
const MOST_NODES_NEAR = 10;

/**
 * Moves the first cell of a region.
 *
 * `by`: how far at least: above 0 is up, below 0 is down
 * `costOf`: what it costs to let a cell move at all
 * @returns undefined where the region allows no such table
 */
export function cheapestShift(
  region: Region,
  by: number,
  costOf: (cell: number) => number,
  solver: LpSolver,
): Shift | undefined {
  for (const whole of [false, true]) {
    const found = solveShift(region, by, costOf, solver, whole);
    if (found === "impossible") return undefined;
    const table = found && wholeTable({ ...region, exact: false }, found);
    if (table !== undefined) return shiftOf(region, table, costOf);
  }
  return undefined;
}

/** How far the first cell of a region can move at most, fractions left out. */
export function farthest(region: Region, sense: "maximise" | "minimise", solver: LpSolver): number {
  const session = solver.open({ low: region.low, high: region.high, constraints: region.rows });
  try {
    session.setCost(0, 1);
    const result = session.optimise(sense);
    if (result.status === "optimal") return Math.trunc(result.value + (sense === "maximise" ? 1e-6 : -1e-6));
    return sense === "maximise" ? Infinity : -Infinity;
  } finally {
    session.close();
  }
}

function shiftOf(region: Region, differences: Float64Array, costOf: (cell: number) => number): Shift {
  const moved = region.cells.flatMap((cell, at): [number, number][] =>
    differences[at] ? [[cell, differences[at]]] : [],
  );
  const moves = new Map(moved);
  return { table: moves, cost: costOfTable(moves, costOf) };
}

export const costOfTable = (table: Table, costOf: (cell: number) => number): number =>
  [...table.keys()].reduce((sum, cell) => sum + costOf(cell), 0);

/** Keeps tables small where nothing else tells them apart. */
const LITTLE = 1e-3;

/** Each cell as a way up and a way down, with a price a person. */
function solveShift(
  { cells, low, high, rows }: Region,
  by: number,
  costOf: (cell: number) => number,
  solver: LpSolver,
  whole: boolean,
): Float64Array | "impossible" | undefined {
  const dearest = Math.max(...cells.map(costOf)) || 1;
  const price = (cell: number, room: number) =>
    room === 0 ? 0 : (costOf(cell) / dearest + LITTLE / 10) / Math.min(Math.abs(by), room);
  const session = solver.open({
    low: cells.flatMap((_, at) => (at === 0 ? [Math.max(0, by), Math.max(0, -by)] : [0, 0])),
    high: cells.flatMap((_, at) => {
      const ends = [high[at] ?? 0, -(low[at] ?? 0)];
      return at === 0 ? [by > 0 ? (ends[0] ?? 0) : 0, by > 0 ? 0 : (ends[1] ?? 0)] : ends;
    }),
    constraints: rows.map((row) => ({
      low: row.low,
      high: row.high,
      terms: row.terms.flatMap(([at, coefficient]) => [
        [2 * at, coefficient] as const,
        [2 * at + 1, -coefficient] as const,
      ]),
    })),
    ...(whole ? { whole: cells.flatMap(() => [true, true]) } : {}),
  });
  try {
    cells.forEach((cell, at) => {
      session.setCost(2 * at, price(cell, high[at] ?? 0));
      session.setCost(2 * at + 1, price(cell, -(low[at] ?? 0)));
    });
    const result = session.optimise("minimise", { nodes: cells.length > NEAR ? MOST_NODES : MOST_NODES_NEAR });
    if (result.status === "infeasible") return "impossible";
    const variables = result.status === "unbounded" ? undefined : result.variables;
    return variables && Float64Array.from(cells, (_, at) => (variables[2 * at] ?? 0) - (variables[2 * at + 1] ?? 0));
  } finally {
    session.close();
  }
}
