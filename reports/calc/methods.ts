/** One entry a method of `calc`: reads its input, runs it, and writes its result as the contract has it. */
import { consensus } from "../stats/consensus.ts";
import { fisherExact } from "../stats/fisher.ts";
import { kaplanMeier } from "../stats/kaplan-meier.ts";
import { kendallW } from "../stats/kendall-w.ts";
import { krippendorffAlpha, MEASUREMENT_LEVELS } from "../stats/krippendorff.ts";
import { kruskalWallis } from "../stats/kruskal-wallis.ts";
import type { LpSolver } from "../stats/lp.ts";
import { tauB } from "../stats/tau-b.ts";
import { turnbull, type TimeInterval } from "../stats/turnbull.ts";
import { twoList } from "../stats/two-list.ts";
import { wilsonInterval } from "../stats/wilson.ts";
import { calculateUnionBounds } from "./union-bounds.ts";
import { readCount, readFields, readList, readNumber, readTable, wrong } from "./input.ts";

export interface CalcContext {
  readonly solver: LpSolver;
}
export type CalcMethod = (input: unknown, context: CalcContext) => unknown;

const refused = (why: string) => ({ refused: why });

/** JSON has no infinity: an unbounded upper end is the string that the report uses. */
const orUnbounded = (value: number): number | string => (value === Infinity ? "∞" : value);

export const methods: Readonly<Record<string, CalcMethod>> = {
  "two-list": (input) => {
    const fields = readFields(input, ["n1", "n2", "m"]);
    const [n1, n2, m] = [readCount(fields.n1, "n1"), readCount(fields.n2, "n2"), readCount(fields.m, "m")];
    if (m > Math.min(n1, n2)) wrong("”m” är större än den mindre listan: så många kan inte finnas på båda.");
    if (n1 === 0 || n2 === 0)
      return refused("En lista utan personer säger ingenting om hur många som inte har räknats.");
    const found = twoList(n1, n2, m);
    return {
      lincoln_petersen: orUnbounded(found.lincolnPetersen),
      chapman: found.chapman,
      se: found.se,
      log_normal: found.logNormal,
      logit: found.logit,
    };
  },

  "union-bounds": calculateUnionBounds,

  "kendall-w": (input) => {
    const ranks = readTable(readFields(input, ["ranks"]).ranks, "ranks", readNumber);
    const found = kendallW(ranks);
    if (found === undefined)
      return refused("Samstämmighet kräver minst två bedömare och två saker, och att någon bedömare skiljer dem åt.");
    return { w: found.w, w_uncorrected: found.wUncorrected, chi_square: found.chiSquare, df: found.df, p: found.p };
  },

  krippendorff: (input) => {
    const fields = readFields(input, ["ratings", "level"]);
    const level = MEASUREMENT_LEVELS.find((name) => name === fields.level);
    if (level === undefined) return wrong(`”level” ska vara något av ${MEASUREMENT_LEVELS.join(", ")}.`);
    const ratings = readTable(fields.ratings, "ratings", (value, field) =>
      value === null ? null : readNumber(value, field),
    );
    if (level === "ratio" && ratings.flat().some((value) => value !== null && value < 0))
      wrong("På kvotskala (”ratio”) får inget värde vara negativt.");
    const alpha = krippendorffAlpha(ratings, level);
    return alpha === undefined
      ? refused("Inget att jämföra: värdena är lika, eller ingen enhet har bedömts av två.")
      : { alpha };
  },

  consensus: (input) => {
    const counts = readList(readFields(input, ["counts"]).counts, "counts", readCount);
    if (counts.length < 2) wrong("”counts” ska ha minst två kategorier.");
    const found = consensus(counts);
    return found === undefined ? refused("Det finns inga svar.") : { consensus: found };
  },

  wilson: (input) => {
    const fields = readFields(input, ["successes", "n"]);
    const [successes, n] = [readCount(fields.successes, "successes"), readCount(fields.n, "n")];
    if (successes > n) wrong("”successes” är större än ”n”.");
    return n === 0 ? refused("Det finns inga svar.") : wilsonInterval(successes, n);
  },

  turnbull: (input) => {
    const intervals = readList(readFields(input, ["intervals"]).intervals, "intervals", readInterval);
    const found = turnbull(intervals);
    if (found === undefined) return refused("Det finns inga intervall.");
    return { masses: found.masses, log_likelihood: found.logLikelihood, median: found.median };
  },

  "kruskal-wallis": (input) => {
    const fields = readFields(input, ["groups"]);
    const groups = readList(fields.groups, "groups", (group, field) => readList(group, field, readNumber));
    return kruskalWallis(groups) ?? refused("Testet kräver minst två grupper med värden som inte alla är lika.");
  },

  "kaplan-meier": (input) => {
    const fields = readFields(input, ["times", "events"]);
    const times = readList(fields.times, "times", (value, field) => {
      const time = readNumber(value, field);
      return time < 0 ? wrong(`”${field}” ska vara noll eller mer.`) : time;
    });
    const events = readList(fields.events, "events", readEvent);
    if (times.length !== events.length) wrong(`”times” har ${times.length} värden och ”events” ${events.length}.`);
    if (times.length === 0) return refused("Det finns inga tider.");
    const { steps, median } = kaplanMeier(times, events);
    return {
      steps: steps.map(({ time, atRisk, events: seen, survival, low, high }) => ({
        time,
        at_risk: atRisk,
        events: seen,
        survival,
        low: low ?? null,
        high: high ?? null,
      })),
      median: { value: orUnbounded(median.value), low: orUnbounded(median.low), high: orUnbounded(median.high) },
    };
  },

  fisher: (input) => {
    const rows = readTable(readFields(input, ["table"]).table, "table", readCount);
    const [[a, b] = [], [c, d] = []] = rows;
    if (rows.length !== 2 || rows[0]?.length !== 2) wrong("”table” ska ha två rader med två tal.");
    const found = fisherExact([
      [a ?? 0, b ?? 0],
      [c ?? 0, d ?? 0],
    ]);
    return { p: found.twoSided, p_less: found.less, p_greater: found.greater };
  },

  "tau-b": (input) => {
    const fields = readFields(input, ["x", "y"]);
    const [x, y] = [readList(fields.x, "x", readNumber), readList(fields.y, "y", readNumber)];
    if (x.length !== y.length) wrong(`”x” har ${x.length} värden och ”y” ${y.length}.`);
    const found = tauB(x, y);
    return found === undefined
      ? refused("Sambandet kräver minst två enheter och att ingen av listorna har samma värde överallt.")
      : { tau_b: found.tau, p: found.p };
  },
};

function readInterval(value: unknown, field: string): TimeInterval {
  const ends = readList(value, field, (end) => end);
  if (ends.length !== 2) return wrong(`”${field}” ska ha två värden: [från, till]; till är null när slutet är okänt.`);
  const from = readNumber(ends[0], `${field} från`);
  const to = ends[1] === null ? null : readNumber(ends[1], `${field} till`);
  return to !== null && to < from ? wrong(`”${field}” slutar före sin början: ${from} till ${to}.`) : { from, to };
}

function readEvent(value: unknown, field: string): boolean {
  if (value === true || value === 1) return true;
  if (value === false || value === 0) return false;
  return wrong(`”${field}” ska vara true (händelsen sågs) eller false (avbruten).`);
}
