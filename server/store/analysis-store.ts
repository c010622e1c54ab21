/** What the analysis asks of the store: which answers are new to it, and where its own form of them lies. */
import type { Instrument, MissingReason } from "../../survey-definitions/codes.ts";
import type { LongCell, Revision } from "./store.ts";

export interface AssignmentPlace {
  readonly id: number;
  readonly instrument: Instrument;
  readonly party: string | undefined;
  readonly municipality: string | undefined;
}

/** A submitted revision that the stored segments do not hold. Responses go by the number that the database gave them. */
export interface PendingKey {
  readonly study: string;
  readonly instrument: Instrument;
  readonly response: number;
  readonly revision: number;
}

export interface PendingRevision {
  readonly response: number;
  readonly assignment: number;
  readonly revision: Revision;
}

export interface SegmentKey {
  readonly study: string;
  readonly instrument: Instrument;
  readonly segment: number;
}

export interface CellRow {
  readonly variable: string;
  /** 0, or the place in a list of several codes. */
  readonly position: number;
  readonly code: string | null;
  readonly value: number | null;
  readonly text: string | null;
  readonly missing: MissingReason | null;
}

export interface AnalysisStore {
  countAssignments(study: string): Promise<number>;
  /** In the order in which they were made. */
  listAssignments(study: string): Promise<readonly AssignmentPlace[]>;
  /** Assignments with a response that has never been sent. */
  draftAssignments(study: string): Promise<readonly number[]>;
  declinedAssignments(study: string): Promise<readonly number[]>;
  /** Each fielded definition once, without its text. */
  listFieldedKeys(
    study: string,
  ): Promise<readonly { readonly instrument: Instrument; readonly version: number; readonly sha256: string }[]>;
  /** When the statistics of the study were imported; undefined when they never were. */
  statisticsImportedAt(study: string): Promise<string | undefined>;

  /** By study, instrument and response; of all studies when none is named. */
  listPending(limit: number, study?: string): Promise<readonly PendingKey[]>;
  /** Those of `listPending` with `from` ≤ response < `to`, in order. */
  readPending(
    study: string,
    instrument: Instrument,
    from: number,
    to: number,
    limit: number,
  ): Promise<readonly PendingRevision[]>;

  listSegments(study: string): Promise<readonly (SegmentKey & { readonly version: number })[]>;
  readSegment(key: SegmentKey): Promise<{ readonly version: number; readonly data: Uint8Array } | undefined>;
  /**
   * Stores a segment and notes which revisions it holds. `replaces` is the version that it was made from; when another
   * came between, nothing is stored and the result is false.
   */
  saveSegment(
    key: SegmentKey,
    content: {
      readonly format: number;
      readonly replaces: number | undefined;
      readonly data: Uint8Array;
      readonly holds: readonly { readonly response: number; readonly revision: number }[];
    },
  ): Promise<boolean>;
  /** Replaces the long form of each response, unless a newer revision has been sent meanwhile. */
  saveCells(
    responses: readonly { readonly response: number; readonly revision: number; readonly cells: readonly CellRow[] }[],
  ): Promise<void>;
  /** The long form of one response (its public id). */
  cellsOf(response: string): Promise<readonly LongCell[]>;
  /** Forgets all segments of another format than this, so that they are made again from the revisions. */
  dropOtherFormats(format: number): Promise<void>;
}
