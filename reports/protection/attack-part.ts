/**
 * The attacker of one part of the hidden cells: how far each can be from its true value.
 *
 * Every end of an interval comes from two sides. From inside: whole tables that fulfil every relation and have been
 * checked in whole numbers, so that no tolerance of a solver can make a cell look safer than it is. From outside: what
 * the relations allow at most. An end is settled when both agree.
 */
import type { LpSession, LpSolver, SessionResult } from "../stats/lp.ts";
import type { HiddenPart } from "./components.ts";

/** Nodes of the search for one end that no linear programme settles; the interval is then shown wider than proved. */
const MOST_NODES = 5_000;

/** Below this many unsettled ends each is asked for alone. */
const FEW = 4;

export class PartAttack {
  readonly part: HiddenPart;
  /** Ends that a checked table reaches. */
  readonly seenLow: Float64Array;
  readonly seenHigh: Float64Array;
  /** Ends that nothing goes beyond. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly #solver: LpSolver;
  #linear: LpSession | undefined;
  #whole: LpSession | undefined;

  constructor(part: HiddenPart, solver: LpSolver) {
    this.part = part;
    this.#solver = solver;
    this.low = Float64Array.from(part.low);
    this.high = Float64Array.from(part.high);
    this.seenLow = part.exact ? Float64Array.from(part.low) : new Float64Array(part.cells.length);
    this.seenHigh = part.exact ? Float64Array.from(part.high) : new Float64Array(part.cells.length);
  }

  /** Takes to account what checked tables say that were found elsewhere. */
  know({ up, down }: { up: (cell: number) => number; down: (cell: number) => number }): void {
    this.part.cells.forEach((cell, at) => {
      this.seenHigh[at] = Math.max(this.seenHigh[at] ?? 0, up(cell));
      this.seenLow[at] = Math.min(this.seenLow[at] ?? 0, down(cell));
    });
  }

  /**
   * Finds the ends of cells.
   *
   * `targets`: by position in the part
   * `enough`: the width with which a cell may be left, or Infinity where its ends are asked for
   * `onTarget`: called once a target
   */
  attack(targets: readonly number[], enough: (target: number) => number, onTarget?: () => void): void {
    const open = (target: number) => !this.#isSettled(target) && this.width(target) < enough(target);
    this.#pushTogether(targets, open);
    for (const target of targets) {
      if (open(target)) this.#reach(target, "maximise");
      if (open(target)) this.#reach(target, "minimise");
      onTarget?.();
    }
  }

  width(target: number): number {
    return (this.seenHigh[target] ?? 0) - (this.seenLow[target] ?? 0);
  }

  close(): void {
    this.#linear?.close();
    this.#whole?.close();
  }

  #isSettled(target: number): boolean {
    return this.#isReached(target, "maximise") && this.#isReached(target, "minimise");
  }

  #isReached(target: number, sense: Sense): boolean {
    return sense === "maximise"
      ? this.seenHigh[target] === this.high[target]
      : this.seenLow[target] === this.low[target];
  }

  /** One programme that pushes many cells at once settles most of those that the others leave free to move. */
  #pushTogether(targets: readonly number[], open: (target: number) => boolean): void {
    for (const sense of ["maximise", "minimise"] as const) {
      for (let before = Infinity; ;) {
        const left = targets.filter((target) => open(target) && !this.#isReached(target, sense));
        const bounded = left.filter((target) => Number.isFinite((sense === "maximise" ? this.high : this.low)[target]));
        if (bounded.length < FEW || bounded.length > before * 0.8) break;
        before = bounded.length;
        this.#optimise(bounded, sense);
      }
    }
  }

  #optimise(targets: readonly number[], sense: Sense): SessionResult {
    this.#linear ??= this.#solver.open(systemOf(this.part, false));
    const session = this.#linear;
    for (const target of targets) session.setCost(target, 1);
    const result = session.optimise(sense);
    for (const target of targets) session.setCost(target, 0);
    if (result.status === "optimal") this.#learn(result.variables);
    return result;
  }

  #reach(target: number, sense: Sense): void {
    if (this.#isReached(target, sense)) return;
    const result = this.#optimise([target], sense);
    // A part with whole coefficients that is unbounded for fractions is so for whole numbers, since 0 is in it.
    if (result.status === "unbounded") this.#settle(target, sense, sense === "maximise" ? Infinity : -Infinity);
    else if (result.status === "optimal") this.#limit(target, sense, result.value);
    else throw new Error("the true values are no longer possible");
    if (!this.#isReached(target, sense)) this.#reachWhole(target, sense);
  }

  #reachWhole(target: number, sense: Sense): void {
    this.#whole ??= this.#solver.open(systemOf(this.part, true));
    const session = this.#whole;
    session.setCost(target, 1);
    const result = session.optimise(sense, { nodes: MOST_NODES });
    session.setCost(target, 0);
    if (result.status === "infeasible" || result.status === "unbounded")
      throw new Error("the search for whole numbers contradicts the linear programme");
    if (result.variables) this.#learn(result.variables);
    this.#limit(target, sense, result.status === "optimal" ? result.value : result.bound);
  }

  #limit(target: number, sense: Sense, value: number): void {
    if (sense === "maximise")
      this.high[target] = Math.max(
        this.seenHigh[target] ?? 0,
        Math.min(this.high[target] ?? 0, Math.floor(value + 1e-6)),
      );
    else
      this.low[target] = Math.min(this.seenLow[target] ?? 0, Math.max(this.low[target] ?? 0, Math.ceil(value - 1e-6)));
  }

  #settle(target: number, sense: Sense, end: number): void {
    (sense === "maximise" ? this.high : this.low)[target] = end;
    (sense === "maximise" ? this.seenHigh : this.seenLow)[target] = end;
  }

  /** Takes a table to account if it is whole and fulfils everything; all cells learn from it. */
  #learn(variables: Float64Array): void {
    const table = wholeTable(this.part, variables);
    if (table === undefined) return;
    for (let i = 0; i < table.length; i++) {
      const value = table[i] ?? 0;
      if (value > (this.seenHigh[i] ?? 0)) this.seenHigh[i] = value;
      if (value < (this.seenLow[i] ?? 0)) this.seenLow[i] = value;
    }
  }
}

type Sense = "minimise" | "maximise";

export const systemOf = ({ low, high, rows }: HiddenPart, whole: boolean) => ({
  low,
  high,
  constraints: rows,
  ...(whole ? { whole: low.map(() => true) } : {}),
});

/** The table as whole numbers, or nothing where it is not whole or breaks a bound or a relation. */
export function wholeTable({ low, high, rows }: HiddenPart, variables: Float64Array): Float64Array | undefined {
  const table = variables.map(Math.round);
  for (let i = 0; i < table.length; i++) {
    const value = table[i] ?? 0;
    if (Math.abs(value - (variables[i] ?? 0)) > 1e-5) return undefined;
    if (value < (low[i] ?? 0) || value > (high[i] ?? 0)) return undefined;
  }
  for (const row of rows) {
    let sum = 0;
    for (const [at, coefficient] of row.terms) sum += coefficient * (table[at] ?? 0);
    if (sum < row.low - 1e-9 || sum > row.high + 1e-9) return undefined;
  }
  return table;
}
