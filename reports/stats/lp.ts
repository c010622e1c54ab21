/** A linear programme over non-negative variables, and what solves it: HiGHS, handed in by whoever may load it. */

export interface LinearProgramme {
  readonly sense: "minimise" | "maximise";
  /** Coefficients of the objective, one a variable; their number is the number of variables. */
  readonly objective: readonly number[];
  readonly constraints: readonly LinearConstraint[];
  /** Upper bound of each variable where it has one. */
  readonly upper?: readonly (number | undefined)[];
  /** True where variables must be whole. */
  readonly whole?: boolean;
}

export interface LinearConstraint {
  /** [variable, coefficient] pairs. */
  readonly terms: readonly (readonly [variable: number, coefficient: number])[];
  /** low ≤ sum ≤ high; either may be infinite. */
  readonly low: number;
  readonly high: number;
}

export type LpResult =
  | { readonly status: "optimal"; readonly value: number; readonly variables: readonly number[] }
  | { readonly status: "infeasible" }
  | { readonly status: "unbounded" };

/** Constraints that are asked many times, each answer beginning where the last one ended. */
export interface LinearSystem {
  /** Bounds of each variable; either may be infinite. Their number is the number of variables. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly constraints: readonly LinearConstraint[];
  /** Which variables must be whole; none without it. */
  readonly whole?: readonly boolean[];
}

/**
 * A system held by the solver until it is closed. The objective is 0 at first; what is changed stays changed.
 *
 * @throws {Error} from every method, as the solver itself; the session is then of no more use
 */
export interface LpSession {
  setCost(variable: number, coefficient: number): void;
  setBounds(variable: number, low: number, high: number): void;
  addConstraint(constraint: LinearConstraint): void;
  optimise(sense: LinearProgramme["sense"], limits?: LpLimits): SessionResult;
  close(): void;
}

/** Work, never time: the same question gets the same answer on every machine. */
export interface LpLimits {
  /** Nodes of a search for whole numbers. */
  readonly nodes?: number;
}

export type SessionResult =
  | {
      readonly status: "optimal";
      readonly value: number;
      readonly variables: Float64Array;
      /** What one more on the right-hand side of each constraint is worth; without meaning where variables are whole. */
      readonly duals: Float64Array;
    }
  | { readonly status: "infeasible" }
  | { readonly status: "unbounded" }
  /** Stopped by a limit: the value is at best `bound`; `variables` is the best point so far, if there is one. */
  | { readonly status: "limit"; readonly bound: number; readonly variables?: Float64Array };

/** @throws {Error} when the solver stops without an answer: never a wrong number in silence */
export interface LpSolver {
  solve(programme: LinearProgramme): LpResult;
  open(system: LinearSystem): LpSession;
}
