import { defineChart } from "../charts/define-chart.tsx";
import { hoursBody } from "../charts/hours-chart.ts";
import { budgetBody, MENTIONS, rankedBody } from "../charts/ranked-chart.ts";
import { topRows } from "../charts/ranking.ts";
import { ratingsBody } from "../charts/ratings-chart.ts";
import { countIn, hasRows, labelIn, tableOf } from "../charts/read-table.ts";
import type { Section, TableRow, Tables } from "../section.ts";
import { counted, formatNumber, formatRange, formatShortList, inSentence } from "../text/format.ts";
import { hasPartyAnswers } from "./places.ts";
import { budgetTable, frameTable } from "./resources-budget.ts";
import {
  arenaTable,
  capacityTable,
  competenceTable,
  conditionsTable,
  contributionsTable,
  hoursTable,
  offersTable,
  preconditionsTable,
  readinessTable,
  sharedTable,
} from "./resources-tables.ts";

const SOURCE = "Källa: parternas svar.";

const hours = defineChart({
  section: "resources",
  id: "hours",
  title: (tables) => worked(tables),
  subtitle: (tables) => tableOf(tables, "hours").title,
  description: (tables) => `${worked(tables)}.`,
  place: true,
  body: hoursBody,
  source: SOURCE,
});

const budget = defineChart({
  section: "resources",
  id: "budget",
  title: (tables) => against(tables) ?? "Studien har ingen budget att jämföra med",
  subtitle: (tables) => tableOf(tables, "budget").title,
  description: (tables) => `${against(tables) ?? "Studien har ingen budget att jämföra med"}.`,
  applies: (tables) => hasRows(tables, "budget"),
  body: budgetBody,
  source: "Källa: studiens budget och parternas svar. En heltid är 40 timmar i veckan.",
});

const contributions = defineChart({
  section: "resources",
  id: "contributions",
  title: (tables) => offered(tables),
  subtitle: (tables) => tableOf(tables, "contributions").title,
  description: (tables) => `${offered(tables)}.`,
  body: (tables, context) => rankedBody(tables, context, MENTIONS("contributions")),
  source: SOURCE,
});

const readiness = defineChart({
  section: "resources",
  id: "readiness",
  title: (tables) => ready(tables),
  subtitle: (tables) => tableOf(tables, "readiness").title,
  description: (tables) => `${ready(tables)}.`,
  body: (tables, context) => ratingsBody(tables, context, { table: "readiness", name: "code", each: "varje fråga" }),
  source: SOURCE,
});

const arena = defineChart({
  section: "resources",
  id: "arena",
  title: (tables) => wishedArena(tables),
  subtitle: (tables) => tableOf(tables, "arena").title,
  description: (tables) => `${wishedArena(tables)}.`,
  body: (tables, context) => rankedBody(tables, context, MENTIONS("arena")),
  source: SOURCE,
});

export const resources: Section = {
  id: "resources",
  question: "Vad kan parterna bidra med?",
  reads: [
    "contrib",
    "contrib_hours_month",
    "contrib_hours_month_low",
    "contrib_hours_month_high",
    "contrib_competence",
    "iv_avail",
    "iv_capacity",
    "ready_to_join",
    "arena_need",
    "arena_content",
    "arena_preconditions",
    "cross_municipal_need",
    "conditions_to_join",
  ],
  method:
    "Timmar och platser är parternas egna uppgifter och löften, inte beslut. Summor gäller bara dem som angett ett tal eller ett intervall och är därför minst så stora " +
    "som de står. Övriga svar är antal svar som nämner varje sak.",

  compute(data) {
    if (!hasPartyAnswers(data)) return { status: "no-answers" };
    const [hoursOf, given] = [hoursTable(data), contributionsTable(data)];
    return {
      status: "ok",
      tables: {
        hours: hoursOf,
        frame: frameTable(data, hoursOf, given),
        budget: budgetTable(data),
        contributions: given,
        competence: competenceTable(data),
        capacity: capacityTable(data),
        readiness: readinessTable(data),
        arena: arenaTable(data),
        preconditions: preconditionsTable(data),
        shared: sharedTable(data),
        offers: offersTable(data),
        conditions: conditionsTable(data),
      },
    };
  },

  sentences: (tables) =>
    [
      worked(tables),
      ...[against(tables) ?? []].flat(),
      offered(tables),
      ready(tables),
      wishedArena(tables),
      ...first(tables),
      ...shared(tables),
    ].map((text) => `${text}.`),

  placeSentences: (tables) => [`${worked(tables)}.`],

  charts: [hours, budget, contributions, readiness, arena],
};

const HOURS = ["timme", "timmar"] as const;

/** "Parterna kan bidra med minst 64 timmar i månaden (3 av 9 har angett timmar)" */
function worked(tables: Tables): string {
  const rows = tableOf(tables, "hours").rows;
  const sum = (key: string) => rows.reduce((all, row) => all + countIn(row[key]), 0);
  const [stated, expected, low] = [sum("stated"), sum("expected"), sum("sum_low")];
  if (stated === 0) return "Ingen part har angett hur mycket arbetstid den kan bidra med";
  const high = rows.some((row) => row.sum_high === "∞") ? "∞" : sum("sum_high");
  const range = high !== "∞" && high > low ? `${formatRange(low, high)} timmar` : counted(low, HOURS);
  return `Parterna kan bidra med minst ${range} i månaden (${formatNumber(stated)} av ${formatNumber(expected)} har angett timmar)`;
}

const FULL_TIME = ["heltid", "heltider"] as const;

/** The budget beside the hours as full-time posts; undefined where the study has no budget. */
function against(tables: Tables): string | undefined {
  const [row] = tableOf(tables, "frame").rows;
  if (row === undefined || typeof row.amount !== "number") return undefined;
  const posts = typeof row.full_time === "number" ? ` och ${fullTime(row.full_time)}` : "";
  const own = `Studiens budget är ${formatNumber(row.amount)} kronor${posts}`;
  if (typeof row.party_full_time_low !== "number") return `${own}; ingen part har angett timmar att lägga till`;
  return `${own}; parternas timmar motsvarar minst ${fullTime(row.party_full_time_low)}`;
}

const fullTime = (posts: number): string =>
  Number.isInteger(posts) ? counted(posts, FULL_TIME) : `${formatNumber(posts, 1)} heltider`;

const mentioned = (row: TableRow): string =>
  `${formatNumber(countIn(row.mentions))} av ${formatNumber(countIn(row.answers))} svar`;

/** Those named by most answers: "Personal och lokal (3 av 4 svar vardera)"; undefined where nobody has answered. */
function mostNamed(tables: Tables, id: string): string | undefined {
  const table = tableOf(tables, id);
  const top = topRows(table.rows, (row) => countIn(row.mentions));
  const [row] = top;
  if (row === undefined) return undefined;
  const names = formatShortList(
    top.map((one) => inSentence(labelIn(table, "code", one.code))),
    3,
  );
  return `${names} (${mentioned(row)}${top.length > 1 ? " vardera" : ""})`;
}

function offered(tables: Tables): string {
  const most = mostNamed(tables, "contributions");
  return most === undefined ? "Ingen part har angett vad den kan bidra med" : `Oftast kan parterna bidra med ${most}`;
}

function wishedArena(tables: Tables): string {
  const most = mostNamed(tables, "arena");
  return most === undefined
    ? "Ingen part har angett vad en gemensam arena bör ha"
    : `En gemensam arena bör framför allt ha ${most}`;
}

function first(tables: Tables): readonly string[] {
  const most = mostNamed(tables, "preconditions");
  return most === undefined ? [] : [`Först måste detta vara på plats: ${most}`];
}

function shared(tables: Tables): readonly string[] {
  const most = mostNamed(tables, "shared");
  return most === undefined ? [] : [`Delas mellan kommuner bör framför allt ${most}`];
}

function ready(tables: Tables): string {
  const row = tableOf(tables, "readiness").rows.find(({ code }) => code === "ready_to_join");
  const n = countIn(row?.n);
  if (row === undefined || n === 0) return "Ingen part har svarat på om den är beredd att delta";
  const high = countIn(row.c4) + countIn(row.c5);
  return `I ${formatNumber(high)} av ${formatNumber(n)} svar är parten i hög eller mycket hög grad beredd att delta`;
}
