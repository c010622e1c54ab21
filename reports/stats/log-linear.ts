import { logGamma } from "./chi-square.ts";
import { includes, marginOf, maskOf, membersOf, sizeOf, type CaptureTable, type Mask } from "./list-patterns.ts";
import { faceOfMargins, faceOfRecession, type Face } from "./log-linear-face.ts";
import type { LpSolver } from "./lp.ts";
import { fitPoisson, type PoissonFit } from "./poisson-fit.ts";
import { Z95 } from "./wilson.ts";

export interface LogLinearFit {
  /** The largest interactions, each in the order of the lists; empty for independent lists. */
  readonly terms: readonly (readonly string[])[];
  /** Persons, seen and unseen; not rounded. */
  readonly estimate: number;
  readonly se: number;
  /** 95 %: persons seen plus exp(intercept ± 1.959964 · its standard error). */
  readonly low: number;
  readonly high: number;
  readonly deviance: number;
  /** Cells with a positive expectation less coefficients that are finite. */
  readonly df: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** −Infinity where the lists have nobody in common; undefined where the counts do not determine it by itself. */
  readonly coefficients: readonly { readonly members: readonly string[]; readonly value: number | undefined }[];
}

/** `not-identifiable`: other numbers of unseen fit as well. `no-maximum`: the unseen would run to zero or infinity. */
export type LogLinearRefusal = "not-identifiable" | "no-maximum";

export const isRefused = <T extends object>(found: T | LogLinearRefusal): found is LogLinearRefusal =>
  typeof found === "string";

/**
 * The size of a population from three or more lists (or two, taken as independent), by a Poisson log-linear model.
 *
 * The counts of the 2^k − 1 cells that somebody has counted are Poisson with ln μ = intercept + main effects + the
 * interactions chosen; the intercept is the logarithm of the expected unseen, f0. Estimate = n + f0 with
 * se = √(f0 + f0² · var(intercept)) (Rcapture). AIC = −2 ln L + 2p with the whole Poisson likelihood, ln y! included;
 * BIC = −2 ln L + p ln n, n the persons seen; p counts every coefficient of the model, also those at −∞.
 *
 * Assumes a closed population, perfect matching and that the interactions left out are zero: nothing in the counts can
 * tell whether the highest interaction is. An interaction between lists that have nobody in common has coefficient −∞
 * and empties its cells. With df = 0 the model repeats the counts and its fit says nothing about it.
 *
 * @param table persons by pattern; a pattern that nobody stated is an observed zero
 * @param terms interactions as ids of lists; all that they imply is included, main effects always
 * @param solver decides, where cells are empty, whether there is a maximum
 * @throws {RangeError} for a term that names something that is not a list, or a list twice
 * @throws {Error} when the solver or the iteration stops without an answer
 * @see Fienberg (1972) Biometrika 59, 591–603; Baillargeon & Rivest (2007) J. Stat. Softw. 19(5);
 *   R: Rcapture::closedpMS.t, closedpCI.t(mX = …); SparseMSE::modelfit
 *
 * @example
 * // Hepatitis A in Taiwan, lists P and Q dependent: estimate 416.00, se 30.94, deviance 21.14 on 2
 * logLinear(captureTable(["P", "Q", "E"], patterns), [["P", "Q"]], solver);
 */
export function logLinear(
  table: CaptureTable,
  terms: readonly (readonly string[])[],
  solver: LpSolver,
): LogLinearFit | LogLinearRefusal {
  return fitTerms(
    table,
    terms.map((members) => maskOf(table.lists, members)),
    solver,
  );
}

/** As `logLinear`, with the interactions as masks. */
export function fitTerms(table: CaptureTable, terms: readonly Mask[], solver: LpSolver) {
  const settled = settle(table, terms, solver);
  return isRefused(settled) ? settled : describe(table, terms, settled);
}

export interface Settled {
  readonly parameters: readonly Mask[];
  readonly face: Face;
  readonly fit: PoissonFit;
}

/** Fits the model over the cells that keep a positive expectation. */
export function settle(table: CaptureTable, terms: readonly Mask[], solver: LpSolver): Settled | LogLinearRefusal {
  const { counts } = table;
  const parameters = closure(table, terms);
  const fitOver = ({ cells, terms: columns }: Face) =>
    fitPoisson(
      cells,
      columns,
      cells.map((cell) => counts[cell] ?? 0),
    );
  let face = faceOfMargins(table, parameters);
  if (face === undefined) return "not-identifiable";
  let fit = fitOver(face);
  if (fit === undefined || mayBeEmptied(face, fit, counts)) {
    const narrowed = faceOfRecession(table, face, solver);
    if (narrowed === undefined) return "no-maximum";
    if (narrowed !== face) fit = fitOver(narrowed);
    face = narrowed;
  }
  if (fit === undefined) throw new Error("the log-linear model did not settle");
  return { parameters, face, fit };
}

/** Where no empty cell has an expectation close to zero, the point found is a maximum inside, and no programme is needed. */
const mayBeEmptied = ({ cells }: Face, { fitted }: PoissonFit, counts: readonly number[]): boolean =>
  cells.some((cell, i) => counts[cell] === 0 && (fitted[i] ?? 0) < 1e-6);

/** Intercept, main effects, and every part of each interaction; in order of size. */
function closure({ counts }: CaptureTable, terms: readonly Mask[]): readonly Mask[] {
  return counts
    .map((_, mask) => mask)
    .filter((mask) => sizeOf(mask) < 2 || terms.some((term) => includes(term, mask)))
    .sort((a, b) => sizeOf(a) - sizeOf(b) || a - b);
}

function describe(table: CaptureTable, terms: readonly Mask[], { parameters, face, fit }: Settled): LogLinearFit {
  const { lists, counts, persons } = table;
  const intercept = fit.coefficients[0] ?? 0;
  const unseen = Math.exp(intercept);
  const spread = Math.exp(Z95 * Math.sqrt(fit.firstVariance));
  let deviance = 0;
  let logLikelihood = 0;
  for (const [i, cell] of face.cells.entries()) {
    const [n, mean] = [counts[cell] ?? 0, fit.fitted[i] ?? 0];
    deviance += 2 * ((n === 0 ? 0 : n * Math.log(n / mean)) - (n - mean));
    logLikelihood += n * Math.log(mean) - mean - logGamma(n + 1);
  }
  const finite = parameters.filter((term) => marginOf(counts, term) > 0);
  const value = (term: Mask) =>
    !finite.includes(term)
      ? -Infinity
      : face.terms.length < finite.length
        ? undefined
        : fit.coefficients[face.terms.indexOf(term)];
  const largest = [...new Set(terms)].filter(
    (term) => sizeOf(term) > 1 && !terms.some((other) => other !== term && includes(other, term)),
  );
  return {
    terms: largest.map((term) => membersOf(lists, term)).sort((a, b) => compareTerms(lists, a, b)),
    estimate: persons + unseen,
    se: Math.sqrt(unseen + unseen ** 2 * fit.firstVariance),
    low: persons + unseen / spread,
    high: persons + unseen * spread,
    deviance: Math.max(0, deviance),
    df: face.cells.length - face.terms.length,
    logLikelihood,
    aic: -2 * logLikelihood + 2 * parameters.length,
    bic: -2 * logLikelihood + parameters.length * Math.log(persons),
    coefficients: parameters.map((term) => ({ members: membersOf(lists, term), value: value(term) })),
  };
}

/** Smaller terms first, then in the order of the lists. */
function compareTerms(lists: readonly string[], a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const place = a.findIndex((id, i) => id !== b[i]);
  return place < 0 ? 0 : lists.indexOf(a[place] ?? "") - lists.indexOf(b[place] ?? "");
}
