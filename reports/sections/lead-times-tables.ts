import { LEAD_TIME_BINS, STEPS, type PartyKind, type Step } from "../../survey-definitions/codes.ts";
import type { Norm, Study } from "../../survey-definitions/study.ts";
import { reasonCode, type Dataset, type Responses } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { turnbull, type TimeInterval, type TurnbullEstimate } from "../stats/turnbull.ts";
import { labelsOf, missing } from "./cells.ts";
import { GROUP_LABELS } from "./interventions-tables.ts";
import { KIND_LABELS, kindsOf, periodOf } from "./places.ts";

interface Stated {
  readonly interval: TimeInterval;
  n: number;
}

/** Distinct intervals with how many answers stated each, and how many answers state none, by reason. */
interface Tally {
  /** By lower end, then by upper end. */
  readonly stated: Map<number, Map<number, Stated>>;
  dontKnow: number;
  notApplicable: number;
  noAnswer: number;
}

const emptyTally = (): Tally => ({ stated: new Map(), dontKnow: 0, notApplicable: 0, noAnswer: 0 });

const DONT_KNOW = reasonCode("dont_know");
const NOT_APPLICABLE = reasonCode("not_applicable");

const BINS: ReadonlyMap<string, TimeInterval> = new Map(
  LEAD_TIME_BINS.map(({ code, from, to }) => [code, { from, to }]),
);

/** The intervals that the answers of each kind of party state for one step. */
function talliesOf(data: Dataset, step: Step): ReadonlyMap<PartyKind, Tally> {
  const party = data.responses.get("party");
  const tallies = new Map(kindsOf(data.study).map((kind) => [kind, emptyTally()]));
  if (party === undefined) return tallies;
  const byParty = data.study.parties.map(({ kind }) => tallies.get(kind));
  const intervalAt = intervalReader(party, step);
  const typical = party.columns.get(`lt_typical.${step}`);
  for (let i = 0; i < party.n; i++) {
    const tally = byParty[party.party[i] ?? -1];
    if (tally === undefined) continue;
    const interval = intervalAt(i);
    if (interval !== undefined) count(tally, interval, 1);
    else if (typical?.reasons[i] === DONT_KNOW) tally.dontKnow++;
    else if (typical?.reasons[i] === NOT_APPLICABLE) tally.notApplicable++;
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

const statedIn = ({ stated }: Tally) => [...stated.values()].flatMap((ends) => [...ends.values()]);

function sumOf(tallies: Iterable<Tally>): Tally {
  const all = emptyTally();
  for (const tally of tallies) {
    for (const { interval, n } of statedIn(tally)) count(all, interval, n);
    all.dontKnow += tally.dontKnow;
    all.notApplicable += tally.notApplicable;
    all.noAnswer += tally.noAnswer;
  }
  return all;
}

/**
 * Shortest and longest in whole days, both included, are (shortest − 1, longest]; they go before the typical bin where
 * both are given. "Vet ej" and "inte aktuellt" are no intervals, and neither is one end alone.
 */
export function intervalReader(party: Responses, step: Step): (i: number) => TimeInterval | undefined {
  const [typical, low, high] = ["lt_typical", "lt_low", "lt_high"].map((base) => party.columns.get(`${base}.${step}`));
  const bins = typical?.kind === "single" ? typical.codes.map((code) => BINS.get(code)) : [];
  const [shortest, longest] = [low?.kind === "number" ? low : undefined, high?.kind === "number" ? high : undefined];
  return (i) => {
    if (shortest !== undefined && longest !== undefined && shortest.reasons[i] === 0 && longest.reasons[i] === 0) {
      const [from, to] = [shortest.values[i] ?? 0, longest.values[i] ?? 0];
      if (from <= to) return { from: from === 0 && to === 0 ? 0 : from - 1, to };
    }
    return typical?.kind === "single" && typical.reasons[i] === 0 ? bins[typical.values[i] ?? -1] : undefined;
  };
}

/**
 * The norm in force on the last day of the reference period: the newest of the kind's own, otherwise the newest general
 * one. `all` has general norms only.
 */
export function normFor(study: Study, step: string, kind: PartyKind | "all"): Norm | undefined {
  const inForce = study.norms.filter((norm) => norm.step === step && norm.valid_from <= study.reference_period.to);
  const newest = (norms: readonly Norm[]) =>
    norms.reduce<Norm | undefined>(
      (best, norm) => (best && best.valid_from > norm.valid_from ? best : norm),
      undefined,
    );
  const own = newest(inForce.filter((norm) => norm.party_kind === kind));
  return own ?? newest(inForce.filter((norm) => norm.party_kind === undefined));
}

export interface LeadTimeTables {
  readonly by_step: Table;
  readonly distribution: Table;
}

export function leadTimeTables(data: Dataset): LeadTimeTables {
  const { study } = data;
  const kinds = kindsOf(study);
  const steps: TableRow[] = [];
  const masses: TableRow[] = [];
  for (const { code: step } of STEPS) {
    const tallies = talliesOf(data, step);
    const all = sumOf(tallies.values());
    const overall = estimate(all);
    steps.push({ step, group: "party", party_kind: "all", ...summary(all, overall, normFor(study, step, "all")) });
    for (const kind of kinds) {
      const tally = tallies.get(kind) ?? emptyTally();
      steps.push({
        step,
        group: "party",
        party_kind: kind,
        ...summary(tally, estimate(tally), normFor(study, step, kind)),
      });
    }
    for (const { from, to, mass } of overall?.masses ?? []) {
      if (mass > 0) masses.push({ step, group: "party", from_days: Math.max(0, from), to_days: to ?? "∞", mass });
    }
  }
  return { by_step: byStepTable(study, steps), distribution: distributionTable(study, masses) };
}

function estimate(tally: Tally) {
  const stated = statedIn(tally);
  return turnbull(
    stated.map(({ interval }) => interval),
    stated.map(({ n }) => n),
  );
}

function summary(tally: Tally, found: TurnbullEstimate | undefined, norm: Norm | undefined): TableRow {
  const stated = statedIn(tally);
  const n = stated.reduce((sum, one) => sum + one.n, 0);
  const none = missing("not_answered");
  const median = found?.median;
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
    dont_know: tally.dontKnow,
    not_applicable: tally.notApplicable,
    no_answer: tally.noAnswer,
  };
}

function byStepTable(study: Study, rows: readonly TableRow[]): Table {
  const used = study.norms.filter((norm) =>
    [...kindsOf(study), "all" as const].some((kind) => normFor(study, norm.step, kind) === norm),
  );
  return {
    id: "by_step",
    title: `Hur lång tid det oftast tar enligt parterna, dagar, ${periodOf(study)}`,
    columns: [
      { key: "step", label: "Steg", unit: "code" },
      { key: "group", label: "Svarande", unit: "code" },
      { key: "party_kind", label: "Slag av part", unit: "code" },
      { key: "n", label: "Svar med tid", unit: "responses" },
      { key: "median_low", label: "Medianen är mer än", unit: "days" },
      { key: "median_high", label: "Medianen är högst", unit: "days" },
      { key: "norm_days", label: "Norm", unit: "days" },
      { key: "within_norm", label: "Säkert inom normen", unit: "share" },
      { key: "possibly_within", label: "Kanske inom normen", unit: "share" },
      { key: "over_norm", label: "Säkert över normen", unit: "share" },
      { key: "dont_know", label: "Vet ej", unit: "responses" },
      { key: "not_applicable", label: "Inte aktuellt", unit: "responses" },
      { key: "no_answer", label: "Ingen tid angiven", unit: "responses" },
    ],
    rows,
    notes: [
      "Tiderna är parternas egna uppgifter om det vanliga, inte uppmätta väntetider för enskilda personer.",
      ...used.map(
        ({ step, party_kind, days, source, valid_from }) =>
          `Norm för ${stepLabels[step] ?? step}, ${party_kind === undefined ? "alla parter" : KIND_LABELS[party_kind]}: ${days} dagar från ${valid_from} (${source}).`,
      ),
    ],
    labels: { step: stepLabels, group: GROUP_LABELS, party_kind: { all: "Alla parter", ...KIND_LABELS } },
  };
}

function distributionTable(study: Study, rows: readonly TableRow[]): Table {
  return {
    id: "distribution",
    title: `Fördelning av tiderna, andel av svaren, ${periodOf(study)}`,
    columns: [
      { key: "step", label: "Steg", unit: "code" },
      { key: "group", label: "Svarande", unit: "code" },
      { key: "from_days", label: "Mer än", unit: "days" },
      { key: "to_days", label: "Högst", unit: "days" },
      { key: "mass", label: "Andel", unit: "share" },
    ],
    rows,
    notes: ["Var i intervallet tiderna ligger går inte att säga."],
    labels: { step: stepLabels, group: GROUP_LABELS },
  };
}

const stepLabels = labelsOf(STEPS);
