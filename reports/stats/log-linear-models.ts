import { membersOf, type CaptureTable, type Mask } from "./list-patterns.ts";
import { fitTerms, isRefused, type LogLinearFit, type LogLinearRefusal } from "./log-linear.ts";
import type { LpSolver } from "./lp.ts";

/** 2^10 models. */
export const MOST_COMPARED_LISTS = 5;

/** A model this far above the best has essentially no support (Burnham & Anderson 2002, ch. 2.6). */
export const AIC_WITHOUT_SUPPORT = 10;

export interface ModelComparison {
  /** Best AIC first; of equal ones, the one with fewer interactions. */
  readonly models: readonly LogLinearFit[];
  readonly refused: readonly { readonly terms: readonly (readonly string[])[]; readonly why: LogLinearRefusal }[];
}

/**
 * Fits every model with main effects and any set of pairwise interactions: 8 for three lists, 64 for four.
 *
 * @throws {RangeError} with more than five lists (2^15 models and more)
 * @throws {Error} when the solver or the iteration stops without an answer
 *
 * @example
 * compareModels(captureTable(["P", "Q", "E"], patterns), solver).models[0]; // PQ + PE + QE: 1312.76 on df 0
 */
export function compareModels(table: CaptureTable, solver: LpSolver): ModelComparison {
  const { lists } = table;
  if (lists.length > MOST_COMPARED_LISTS)
    throw new RangeError(`invalid lists; more than ${MOST_COMPARED_LISTS} to compare: ${lists.length}`);
  const pairs: Mask[] = lists.flatMap((_, i) => lists.slice(i + 1).map((_, j) => (1 << i) | (1 << (i + 1 + j))));
  const models: LogLinearFit[] = [];
  const refused: ModelComparison["refused"][number][] = [];
  for (let set = 0; set < 2 ** pairs.length; set++) {
    const terms = pairs.filter((_, i) => (set & (1 << i)) !== 0);
    const found = fitTerms(table, terms, solver);
    if (isRefused(found)) refused.push({ terms: terms.map((term) => membersOf(lists, term)), why: found });
    else models.push(found);
  }
  models.sort((a, b) => a.aic - b.aic || a.terms.length - b.terms.length);
  return { models, refused };
}

export interface EstimateRange {
  readonly models: number;
  /** Smallest and largest estimate. */
  readonly smallest: number;
  readonly largest: number;
  /** Smallest lower and largest upper end of the 95 % intervals. */
  readonly low: number;
  readonly high: number;
}

/** Models that leave something to be tested (df > 0) and whose AIC is at most 10 above the best of these. */
export function supportedModels(models: readonly LogLinearFit[]): readonly LogLinearFit[] {
  const tested = models.filter(({ df }) => df > 0);
  const best = Math.min(...tested.map(({ aic }) => aic));
  return tested.filter(({ aic }) => aic <= best + AIC_WITHOUT_SUPPORT);
}

/**
 * From the smallest to the largest estimate of the supported models: what a report shows instead of one number.
 *
 * @returns undefined where every model repeats the counts
 */
export function defensibleRange(models: readonly LogLinearFit[]): EstimateRange | undefined {
  const kept = supportedModels(models);
  if (kept.length === 0) return undefined;
  return {
    models: kept.length,
    smallest: Math.min(...kept.map(({ estimate }) => estimate)),
    largest: Math.max(...kept.map(({ estimate }) => estimate)),
    low: Math.min(...kept.map(({ low }) => low)),
    high: Math.max(...kept.map(({ high }) => high)),
  };
}
