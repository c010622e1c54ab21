/** One entry a method of `calc`: reads its input, runs it, and writes its result as the contract has it. */
import { consensus } from "../stats/consensus.ts";
import { clopperPearson } from "../stats/clopper-pearson.ts";
import { fisherTable } from "../stats/fisher-table.ts";
import { fisherExact } from "../stats/fisher.ts";
import { kendallW } from "../stats/kendall-w.ts";
import { krippendorffAlpha, MEASUREMENT_LEVELS } from "../stats/krippendorff.ts";
import { kruskalWallis } from "../stats/kruskal-wallis.ts";
import type { LpSolver } from "../stats/lp.ts";
import { tauB } from "../stats/tau-b.ts";
import { tauExact } from "../stats/tau-exact.ts";
import { turnbull, type TimeInterval } from "../stats/turnbull.ts";
import { twoList } from "../stats/two-list.ts";
import { vanDerEijkAgreement } from "../stats/van-der-eijk.ts";
import { wilsonCorrected } from "../stats/wilson-corrected.ts";
import { wilsonInterval } from "../stats/wilson.ts";
import { calculateAudit, calculateSuppress } from "./disclosure.ts";
import { calculateNetwork } from "./network.ts";
import { calculateChao, calculateLogLinear } from "./population-size.ts";
import {
  calculateCohensW,
  calculateIntersections,
  calculateLikert,
  calculateResponseRates,
} from "./survey-measures.ts";
import { calculateUnionBounds } from "./union-bounds.ts";
import { calculateKaplanMeier, calculateLogRank } from "./waiting.ts";
import { orUnbounded, readCount, readFields, readList, readNumber, readTable, wrong } from "./input.ts";

export interface CalcContext {
  readonly solver: LpSolver;
}
export type CalcMethod = (input: unknown, context: CalcContext) => unknown;

const refused = (why: string) => ({ refused: why });

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
  "log-linear": calculateLogLinear,
  chao: calculateChao,
  network: calculateNetwork,
  likert: calculateLikert,
  "response-rates": calculateResponseRates,
  "cohens-w": calculateCohensW,
  intersections: calculateIntersections,

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
    if (found === undefined) return refused("Det finns inga svar.");
    return { consensus: found, agreement: counts.length < 3 ? null : vanDerEijkAgreement(counts) };
  },

  wilson: (input) => {
    const fields = readFields(input, ["successes", "n"]);
    const [successes, n] = [readCount(fields.successes, "successes"), readCount(fields.n, "n")];
    if (successes > n) wrong("”successes” är större än ”n”.");
    if (n === 0) return refused("Det finns inga svar.");
    const [corrected, exact] = [wilsonCorrected(successes, n), clopperPearson(successes, n)];
    return {
      ...wilsonInterval(successes, n),
      corrected: { low: corrected.low, high: corrected.high },
      clopper_pearson: { low: exact.low, high: exact.high },
    };
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

  "kaplan-meier": calculateKaplanMeier,
  "log-rank": calculateLogRank,
  suppress: calculateSuppress,
  audit: calculateAudit,

  fisher: (input) => {
    const rows = readTable(readFields(input, ["table"]).table, "table", readCount);
    const width = rows[0]?.length ?? 0;
    if (rows.length < 2 || width < 2) wrong("”table” ska ha minst två rader med minst två tal.");
    if (rows.length > 2 || width > 2) {
      const p = fisherTable(rows);
      return p === undefined ? refused("Tabellen är för stor för att räknas igenom exakt.") : { p };
    }
    const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = rows;
    const found = fisherExact([
      [a, b],
      [c, d],
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
      : { tau_b: found.tau, p: found.p, p_exact: tauExact(x, y)?.twoSided ?? null };
  },
};

function readInterval(value: unknown, field: string): TimeInterval {
  const ends = readList(value, field, (end) => end);
  if (ends.length !== 2) return wrong(`”${field}” ska ha två värden: [från, till]; till är null när slutet är okänt.`);
  const from = readNumber(ends[0], `${field} från`);
  const to = ends[1] === null ? null : readNumber(ends[1], `${field} till`);
  return to !== null && to < from ? wrong(`”${field}” slutar före sin början: ${from} till ${to}.`) : { from, to };
}
