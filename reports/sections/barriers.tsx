import { BARRIERS } from "../../survey-definitions/codes.ts";
import type { Dataset } from "../dataset.ts";
import type { Section } from "../section.ts";
import { hasAnswers, periodOf } from "./places.ts";
import { degreeCharts, degreeSentences, type DegreeWords } from "./degree-section.ts";
import { ratingsByKindTable, ratingsTable, type RatingsTable } from "./ratings-table.ts";

const WORDS: DegreeWords = {
  section: "barriers",
  table: "barriers",
  nobody: "Ingen har bedömt vad som hindrar samverkan",
  most: (names) => `Det som hindrar mest är enligt parterna ${names}`,
  mostToStaff: (names) => `Personalen pekar mest på ${names}`,
  least: (names) => `Minst hindrar ${names}`,
  alike: "Parterna bedömer att alla hinder väger lika",
  alikeKinds: "Slagen av parter skiljer sig inte åt i vad som hindrar",
  each: "varje hinder",
  highIsBad: true,
};

const tableOf = (data: Dataset): RatingsTable => ({
  id: "barriers",
  title: `Hur mycket det hindrar samverkan, från 1 (inte alls) till 5 (i mycket hög grad), antal svar, ${periodOf(data.study)}`,
  name: "Hinder",
  codes: BARRIERS,
  rated: [
    { group: "party", column: (code) => `barrier.${code}` },
    { group: "staff", column: (code) => `st_barrier.${code}` },
  ],
  ends: ["Inte alls", "I mycket hög grad"],
});

export const barriers: Section = {
  id: "barriers",
  question: "Vad hindrar samverkan?",
  reads: ["barrier", "st_barrier"],
  method:
    "Parterna och personalen bedömer varje hinder på skalan 1–5 och redovisas var för sig. Hela fördelningen visas, med netto (andelen 4 och 5 " +
    "minus andelen 1 och 2, i procentenheter) och median. ”Vet ej” redovisas för sig.",

  compute(data) {
    if (!hasAnswers(data, ["party", "staff"])) return { status: "no-answers" };
    const table = tableOf(data);
    const byKind = `Hur mycket det hindrar enligt varje slag av part, antal svar, ${periodOf(data.study)}`;
    return {
      status: "ok",
      tables: { barriers: ratingsTable(data, table), by_kind: ratingsByKindTable(data, table, byKind) },
    };
  },

  sentences: (tables) => degreeSentences(tables, WORDS).map((text) => `${text}.`),

  charts: degreeCharts(WORDS),
};
