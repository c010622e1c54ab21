/** What crosses HTTP between server and web, beside the report. Types only; the server's schemas must match them. */
import type { Instrument, MissingReason } from "./codes.ts";
import type { Problem } from "./problem.ts";
import type { Study, StudyProposal } from "./study.ts";

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
  /**
   * `follow-up`: the answer that the sheet shows, to be sent back as `?session=`. Opened without a session it is the newest
   * that has never been sent; when there is none the sheet is empty and has no session. A new period begins with no
   * answers and `baseRevision` 0, saved without a session; the reply names the session.
   */
  readonly session?: string;
  /** `follow-up`: the periods that have an answer, the one that was saved last first. */
  readonly periods?: readonly AnswerPeriod[];
  /** Other municipalities for which the same party has an answer to begin with. */
  readonly copyFrom: readonly { readonly municipality: string; readonly name: string; readonly savedAt: string }[];
}

/** One answer of the follow-up; ISO dates, missing until they have been stated. */
export interface AnswerPeriod {
  readonly session: string;
  readonly from?: string;
  readonly to?: string;
  readonly status: AnswerStatus;
  readonly savedAt: string;
}

export interface Receipt {
  readonly id: string;
  readonly submittedAt: string;
  readonly revision: number;
  readonly signedBy?: string;
  /** SHA-256 of the stored answers. */
  readonly sha256: string;
}

/** GET /api/installation: for the start page. */
export interface Installation {
  /** Where there is an example study with invented answers: its title and the address of its report. */
  readonly example?: { readonly title: string; readonly report: string };
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
  /** Open instruments and follow-up: send it back as `?session=`. An open one is gone once it has been sent. */
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
  /** At most so many answers are taken through it. */
  readonly maxAnswers?: number;
  /** ISO date: the last day on which it takes answers. */
  readonly until?: string;
  /** Answers that have been sent through it. */
  readonly answers: number;
}
/** POST /api/studies/:id/links: the address is shown this once; only a hash of its token is stored. */
export interface NewLink {
  readonly id: string;
  readonly url: string;
}

/** GET /api/studies/:id/assignments/:assignment/responses */
export interface AnswerSummary {
  readonly id: string;
  readonly status: AnswerStatus;
  /** For `staff` and `voice` a date only: the time of day could tell who it was. */
  readonly savedAt: string;
  /** `follow-up`: ISO dates, missing until they have been stated. */
  readonly period?: { readonly from?: string; readonly to?: string };
}

/** GET and PUT /api/studies/:id/proposals; 409 when `version` is not the stored one. */
export interface ProposalList {
  readonly version: number;
  readonly proposals: readonly StudyProposal[];
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

/** What the investigator is preparing. GET and PUT /api/studies/:id/publication-draft; 409 when `version` is not the stored one. */
export interface PublicationDraft {
  readonly version: number;
  readonly plan: PublicationPlan;
}
/** Texts are Markdown. Sections that are not named are not in it; an empty list is all of them in their order. */
export interface PublicationPlan {
  readonly title: string;
  readonly introduction: string;
  readonly conclusion: string;
  readonly sections: readonly PlannedSection[];
  /** The free texts of the answers are shown: the investigator has read them and found nobody in them. */
  readonly freeTexts: boolean;
}
export interface PlannedSection {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

export type PublicationStatus = "working" | "preview" | "published" | "failed";

/** One line of GET /api/studies/:id/publications, newest first; POST there answers with one, and 202 while it is `working`. */
export interface PublicationSummary {
  readonly id: string;
  readonly title: string;
  readonly status: PublicationStatus;
  readonly createdAt: string;
  /** When it is published: 1 for the first of the study, and its content address (SHA-256, hexadecimal). */
  readonly number?: number;
  readonly publishedAt?: string;
  readonly sha256?: string;
  readonly progress?: PublicationProgress;
  /** Why it failed, in Swedish. */
  readonly problem?: { readonly code: string; readonly message: string };
  /** Links in force. */
  readonly links: number;
}
export interface PublicationProgress {
  readonly stage: "computing" | "protecting" | "auditing" | "freezing";
  /** 0–1 over all stages. */
  readonly done: number;
}

/** GET /api/studies/:id/publications/:publication/links, newest first. */
export interface PublicationLink {
  readonly id: string;
  readonly createdAt: string;
  readonly withdrawnAt?: string;
  /** ISO date: the last day on which it opens. */
  readonly until?: string;
  readonly passcode: boolean;
  /** False: only to look at. */
  readonly download: boolean;
}
/** POST to the same address. */
export interface NewPublicationLink {
  readonly until?: string;
  readonly passcode?: string;
  readonly download: boolean;
}
