/** What works and what fails in cooperation, step by step, and what the staff say of it. */
import { STEPS, TRENDS, type Category } from "../../survey-definitions/codes.ts";
import { CHANGES } from "../../survey-definitions/option-sets.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { labelsOf } from "./cells.ts";
import { countCodes } from "./count-codes.ts";
import { freeTextsTable } from "./free-texts.ts";
import { allInOne } from "./groups.ts";
import { periodOf } from "./places.ts";
import { NET_NOTE, ratingCells, ratingColumns, RATINGS, ratingsTable } from "./ratings-table.ts";
import { questionOf } from "./voices-statements.ts";

export const ASPECTS: readonly Category[] = [
  { code: "works", label: "Fungerar" },
  { code: "fails", label: "Brister" },
];

/** How well cooperation works in each step, and how much it fails there: two questions, two rows. */
export function stepsTable({ responses, study }: Dataset): Table {
  const party = responses.get("party");
  const rows = STEPS.flatMap(({ code: step }) =>
    ASPECTS.flatMap(({ code: aspect }): TableRow[] => {
      const [counts] =
        party === undefined ? [] : countCodes(party.columns.get(`coop_${aspect}.${step}`), allInOne(party), RATINGS);
      return counts === undefined ? [] : [{ step, aspect, ...ratingCells(counts) }];
    }),
  );
  return {
    id: "steps",
    title: `Hur väl samverkan fungerar och hur mycket den brister i varje steg, från 1 till 5, antal svar, ${periodOf(study)}`,
    columns: [
      { key: "step", label: "Steg", unit: "code" },
      { key: "aspect", label: "Fråga", unit: "code" },
      ...ratingColumns(["Inte alls", "I mycket hög grad"]),
    ],
    rows,
    notes: [NET_NOTE],
    labels: { step: labelsOf(STEPS), aspect: labelsOf(ASPECTS) },
  };
}

const STAFF: readonly Category[] = [
  { code: "st_early_react", label: "Vi reagerar på tidiga tecken" },
  { code: "st_handover_quality", label: "Överlämningar fungerar" },
  { code: "st_comm", label: "Kontakten mellan verksamheter fungerar" },
];

/** The staff's ratings; no rows where no staff have answered. */
export const staffTable = (data: Dataset): Table =>
  ratingsTable(data, {
    id: "staff",
    title: `Personalens syn på samverkan, från 1 (inte alls) till 5 (i mycket hög grad), antal svar, ${periodOf(data.study)}`,
    name: "Fråga",
    codes: STAFF,
    rated: [{ group: "staff", column: (code) => code }],
    ends: ["Inte alls", "I mycket hög grad"],
  });

const WORK: readonly Category[] = [
  "st_shared_view",
  "st_plan_goal",
  "st_chain_thinking",
  "st_assess_prof",
  "st_assess_structured",
  "st_assess_evidence",
].map((code) => ({ code, label: questionOf(code) }));

/** How far the staff agree with statements about plans and assessments; no rows where no staff have answered. */
export const workTable = (data: Dataset): Table =>
  ratingsTable(data, {
    id: "work",
    title: `Personalens syn på arbetet, från 1 (instämmer inte) till 5 (instämmer helt), antal svar, ${periodOf(data.study)}`,
    name: "Påstående",
    codes: WORK,
    rated: [{ group: "staff", column: (code) => code }],
    ends: ["Instämmer inte", "Instämmer helt"],
  });

/** What works and what fails in the parties' own words. */
export const notesTable = (data: Dataset): Table =>
  freeTextsTable(data, {
    id: "notes",
    title: "Vad som fungerar och vad som brister i samverkan, med parternas egna ord",
    questions: [
      { variable: "coop_works_note", label: "Det som fungerar" },
      { variable: "coop_fails_note", label: "Det som brister" },
    ],
  });

/** Whether cooperation has become better in the last year, as the staff see it. */
export function changeTable({ responses, study }: Dataset): Table {
  const staff = responses.get("staff");
  const codes = TRENDS.map(({ code }) => code);
  const [counts] = staff === undefined ? [] : countCodes(staff.columns.get("st_coop_change"), allInOne(staff), codes);
  const { by = [], dontKnow = 0, noAnswer = 0 } = counts ?? {};
  return {
    id: "change",
    title: `Samverkans förändring det senaste året enligt personalen, antal svar, ${periodOf(study)}`,
    columns: [
      { key: "group", label: "Svarande", unit: "code" },
      ...CHANGES.map(({ code, label }) => ({ key: code, label, unit: "responses" })),
      { key: "dont_know", label: "Vet ej", unit: "responses" },
      { key: "no_answer", label: "Inget svar", unit: "responses" },
    ],
    rows: [
      {
        group: "staff",
        ...Object.fromEntries(codes.map((code, i) => [code, by[i] ?? 0])),
        dont_know: dontKnow,
        no_answer: noAnswer,
      },
    ],
    notes: [],
    labels: { group: { staff: "Personalen" } },
  };
}
