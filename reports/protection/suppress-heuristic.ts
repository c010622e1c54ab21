/**
 * Secondary suppression one exposed cell at a time: the cheapest cells that give it room are hidden, and what later turns
 * out not to be needed is shown again. Always ends with every cell protected that can be; not always at least cost.
 */
import type { LpSolver } from "../stats/lp.ts";
import type { Deviations } from "./deviations.ts";
import type { Evidence } from "./evidence.ts";
import { narrow } from "./narrow.ts";
import { EFFORT, onlyOf, type Terms } from "./path.ts";
import { giveRoom, REGIONS } from "./room.ts";

/**
 * Cells of a system in which only the neighbourhood of a cell is searched before its sums are given up: programmes over
 * everything would take minutes.
 */
const LARGE = 5_000;
const NEAR = REGIONS.slice(0, 1);

/** Beyond these, a cell that rings cannot do without stays hidden: in a large study they would take longer than all else. */
const MOST_PROGRAMMES = 250;

const dearestOf = ({ system }: Deviations): number => Math.max(...system.cells.map(({ cost }) => cost));

/**
 * Hides more until each target has its width.
 *
 * `hidden`: is added to
 * @returns targets that cannot have it, whatever is hidden
 */
export function hideMore(
  deviations: Deviations,
  hidden: Set<number>,
  targets: readonly number[],
  evidence: Evidence,
  solver: LpSolver,
  onTarget: () => void,
): readonly number[] {
  const { cells } = deviations.system;
  const costOf = (cell: number) => (hidden.has(cell) ? 0 : (cells[cell]?.cost ?? 0));
  const mayMove = (cell: number) => cells[cell]?.state !== "shown";
  const terms: Terms = { costOf, mayMove, dearest: dearestOf(deviations), effort: EFFORT };
  const exposed: number[] = [];
  const everything = new Set(cells.flatMap(({ state }, cell) => (state === "shown" ? [] : [cell])));
  const attainable = narrow(deviations, everything);
  for (const target of targets) {
    const most = (attainable.high[target] ?? 0) - (attainable.low[target] ?? 0);
    if (most < (cells[target]?.protection ?? 0)) {
      exposed.push(target);
      onTarget();
      continue;
    }
    const isEnough = (regions: readonly number[]): boolean => {
      const { tables, enough } = giveRoom(deviations, target, evidence, terms, regions, solver);
      for (const table of tables) for (const cell of table.keys()) hidden.add(cell);
      return enough;
    };
    let found = isEnough(cells.length > LARGE ? NEAR : REGIONS);
    if (!found && cells.length > LARGE) {
      for (const sum of sumsOver(deviations, target)) hidden.add(sum);
      found = isEnough(REGIONS);
    }
    if (!found) exposed.push(target);
    onTarget();
  }
  return exposed;
}

/**
 * Shows again what is not needed, the dearest first.
 *
 * `hidden`: is taken from
 * `candidates`: cells that may be shown again
 * `evidence`: is kept to tables of what stays hidden
 */
export function showAgain(
  deviations: Deviations,
  hidden: Set<number>,
  candidates: readonly number[],
  targets: readonly number[],
  evidence: Evidence,
  solver: LpSolver,
  onCandidate: () => void,
): void {
  const { cells } = deviations.system;
  const dearestFirst = [...candidates].sort((a, b) => (cells[b]?.cost ?? 0) - (cells[a]?.cost ?? 0) || a - b);
  const reliance = evidence.reliance(targets);
  const terms = onlyOf(hidden);
  let programmes = MOST_PROGRAMMES;
  for (const candidate of dearestFirst) {
    onCandidate();
    if (isLastHelp(deviations, hidden, candidate)) continue;
    hidden.delete(candidate);
    const relying = [...(reliance.get(candidate) ?? [])];
    const left = evidence.without(candidate, relying);
    const stands = relying.every((target) => {
      const enough = left.width(target) >= (cells[target]?.protection ?? 0);
      if (enough || giveRoom(deviations, target, left, terms, [], solver).enough) return true;
      return programmes-- > 0 && giveRoom(deviations, target, left, terms, NEAR, solver).enough;
    });
    if (!stands) {
      hidden.add(candidate);
      continue;
    }
    for (const target of relying) {
      evidence.replace(target, left);
      for (const table of evidence.tablesOf(target)) {
        for (const cell of table.keys()) {
          const own = reliance.get(cell);
          if (own === undefined) reliance.set(cell, new Set([target]));
          else own.add(target);
        }
      }
    }
  }
}

/** The free sums that a cell is part of, and those that they are part of in turn. */
function sumsOver({ rows, rowsOf, system }: Deviations, target: number): ReadonlySet<number> {
  const sums = new Set<number>();
  for (let parts = [target]; parts.length > 0;) {
    const [part = -1] = parts.splice(0, 1);
    for (const position of rowsOf[part] ?? []) {
      const row = rows[position];
      if (row === undefined || row.low !== 0 || row.high !== 0) continue;
      const own = row.coefficients[row.cells.indexOf(part)] ?? 0;
      row.cells.forEach((cell, i) => {
        const isSum = row.coefficients[i] === -1 && own === 1 && system.cells[cell]?.state === "free";
        if (!isSum || sums.has(cell)) return;
        sums.add(cell);
        parts.push(cell);
      });
    }
  }
  return sums;
}

/** Whether some sum would give a protected cell away by itself: no table needs to be sought then. */
function isLastHelp({ rows, rowsOf, low, high, system }: Deviations, hidden: ReadonlySet<number>, candidate: number) {
  const roomOf = (cell: number) => (high[cell] ?? 0) - (low[cell] ?? 0);
  return (rowsOf[candidate] ?? []).some((position) => {
    const row = rows[position];
    if (row === undefined || row.low !== row.high || row.coefficients.some((c) => Math.abs(c) !== 1)) return false;
    const others = [...row.cells].filter((cell) => cell !== candidate && hidden.has(cell));
    return others.some((cell) => {
      const need = system.cells[cell]?.protection ?? 0;
      return need > 0 && others.reduce((sum, other) => (other === cell ? sum : sum + roomOf(other)), 0) < need;
    });
  });
}
