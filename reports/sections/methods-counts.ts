/** What the counts rest on, and why some of them could not be given. */
import { PRECISIONS, SOURCES, type Instrument } from "../../survey-definitions/codes.ts";
import type { VariableSpec } from "../../survey-definitions/dictionary.ts";
import { INSTEAD } from "../../survey-definitions/instead.ts";
import { DEFINITIONS } from "../../survey-definitions/instruments.ts";
import { codeAt, type Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { labelsOf } from "./cells.ts";
import { INSTRUMENT_LABELS } from "./coverage-tables.ts";

interface Question {
  readonly instrument: Instrument;
  readonly name: string;
  readonly label: string;
}

/** The questions of the newest questionnaires whose name ends so, by their label without what follows the colon. */
const questionsEnding = (suffix: string): readonly Question[] =>
  DEFINITIONS.flatMap(({ instrument, dictionary }) =>
    Object.entries<VariableSpec>(dictionary).flatMap(([name, { label }]) =>
      name.endsWith(suffix) ? [{ instrument, name, label: label.split(":", 1)[0] ?? label }] : [],
    ),
  );

const INSTEADS = questionsEnding("_instead");
const SOURCE_QUESTIONS = questionsEnding("_source");
const PRECISION_QUESTIONS = questionsEnding("_precision");

/** Variables that the tables of this file read. */
export const COUNT_READS: readonly string[] = [...INSTEADS, ...SOURCE_QUESTIONS, ...PRECISION_QUESTIONS].map(
  ({ name }) => name,
);

const QUESTION_COLUMNS = [
  { key: "instrument", label: "Formulär", unit: "code" },
  { key: "question", label: "Uppgift", unit: "code" },
];

/** How often each code was answered, also where the question is repeated over steps or parties. */
function countsOf({ responses }: Dataset, { instrument, name }: Question): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (code: string) => counts.set(code, (counts.get(code) ?? 0) + 1);
  const all = responses.get(instrument);
  for (const [column, cells] of all?.columns ?? []) {
    if ((column !== name && !column.startsWith(`${name}.`)) || cells.kind !== "single") continue;
    for (let i = 0; i < (all?.n ?? 0); i++) {
      const code = codeAt(cells, i);
      if (code !== undefined) add(code);
    }
  }
  for (const { value } of all?.pairs.get(name) ?? []) add(String(value));
  return counts;
}

/** One row a question and code that somebody has answered. */
function codeRows(data: Dataset, questions: readonly Question[], key: string): readonly TableRow[] {
  return questions.flatMap((question) =>
    [...countsOf(data, question)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, answers]): TableRow => ({
        instrument: question.instrument,
        question: question.name,
        [key]: code,
        answers,
      })),
  );
}

const labelsOfQuestions = (questions: readonly Question[]) =>
  Object.fromEntries(questions.map(({ name, label }) => [name, label]));

export const notStatedTable = (data: Dataset): Table => ({
  id: "not_stated",
  title: "Varför ett antal inte kunde anges",
  columns: [
    ...QUESTION_COLUMNS,
    { key: "reason", label: "Skäl", unit: "code" },
    { key: "answers", label: "Svar", unit: "responses" },
  ],
  rows: codeRows(data, INSTEADS, "reason"),
  notes: ["Ett intervall är inget bortfall: då räknas med det lägsta och det högsta talet."],
  labels: { instrument: INSTRUMENT_LABELS, question: labelsOfQuestions(INSTEADS), reason: labelsOf(INSTEAD) },
});

export const basisTable = (data: Dataset): Table => ({
  id: "basis",
  title: "Vad siffrorna bygger på och hur säkra de är",
  columns: [
    ...QUESTION_COLUMNS,
    { key: "basis", label: "Källa eller säkerhet", unit: "code" },
    { key: "answers", label: "Svar", unit: "responses" },
  ],
  rows: [...codeRows(data, SOURCE_QUESTIONS, "basis"), ...codeRows(data, PRECISION_QUESTIONS, "basis")],
  notes: ["Ledtider räknas ett svar för varje steg, gemensamma personer ett svar för varje annan part."],
  labels: {
    instrument: INSTRUMENT_LABELS,
    question: labelsOfQuestions([...SOURCE_QUESTIONS, ...PRECISION_QUESTIONS]),
    basis: labelsOf([...SOURCES, ...PRECISIONS]),
  },
});
