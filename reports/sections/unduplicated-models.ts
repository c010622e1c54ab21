/** Log-linear models of the whole target group, for municipalities whose answers give a table of patterns. */
import type { LogLinearFit, LogLinearRefusal } from "../stats/log-linear.ts";
import { compareModels, supportedModels, type ModelComparison } from "../stats/log-linear-models.ts";
import type { CaptureTable } from "../stats/list-patterns.ts";
import type { LpSolver } from "../stats/lp.ts";

/** Why a model is not among those that the range is taken over. */
export type ModelObjection = "repeats_counts" | "without_support" | "above_population" | LogLinearRefusal;

export interface JudgedModel {
  /** Pairs of parties whose dependence the model has. */
  readonly terms: readonly (readonly string[])[];
  readonly fit: LogLinearFit | undefined;
  /** Undefined where the model can be defended. */
  readonly objection: ModelObjection | undefined;
}

/**
 * Every model with pairwise dependence, best AIC first, each with what speaks against it; models without estimate last.
 *
 * Defensible: the model leaves something to be tested (df > 0), its AIC is at most 10 above the best such, and its
 * estimate is not above the population. Comparisons are kept by solver, so that a changed filter computes nothing twice.
 *
 * @param table persons by pattern
 * @param cap persons of the target ages, where known
 * @param solver what decides whether there is a maximum; its comparisons are remembered
 * @throws {Error} when the solver or the iteration stops without an answer
 */
export function judgedModels(table: CaptureTable, cap: number | undefined, solver: LpSolver): readonly JudgedModel[] {
  const { models, refused } = compared(table, solver);
  const supported = new Set(supportedModels(models));
  const objection = (fit: LogLinearFit): ModelObjection | undefined => {
    if (fit.df === 0) return "repeats_counts";
    if (!supported.has(fit)) return "without_support";
    return fit.estimate > (cap ?? Infinity) ? "above_population" : undefined;
  };
  return [
    ...models.map((fit) => ({ terms: fit.terms, fit, objection: objection(fit) })),
    ...refused.map(({ terms, why }) => ({ terms, fit: undefined, objection: why })),
  ];
}

const MOST_REMEMBERED = 300;
const results = new WeakMap<LpSolver, Map<string, ModelComparison>>();

function compared(table: CaptureTable, solver: LpSolver): ModelComparison {
  const kept = results.get(solver) ?? new Map<string, ModelComparison>();
  results.set(solver, kept);
  const key = JSON.stringify(table);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = compareModels(table, solver);
  const oldest = kept.keys().next();
  if (kept.size >= MOST_REMEMBERED && oldest.done !== true) kept.delete(oldest.value);
  kept.set(key, found);
  return found;
}
