import { availabilityBody } from "../charts/availability-chart.ts";
import { defineChart } from "../charts/define-chart.tsx";
import { effectBody } from "../charts/effect-chart.ts";
import { limitsBody } from "../charts/limits-chart.ts";
import { rankedBody, STAFF_KNOWS } from "../charts/ranked-chart.ts";
import { countIn, hasCounts, labelIn, tableOf, textIn } from "../charts/read-table.ts";
import { stackedBody } from "../charts/stacked-chart.ts";
import { supplyBody } from "../charts/supply-chart.ts";
import { HATCH } from "../charts/scene.ts";
import { COLOURS, STEPS_OF_DEEP } from "../charts/tokens.ts";
import type { Section } from "../section.ts";
import { formatNumber } from "../text/format.ts";
import {
  checked,
  differently,
  familiar,
  lacking,
  limited,
  placed,
  supplied,
  undecided,
  valued,
} from "./interventions-sentences.ts";
import { availabilityTable, effectTable, limitsTable, supplyTable } from "./interventions-tables.ts";
import { followedUpTable, knowledgeTable } from "./interventions-knowledge.ts";
import { supplyNeedTable } from "./interventions-supply.ts";
import { ownWordsTable } from "./own-words.ts";
import { hasAnswers } from "./places.ts";

const availability = defineChart({
  section: "interventions",
  id: "availability",
  title: (tables) => supplied(tables),
  subtitle: (tables) => tableOf(tables, "availability").title,
  description: (tables) => [supplied(tables), ...lacking(tables)].map((text) => `${text}.`).join(" "),
  place: true,
  body: availabilityBody,
  source: "Källa: parternas svar.",
});

const effect = defineChart({
  section: "interventions",
  id: "effect",
  title: (tables) => valued(tables),
  subtitle: (tables) => tableOf(tables, "effect").title,
  description: (tables) => [valued(tables), ...undecided(tables)].map((text) => `${text}.`).join(" "),
  body: effectBody,
  source: "Källa: de svarandes bedömning. Grupperna slås inte ihop.",
});

const limits = defineChart({
  section: "interventions",
  id: "limits",
  title: (tables) => limited(tables)[0] ?? "Ingen begränsning sticker ut",
  subtitle: (tables) => tableOf(tables, "limits").title,
  description: (tables) => `${limited(tables)[0] ?? "Ingen begränsning sticker ut"}.`,
  body: limitsBody,
  source: "Källa: parternas svar om stöd som finns hos dem.",
});

const supply = defineChart({
  section: "interventions",
  id: "supply",
  title: (tables) => placed(tables),
  subtitle: (tables) => tableOf(tables, "supply_need").title,
  description: (tables) => `${placed(tables)}.`,
  place: true,
  body: supplyBody,
  source: "Källa: parternas svar.",
});

const followedUp = defineChart({
  section: "interventions",
  id: "followed-up",
  title: (tables) => checked(tables),
  subtitle: (tables) => tableOf(tables, "followed_up").title,
  description: (tables) => `${checked(tables)}.`,
  body: (tables, context) =>
    stackedBody(tables, context, {
      table: "followed_up",
      parts: [
        { key: "systematic", fill: COLOURS.deep },
        { key: "sometimes", fill: STEPS_OF_DEEP[2] },
        { key: "no", fill: COLOURS.rust },
        { key: "dont_know", fill: COLOURS.neutral },
        { key: "no_answer", fill: HATCH },
      ],
      label: (table, row) => labelIn(table, "intervention", row.intervention),
      key: (row) => textIn(row.intervention),
      value: (row) => `${formatNumber(countIn(row.systematic))} av ${formatNumber(countIn(row.answers))}`,
      valueHead: "Systematiskt",
      rows: (table) =>
        [...table.rows].sort(
          (a, b) => countIn(b.systematic) - countIn(a.systematic) || countIn(b.sometimes) - countIn(a.sometimes),
        ),
      unit: "svar",
    }),
  source: "Källa: parternas svar om stöd som finns hos dem.",
});

const knowledge = defineChart({
  section: "interventions",
  id: "knowledge",
  title: (tables) => familiar(tables)[0] ?? "Personalen har inte svarat på vilket stöd de känner till",
  subtitle: (tables) => tableOf(tables, "knowledge").title,
  description: (tables) => `${familiar(tables)[0] ?? "Personalen har inte svarat på vilket stöd de känner till"}.`,
  applies: (tables) => hasCounts(tables, "knowledge"),
  body: (tables, context) => rankedBody(tables, context, STAFF_KNOWS),
  source: "Källa: personalens svar, och parternas om var stödet finns.",
});

const USED = [
  "iv_avail",
  "iv_other",
  "iv_capacity",
  "iv_reached",
  "iv_effect",
  "iv_limits",
  "iv_followed_up",
  "n_known",
  "n_known_low",
  "n_known_high",
  "st_knows_iv",
  "st_effect",
  "v_effect",
];

export const interventions: Section = {
  id: "interventions",
  question: "Vilket stöd finns, och hjälper det?",
  reads: USED,
  method:
    "Varje part svarar för varje insats och kommun. Effekten är de svarandes bedömning på skalan 1–5: hela fördelningen visas, " +
    "med netto (andelen 4 och 5 minus andelen 1 och 2, i procentenheter) och median av betygen 1–5. ”Vet ej” och ”för tidigt att bedöma” redovisas för sig. " +
    "Platser och nådda personer ställs mot hur många i målgruppen som parterna känner till; hur många som behöver varje insats är inte frågat.",

  compute(data) {
    if (!hasAnswers(data, ["party", "staff", "voice"]) || data.study.interventions.length === 0)
      return { status: "no-answers" };
    return {
      status: "ok",
      tables: {
        availability: availabilityTable(data),
        supply: supplyTable(data),
        effect: effectTable(data),
        limits: limitsTable(data),
        supply_need: supplyNeedTable(data),
        followed_up: followedUpTable(data),
        knowledge: knowledgeTable(data),
        other_support: ownWordsTable(data, "iv_other", {
          id: "other_support",
          title: "Annat stöd som parterna säger finns",
        }),
      },
    };
  },

  sentences: (tables) =>
    [
      supplied(tables),
      ...lacking(tables),
      placed(tables),
      valued(tables),
      ...differently(tables),
      ...undecided(tables),
      ...limited(tables),
      checked(tables),
      ...familiar(tables),
    ].map((text) => `${text}.`),

  placeSentences: (tables) => [supplied(tables), ...lacking(tables), placed(tables)].map((text) => `${text}.`),

  charts: [availability, supply, effect, limits, followedUp, knowledge],
};
