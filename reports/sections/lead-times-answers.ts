/** The intervals that answers state for a step: by parties, by staff and by young people, each on their own. */
import { LEAD_TIME_BINS, type Step } from "../../survey-definitions/codes.ts";
import { reasonCode, type Column, type Responses } from "../dataset.ts";
import type { TimeInterval } from "../stats/turnbull.ts";
import type { Groups } from "./groups.ts";

interface Stated {
  readonly interval: TimeInterval;
  n: number;
}

/** Distinct intervals with how many answers stated each, and how many answers state none, by reason. */
export interface Tally {
  /** By lower end, then by upper end. */
  readonly stated: Map<number, Map<number, Stated>>;
  dontKnow: number;
  notApplicable: number;
  noAnswer: number;
}

export const emptyTally = (): Tally => ({ stated: new Map(), dontKnow: 0, notApplicable: 0, noAnswer: 0 });

const DONT_KNOW = reasonCode("dont_know");
const NOT_APPLICABLE = reasonCode("not_applicable");

const BINS: ReadonlyMap<string, TimeInterval> = new Map(
  LEAD_TIME_BINS.map(({ code, from, to }) => [code, { from, to }]),
);

export interface Times {
  readonly intervalAt: (i: number) => TimeInterval | undefined;
  /** Says why an answer without an interval has none. */
  readonly asked: Column | undefined;
}

/** One element a group: what its answers state. Answers that belong to no group are left out. */
export function talliesOf({ n }: Responses, groups: Groups, { intervalAt, asked }: Times): readonly Tally[] {
  const tallies = groups.ids.map(emptyTally);
  for (let i = 0; i < n; i++) {
    const tally = tallies[groups.of[i] ?? -1];
    if (tally === undefined) continue;
    const interval = intervalAt(i);
    if (interval !== undefined) count(tally, interval, 1);
    else if (asked?.reasons[i] === DONT_KNOW) tally.dontKnow++;
    else if (asked?.reasons[i] === NOT_APPLICABLE) tally.notApplicable++;
    else tally.noAnswer++;
  }
  return tallies;
}

function count({ stated }: Tally, interval: TimeInterval, n: number): void {
  let ends = stated.get(interval.from);
  if (ends === undefined) stated.set(interval.from, (ends = new Map<number, Stated>()));
  const to = interval.to ?? Infinity;
  const seen = ends.get(to);
  if (seen === undefined) ends.set(to, { interval, n });
  else seen.n += n;
}

export const statedIn = ({ stated }: Tally) => [...stated.values()].flatMap((ends) => [...ends.values()]);

export function sumOf(tallies: Iterable<Tally>): Tally {
  const all = emptyTally();
  for (const tally of tallies) {
    for (const { interval, n } of statedIn(tally)) count(all, interval, n);
    all.dontKnow += tally.dontKnow;
    all.notApplicable += tally.notApplicable;
    all.noAnswer += tally.noAnswer;
  }
  return all;
}

/** A question answered with one of the bins alone. */
export const binTimes = ({ columns }: Responses, name: string): Times => {
  const asked = columns.get(name);
  return { intervalAt: binReader(asked), asked };
};

export const partyTimes = (party: Responses, step: Step): Times => ({
  intervalAt: intervalReader(party, step),
  asked: party.columns.get(`lt_typical.${step}`),
});

function binReader(column: Column | undefined): Times["intervalAt"] {
  if (column?.kind !== "single") return () => undefined;
  const { codes, values, reasons } = column;
  const bins = codes.map((code) => BINS.get(code));
  return (i) => (reasons[i] === 0 ? bins[values[i] ?? -1] : undefined);
}

/**
 * Shortest and longest in whole days, both included, are (shortest − 1, longest]; they go before the typical bin where
 * both are given. "Vet ej" and "inte aktuellt" are no intervals, and neither is one end alone.
 */
export function intervalReader(party: Responses, step: Step): (i: number) => TimeInterval | undefined {
  const [low, high] = ["lt_low", "lt_high"].map((base) => party.columns.get(`${base}.${step}`));
  const typicalAt = binReader(party.columns.get(`lt_typical.${step}`));
  if (low?.kind !== "number" || high?.kind !== "number") return typicalAt;
  return (i) => {
    if (low.reasons[i] === 0 && high.reasons[i] === 0) {
      const [from, to] = [low.values[i] ?? 0, high.values[i] ?? 0];
      if (from <= to) return { from: from === 0 && to === 0 ? 0 : from - 1, to };
    }
    return typicalAt(i);
  };
}
