/** What the store keeps of publications: the plan, the work on it, what was frozen, and the links that lead to it. */
import type {
  PublicationDraft,
  PublicationLink,
  PublicationPlan,
  PublicationProgress,
  PublicationSummary,
} from "../../survey-definitions/wire.ts";

export interface NewPublication {
  readonly id: string;
  readonly study: string;
  readonly plan: PublicationPlan;
  /** It becomes a preview, which nobody but the users see. */
  readonly preview: boolean;
  readonly createdAt: string;
}

/** A publication whose work somebody has taken on until `until`; without a sign of life somebody else may after that. */
export interface Lease {
  readonly owner: string;
  readonly until: string;
}

export interface ClaimedPublication {
  readonly id: string;
  readonly study: string;
  readonly plan: PublicationPlan;
  /** 1 the first time; more when the work was broken off. */
  readonly attempt: number;
}

export interface FrozenPublication {
  readonly number: number;
  readonly sha256: string;
  /** The publication as canonical JSON, compressed by brotli. */
  readonly content: Uint8Array;
  /** What the protection of later ones must know of this one: never shown. Compressed JSON. */
  readonly memory: Uint8Array;
  /** Everything it was made from: for the investigator alone. Compressed JSON. */
  readonly archive: Uint8Array;
}

export interface FrozenRow {
  readonly id: string;
  readonly study: string;
  readonly status: "preview" | "published";
  readonly number: number;
  readonly sha256: string;
}

export interface NewViewLink {
  readonly id: string;
  readonly study: string;
  /** Without: to the newest of the study. */
  readonly publication?: string;
  readonly tokenHash: string;
  readonly createdAt: string;
  readonly until?: string;
  readonly passcodeHash?: string;
  readonly download: boolean;
}

export interface ViewLink {
  readonly link: string;
  readonly study: string;
  readonly publication: string | undefined;
  readonly withdrawn: boolean;
  /** ISO date, that day included. */
  readonly until: string | undefined;
  readonly passcodeHash: string | undefined;
  readonly download: boolean;
}

/** Times are UTC in ISO 8601; days are Swedish. */
export interface PublicationStore {
  /** Undefined before the first is saved. */
  draft(study: string): Promise<PublicationDraft | undefined>;
  /** Saves what follows `version`; "changed" when that is not the stored one, and then nothing is saved. */
  saveDraft(study: string, version: number, plan: PublicationPlan, savedAt: string): Promise<"saved" | "changed">;

  /** "in-progress" when another publication of the study is being worked on. */
  create(publication: NewPublication): Promise<"created" | "in-progress">;
  /** Newest first. `today` decides which links are in force. */
  list(study: string, today: string): Promise<readonly PublicationSummary[]>;
  find(study: string, id: string, today: string): Promise<PublicationSummary | undefined>;
  /** A preview or a published one: what a link may lead to. */
  frozen(id: string): Promise<FrozenRow | undefined>;
  /** The published one with the highest number. */
  newest(study: string): Promise<FrozenRow | undefined>;
  /** Removes a preview or a failed one, with its links; "kept" for any other. */
  remove(study: string, id: string): Promise<"removed" | "kept" | "not-found">;
  /** Makes a preview the study's newest publication, if nothing was published after it was made. */
  publish(study: string, id: string, at: string): Promise<"published" | "outdated" | "no-preview" | "in-progress">;

  /** Whether a publication of the study is being worked on. */
  isWorking(study: string): Promise<boolean>;
  /** The oldest work that nobody has taken on, or whose lease has run out at `at`. */
  claim(lease: Lease, at: string): Promise<ClaimedPublication | undefined>;
  /** A sign of life; false when somebody else has the work now. */
  renew(id: string, lease: Lease, progress?: PublicationProgress): Promise<boolean>;
  /** Stores what was made, as a preview or as the newest publication; "lost" when somebody else has the work. */
  freeze(id: string, owner: string, frozen: FrozenPublication, at: string): Promise<"frozen" | "outdated" | "lost">;
  fail(id: string, owner: string, problem: { readonly code: string; readonly message: string }): Promise<void>;

  /** Of a preview or a published one. */
  content(id: string): Promise<Uint8Array | undefined>;
  archive(id: string): Promise<Uint8Array | undefined>;
  /** Of all that the study has published, in the order of their numbers. */
  memories(study: string): Promise<readonly Uint8Array[]>;

  createViewLink(link: NewViewLink): Promise<void>;
  findViewLink(tokenHash: string): Promise<ViewLink | undefined>;
  listLinks(publication: string): Promise<readonly PublicationLink[]>;
  /** Whoever has the token whose hash this is has given the link's passcode. */
  grantAccess(tokenHash: string, link: string, expiresAt: string, at: string): Promise<void>;
  hasAccess(tokenHash: string, link: string, at: string): Promise<boolean>;
}
