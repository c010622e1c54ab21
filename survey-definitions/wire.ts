/** What crosses HTTP between server and web, beside the report. Types only; the server's schemas must match them. */
import type { Instrument, MissingReason } from "./codes.ts";
import type { Problem } from "./problem.ts";
import type { Study } from "./study.ts";

export type Answers = Readonly<Record<string, unknown>>;

/** `reopened`: sent once, with a later draft that is not sent yet. */
export type AnswerStatus = "not_started" | "draft" | "submitted" | "reopened" | "declined";

export interface ErrorBody {
  readonly code: string;
  readonly message: string;
  readonly problems?: readonly Problem[];
}

/** GET /api/answer/:token */
export interface AnswerSheet {
  readonly study: {
    readonly id: string;
    readonly title: string;
    readonly target_group: Study["target_group"];
    readonly reference_period: Study["reference_period"];
    readonly invented: boolean;
  };
  /** Missing for `voice` and `follow-up`. */
  readonly party?: { readonly id: string; readonly name: string; readonly kind: string };
  readonly municipality?: { readonly code: string; readonly name: string };
  readonly instrument: Instrument;
  readonly version: number;
  /** SurveyJS JSON, resolved for the study and the municipality. */
  readonly definition: Readonly<Record<string, unknown>>;
  readonly answers: Answers;
  /** 0 before the first save. */
  readonly revision: number;
  readonly savedAt?: string;
  readonly status: AnswerStatus;
  /** Receipt of the latest submission. */
  readonly receipt?: Receipt;
  /** Other municipalities for which the same party has an answer to begin with. */
  readonly copyFrom: readonly { readonly municipality: string; readonly name: string; readonly savedAt: string }[];
}

export interface Receipt {
  readonly id: string;
  readonly submittedAt: string;
  readonly revision: number;
  readonly signedBy?: string;
  /** SHA-256 of the stored answers. */
  readonly sha256: string;
}

/** PUT /api/answer/:token/draft and POST …/submit */
export interface SaveRequest {
  readonly answers: Answers;
  readonly shown: readonly string[];
  readonly baseRevision: number;
  readonly signedBy?: string;
}
export interface SavedDraft {
  readonly revision: number;
  readonly savedAt: string;
  /** The answers as stored, when somebody else's changes were merged into them. */
  readonly answers?: Answers;
  /** Open instruments: send it back as `?session=`. */
  readonly session?: string;
}
/** 409 `conflict` */
export interface Conflict extends ErrorBody {
  readonly revision: number;
  readonly answers: Answers;
  /** Names of the questions that both changed. */
  readonly conflicts: readonly string[];
}

export interface SessionUser {
  readonly email: string;
  readonly role: "admin" | "investigator";
}

export type CoverageStatus = "answered" | "draft" | "not_started" | "declined";

export interface StudySummary {
  readonly id: string;
  readonly title: string;
  readonly status: "open" | "closed";
  readonly invented: boolean;
  readonly createdAt: string;
  readonly expected: number;
  readonly answered: number;
  readonly drafts: number;
}

/** GET /api/studies/:id */
export interface StudyDetail extends StudySummary {
  readonly study: Study;
  readonly municipalityNames: Readonly<Record<string, string>>;
  readonly definitions: readonly {
    readonly instrument: Instrument;
    readonly version: number;
    readonly sha256: string;
    readonly releasedAt: string;
  }[];
}

/** GET /api/studies/:id/coverage */
export interface CoverageCell {
  readonly assignment: string;
  readonly instrument: Instrument;
  readonly party?: string;
  readonly municipality?: string;
  readonly status: CoverageStatus;
  readonly responses: number;
  readonly savedAt?: string;
  readonly links: number;
  /** The response to open, when there is exactly one. */
  readonly response?: string;
  readonly declinedReason?: string;
}

/** GET /api/studies/:id/links */
export interface LinkSummary {
  readonly id: string;
  readonly kind: "answer" | "view";
  readonly instrument?: Instrument;
  readonly party?: string;
  readonly municipality?: string;
  readonly createdAt: string;
  readonly withdrawnAt?: string;
}
/** POST /api/studies/:id/links: the address is shown this once; only a hash of its token is stored. */
export interface NewLink {
  readonly id: string;
  readonly url: string;
}

/** GET /api/responses/:id */
export interface ResponseDetail {
  readonly id: string;
  readonly study: string;
  readonly instrument: Instrument;
  readonly party?: string;
  readonly municipality?: string;
  readonly status: AnswerStatus;
  readonly revisions: readonly RevisionSummary[];
}
export interface RevisionSummary {
  readonly revision: number;
  readonly kind: "draft" | "submitted";
  readonly savedAt: string;
  readonly role: "respondent" | "investigator" | "import" | "example";
  readonly definition: { readonly version: number; readonly sha256: string };
  /** Names of the questions changed since the revision before. */
  readonly changed: readonly string[];
}
/** GET /api/responses/:id/revisions/:revision */
export interface RevisionDetail extends RevisionSummary {
  readonly answers: Answers;
  readonly shown: readonly string[];
  readonly cells: readonly {
    readonly variable: string;
    readonly label: string;
    readonly text: string;
    readonly missing?: MissingReason;
  }[];
}
