/** Every count of persons in the answers, one by one: what is protected. */
import type { Instrument } from "../../survey-definitions/codes.ts";
import type { VariableSpec } from "../../survey-definitions/dictionary.ts";
import { DEFINITIONS } from "../../survey-definitions/instruments.ts";
import type { Column, Dataset, Responses } from "../dataset.ts";

export interface PersonCell {
  /** `variable|party|municipality`, of a follow-up `variable||period`: the same in every publication of the study. */
  readonly id: string;
  readonly instrument: Instrument;
  /** Name of the column; of a family over parties with the other party as its row. */
  readonly variable: string;
  readonly base: string;
  /** Position of the answer; −1 for a count of answers. */
  readonly row: number;
  /** The party that a cell of a family over parties is about. */
  readonly other?: string;
  readonly value: number;
  /** No table shows it by itself: only what it adds up to. */
  readonly unseen?: true;
  /** Not small by itself, however small: see `CountedAnswers`. */
  readonly mentions?: true;
}

/** Parts that no table shows by themselves. */
const UNSEEN: ReadonlySet<string> = new Set(["n_by_sex_age", "n_known_by_k"]);

/** A sum of counts of persons. */
export type Terms = readonly (readonly [cell: PersonCell, coefficient: number])[];

export interface PersonCells {
  readonly all: readonly PersonCell[];
  /** The cell of a column, or of a family over parties with `other`; undefined where no number is stated. */
  at(instrument: Instrument, variable: string, row: number): PersonCell | undefined;
  /** Cells of one answer, by variable. */
  of(instrument: Instrument, row: number): ReadonlyMap<string, PersonCell>;
}

/** They count those who answered the follow-up: contributors, whom the table of views protects. */
const RESPONDENTS: ReadonlySet<string> = new Set(["fu_staff_view_n", "fu_voice_view_n"]);

/** Names in the dictionaries of an instrument that count persons. */
const personBases = (instrument: Instrument): ReadonlySet<string> =>
  new Set(
    DEFINITIONS.filter((definition) => definition.instrument === instrument).flatMap(({ dictionary }) =>
      Object.entries<VariableSpec>(dictionary).flatMap(([name, spec]) =>
        spec.persons === true && !RESPONDENTS.has(name) ? [name] : [],
      ),
    ),
  );

const baseOf = (column: string): string => column.split(".", 1)[0] ?? column;

export function personCells(data: Dataset): PersonCells {
  const all: PersonCell[] = [];
  const byAnswer = new Map<Instrument, Map<string, PersonCell>[]>();
  for (const [instrument, responses] of data.responses) {
    const bases = personBases(instrument);
    if (bases.size === 0) continue;
    const places = placeNames(data, responses);
    const answers = Array.from({ length: responses.n }, () => new Map<string, PersonCell>());
    const add = (variable: string, row: number, value: number, other?: string) => {
      const cell: PersonCell = {
        id: `${variable}|${places[row] ?? ""}`,
        ...{ instrument, variable, base: baseOf(variable), row, value },
        ...(other === undefined ? {} : { other }),
        ...(UNSEEN.has(baseOf(variable)) ? { unseen: true as const } : {}),
      };
      if (answers[row]?.has(variable) === true) return;
      answers[row]?.set(variable, cell);
      all.push(cell);
    };
    for (const [name, column] of responses.columns)
      if (column.kind === "number" && bases.has(baseOf(name)))
        eachNumber(column, (row, value) => add(name, row, value));
    for (const [base, cells] of responses.pairs)
      if (bases.has(base))
        for (const { row, other, value } of cells)
          if (typeof value === "number") add(`${base}.${other}`, row, value, other);
    byAnswer.set(instrument, answers);
  }
  const none: ReadonlyMap<string, PersonCell> = new Map();
  const of = (instrument: Instrument, row: number) => byAnswer.get(instrument)?.[row] ?? none;
  return { all, of, at: (instrument, variable, row) => of(instrument, row).get(variable) };
}

function eachNumber(column: Extract<Column, { kind: "number" }>, take: (row: number, value: number) => void): void {
  const { values, reasons } = column;
  for (let row = 0; row < values.length; row++) if (reasons[row] === 0) take(row, values[row] ?? 0);
}

/** `party|municipality` of every answer, or `|period`; numbered where two answers are for the same. */
function placeNames({ study }: Dataset, responses: Responses): readonly string[] {
  const [from, to] = ["fu_period_start", "fu_period_end"].map((name) => responses.columns.get(name));
  const dateAt = (column: Column | undefined, row: number) =>
    column?.kind === "date" && column.reasons[row] === 0 ? (column.values[row] ?? "") : "";
  const seen = new Map<string, number>();
  return Array.from({ length: responses.n }, (_, row) => {
    const party = study.parties[responses.party[row] ?? -1]?.id ?? "";
    const municipality = study.municipalities[responses.municipality[row] ?? -1];
    const name = `${party}|${municipality ?? `${dateAt(from, row)}/${dateAt(to, row)}`}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}#${times}`;
  });
}
