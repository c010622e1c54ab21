/** Room for one cell: the cheapest tables in which it moves as far as its protection asks. */
import type { LpSolver } from "../stats/lp.ts";
import type { Deviations } from "./deviations.ts";
import type { Evidence, Table } from "./evidence.ts";
import { cheapestPath, type Terms } from "./path.ts";
import { regionAround, type Region } from "./region.ts";
import { cheapestShift, costOfTable, farthest, type Shift } from "./shift.ts";

/** Sizes of the neighbourhood in which a programme looks for room where rings find none, in turn. */
export const REGIONS = [150, 400, 1_000, Infinity];

export interface Room {
  /** What was found for the cell, be it not enough; `evidence` rests on them, so their cells must be hidden. */
  readonly tables: readonly Table[];
  readonly enough: boolean;
}

/** Moves a cell as far as its protection asks, up, down or both. `evidence` learns from the tables. */
export function giveRoom(
  deviations: Deviations,
  target: number,
  evidence: Evidence,
  terms: Terms,
  regions: readonly number[],
  solver: LpSolver,
): Room {
  const width = deviations.system.cells[target]?.protection ?? 0;
  const tables: Table[] = [];
  const take = (shift: Shift) => {
    evidence.learn(shift.table);
    tables.push(shift.table);
  };
  for (const size of [0, ...regions]) {
    if (evidence.width(target) >= width) return { tables, enough: true };
    const region = size === 0 ? undefined : regionAround(deviations, target, size, terms);
    const room = { up: deviations.high[target] ?? 0, down: deviations.low[target] ?? 0 };
    const shift = (by: number): Shift | undefined => {
      if (by === 0) return undefined;
      if (region !== undefined) return cheapestShift(region, by, terms.costOf, solver);
      const table = cheapestPath(deviations, target, by, terms);
      return table && { table, cost: costOfTable(table, terms.costOf) };
    };
    // The whole width one way, the whole width the other way, or as far as it gets one way and the rest the other.
    const up = Math.min(room.up, width + evidence.down(target));
    const down = Math.max(room.down, evidence.up(target) - width);
    const upwards = up - evidence.down(target) >= width ? shift(up) : undefined;
    const isFree = upwards !== undefined && upwards.cost === 0;
    const downwards = !isFree && evidence.up(target) - down >= width ? shift(down) : undefined;
    const [cheapest] = [upwards, downwards].flatMap((found) => found ?? []).sort((a, b) => a.cost - b.cost);
    if (cheapest !== undefined) take(cheapest);
    else if (region === undefined) stepwise(room, width, target, evidence, shift, take);
    else asFar(region, width, target, evidence, shift, take, solver);
    if (region !== undefined && size === Infinity) break;
  }
  return { tables, enough: evidence.width(target) >= width };
}

/** Both ways, as far as each goes, when neither is enough alone. */
function stepwise(
  room: { readonly up: number; readonly down: number },
  width: number,
  target: number,
  evidence: Evidence,
  shift: (by: number) => Shift | undefined,
  take: (shift: Shift) => void,
): void {
  for (const direction of [1, -1]) {
    const most = Math.min(width, direction > 0 ? room.up : -room.down);
    // Less than this is of no use, however far the cell goes the other way.
    const least = Math.max(1, width - (direction > 0 ? -room.down : room.up));
    for (let by = most; by >= least && evidence.width(target) < width; by--) {
      const reached = direction > 0 ? evidence.up(target) : -evidence.down(target);
      if (by <= reached) break;
      const found = shift(direction * by);
      if (found === undefined) continue;
      take(found);
      break;
    }
    if (direction > 0 && evidence.up(target) < least) return;
  }
}

/** The same in a neighbourhood where a programme says how far each goes. */
function asFar(
  region: Region,
  width: number,
  target: number,
  evidence: Evidence,
  shift: (by: number) => Shift | undefined,
  take: (shift: Shift) => void,
  solver: LpSolver,
): void {
  for (const sense of ["maximise", "minimise"] as const) {
    if (evidence.width(target) >= width) return;
    const far = farthest(region, sense, solver);
    const by =
      sense === "maximise" ? Math.min(far, width + evidence.down(target)) : Math.max(far, evidence.up(target) - width);
    if (by <= evidence.up(target) && by >= evidence.down(target)) continue;
    const found = shift(by);
    if (found !== undefined) take(found);
  }
}
