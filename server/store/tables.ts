/** The tables as Kysely sees them: snake_case ends in the files beside this one. */
import type { ColumnType, Generated } from "kysely";
import type { Instrument } from "../../survey-definitions/codes.ts";
import type { PublicationProgress, PublicationStatus } from "../../survey-definitions/wire.ts";
import type { RevisionRole, StatisticsRow } from "./store.ts";

type Status = "open" | "closed";
/** Read-only: a view. */
type ReadOnly<T> = ColumnType<T, never, never>;

export interface Tables {
  studies: { id: string; title: string; definition: string; invented: number; status: Status; created_at: string };
  study_municipalities: { study_id: string; municipality: string; position: number };
  study_parties: { study_id: string; party_id: string; position: number; kind: string; name: string };
  party_municipalities: { study_id: string; party_id: string; municipality: string };
  released_definitions: {
    instrument: Instrument;
    version: number;
    sha256: string;
    json: string;
    released_at: string;
  };
  fielded_definitions: {
    id: Generated<number>;
    study_id: string;
    instrument: Instrument;
    version: number;
    municipality: string;
    sha256: string;
    json: string;
  };
  assignments: {
    id: Generated<number>;
    study_id: string;
    instrument: Instrument;
    party_id: string | null;
    municipality: string | null;
    declined_reason: string | null;
  };
  assignment_states: {
    id: ReadOnly<number>;
    study_id: ReadOnly<string>;
    instrument: ReadOnly<Instrument>;
    party_id: ReadOnly<string | null>;
    municipality: ReadOnly<string | null>;
    declined_reason: ReadOnly<string | null>;
    submitted: ReadOnly<number>;
    started: ReadOnly<number>;
    saved_at: ReadOnly<string | null>;
    response: ReadOnly<string | null>;
  };
  links: {
    id: string;
    kind: "answer" | "view";
    study_id: string;
    assignment_id: number | null;
    token_hash: string;
    created_at: string;
    withdrawn_at: string | null;
    max_answers: number | null;
    /** ISO date, that day included. */
    until: string | null;
    /** Sent through it, each counted once. */
    answers: Generated<number>;
    /** Of a view link: what it shows; without one the newest of the study. */
    publication_id: string | null;
    passcode_hash: string | null;
    may_download: Generated<number>;
  };
  view_accesses: { token_hash: string; link_id: string; expires_at: string };
  publication_drafts: { study_id: string; version: number; plan: string; saved_at: string };
  publications: {
    id: string;
    study_id: string;
    title: string;
    /** JSON of a `PublicationPlan`. */
    plan: string;
    preview: number;
    created_at: string;
    status: PublicationStatus;
    stage: PublicationProgress["stage"] | null;
    done: Generated<number>;
    lease_owner: string | null;
    lease_until: string | null;
    attempts: Generated<number>;
    problem_code: string | null;
    problem_message: string | null;
    number: number | null;
    sha256: string | null;
    published_at: string | null;
  };
  publication_contents: { publication_id: string; content: Uint8Array; memory: Uint8Array; archive: Uint8Array };
  /** Every list that was saved; the highest version is the one in force. */
  study_proposals: { study_id: string; version: number; proposals: string; saved_at: string };
  responses: {
    id: Generated<number>;
    public_id: string;
    study_id: string;
    instrument: Instrument;
    assignment_id: number;
    /**
     * "" for the only response of its assignment; the period, as `periodKey` writes it, where there is one response a
     * period; otherwise the same as `public_id`.
     */
    slot: string;
    latest_revision: number;
    submitted_revision: number | null;
    /** The submitted revision that the analysis form holds. */
    projected_revision: number | null;
    saved_at: string;
  };
  revisions: {
    id: Generated<number>;
    response_id: number;
    revision: number;
    kind: "draft" | "submitted";
    fielded_id: number;
    /** Canonical JSON; `sha256` is of these bytes. */
    answers: string;
    /** JSON list of names. */
    shown: string;
    base_revision: number;
    role: RevisionRole;
    signed_by: string | null;
    saved_at: string;
    sha256: string;
  };
  answer_variables: { id: Generated<number>; name: string };
  answer_codes: { id: Generated<number>; code: string };
  answer_cells: {
    response_id: number;
    variable_id: number;
    /** 0, or the place in a list of several codes. */
    position: number;
    code_id: number | null;
    value: number | null;
    content: string | null;
    /** The reason, as a row of `answer_codes`. */
    missing_id: number | null;
  };
  column_segments: {
    study_id: string;
    instrument: Instrument;
    segment: number;
    format: number;
    version: number;
    data: Uint8Array;
  };
  statistics_sources: { study_id: string; source: string; imported_at: string };
  statistics: {
    study_id: string;
    position: number;
    region: string;
    age_from: number;
    age_to: number;
    sex: StatisticsRow["sex"];
    year: number;
    population: number;
  };
  users: {
    id: string;
    email: string;
    role: "admin" | "investigator";
    password_hash: string | null;
    created_at: string;
  };
  login_tokens: { token_hash: string; user_id: string; expires_at: string };
  sessions: { token_hash: string; user_id: string; created_at: string; expires_at: string };
  api_tokens: { token_hash: string; user_id: string; name: string; created_at: string };
}
