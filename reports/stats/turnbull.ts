/**
 * Turnbull's estimate of a distribution of which only intervals are known: "between 4 and 7 days", "over 180 days".
 *
 * The likelihood puts mass on the innermost intervals alone (a left end followed at once by a right end). Equal
 * observations are grouped, so that 100 000 answers in ten bins cost as much as ten.
 */
import { maximiseMasses, type Covered } from "./turnbull-masses.ts";

/** (from, to] in days; `to` null is unbounded; from = to is the exact point. */
export interface TimeInterval {
  readonly from: number;
  readonly to: number | null;
}

export interface TurnbullMass extends TimeInterval {
  /** Share in [0, 1]; the masses add up to 1. */
  readonly mass: number;
}

export interface TurnbullEstimate {
  /** Every innermost interval in order, also those whose mass is 0. */
  readonly masses: readonly TurnbullMass[];
  readonly logLikelihood: number;
  /** The innermost interval within which the share reaches one half. */
  readonly median: TimeInterval;
  /**
   * How far from the maximum the estimate may be: max over intervals of gradient/n − 1, 0 at the maximum
   * (Kuhn–Tucker). The log-likelihood is less than n times this below its maximum.
   */
  readonly gap: number;
}

/** Sorts ends on the line: a closed left end lies before a right end at the same value, an open left end after it. */
interface End {
  readonly value: number;
  readonly order: 0 | 1 | 2;
}
const CLOSED_LEFT = 0;
const RIGHT = 1;
const OPEN_LEFT = 2;

const compareEnds = (a: End, b: End): number => (a.value === b.value ? a.order - b.order : a.value < b.value ? -1 : 1);
const leftEnd = ({ from, to }: TimeInterval): End => ({ value: from, order: from === to ? CLOSED_LEFT : OPEN_LEFT });
const rightEnd = ({ to }: TimeInterval): End => ({ value: to ?? Infinity, order: RIGHT });

/**
 * The non-parametric maximum likelihood estimate from interval-censored times.
 *
 * Where the maximum is not unique the estimate is one of the maxima (the one reached from equal masses). What the
 * observations say nothing about lies within an interval: nothing is said about where in it the mass sits.
 *
 * @param intervals (from, to], any order; ties, exact points and unbounded ends allowed
 * @param weights one number > 0 an interval (default 1); doubling all of them changes no mass
 * @returns undefined for no intervals; otherwise masses as shares
 * @throws {RangeError} when from is not finite, to lies below from, or a weight is not > 0
 * @see Turnbull (1976), J. R. Stat. Soc. B 38, 290–295; Gentleman & Geyer (1994) for the Kuhn–Tucker check;
 *   R: interval::icfit(Surv(from, to, type = "interval2") ~ 1)
 *
 * @example
 * turnbull([{ from: 1, to: 4 }, { from: 2, to: 5 }, { from: 3, to: 6 }])?.masses; // (3, 4] has mass 1
 */
export function turnbull(
  intervals: readonly TimeInterval[],
  weights?: readonly number[],
): TurnbullEstimate | undefined {
  const grouped = group(intervals, weights);
  if (grouped.length === 0) return undefined;
  const innermost = innermostOf(grouped);
  const n = grouped.reduce((sum, { weight }) => sum + weight, 0);
  const covered = grouped.map((observed): Covered => {
    const [left, right] = [leftEnd(observed), rightEnd(observed)];
    return {
      first: firstIndex(innermost, (inner) => compareEnds(left, leftEnd(inner)) <= 0),
      last: firstIndex(innermost, (inner) => compareEnds(right, rightEnd(inner)) < 0) - 1,
      share: observed.weight / n,
    };
  });
  const { masses, meanLogLikelihood, gap } = maximiseMasses(innermost.length, covered);
  let reached = 0;
  const at = masses.findIndex((mass) => (reached += mass) >= 0.5 - 1e-9);
  const { from, to } = innermost[at] ?? { from: 0, to: null };
  return {
    masses: innermost.map((interval, i) => ({ ...interval, mass: masses[i] ?? 0 })),
    logLikelihood: n * meanLogLikelihood,
    median: { from, to },
    gap,
  };
}

interface WeightedInterval extends TimeInterval {
  weight: number;
}

/** Equal intervals become one with the sum of their weights, in the order of the line: the order given never matters. */
function group(intervals: readonly TimeInterval[], weights?: readonly number[]): readonly WeightedInterval[] {
  const groups = new Map<number, Map<number, WeightedInterval>>();
  for (const [i, { from, to }] of intervals.entries()) {
    const weight = weights === undefined ? 1 : (weights[i] ?? 0);
    if (!Number.isFinite(from)) throw new RangeError(`invalid interval; from is not finite: ${from}`);
    if (to !== null && !(to >= from)) throw new RangeError(`invalid interval; to is below from: (${from}, ${to}]`);
    if (!(weight > 0)) throw new RangeError(`invalid weight; not > 0: ${weight}`);
    const right = to ?? Infinity;
    let ends = groups.get(from);
    if (!ends) groups.set(from, (ends = new Map<number, WeightedInterval>()));
    const seen = ends.get(right);
    if (seen) seen.weight += weight;
    else ends.set(right, { from, to: right === Infinity ? null : right, weight });
  }
  return [...groups.values()]
    .flatMap((ends) => [...ends.values()])
    .sort((a, b) => compareEnds(leftEnd(a), leftEnd(b)) || compareEnds(rightEnd(a), rightEnd(b)));
}

function innermostOf(intervals: readonly TimeInterval[]): readonly TimeInterval[] {
  const ends = [...intervals.map(leftEnd), ...intervals.map(rightEnd)].sort(compareEnds);
  return ends.flatMap((end, i): TimeInterval[] => {
    const next = ends[i + 1];
    if (end.order === RIGHT || next?.order !== RIGHT) return [];
    return [{ from: end.value, to: next.value === Infinity ? null : next.value }];
  });
}

/** The first place where `holds` is true, by halving; the length where it never is. */
function firstIndex<T>(sorted: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
