/** What is known while somebody answers: what the server has, what the page shows, and what lies between. */
import type { Answers, Conflict, ErrorBody, SavedDraft, SaveRequest } from "../../survey-definitions/wire.ts";
import { sameValue } from "./merge.ts";

export interface SaveState {
  /** What the server has, as far as we know. */
  readonly base: Answers;
  readonly revision: number;
  /** What the page shows. */
  readonly current: Answers;
  readonly shown: readonly string[];
  readonly savedAt?: string;
  /** Open instruments: which of the many answers this is. */
  readonly session?: string;
  readonly phase: "resting" | "waiting" | "sending" | "choosing" | "stopped";
  /** Why the latest attempt did not succeed; gone after the next success. */
  readonly trouble?: Trouble;
  readonly sending?: Answers;
  /** Sent without an answer coming back: the server may have stored any one of them. */
  readonly unconfirmed: readonly Answers[];
  readonly attempts: number;
  readonly conflict?: Conflict;
}

export type Trouble =
  | { readonly kind: "offline" }
  | { readonly kind: "server" }
  | { readonly kind: "refused"; readonly error: ErrorBody }
  | { readonly kind: "stopped"; readonly status: number; readonly error: ErrorBody };

export type Choice = "mine" | "theirs" | "both";

export type SaveEvent =
  | { readonly type: "changed"; readonly answers: Answers; readonly shown: readonly string[] }
  | { readonly type: "due" }
  | { readonly type: "flush"; readonly leaving?: boolean }
  | { readonly type: "online" }
  | { readonly type: "saved"; readonly saved: SavedDraft }
  | { readonly type: "conflict"; readonly conflict: Conflict }
  | { readonly type: "unreachable" }
  | { readonly type: "refused"; readonly status: number; readonly error: ErrorBody; readonly retryAfterMs?: number }
  | { readonly type: "resolved"; readonly choices: Readonly<Record<string, Choice>> };

export type Effect =
  | { readonly type: "send"; readonly request: SaveRequest; readonly leaving: boolean }
  /** Replaces the timer that runs, if any. */
  | { readonly type: "timer"; readonly ms: number }
  | { readonly type: "apply"; readonly answers: Answers; readonly names: readonly string[] };

export interface Step {
  readonly state: SaveState;
  readonly effects: readonly Effect[];
}

/** Is there anything that the server has not confirmed? */
export const isPending = (state: SaveState): boolean => !sameValue(state.base, state.current);

/** The state to begin with: what the server holds, and what was left unsent on this device, if anything. */
export function startState(
  server: { answers: Answers; revision: number; savedAt?: string; session?: string },
  unsent?: Pick<SaveState, "base" | "revision" | "current" | "shown" | "unconfirmed">,
): SaveState {
  const { answers, revision, ...rest } = server;
  const start: SaveState = {
    base: answers,
    revision,
    current: answers,
    shown: [],
    phase: "resting",
    unconfirmed: [],
    attempts: 0,
    ...rest,
  };
  return unsent === undefined ? start : { ...start, ...unsent, phase: "waiting" };
}
