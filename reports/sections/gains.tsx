import { GAINS } from "../../survey-definitions/codes.ts";
import type { Dataset } from "../dataset.ts";
import type { Section } from "../section.ts";
import { hasPartyAnswers, periodOf } from "./places.ts";
import { degreeCharts, degreeSentences, type DegreeWords } from "./degree-section.ts";
import { ratingsByKindTable, ratingsTable, type RatingsTable } from "./ratings-table.ts";

const WORDS: DegreeWords = {
  section: "gains",
  table: "gains",
  nobody: "Ingen part har bedömt vad man vinner på att samverka",
  most: (names) => `Störst vinst ser parterna för ${names}`,
  mostToStaff: (names) => `Personalen ser störst vinst för ${names}`,
  least: (names) => `Minst vinst ser de för ${names}`,
  alike: "Parterna bedömer att alla vinster är lika stora",
  alikeKinds: "Slagen av parter skiljer sig inte åt i vilka vinster de ser",
  each: "varje vinst",
  highIsBad: false,
};

const tableOf = (data: Dataset): RatingsTable => ({
  id: "gains",
  title: `Hur stor vinsten är, från 1 (inte alls) till 5 (i mycket hög grad), antal svar, ${periodOf(data.study)}`,
  name: "Vinst",
  codes: GAINS,
  rated: [{ group: "party", column: (code) => `gain.${code}` }],
  ends: ["Inte alls", "I mycket hög grad"],
});

export const gains: Section = {
  id: "gains",
  question: "Vad vinner man på att samverka?",
  reads: ["gain"],
  method:
    "Parterna bedömer varje vinst på skalan 1–5. Det är väntade vinster, inte uppmätta. Hela fördelningen visas, med netto (andelen 4 och 5 minus " +
    "andelen 1 och 2, i procentenheter) och median. ”Vet ej” redovisas för sig.",

  compute(data) {
    if (!hasPartyAnswers(data)) return { status: "no-answers" };
    const table = tableOf(data);
    const byKind = `Hur stor vinsten är enligt varje slag av part, antal svar, ${periodOf(data.study)}`;
    return {
      status: "ok",
      tables: { gains: ratingsTable(data, table), by_kind: ratingsByKindTable(data, table, byKind) },
    };
  },

  sentences: (tables) => degreeSentences(tables, WORDS).map((text) => `${text}.`),

  charts: degreeCharts(WORDS),
};
