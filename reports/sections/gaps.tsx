import { defineChart } from "../charts/define-chart.tsx";
import { disagreementsBody } from "../charts/disagreements-chart.ts";
import { groupDotsBody } from "../charts/group-dots-chart.ts";
import { needBody } from "../charts/need-chart.ts";
import { quadrantsBody } from "../charts/quadrants-chart.ts";
import { MISSING_RANKED, rankedBody, WANTED_RANKED } from "../charts/ranked-chart.ts";
import { distinct, tableOf } from "../charts/read-table.ts";
import type { Section, Tables } from "../section.ts";
import { disagreementTables } from "./gaps-disagreements.ts";
import { missingByGroupTable, wantedByGroupTable } from "./gaps-groups.ts";
import { quadrantsTable, quadrantTotalsTable } from "./gaps-quadrants.ts";
import { agreed, denied, missed, needed, placedIn, seenDifferently, uncovered, wished } from "./gaps-sentences.ts";
import { agreementTable, missingTable, needByDomainTable, needTable, wantedTable } from "./gaps-tables.ts";
import { ownWordsTable } from "./own-words.ts";
import { hasAnswers } from "./places.ts";

/** Whether more than one group has answered, so that they are to stand side by side. */
const hasSeveral = (tables: Tables, id: string): boolean => distinct(tableOf(tables, id), "group").length > 1;

const quadrants = defineChart({
  section: "gaps",
  id: "quadrants",
  title: (tables) => placedIn(tables),
  subtitle: (tables) => tableOf(tables, "quadrants").title,
  description: (tables) => `${placedIn(tables)}.`,
  place: true,
  body: quadrantsBody,
  source: "Källa: parternas svar om vad som finns och saknas; betyg från parterna, personalen och de unga var för sig.",
});

const missing = defineChart({
  section: "gaps",
  id: "missing",
  title: (tables) => missed(tables),
  subtitle: (tables) => tableOf(tables, hasSeveral(tables, "missing_by_group") ? "missing_by_group" : "missing").title,
  description: (tables) => [missed(tables), ...seenDifferently(tables)].map((text) => `${text}.`).join(" "),
  body: (tables, context) =>
    hasSeveral(tables, "missing_by_group")
      ? groupDotsBody(tables, context, { table: "missing_by_group", value: "share", most: 1 })
      : rankedBody(tables, context, MISSING_RANKED),
  source: "Källa: de svarande i varje grupp.",
});

const wanted = defineChart({
  section: "gaps",
  id: "wanted",
  title: (tables) => wished(tables),
  subtitle: (tables) => tableOf(tables, hasSeveral(tables, "wanted_by_group") ? "wanted_by_group" : "wanted").title,
  description: (tables) => [wished(tables), ...agreed(tables)].map((text) => `${text}.`).join(" "),
  body: (tables, context) =>
    hasSeveral(tables, "wanted_by_group")
      ? groupDotsBody(tables, context, { table: "wanted_by_group", value: "per_answer", most: 5 })
      : { ...rankedBody(tables, context, WANTED_RANKED), notes: tableOf(tables, "wanted").notes },
  source: "Källa: de svarande i varje grupp.",
});

const need = defineChart({
  section: "gaps",
  id: "need",
  title: (tables) => uncovered(tables),
  subtitle: (tables) => tableOf(tables, "coverage").title,
  description: (tables) => `${uncovered(tables)}.`,
  place: true,
  body: needBody,
  source: "Källa: parternas svar.",
});

const disagreements = defineChart({
  section: "gaps",
  id: "disagreements",
  title: (tables) => denied(tables),
  subtitle: (tables) => tableOf(tables, "disagreements").title,
  description: (tables) => `${denied(tables)}.`,
  place: true,
  body: disagreementsBody,
  source: "Källa: parternas svar, var för sig. Bara det som båda har svarat på jämförs.",
});

const USED = [
  "iv_avail",
  "iv_effect",
  "iv_missing",
  "iv_missing_other",
  "iv_wanted_rank",
  "need_met",
  "n_overlap",
  "coop_freq",
  "coop_agreement",
  "st_effect",
  "st_missing",
  "st_wanted_rank",
  "v_effect",
  "v_missing",
  "stg_next",
  "stg_your_action",
];

export const gaps: Section = {
  id: "gaps",
  question: "Vad saknas, och vad vill parterna helst ha?",
  reads: USED,
  method:
    "Saknade insatser är antalet svar som nämner dem. Önskemål ger 5, 4, 3, 2 och 1 poäng för plats ett till fem; enigheten är Kendalls W " +
    "med rättning för lika rang. Andelen täckt behov är ”täckt” genom ”täckt”, ”delvis täckt” och ”inte täckt”; ”vet ej” redovisas för sig. " +
    "Insatsens läge följer en regel som står under tabellen. Motsägelser är där en part säger det som en annan förnekar.",

  compute(data) {
    if (!hasAnswers(data, ["party", "staff", "voice"])) return { status: "no-answers" };
    const covered = needTable(data);
    const placed = quadrantsTable(data);
    return {
      status: "ok",
      tables: {
        missing: missingTable(data),
        wanted: wantedTable(data),
        coverage: covered,
        coverage_by_domain: needByDomainTable(data, covered),
        agreement: agreementTable(data),
        quadrants: placed,
        quadrants_total: quadrantTotalsTable(data, placed),
        missing_by_group: missingByGroupTable(data),
        wanted_by_group: wantedByGroupTable(data),
        ...disagreementTables(data),
        other_missing: ownWordsTable(data, "iv_missing_other", {
          id: "other_missing",
          title: "Annat stöd som parterna säger saknas",
        }),
      },
    };
  },

  sentences: (tables) =>
    [
      missed(tables),
      placedIn(tables),
      ...needed(tables),
      wished(tables),
      ...agreed(tables),
      ...seenDifferently(tables),
      uncovered(tables),
      denied(tables),
    ].map((text) => `${text}.`),

  placeSentences: (tables) =>
    [placedIn(tables), ...needed(tables), uncovered(tables), denied(tables)].map((text) => `${text}.`),

  charts: [quadrants, missing, wanted, need, disagreements],
};
