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

/** @throws {Error} when the solver stops without an answer: never a wrong number in silence */
export interface LpSolver {
  solve(programme: LinearProgramme): LpResult;
}
