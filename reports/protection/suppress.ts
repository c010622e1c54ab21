/** Which counts have to be hidden beside the small ones, so that these cannot be worked out. */
import type { LpSolver } from "../stats/lp.ts";
import { attackKnowing } from "./attack.ts";
import type { CellInterval, CountSystem } from "./count-system.ts";
import { deviationsOf } from "./deviations.ts";
import { leastCost } from "./suppress-exact.ts";
import { Evidence } from "./evidence.ts";
import { hideMore, showAgain } from "./suppress-heuristic.ts";

export interface Suppression {
  /** All hidden cells, those from the start among them; positions in `cells`. */
  readonly hidden: ReadonlySet<number>;
  /** `optimal`: no cheaper set protects as well. `none-needed`: what was hidden from the start is enough. */
  readonly method: "optimal" | "heuristic" | "none-needed";
  /** What an attacker can find out of every hidden cell, in the order of `cells`. */
  readonly intervals: readonly CellInterval[];
  /** Cells that cannot have their protection even if everything that may be hidden is. */
  readonly exposed: readonly number[];
}

export interface SuppressOptions {
  readonly solver: LpSolver;
  /** 0 … 1, never falling. */
  readonly onProgress?: (done: number) => void;
}

/** Where on the bar each stage ends. */
const HIDDEN = 0.35;
const SHOWN_AGAIN = 0.6;
const PROVED_LEAST = 0.95;

/**
 * Hides free cells until every cell with protection has an interval at least that wide, at least cost where the system is
 * small enough for a proof. Ends with the attack on every hidden cell, whatever the method: that is the proof.
 *
 * A free cell with protection is hidden from the start, since a shown cell has no width.
 *
 * @throws {RangeError} when the true values break a relation or a prior bound
 * @throws {Error} when the solver stops without an answer
 */
export function suppressCells(system: CountSystem, { solver, onProgress }: SuppressOptions): Suppression {
  const deviations = deviationsOf(system);
  const start = new Set(
    system.cells.flatMap(({ state, protection }, cell) =>
      state === "hidden" || (state === "free" && protection > 0) ? [cell] : [],
    ),
  );
  const targets = [...start].filter((cell) => (system.cells[cell]?.protection ?? 0) > 0);
  const step = (from: number, to: number, of: number) => {
    let done = 0;
    return () => onProgress?.(from + (to - from) * (++done / of));
  };
  const evidence = new Evidence();
  let hidden = new Set(start);
  const lost = new Set(hideMore(deviations, hidden, targets, evidence, solver, step(0, HIDDEN, targets.length)));
  const kept = targets.filter((target) => !lost.has(target));
  const secondary = [...hidden].filter((cell) => !start.has(cell));
  showAgain(deviations, hidden, secondary, kept, evidence, solver, step(HIDDEN, SHOWN_AGAIN, secondary.length));
  const least =
    hidden.size > start.size
      ? leastCost(deviations, start, kept, solver, (share) =>
          onProgress?.(SHOWN_AGAIN + (PROVED_LEAST - SHOWN_AGAIN) * share),
        )
      : undefined;
  if (least !== undefined) hidden = new Set(least);
  const all = [...hidden].sort((a, b) => a - b);
  const rest = step(PROVED_LEAST, 1, all.length);
  const intervals = attackKnowing(deviations, hidden, all, evidence.within(hidden), solver, rest);
  const shown = system.cells.flatMap(({ state, protection }, cell) =>
    state === "shown" && protection > 0 ? [cell] : [],
  );
  return {
    hidden,
    method: hidden.size === start.size ? "none-needed" : least !== undefined ? "optimal" : "heuristic",
    intervals,
    exposed: [...shown, ...intervals.flatMap(({ cell, exposed }) => (exposed ? [cell] : []))].sort((a, b) => a - b),
  };
}
