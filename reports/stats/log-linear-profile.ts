import { logGamma } from "./chi-square.ts";
import { maskOf, type CaptureTable } from "./list-patterns.ts";
import { isRefused, settle, type LogLinearRefusal } from "./log-linear.ts";
import type { LpSolver } from "./lp.ts";
import { fitPoisson } from "./poisson-fit.ts";

export interface ProfileInterval {
  /** Where the likelihood is largest; slightly below the Poisson estimate. */
  readonly estimate: number;
  readonly low: number;
  /** Infinity where the likelihood does not fall below the limit however many the unseen are. */
  readonly high: number;
}

/** The 95 % quantile of chi-square with one degree of freedom. */
const CHI_SQUARE_95 = 3.841458820694124;

/**
 * The 95 % interval of a log-linear estimate by the multinomial profile likelihood of the population's size.
 *
 * For each size N the model is fitted to the whole table, the N − n unseen included; the interval holds the sizes whose
 * log-likelihood is within 3.8415/2 of the largest. N is continuous. The largest is found as the zero of the derivative,
 * ψ(N + 1) − ψ(N − n + 1) + ln p₀(N), p₀ the fitted chance of being unseen.
 *
 * Assumptions and refusals as in `logLinear`.
 *
 * @throws {RangeError} as `logLinear`
 * @throws {Error} when the solver or the iteration stops without an answer
 * @see Cormack (1992) Biometrics 48, 567–576; R: Rcapture::closedpCI.t
 *
 * @example
 * // Hepatitis A in Taiwan, independent lists: 387.10, 350.31 to 435.41
 * profileInterval(captureTable(["P", "Q", "E"], patterns), [], solver);
 */
export function profileInterval(
  table: CaptureTable,
  terms: readonly (readonly string[])[],
  solver: LpSolver,
): ProfileInterval | LogLinearRefusal {
  const { lists, counts, persons } = table;
  const settled = settle(
    table,
    terms.map((members) => maskOf(lists, members)),
    solver,
  );
  if (isRefused(settled)) return settled;
  const cells = [0, ...settled.face.cells];
  const seen = settled.face.cells.map((cell) => counts[cell] ?? 0);
  let start = settled.fit.coefficients;

  const fitWith = (unseen: number) => {
    const found = fitPoisson(cells, settled.face.terms, [unseen, ...seen], start);
    if (found === undefined) throw new Error("the log-linear model did not settle");
    start = found.coefficients;
    return (i: number) => Math.log((found.fitted[i] ?? 0) / (persons + unseen));
  };
  const slope = (unseen: number): number => digamma(persons + unseen + 1) - digamma(unseen + 1) + fitWith(unseen)(0);
  const logLikelihood = (unseen: number): number => {
    const logChance = fitWith(unseen);
    const ofSeen = seen.reduce((sum, n, i) => (n === 0 ? sum : sum + n * logChance(i + 1)), 0);
    return logGamma(persons + unseen + 1) - logGamma(unseen + 1) + ofSeen + unseen * logChance(0);
  };

  const poisson = Math.exp(settled.fit.coefficients[0] ?? 0);
  let most = poisson;
  while (slope(most) > 0 && most < 1e6 * (persons + poisson)) most *= 2;
  const peak = crossing(slope, 0, most, poisson * 1e-6);
  const limit = logLikelihood(peak) - CHI_SQUARE_95 / 2;
  const least = peak * 1e-6;
  let beyond = 2 * peak;
  while (logLikelihood(beyond) > limit && beyond < 1e6 * (persons + peak)) beyond *= 2;
  return {
    estimate: persons + peak,
    low: logLikelihood(least) > limit ? persons : persons + crossing(logLikelihood, limit, least, peak),
    high: logLikelihood(beyond) > limit ? Infinity : persons + crossing(logLikelihood, limit, beyond, peak),
  };
}

/** ψ(x), the derivative of ln Γ, for x > 0: recurrence up to 10, then the asymptotic series (error below 1e-13). */
function digamma(x: number): number {
  let sum = 0;
  let at = x;
  for (; at < 10; at++) sum -= 1 / at;
  const square = 1 / at ** 2;
  const series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))));
  return sum + Math.log(at) - 1 / (2 * at) - series;
}

/** Where the function passes the limit, between a point below it and a point above it. */
function crossing(of: (x: number) => number, limit: number, below: number, above: number): number {
  let [outside, inside] = [below, above];
  while (Math.abs(inside - outside) > 1e-9 * Math.max(inside, outside)) {
    const middle = (inside + outside) / 2;
    if (of(middle) > limit) inside = middle;
    else outside = middle;
  }
  return (inside + outside) / 2;
}
