import { defineChart } from "../charts/define-chart.tsx";
import { ownBody } from "../charts/own-proposals-chart.ts";
import { figuresBody, proposalsBody } from "../charts/proposals-chart.ts";
import { tableOf } from "../charts/read-table.ts";
import type { Section } from "../section.ts";
import { hasPartyAnswers } from "./places.ts";
import { ownTable } from "./proposals-own.ts";
import { commonest, figures, headline, owners, persons, suggested, written } from "./proposals-sentences.ts";
import { byMunicipalityTable, byPartyTable, proposalsTable } from "./proposals-tables.ts";

const sentencesOf = (texts: readonly string[]) => texts.map((text) => `${text}.`);
const SOURCE = "Källa: parternas svar.";

const municipalities = defineChart({
  section: "proposals",
  id: "municipalities",
  title: (tables) => commonest(tables, "need"),
  subtitle: (tables) => tableOf(tables, "by_municipality").title,
  description: (tables) => sentencesOf([commonest(tables, "need"), ...figures(tables)]).join(" "),
  place: true,
  body: (tables, context) => figuresBody(tables, context, "by_municipality", "municipality"),
  source: SOURCE,
});

const parties = defineChart({
  section: "proposals",
  id: "parties",
  title: (tables) => commonest(tables, "wanted"),
  subtitle: (tables) => tableOf(tables, "by_party").title,
  description: (tables) => `${commonest(tables, "wanted")}.`,
  body: (tables, context) => figuresBody(tables, context, "by_party", "party"),
  source: SOURCE,
});

const suggestions = defineChart({
  section: "proposals",
  id: "suggestions",
  title: (tables) => suggested(tables),
  subtitle: () => "Parternas förslag: vad, vem och när",
  description: (tables) => sentencesOf([suggested(tables), ...owners(tables)]).join(" "),
  place: true,
  body: proposalsBody,
  source: "Källa: parternas förslag i svaren om påhittade fall.",
});

const own = defineChart({
  section: "proposals",
  id: "own",
  title: (tables) => headline(tables),
  subtitle: () => "Siffrorna som ett beslut behöver, och utredarens förslag: vad, vem och när",
  description: (tables) => sentencesOf([headline(tables), ...figures(tables)]).join(" "),
  place: true,
  body: ownBody,
  source: "Källa: parternas svar och utredarens egna förslag.",
});

export const proposals: Section = {
  id: "proposals",
  question: "Vad behöver beslutas, var och av vem?",
  reads: [
    "n_known",
    "n_known_low",
    "n_known_high",
    "n_overlap",
    "need_met",
    "iv_wanted_rank",
    "lt_typical",
    "lt_low",
    "lt_high",
    "prop_text",
    "prop_owner",
    "prop_due",
  ],
  method:
    "Nyckeltalen är desamma som i rapportens övriga avsnitt, räknade för varje kommun och för varje part. Kända personer i en kommun är gränserna " +
    "för antalet olika personer. Minst täckt är det behov där minst andel av dem som ser det säger att det är täckt. Önskemål ger 5, 4, 3, 2 och 1 " +
    "poäng. Längst väntan är steget med högst median (Turnbull). Utredarens förslag är slutsatser och parternas är deras egna; inget av dem räknas fram.",

  compute(data, context) {
    const ownProposals = ownTable(data);
    const isAnswered = hasPartyAnswers(data) || (data.responses.get("case")?.n ?? 0) > 0;
    if (!isAnswered && ownProposals.rows.length === 0) return { status: "no-answers" };
    const suggestionsTable = proposalsTable(data);
    return {
      status: "ok",
      tables: {
        own: ownProposals,
        by_municipality: byMunicipalityTable(data, context, suggestionsTable),
        by_party: byPartyTable(data),
        proposals: suggestionsTable,
      },
    };
  },

  sentences: (tables) =>
    sentencesOf([
      ...new Set([headline(tables), ...persons(tables), ...written(tables), suggested(tables), ...owners(tables)]),
    ]),

  placeSentences: (tables) =>
    sentencesOf([...new Set([headline(tables), ...persons(tables), suggested(tables), ...owners(tables)])]),

  charts: [own, municipalities, parties, suggestions],
};
