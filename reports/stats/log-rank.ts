import { chiSquareTail } from "./chi-square.ts";
import { cholesky, solveCholesky } from "./cholesky.ts";

export interface WaitingGroup {
  /** One number a person, ≥ 0. */
  readonly times: readonly number[];
  /** True where the event was seen at that time, false where the person was censored. */
  readonly events: readonly boolean[];
}

export interface LogRank {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** Events seen in each group, and those expected were there no difference. */
  readonly groups: readonly { readonly n: number; readonly observed: number; readonly expected: number }[];
}

/**
 * The log-rank test that several groups wait equally long, from exact and right-censored times.
 *
 * At each time with an event the events are shared out as the groups are at risk, with the hypergeometric variance.
 * Somebody censored at a time is at risk for the events of that time.
 *
 * @param groups an empty one counts for nothing; a group whose expected events are 0 takes part in no comparison
 * @returns χ² with one degree of freedom less than the groups that take part; undefined with fewer than two of these or
 *   where no event tells groups apart
 * @throws {RangeError} when the lists of a group differ in length or a time is negative or not finite
 * @see Mantel (1966) Cancer Chemother. Rep. 50, 163–170; Peto & Peto (1972); R: survival::survdiff(rho = 0)
 *
 * @example
 * logRank([{ times: [1, 2], events: [true, true] }, { times: [3, 4], events: [true, true] }])?.chiSquare; // 2.882
 */
export function logRank(groups: readonly WaitingGroup[]): LogRank | undefined {
  for (const { times, events } of groups) {
    if (times.length !== events.length) throw new RangeError(`invalid lists; ${times.length} and ${events.length}`);
    if (!times.every((time) => Number.isFinite(time) && time >= 0)) throw new RangeError("invalid time; not ≥ 0");
  }
  const persons = groups
    .flatMap(({ times, events }, group) => times.map((time, i) => ({ time, event: events[i] === true, group })))
    .sort((a, b) => a.time - b.time);
  const atRisk = groups.map(({ times }) => times.length);
  const observed = groups.map(({ events }) => events.filter(Boolean).length);
  const expected = groups.map(() => 0);
  const variance = groups.map(() => new Float64Array(groups.length));
  for (let start = 0; start < persons.length;) {
    const time = persons[start]?.time;
    let end = start;
    while (end < persons.length && persons[end]?.time === time) end++;
    const leaving = persons.slice(start, end);
    const events = leaving.filter(({ event }) => event).length;
    const n = persons.length - start;
    const spread = n > 1 ? (events * (n - events)) / (n - 1) : 0;
    for (const [g, mine] of atRisk.entries()) {
      expected[g] = (expected[g] ?? 0) + (events * mine) / n;
      const row = variance[g];
      if (row)
        for (const [h, theirs] of atRisk.entries())
          row[h] = (row[h] ?? 0) + spread * (mine / n) * ((g === h ? 1 : 0) - theirs / n);
    }
    for (const { group } of leaving) atRisk[group] = (atRisk[group] ?? 0) - 1;
    start = end;
  }
  const compared = groups.flatMap((_, g) => ((expected[g] ?? 0) > 0 ? [g] : []));
  const free = compared.slice(0, -1);
  if (free.length === 0) return undefined;
  const triangle = cholesky(free.map((g) => Float64Array.from(free, (h) => variance[g]?.[h] ?? 0)));
  if (triangle === undefined) return undefined;
  const excess = Float64Array.from(free, (g) => (observed[g] ?? 0) - (expected[g] ?? 0));
  const solved = solveCholesky(triangle, excess);
  const chiSquare = Math.max(
    0,
    excess.reduce((sum, value, i) => sum + value * (solved[i] ?? 0), 0),
  );
  return {
    chiSquare,
    df: free.length,
    p: chiSquareTail(chiSquare, free.length),
    groups: groups.map(({ times }, g) => ({ n: times.length, observed: observed[g] ?? 0, expected: expected[g] ?? 0 })),
  };
}
