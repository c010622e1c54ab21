/** Further tables of the case questionnaire, over all municipalities: what is done, what stops, what would help. */
import {
  CERTAINTY,
  COSTS,
  INFORMATION_STOPS,
  NO_ACTION,
  OTHER_ACTION,
  RISKS,
} from "../../survey-definitions/case-options.ts";
import { UNCLEAR, type Category } from "../../survey-definitions/codes.ts";
import { DEGREES, LEAD_TIMES } from "../../survey-definitions/option-sets.ts";
import { stagesOf } from "../../survey-definitions/study-cases.ts";
import type { Column, Dataset } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { caseLabels } from "./case-journey-tables.ts";
import { missing } from "./cells.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { municipalityLabels, partyLabels } from "./places.ts";
import { medianOfCounts, netOfCounts, ratingTally } from "./ratings.ts";

interface Asked {
  readonly base: string;
  readonly label: string;
  readonly categories: readonly Category[];
}

const askedOf = ({ study }: Dataset): readonly Asked[] => [
  { base: "stg_detects", label: "Skulle upptäcka behovet", categories: CERTAINTY },
  { base: "stg_signal_to_action", label: "Tid från tecken till åtgärd", categories: LEAD_TIMES },
  { base: "stg_your_action", label: "Vad parten gör", categories: [...study.interventions, OTHER_ACTION, NO_ACTION] },
  {
    base: "stg_consent_needed",
    label: "Om samtycke behövs",
    categories: [{ code: "yes", label: "Ja" }, { code: "no", label: "Nej" }, UNCLEAR],
  },
  { base: "stg_info_stop", label: "Vad som stoppar uppgifter", categories: INFORMATION_STOPS },
  { base: "stg_risk", label: "Största risken om inget sker", categories: RISKS },
  { base: "stg_cost_band", label: "Partens kostnad för skedet", categories: COSTS },
];

/** How many answers give each code, by stage; codes that nobody gives have no row. */
export function answersTable(data: Dataset): Table {
  const asked = askedOf(data);
  const columns = data.responses.get("case")?.columns;
  const rows = stagesOf(data.study).flatMap(({ row, case: story, stage }) =>
    asked.flatMap(({ base, categories }): TableRow[] => {
      const { answers, counts } = countCodes(columns?.get(`${base}.${row}`));
      return categories.flatMap(({ code }) => {
        const n = counts.get(code) ?? 0;
        const cell = { case: story.id, stage: stage.no, question: base, answer: `${base}.${code}`, n, answers };
        return n === 0 ? [] : [cell];
      });
    }),
  );
  return {
    id: "answers",
    title: "Vad parterna gör, vad som stoppar dem och vad de ser för risker, antal svar",
    columns: [
      { key: "case", label: "Fall", unit: "code" },
      { key: "stage", label: "Skede", unit: "" },
      { key: "question", label: "Fråga", unit: "code" },
      { key: "answer", label: "Svar", unit: "code" },
      { key: "n", label: "Antal", unit: "responses" },
      { key: "answers", label: "Svar på frågan", unit: "responses" },
    ],
    rows,
    notes: ["Där flera svar får väljas kan antalen tillsammans bli fler än svaren på frågan."],
    labels: {
      case: caseLabels(data),
      question: Object.fromEntries(asked.map(({ base, label }) => [base, label])),
      answer: Object.fromEntries(
        asked.flatMap(({ base, categories }) => categories.map(({ code, label }) => [`${base}.${code}`, label])),
      ),
    },
  };
}

function countCodes(column: Column | undefined): { answers: number; counts: ReadonlyMap<string, number> } {
  const counts = new Map<string, number>();
  let answers = 0;
  if (column?.kind !== "single" && column?.kind !== "multiple") return { answers, counts };
  for (let i = 0; i < column.reasons.length; i++) {
    if (column.reasons[i] !== 0) continue;
    answers++;
    const given = column.kind === "single" ? [column.codes[column.values[i] ?? -1] ?? ""] : (column.values[i] ?? []);
    for (const code of given) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return { answers, counts };
}

const RATING_COLUMNS = [
  { key: "n", label: "Svar 1–5", unit: "responses" },
  ...DEGREES.map(({ code, label }) => ({ key: `c${code}`, label: `${code} ${label}`, unit: "responses" })),
  { key: "dont_know", label: "Vet ej", unit: "responses" },
  { key: "net", label: "Netto", unit: "percentage points" },
  { key: "median", label: "Median", unit: "1–5" },
];

function ratingCells(column: Column | undefined, responses: number): TableRow {
  const { counts, reasons } = ratingTally(column, responses);
  const [c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0] = counts;
  const none: TableCell = missing(reasons.dont_know > 0 ? "dont_know" : "not_answered");
  const [net, median] = [netOfCounts(counts) ?? none, medianOfCounts(counts) ?? none];
  return { n: c1 + c2 + c3 + c4 + c5, c1, c2, c3, c4, c5, dont_know: reasons.dont_know, net, median };
}

/** How much difference another way of working together would make, by stage. */
export function differenceTable(data: Dataset): Table {
  const answers = data.responses.get("case");
  return {
    id: "difference",
    title: "Hur stor skillnad en förändrad samverkan skulle göra för den unga, antal svar",
    columns: [
      { key: "case", label: "Fall", unit: "code" },
      { key: "stage", label: "Skede", unit: "" },
      { key: "title", label: "Vad som händer", unit: "" },
      ...RATING_COLUMNS,
    ],
    rows: stagesOf(data.study).map(({ row, case: story, stage }) => ({
      case: story.id,
      stage: stage.no,
      title: stage.title,
      ...ratingCells(answers?.columns.get(`stg_better_effect.${row}`), answers?.n ?? 0),
    })),
    notes: ["Netto är andelen 4 och 5 minus andelen 1 och 2, i procentenheter."],
    labels: { case: caseLabels(data) },
  };
}

/** How much each case is like what happens: without it the answers to the case say little. */
export function realismTable(data: Dataset): Table {
  const answers = data.responses.get("case");
  return {
    id: "realism",
    title: "I hur hög grad berättelsen liknar verkligheten, antal svar",
    columns: [{ key: "case", label: "Fall", unit: "code" }, ...RATING_COLUMNS],
    rows: (data.study.cases ?? []).map(({ id }) => ({
      case: id,
      ...ratingCells(answers?.columns.get(`case_realism.${id}`), answers?.n ?? 0),
    })),
    notes: ["Netto är andelen 4 och 5 minus andelen 1 och 2, i procentenheter."],
    labels: { case: caseLabels(data) },
  };
}

const TEXTS = [
  { base: "stg_basis", label: "Vad parten gör, med stöd av vad" },
  { base: "stg_better", label: "Vad förändrad samverkan skulle göra" },
] as const;

/** The parties' own words, one row a text. */
export function wordsTable(data: Dataset): Table {
  const table = {
    id: "words",
    title: "Parternas egna ord om varje skede",
    columns: [
      { key: "case", label: "Fall", unit: "code" },
      { key: "stage", label: "Skede", unit: "" },
      { key: "question", label: "Fråga", unit: "code" },
      { key: "party", label: "Part", unit: "" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "text", label: "Svar", unit: "" },
    ],
    notes: [],
    labels: {
      case: caseLabels(data),
      question: Object.fromEntries(TEXTS.map(({ base, label }) => [base, label])),
      party: partyLabels(data.study),
      municipality: municipalityLabels(data),
    },
  };
  return withLazyRows(table, () => wordRows(data));
}

function wordRows({ study, responses }: Dataset): readonly TableRow[] {
  const answers = responses.get("case");
  return stagesOf(study).flatMap(({ row, case: story, stage }) =>
    TEXTS.flatMap(({ base }) => {
      const column = answers?.columns.get(`${base}.${row}`);
      if (answers === undefined || column?.kind !== "text") return [];
      return column.values.flatMap((text, i): TableRow[] => {
        const party = study.parties[answers.party[i] ?? -1]?.id;
        const municipality = study.municipalities[answers.municipality[i] ?? -1];
        if (column.reasons[i] !== 0 || party === undefined || municipality === undefined) return [];
        return [{ case: story.id, stage: stage.no, question: base, party, municipality, text }];
      });
    }),
  );
}
