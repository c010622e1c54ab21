/**
 * The typed cells of all responses of a study, by column: what every section reads.
 *
 * Columns are typed arrays, since 100 000 responses of 60 variables are six million cells. A cell that holds no value
 * holds the reason instead; nothing is ever both.
 */
import { MISSING_REASONS, type Instrument, type MissingReason } from "../survey-definitions/codes.ts";
import type { Study, StudyProposal } from "../survey-definitions/study.ts";
import type { CoverageStatus } from "../survey-definitions/wire.ts";

/** 0 = a value is present; otherwise 1 + the index in MISSING_REASONS. */
export type Reasons = Uint8Array;

export interface SingleColumn {
  readonly kind: "single";
  readonly codes: readonly string[];
  /** Index in `codes`; meaningless where `reasons` is not 0. */
  readonly values: Uint16Array;
  readonly reasons: Reasons;
}
export interface NumberColumn {
  readonly kind: "number";
  readonly values: Float64Array;
  readonly reasons: Reasons;
}
/** `multiple` and `ranking`: codes in the order of the answer (best first for rankings). */
export interface ListColumn {
  readonly kind: "multiple" | "ranking";
  readonly values: readonly (readonly string[])[];
  readonly reasons: Reasons;
}
export interface TextColumn {
  readonly kind: "text" | "date";
  readonly values: readonly string[];
  readonly reasons: Reasons;
}
export type Column = SingleColumn | NumberColumn | ListColumn | TextColumn;

/**
 * A family repeated over the other parties (`n_overlap`, `coop_freq` …) in sparse form: one element a stated cell.
 * `row` is the position of the response, `other` the id of the party that it is about.
 */
export interface PairCell {
  readonly row: number;
  readonly other: string;
  /** Number, or code. */
  readonly value: number | string;
}

/** The responses of one instrument. Position i is the same response in every array. */
export interface Responses {
  readonly n: number;
  /** Index in `study.parties`; −1 where the instrument has no party. */
  readonly party: Int32Array;
  /** Index in `study.municipalities`; −1 where the instrument has none. */
  readonly municipality: Int32Array;
  /** Latest submission, as milliseconds since 1970 (UTC). */
  readonly submittedAt: Float64Array;
  /** By column name, without the families over parties. A column nobody was asked is absent. */
  readonly columns: ReadonlyMap<string, Column>;
  /** By base name, the families over parties. */
  readonly pairs: ReadonlyMap<string, readonly PairCell[]>;
}

/** One line of the coverage grid; indices as in `Responses`. */
export interface AssignmentColumns {
  readonly n: number;
  readonly instrument: readonly Instrument[];
  readonly party: Int32Array;
  readonly municipality: Int32Array;
  readonly status: readonly CoverageStatus[];
  readonly responses: Int32Array;
}

/** Persons by municipality code in the target ages, newest year. */
export interface Population {
  readonly persons: number;
  readonly year: number;
  readonly source: string;
  /** True when the target ages cut through an age band and a share of the band was taken. */
  readonly approximated: boolean;
}

export interface FieldedDefinition {
  readonly instrument: Instrument;
  readonly version: number;
  readonly sha256: string;
}

export interface Dataset {
  readonly study: Study;
  readonly municipalityNames: ReadonlyMap<string, string>;
  readonly population: ReadonlyMap<string, Population>;
  readonly definitions: readonly FieldedDefinition[];
  readonly assignments: AssignmentColumns;
  readonly responses: ReadonlyMap<Instrument, Responses>;
  /** The investigator's own, in their order. */
  readonly proposals?: readonly StudyProposal[];
}

export const reasonCode = (reason: MissingReason): number => MISSING_REASONS.indexOf(reason) + 1;

/** The code of a single-choice cell, or undefined where there is none. */
export const codeAt = (column: SingleColumn, i: number): string | undefined =>
  column.reasons[i] === 0 ? column.codes[column.values[i] ?? -1] : undefined;

/** The number of a cell, or undefined where there is none. */
export const numberAt = (column: NumberColumn, i: number): number | undefined =>
  column.reasons[i] === 0 ? column.values[i] : undefined;
