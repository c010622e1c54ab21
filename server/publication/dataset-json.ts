/**
 * A dataset as JSON and back: what a publication rests on, as the archive holds it. One dataset has one JSON: where a cell
 * holds a reason instead of a value, the value that nobody may read is written as nothing.
 */
import type {
  AssignmentColumns,
  Column,
  Dataset,
  FieldedDefinition,
  PairCell,
  Population,
  Responses,
} from "../../reports/dataset.ts";
import type { Instrument } from "../../survey-definitions/codes.ts";
import type { Study, StudyProposal } from "../../survey-definitions/study.ts";

export interface DatasetJson {
  readonly study: Study;
  readonly municipality_names: readonly (readonly [code: string, name: string])[];
  readonly population: readonly (readonly [code: string, population: Population])[];
  readonly definitions: readonly FieldedDefinition[];
  readonly assignments: {
    readonly instrument: readonly Instrument[];
    readonly party: readonly number[];
    readonly municipality: readonly number[];
    readonly status: AssignmentColumns["status"];
    readonly responses: readonly number[];
  };
  readonly responses: readonly ResponsesJson[];
  readonly proposals: readonly StudyProposal[];
}

interface ResponsesJson {
  readonly instrument: Instrument;
  readonly party: readonly number[];
  readonly municipality: readonly number[];
  readonly submitted_at: readonly number[];
  readonly columns: readonly ColumnJson[];
  readonly pairs: readonly (readonly [name: string, cells: readonly PairCell[]])[];
}

interface ColumnJson {
  readonly name: string;
  readonly kind: Column["kind"];
  /** Of single choices; values are positions in it. */
  readonly codes?: readonly string[];
  /** A digit a response: 0 where there is a value, otherwise the number of the reason (`reasonCode`). */
  readonly reasons: string;
  readonly values: readonly (number | string | readonly string[] | null)[];
}

/** Lists keep the order of the dataset, since sections may go by it. */
export function writeDataset(data: Dataset): DatasetJson {
  const { study, assignments } = data;
  return {
    study,
    municipality_names: study.municipalities.flatMap((code) => {
      const name = data.municipalityNames.get(code);
      return name === undefined ? [] : [[code, name] as const];
    }),
    population: [...data.population],
    definitions: data.definitions,
    assignments: {
      instrument: assignments.instrument,
      party: [...assignments.party],
      municipality: [...assignments.municipality],
      status: assignments.status,
      responses: [...assignments.responses],
    },
    responses: [...data.responses].map(([instrument, responses]) => writeResponses(instrument, responses)),
    proposals: data.proposals ?? [],
  };
}

const writeResponses = (instrument: Instrument, responses: Responses): ResponsesJson => ({
  instrument,
  party: [...responses.party],
  municipality: [...responses.municipality],
  submitted_at: [...responses.submittedAt],
  columns: [...responses.columns].map(([name, column]) => writeColumn(name, column)),
  pairs: [...responses.pairs],
});

const writeColumn = (name: string, column: Column): ColumnJson => ({
  name,
  kind: column.kind,
  ...(column.kind === "single" ? { codes: column.codes } : {}),
  reasons: column.reasons.join(""),
  values: Array.from(column.reasons, (reason, i) => (reason === 0 ? (column.values[i] ?? null) : null)),
});

export function readDataset(json: DatasetJson): Dataset {
  const { assignments } = json;
  return {
    study: json.study,
    municipalityNames: new Map(json.municipality_names),
    population: new Map(json.population),
    definitions: json.definitions,
    assignments: {
      n: assignments.instrument.length,
      instrument: assignments.instrument,
      party: Int32Array.from(assignments.party),
      municipality: Int32Array.from(assignments.municipality),
      status: assignments.status,
      responses: Int32Array.from(assignments.responses),
    },
    responses: new Map(json.responses.map((responses) => [responses.instrument, readResponses(responses)])),
    proposals: json.proposals,
  };
}

const readResponses = ({ party, municipality, submitted_at, columns, pairs }: ResponsesJson): Responses => ({
  n: party.length,
  party: Int32Array.from(party),
  municipality: Int32Array.from(municipality),
  submittedAt: Float64Array.from(submitted_at),
  columns: new Map(columns.map((column) => [column.name, readColumn(column)])),
  pairs: new Map(pairs),
});

function readColumn({ kind, codes = [], reasons: digits, values }: ColumnJson): Column {
  const reasons = Uint8Array.from(digits, Number);
  switch (kind) {
    case "single":
      return { kind, codes, values: Uint16Array.from(values, (value) => Number(value ?? 0)), reasons };
    case "number":
      return { kind, values: Float64Array.from(values, (value) => Number(value ?? 0)), reasons };
    case "multiple":
    case "ranking":
      return { kind, values: values.map((value) => (Array.isArray(value) ? (value as string[]) : [])), reasons };
    case "text":
    case "date":
      return { kind, values: values.map((value) => (typeof value === "string" ? value : "")), reasons };
  }
}
