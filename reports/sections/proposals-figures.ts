/** The key figures of a decision, by municipality or by party: the least covered need, the wish, the longest wait. */
import { STEPS } from "../../survey-definitions/codes.ts";
import type { Dataset, Responses } from "../dataset.ts";
import type { TableCell } from "../section.ts";
import { turnbull, type TimeInterval } from "../stats/turnbull.ts";
import { missing } from "./cells.ts";
import { countCodes, eachList } from "./count-codes.ts";
import type { Groups } from "./groups.ts";
import { intervalReader } from "./lead-times-answers.ts";

export interface KeyFigures {
  /**
   * Domains with the smallest share of "met" among those who see a need, joined by `|`, and that share; not applicable
   * where all say that every need is met.
   */
  readonly need: TableCell;
  readonly need_covered: TableCell;
  readonly need_answers: number;
  /** Interventions with the most points (5, 4, 3, 2, 1 for places one to five), joined by `|`. */
  readonly wanted: TableCell;
  readonly wanted_points: TableCell;
  /** The step whose median time begins latest, and the interval in which that median lies, in days. */
  readonly wait_step: TableCell;
  readonly wait_low: TableCell;
  readonly wait_high: TableCell;
}

const NONE = missing("not_answered");

/** One element a group, in its order. */
export function keyFigures(data: Dataset, responses: Responses, groups: Groups): readonly KeyFigures[] {
  const [needs, wishes, waits] = [
    leastCovered(data, responses, groups),
    mostWanted(responses, groups),
    longestWaits(responses, groups),
  ];
  return groups.ids.map((_, place) => ({
    ...(needs[place] ?? NO_NEED),
    ...(wishes[place] ?? NO_WISH),
    ...(waits[place] ?? NO_WAIT),
  }));
}

type Need = Pick<KeyFigures, "need" | "need_covered" | "need_answers">;
const NO_NEED: Need = { need: NONE, need_covered: NONE, need_answers: 0 };

function leastCovered({ study }: Dataset, { columns }: Responses, groups: Groups): readonly Need[] {
  const best = groups.ids.map(() => ({ share: 2, domains: [] as string[], answers: 0 }));
  for (const { code } of study.problem_domains) {
    countCodes(columns.get(`need_met.${code}`), groups, ["met", "partly", "unmet"]).forEach(({ by }, place) => {
      const [met = 0, partly = 0, unmet = 0] = by;
      const [n, found] = [met + partly + unmet, best[place]];
      if (n === 0 || found === undefined || met / n > found.share) return;
      if (met / n < found.share) Object.assign(found, { share: met / n, domains: [], answers: 0 });
      found.domains.push(code);
      found.answers += n;
    });
  }
  return best.map(({ share, domains, answers }): Need => {
    if (domains.length === 0) return NO_NEED;
    const need = share === 1 ? missing("not_applicable") : domains.join("|");
    return { need, need_covered: share, need_answers: answers };
  });
}

type Wish = Pick<KeyFigures, "wanted" | "wanted_points">;
const NO_WISH: Wish = { wanted: NONE, wanted_points: NONE };
const PLACES = 5;

function mostWanted({ columns }: Responses, groups: Groups): readonly Wish[] {
  const points = groups.ids.map(() => new Map<string, number>());
  eachList(columns.get("iv_wanted_rank"), (codes, i) => {
    const of = points[groups.of[i] ?? -1];
    if (of === undefined) return;
    for (let place = 0; place < Math.min(PLACES, codes.length); place++) {
      const code = codes[place] ?? "";
      of.set(code, (of.get(code) ?? 0) + PLACES - place);
    }
  });
  return points.map((of) => {
    if (of.size === 0) return NO_WISH;
    const most = Math.max(...of.values());
    return { wanted: [...of].flatMap(([code, n]) => (n === most ? [code] : [])).join("|"), wanted_points: most };
  });
}

type Wait = Pick<KeyFigures, "wait_step" | "wait_low" | "wait_high">;
const NO_WAIT: Wait = { wait_step: NONE, wait_low: NONE, wait_high: NONE };

interface Stated {
  readonly interval: TimeInterval;
  n: number;
}

/** What a group states of one step, in the order of the steps. */
interface StepTimes {
  readonly step: string;
  readonly order: number;
  readonly stated: readonly Stated[];
  /** The median begins no later than this. */
  readonly latest: number;
}

/** Medians are Turnbull's, as in the section on lead times; of medians that begin alike, the one that ends later. */
function longestWaits(responses: Responses, groups: Groups): readonly Wait[] {
  const times = groups.ids.map((): StepTimes[] => []);
  for (const [order, { code: step }] of STEPS.entries()) {
    const intervalAt = intervalReader(responses, step);
    const byGroup = new Map<number, Map<string, Stated>>();
    for (let i = 0; i < responses.n; i++) {
      const place = groups.of[i] ?? -1;
      const interval = place < 0 ? undefined : intervalAt(i);
      if (interval === undefined) continue;
      let of = byGroup.get(place);
      if (of === undefined) byGroup.set(place, (of = new Map<string, Stated>()));
      const key = `${interval.from} ${interval.to ?? ""}`;
      const seen = of.get(key);
      if (seen === undefined) of.set(key, { interval, n: 1 });
      else seen.n++;
    }
    for (const [place, of] of byGroup) {
      const stated = [...of.values()];
      times[place]?.push({ step, order, stated, latest: latestMedian(stated) });
    }
  }
  return times.map(longestOf);
}

const endOf = ({ to }: TimeInterval): number => to ?? Infinity;

/** The first day by which more than half of the times have certainly ended: whatever the estimate, half is reached there. */
function latestMedian(stated: readonly Stated[]): number {
  const half = stated.reduce((sum, { n }) => sum + n, 0) / 2;
  let reached = 0;
  const byEnd = [...stated].sort((a, b) => endOf(a.interval) - endOf(b.interval));
  const last = byEnd.find(({ n }) => (reached += n) > half);
  return last === undefined ? Infinity : endOf(last.interval);
}

/** Steps that may be the longest first, so that most medians need not be estimated. */
function longestOf(times: readonly StepTimes[]): Wait {
  let longest: { readonly times: StepTimes; readonly from: number; readonly to: number } | undefined;
  for (const one of [...times].sort((a, b) => (a.latest === b.latest ? a.order - b.order : b.latest - a.latest))) {
    if (longest !== undefined && one.latest < longest.from) break;
    const median = medianOf(one.stated);
    if (median === undefined) continue;
    const [from, to] = [Math.max(0, median.from), endOf(median)];
    const later = longest === undefined ? 1 : from - longest.from || compare(to, longest.to);
    if (later > 0 || (later === 0 && one.order < (longest?.times.order ?? 0))) longest = { times: one, from, to };
  }
  if (longest === undefined) return NO_WAIT;
  const { times: of, from, to } = longest;
  return { wait_step: of.step, wait_low: from, wait_high: to === Infinity ? "∞" : to };
}

/** A difference would not do: both may be infinite. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The interval of Turnbull's median. Where all intervals have days in common, all mass lies in those days. Where no two
 * intervals overlap, as with bins alone, the estimate is the frequencies themselves, and the first interval in which half
 * is reached is found without iterating.
 *
 * @returns undefined for no intervals
 */
export function medianOf(stated: readonly Stated[]): TimeInterval | undefined {
  if (stated.length === 0) return undefined;
  const [from, to] = [
    Math.max(...stated.map(({ interval }) => interval.from)),
    Math.min(...stated.map(({ interval }) => endOf(interval))),
  ];
  const holdsPoint = ({ interval }: Stated) => interval.from < from || interval.from === endOf(interval);
  if (from < to || (from === to && stated.every(holdsPoint))) return { from, to: to === Infinity ? null : to };
  const sorted = [...stated].sort((a, b) => a.interval.from - b.interval.from || endOf(a.interval) - endOf(b.interval));
  const isApart = sorted.every(({ interval }, i) => {
    const before = sorted[i - 1]?.interval;
    if (before === undefined) return true;
    return interval.from === endOf(interval) ? interval.from > endOf(before) : interval.from >= endOf(before);
  });
  if (!isApart)
    return turnbull(
      stated.map(({ interval }) => interval),
      stated.map(({ n }) => n),
    )?.median;
  const half = sorted.reduce((sum, { n }) => sum + n, 0) / 2;
  let reached = 0;
  return sorted.find(({ n }) => (reached += n) >= half)?.interval;
}
