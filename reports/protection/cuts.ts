/**
 * Why a cell is exposed, as a condition on what is hidden: the dual values of the attacker's programmes say how much room
 * each cell would give if it were hidden too, whatever else is (Fischetti & Salazar-González 2001, capacity constraints).
 */
import type { LpSession, LpSolver } from "../stats/lp.ts";
import { rowsTouching } from "./components.ts";
import type { Deviations } from "./deviations.ts";
import { regionAround, type Region } from "./region.ts";

/** Σ room × hidden ≥ need; room is never more than need. Cells hidden from the start are counted already. */
export interface Cut {
  readonly room: ReadonlyMap<number, number>;
  readonly need: number;
}

/** How much of each cell is hidden: 1 from the start, what the programme proposes for free cells, 0 for shown ones. */
export interface Proposal {
  readonly share: (cell: number) => number;
  readonly isFree: (cell: number) => boolean;
  /** Whether each free cell is either hidden or shown; halves are proposals of the programme without whole numbers. */
  readonly isWhole: boolean;
}

/** @returns for targets that a proposal leaves exposed a condition that every set protecting them fulfils, and it does not */
export function cutsAgainst(
  deviations: Deviations,
  proposal: Proposal,
  targets: readonly number[],
  solver: LpSolver,
): readonly Cut[] {
  const left = new Set(targets);
  const cuts: Cut[] = [];
  const mayMove = (cell: number) => proposal.share(cell) > LEAST_SHARE;
  for (const target of targets) {
    if (!left.has(target)) continue;
    // All that hangs together with a target: the programme is built once for the targets in it.
    const region = regionAround(deviations, target, Infinity, { ...EVERYTHING, mayMove });
    const part = (ends: readonly number[]) =>
      ends.map((end, at) => partOf(end, proposal.share(region.cells[at] ?? -1)));
    const session = solver.open({ low: part(region.low), high: part(region.high), constraints: region.rows });
    try {
      for (const [at, cell] of region.cells.entries()) {
        if (!left.delete(cell)) continue;
        const worth = worthOfRelations(deviations, region, at, session);
        cuts.push(...cutOf(deviations, proposal, cell, worth));
      }
    } finally {
      session.close();
    }
  }
  return cuts;
}

/** Of a cell that is hidden in part the same part of its room; what has no end has one there, as far as cells ever go. */
const partOf = (end: number, share: number): number =>
  share >= 1 - LEAST_SHARE ? end : Math.sign(end) * Math.min(Math.abs(end), FAR) * share;

const LEAST_SHARE = 1e-6;
const FAR = 1_000;

const EVERYTHING = { costOf: () => 0, dearest: 1, effort: Infinity };

function cutOf(
  deviations: Deviations,
  proposal: Proposal,
  target: number,
  worth: readonly ReadonlyMap<number, number>[] | undefined,
): readonly Cut[] {
  const width = deviations.system.cells[target]?.protection ?? 0;
  const cut = worth && capacity(deviations, target, worth, width, proposal);
  const given = [...(cut?.room ?? [])].reduce((sum, [cell, room]) => sum + room * proposal.share(cell), 0);
  if (cut !== undefined && given < cut.need - 1e-4) return [cut];
  if (!proposal.isWhole) return [];
  // Whole numbers leave less than fractions do: at least one more cell.
  const more = deviations.system.cells.flatMap((_, cell) =>
    proposal.isFree(cell) && proposal.share(cell) === 0 ? [cell] : [],
  );
  return [{ room: new Map(more.map((cell) => [cell, 1])), need: 1 }];
}

/** Dual values of the two attackers of a cell, upwards and downwards, by position of the relation. */
function worthOfRelations(
  deviations: Deviations,
  region: Region,
  at: number,
  session: LpSession,
): readonly ReadonlyMap<number, number>[] | undefined {
  const positions = rowsTouching(deviations, region.cells);
  const found: Map<number, number>[] = [];
  session.setCost(at, 1);
  for (const sense of ["maximise", "minimise"] as const) {
    const result = session.optimise(sense);
    if (result.status !== "optimal") break;
    const sign = sense === "maximise" ? 1 : -1;
    const duals = positions.map((row, i): [number, number] => [row, sign * tidy(result.duals[i] ?? 0)]);
    found.push(new Map(duals.filter(([, dual]) => dual !== 0)));
  }
  session.setCost(at, 0);
  return found.length === 2 ? found : undefined;
}

/** Any multipliers make a valid condition; round ones make one without noise. */
const tidy = (dual: number): number => Math.round(dual * 1e6) / 1e6;

function capacity(
  { system, rows, low, high }: Deviations,
  target: number,
  worth: readonly ReadonlyMap<number, number>[],
  width: number,
  { isFree, share }: Proposal,
): Cut | undefined {
  const room = new Map<number, number>();
  let need = width;
  for (const [which, duals] of worth.entries()) {
    // The target's difference (downwards: its opposite) as a sum over relations and cells.
    const weights = new Map([[target, which === 0 ? 1 : -1]]);
    for (const [position, dual] of duals) {
      const row = rows[position];
      if (row === undefined) continue;
      need -= Math.max(times(dual, row.low), times(dual, row.high));
      for (let i = 0; i < row.cells.length; i++) {
        const cell = row.cells[i] ?? 0;
        weights.set(cell, (weights.get(cell) ?? 0) - dual * (row.coefficients[i] ?? 0));
      }
    }
    for (const [cell, raw] of weights) {
      const weight = Math.abs(raw) < 1e-9 ? 0 : raw;
      const most = Math.max(times(weight, low[cell] ?? 0), times(weight, high[cell] ?? 0));
      if (most === 0 || system.cells[cell]?.state === "shown") continue;
      if (isFree(cell)) room.set(cell, (room.get(cell) ?? 0) + most);
      else if (share(cell) > 0) need -= most;
    }
  }
  if (!(need > 1e-9)) return undefined;
  return { room: new Map([...room].map(([cell, most]) => [cell, Math.min(most, need)])), need };
}

const times = (factor: number, end: number): number => (factor === 0 || end === 0 ? 0 : factor * end);
