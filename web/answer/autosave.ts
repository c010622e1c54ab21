/**
 * Saving while somebody answers, as a state machine without clock, network or page: `step` says what the next state
 * is and what has to be done. The server's answer is the truth; `base` is the last of it that we know.
 */
import type { Answers, Conflict, ErrorBody, SavedDraft } from "../../survey-definitions/wire.ts";
import { changedNames, rebase, sameValue, withValues } from "./merge.ts";
import { isPending, type Choice, type SaveEvent, type SaveState, type Step } from "./save-state.ts";

export const QUIET_MS = 1_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;
const KEEP_UNCONFIRMED = 5;

export function step(state: SaveState, event: SaveEvent): Step {
  switch (event.type) {
    case "changed":
      return changed({ ...state, current: event.answers, shown: event.shown });
    case "due":
    case "online":
      return state.phase === "waiting" ? send(state, false) : { state, effects: [] };
    case "flush":
      return state.phase === "waiting" && (event.leaving === true || state.trouble === undefined)
        ? send(state, event.leaving === true)
        : { state, effects: [] };
    case "saved":
      return saved(state, event.saved);
    case "conflict":
      return conflict(state, event.conflict);
    case "unreachable":
      return retry({ ...state, trouble: { kind: "offline" } }, undefined, state.sending);
    case "refused":
      return refused(state, event.status, event.error, event.retryAfterMs);
    case "resolved":
      return resolved(state, event.choices);
  }
}

function changed(state: SaveState): Step {
  if (state.phase === "sending" || state.phase === "choosing" || state.phase === "stopped")
    return { state, effects: [] };
  if (!isPending(state)) return { state: { ...state, phase: "resting" }, effects: [] };
  const waits = state.phase === "waiting" && state.trouble !== undefined && state.trouble.kind !== "refused";
  return { state: { ...state, phase: "waiting" }, effects: waits ? [] : [{ type: "timer", ms: QUIET_MS }] };
}

function send(state: SaveState, leaving: boolean): Step {
  if (!isPending(state)) return { state: { ...state, phase: "resting" }, effects: [] };
  const request = { answers: state.current, shown: state.shown, baseRevision: state.revision };
  return {
    state: { ...state, phase: "sending", sending: state.current },
    effects: [{ type: "send", request, leaving }],
  };
}

function saved(state: SaveState, { revision, savedAt, answers, session }: SavedDraft): Step {
  const sent = state.sending ?? state.current;
  const base = answers ?? sent;
  const current = rebase(sent, state.current, base);
  const { trouble: _trouble, sending: _sending, conflict: _conflict, ...rest } = state;
  const next: SaveState = {
    ...rest,
    ...(session === undefined ? {} : { session }),
    base,
    current,
    revision,
    savedAt,
    phase: "resting",
    unconfirmed: [],
    attempts: 0,
  };
  return afterwards(state, next, QUIET_MS);
}

function conflict(state: SaveState, found: Conflict): Step {
  const { sending: _sending, ...rest } = state;
  // A question "changed by somebody else" to just what we sent without hearing back was changed by us.
  const names = found.conflicts.filter(
    (name) =>
      !state.unconfirmed.some((sent) => sameValue(sent[name], found.answers[name])) &&
      !sameValue(state.current[name], found.answers[name]),
  );
  if (names.length > 0)
    return { state: { ...rest, phase: "choosing", conflict: { ...found, conflicts: names } }, effects: [] };
  const current = rebase(state.base, state.current, found.answers);
  const next: SaveState = {
    ...rest,
    base: found.answers,
    revision: found.revision,
    current,
    phase: "resting",
    unconfirmed: [],
  };
  return afterwards(state, next, 0);
}

function resolved(state: SaveState, choices: Readonly<Record<string, Choice>>): Step {
  if (state.conflict === undefined) return { state, effects: [] };
  const { conflict: found, trouble: _trouble, ...rest } = state;
  let current = rebase(state.base, state.current, found.answers);
  for (const name of found.conflicts) {
    const theirs = found.answers[name];
    const mine = state.current[name];
    if (choices[name] === "theirs") current = withValues(current, found.answers, [name]);
    if (choices[name] === "both" && typeof mine === "string" && typeof theirs === "string") {
      current = { ...current, [name]: `${theirs}\n${mine}` };
    }
  }
  const next: SaveState = {
    ...rest,
    base: found.answers,
    revision: found.revision,
    current,
    phase: "resting",
    unconfirmed: [],
    attempts: 0,
  };
  return afterwards(state, next, 0);
}

function refused(state: SaveState, status: number, error: ErrorBody, retryAfterMs: number | undefined): Step {
  if (status === 404 || status === 410) {
    return { state: { ...state, phase: "stopped", trouble: { kind: "stopped", status, error } }, effects: [] };
  }
  if (status >= 500 || status === 429 || status === 408) {
    // A gateway may give up on a request that the server goes on with.
    return retry({ ...state, trouble: { kind: "server" } }, retryAfterMs, status === 429 ? undefined : state.sending);
  }
  const { sending, ...rest } = state;
  const next: SaveState = { ...rest, phase: "waiting", trouble: { kind: "refused", error } };
  // The same again would be refused again; what was written meanwhile may do better.
  return { state: next, effects: sameValue(sending, state.current) ? [] : [{ type: "timer", ms: QUIET_MS }] };
}

function retry(state: SaveState, afterMs: number | undefined, maybeStored: Answers | undefined): Step {
  const { sending: _sending, ...rest } = state;
  const ms = afterMs ?? Math.min(FIRST_RETRY_MS * 2 ** state.attempts, LONGEST_RETRY_MS);
  const unconfirmed = maybeStored === undefined ? state.unconfirmed : [...state.unconfirmed, maybeStored];
  return {
    state: {
      ...rest,
      phase: "waiting",
      attempts: state.attempts + 1,
      unconfirmed: unconfirmed.slice(-KEEP_UNCONFIRMED),
    },
    effects: [{ type: "timer", ms }],
  };
}

/** Shows on the page what came from others, and sends what is still left to send. */
function afterwards(before: SaveState, next: SaveState, ms: number): Step {
  const names = changedNames(before.current, next.current);
  const pending = isPending(next);
  return {
    state: pending ? { ...next, phase: "waiting" } : next,
    effects: [
      ...(names.length > 0 ? [{ type: "apply", answers: next.current, names } as const] : []),
      ...(pending ? [{ type: "timer", ms } as const] : []),
    ],
  };
}
