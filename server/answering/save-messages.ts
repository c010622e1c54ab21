/** What the main thread and the thread that saves answers say to each other: always several at once, in an array. */

/** What came in over HTTP, unread. */
export interface SaveRequest {
  readonly kind: "draft" | "submitted";
  readonly token: string;
  /** Open instruments: the response that a draft began. */
  readonly session: string | undefined;
  /** The body, which should be JSON. */
  readonly text: string;
}

/** The answer to the request, finished. */
export interface SaveReply {
  readonly status: number;
  readonly json: string;
}

export type ToSaveWorker = readonly (SaveRequest & { readonly id: number })[] | "stop";

export interface FromSaveWorker {
  readonly replies: readonly (SaveReply & { readonly id: number })[];
  /** What went wrong on our side, for the log. */
  readonly failures: readonly { readonly error: string; readonly code?: unknown }[];
}

export interface SaveWorkerSettings {
  readonly databaseUrl: string | undefined;
  /** The SQLite file. */
  readonly file: string;
  readonly municipalityNames: ReadonlyMap<string, string>;
  /** Counts saved answers, so that the reports' worker knows when it is quiet. */
  readonly saved: Int32Array;
}
