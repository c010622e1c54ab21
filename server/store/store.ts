/** What the rest of the server may ask of the store. One implementation, written in Kysely, for both engines. */
import type { Instrument, MissingReason } from "../../survey-definitions/codes.ts";
import type { Period } from "../../survey-definitions/follow-up-period.ts";
import type { Assignment, Study, StudyProposal } from "../../survey-definitions/study.ts";
import type {
  AnswerStatus,
  Answers,
  CoverageCell,
  LinkSummary,
  ProposalList,
  StudySummary,
} from "../../survey-definitions/wire.ts";
import type { AnalysisStore } from "./analysis-store.ts";
import type { PublicationStore } from "./publication-store.ts";

export type RevisionRole = "respondent" | "investigator" | "import" | "example";

export interface FieldedDefinitionRow {
  readonly id: number;
  readonly study: string;
  readonly instrument: Instrument;
  readonly version: number;
  /** "" where the instrument has no municipality. */
  readonly municipality: string;
  readonly sha256: string;
  /** Canonical JSON (RFC 8785). */
  readonly json: string;
}

export interface ReleasedDefinitionRow {
  readonly instrument: Instrument;
  readonly version: number;
  readonly sha256: string;
  readonly json: string;
  readonly releasedAt: string;
}

/** What a link of an answer leads to. */
export interface AnswerLink {
  readonly link: string;
  readonly study: string;
  readonly studyStatus: "open" | "closed";
  readonly assignment: number;
  readonly instrument: Instrument;
  readonly version: number;
  readonly party: string | undefined;
  readonly municipality: string | undefined;
  readonly fielded: number;
  readonly withdrawn: boolean;
  readonly maxAnswers: number | undefined;
  /** ISO date, that day included. */
  readonly until: string | undefined;
  /** Answers sent through it so far. */
  readonly answers: number;
}

export interface Revision {
  readonly response: string;
  readonly revision: number;
  readonly kind: "draft" | "submitted";
  readonly fielded: number;
  readonly answers: Answers;
  readonly shown: readonly string[];
  readonly savedAt: string;
  readonly role: RevisionRole;
  readonly signedBy: string | undefined;
  readonly sha256: string;
}

export interface NewRevision {
  /** Official instruments: the assignment's only response is found or made. Open ones: `response` or a new one. */
  readonly assignment: number;
  readonly response?: string;
  /**
   * One response a period (`periodOf` the answers). Without `response`: the one of the same period; otherwise, for a
   * base revision above 0, the newest whose period is not stated; otherwise a new one, whatever the base revision.
   */
  readonly byPeriod?: boolean;
  /** The link that it came through, which counts it when it is sent for the first time. */
  readonly link?: string;
  readonly kind: "draft" | "submitted";
  readonly fielded: number;
  readonly answers: Answers;
  readonly shown: readonly string[];
  readonly role: RevisionRole;
  readonly signedBy?: string;
  readonly baseRevision: number;
  readonly savedAt: string;
}

export type SaveOutcome =
  | { readonly status: "saved"; readonly revision: Revision; readonly merged: boolean }
  | { readonly status: "conflict"; readonly current: Revision; readonly conflicts: readonly string[] }
  /** The base revision is higher than any that is stored. */
  | { readonly status: "unknown-base"; readonly current: Revision | undefined }
  /** The link has taken as many answers as it may. */
  | { readonly status: "link-full" }
  /** Another response of the assignment is about the period. */
  | { readonly status: "period-taken"; readonly period: Period };

/** One of several responses of an assignment. */
export interface ListedResponse {
  readonly response: string;
  readonly status: AnswerStatus;
  readonly savedAt: string;
  /** Where there is one response a period: as last sent, or as drafted before; missing until stated. */
  readonly period: Period | undefined;
}

export interface ResponseState {
  readonly response: string;
  readonly assignment: number;
  readonly status: AnswerStatus;
  readonly latest: Revision;
  /** Latest submitted revision. */
  readonly submitted: Revision | undefined;
}

/** One cell of the analysis form; a column that was not asked has none. */
export interface LongCell {
  readonly response: string;
  readonly revision: number;
  readonly variable: string;
  /** 0, or the place in a list of several codes. */
  readonly position: number;
  readonly code: string | null;
  readonly value: number | null;
  /** Free texts and dates. */
  readonly text: string | null;
  readonly missing: MissingReason | null;
}

export interface StatisticsRow {
  readonly region: string;
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly sex: "M" | "F" | "T";
  readonly year: number;
  readonly population: number;
}

export type { Assignment, CoverageCell, LinkSummary, Study, StudySummary };

export interface NewLinkRow {
  readonly id: string;
  readonly study: string;
  readonly assignment: number;
  /** SHA-256 of the token, hexadecimal; the token itself is never stored. */
  readonly tokenHash: string;
  readonly createdAt: string;
  readonly maxAnswers?: number;
  /** ISO date, that day included. */
  readonly until?: string;
}

export interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly role: "admin" | "investigator";
  /** argon2id, in PHC format; missing until a password is chosen. */
  readonly passwordHash: string | undefined;
}

/** Times are UTC in ISO 8601; `find…` returns undefined, `get…` throws. */
export interface Store {
  readonly engine: "sqlite" | "postgresql";
  close(): Promise<void>;

  /** Stores the study, its parties, municipalities, assignments and fielded definitions in one transaction. */
  createStudy(
    study: Study,
    assignments: readonly Assignment[],
    fielded: readonly Omit<FieldedDefinitionRow, "id">[],
    createdAt: string,
  ): Promise<"created" | "exists">;
  listStudies(): Promise<readonly StudySummary[]>;
  findStudy(id: string): Promise<{ study: Study; status: "open" | "closed"; createdAt: string } | undefined>;
  setStudyStatus(id: string, status: "open" | "closed"): Promise<void>;

  /** Storing the same bytes again changes nothing; other bytes under the same version are refused ("differs"). */
  releaseDefinition(row: ReleasedDefinitionRow): Promise<"released" | "already" | "differs">;
  listReleased(): Promise<readonly ReleasedDefinitionRow[]>;
  getFielded(id: number): Promise<FieldedDefinitionRow>;
  listFielded(study: string): Promise<readonly FieldedDefinitionRow[]>;

  coverage(study: string): Promise<readonly CoverageCell[]>;
  findAssignment(study: string, assignment: Assignment): Promise<number | undefined>;
  setDeclined(assignment: number, reason: string | undefined): Promise<void>;

  createLink(row: NewLinkRow): Promise<void>;
  listLinks(study: string): Promise<readonly LinkSummary[]>;
  withdrawLink(study: string, id: string, at: string): Promise<boolean>;
  findAnswerLink(tokenHash: string): Promise<AnswerLink | undefined>;

  /** The only response of an official assignment. */
  findResponseOf(assignment: number): Promise<ResponseState | undefined>;
  findResponse(id: string): Promise<ResponseState | undefined>;
  /** All responses of an assignment, the one that was saved last first. */
  listResponses(assignment: number): Promise<readonly ListedResponse[]>;
  /** Submitted or drafted responses of one party in other municipalities of the study, for the same instrument. */
  listOtherResponses(
    assignment: number,
  ): Promise<readonly { readonly municipality: string; readonly state: ResponseState }[]>;
  listRevisions(response: string): Promise<readonly Revision[]>;
  findRevision(response: string, revision: number): Promise<Revision | undefined>;
  /**
   * Appends one revision; resolves after the commit is on disk. Answers are merged by question with what was saved
   * after `baseRevision`; nothing is saved when both changed the same question to different values.
   */
  saveRevision(revision: NewRevision): Promise<SaveOutcome>;
  /** All in one transaction, or none. Official assignments get a new revision that follows the latest. */
  importRevisions(revisions: readonly Omit<NewRevision, "baseRevision">[]): Promise<void>;
  /** Latest submitted revisions in stable order (response id), for export. */
  submittedRevisions(
    study: string,
    instrument: Instrument,
  ): AsyncIterable<{ assignment: Assignment; revision: Revision }>;

  /** Version 0 and no proposals before the first list is saved. */
  proposals(study: string): Promise<ProposalList>;
  /** Saves the list that follows `version`; "changed" when that is not the newest, and then nothing is saved. */
  saveProposals(
    study: string,
    version: number,
    proposals: readonly StudyProposal[],
    savedAt: string,
  ): Promise<"saved" | "changed">;

  replaceStatistics(study: string, rows: readonly StatisticsRow[], source: string, importedAt: string): Promise<void>;
  statistics(
    study: string,
  ): Promise<{ rows: readonly StatisticsRow[]; source: string; importedAt: string } | undefined>;

  createUser(user: UserRow, createdAt: string): Promise<"created" | "exists">;
  findUserByEmail(email: string): Promise<UserRow | undefined>;
  countUsers(): Promise<number>;
  setPassword(user: string, passwordHash: string): Promise<void>;
  createLoginToken(user: string, tokenHash: string, expiresAt: string): Promise<void>;
  /** Uses it up: the second call with the same hash finds nothing. */
  takeLoginToken(tokenHash: string, at: string): Promise<UserRow | undefined>;
  createSession(user: string, tokenHash: string, createdAt: string, expiresAt: string): Promise<void>;
  findSession(tokenHash: string, at: string): Promise<UserRow | undefined>;
  deleteSession(tokenHash: string): Promise<void>;
  createApiToken(user: string, name: string, tokenHash: string, createdAt: string): Promise<void>;
  findApiToken(tokenHash: string): Promise<UserRow | undefined>;

  /** What server/analysis works with. */
  readonly analysis: AnalysisStore;
  /** What server/publication works with. */
  readonly publications: PublicationStore;

  /** SQLite's online backup; on PostgreSQL it is refused with the way out (pg_dump). */
  backup(file: string): Promise<{ bytes: number }>;
}
