import type { PartyKind, Step } from "../../survey-definitions/codes.ts";
import type { Norm, Study } from "../../survey-definitions/study.ts";
import type { TableCell, TableRow } from "../section.ts";
import { turnbull, type TimeInterval } from "../stats/turnbull.ts";
import { missing } from "./cells.ts";
import { statedIn, type Tally } from "./lead-times-answers.ts";

/**
 * The norm in force on the last day of the reference period: the newest of the kind's own, otherwise the newest general
 * one. `all` has general norms only.
 */
export function normFor(study: Study, step: Step, kind: PartyKind | "all"): Norm | undefined {
  const inForce = study.norms.filter((norm) => norm.step === step && norm.valid_from <= study.reference_period.to);
  const newest = (norms: readonly Norm[]) =>
    norms.reduce<Norm | undefined>(
      (best, norm) => (best && best.valid_from > norm.valid_from ? best : norm),
      undefined,
    );
  const own = newest(inForce.filter((norm) => norm.party_kind === kind));
  return own ?? newest(inForce.filter((norm) => norm.party_kind === undefined));
}

export const estimateOf = (tally: Tally) => {
  const stated = statedIn(tally);
  return turnbull(
    stated.map(({ interval }) => interval),
    stated.map(({ n }) => n),
  );
};

/** The number of answers, the median as an interval, and the shares certainly within, possibly within and over a norm. */
export function summaryOf(
  tally: Tally,
  norm: Norm | undefined,
  median: TimeInterval | undefined = estimateOf(tally)?.median,
): TableRow {
  const stated = statedIn(tally);
  const n = stated.reduce((sum, one) => sum + one.n, 0);
  const none = missing("not_answered");
  const share = (holds: (interval: TimeInterval) => boolean): TableCell => {
    if (norm === undefined) return missing("not_applicable");
    return n === 0 ? none : stated.reduce((sum, one) => sum + (holds(one.interval) ? one.n : 0), 0) / n;
  };
  const days = norm?.days ?? 0;
  const within = ({ to }: TimeInterval) => to !== null && to <= days;
  const over = (interval: TimeInterval) => !within(interval) && interval.from >= days;
  return {
    n,
    median_low: median === undefined ? none : Math.max(0, median.from),
    median_high: median === undefined ? none : (median.to ?? "∞"),
    norm_days: norm?.days ?? missing("not_applicable"),
    within_norm: share(within),
    possibly_within: share((interval) => !within(interval) && !over(interval)),
    over_norm: share(over),
  };
}
