import { describe, expect, it } from "vitest";
import type { Answers } from "../../survey-definitions/wire.ts";
import { QUIET_MS, step } from "./autosave.ts";
import { isPending, startState, type Effect, type SaveEvent, type SaveState } from "./save-state.ts";

const fresh = (answers: Answers = {}, revision = 0): SaveState => startState({ answers, revision });
const changed = (answers: Answers): SaveEvent => ({ type: "changed", answers, shown: Object.keys(answers) });
const conflictOver = (conflicts: readonly string[], answers: Answers, revision: number): SaveEvent => ({
  type: "conflict",
  conflict: { code: "conflict", message: "Krock.", conflicts, answers, revision },
});

/** Runs the events in turn; what the last one asked for. */
function run(state: SaveState, ...events: readonly SaveEvent[]): { state: SaveState; effects: readonly Effect[] } {
  let effects: readonly Effect[] = [];
  for (const event of events) ({ state, effects } = step(state, event));
  return { state, effects };
}
const sent = (effects: readonly Effect[]) => effects.find((effect) => effect.type === "send")?.request;
const timer = (effects: readonly Effect[]) => effects.find((effect) => effect.type === "timer")?.ms;

describe("saving while somebody answers", () => {
  it("waits for a second of quiet, and begins again with every change", () => {
    expect(run(fresh(), changed({ a: 1 })).effects).toEqual([{ type: "timer", ms: QUIET_MS }]);
    expect(run(fresh(), changed({ a: 1 }), changed({ a: 12 })).effects).toEqual([{ type: "timer", ms: QUIET_MS }]);
  });

  it("sends everything with the revision that it builds on", () => {
    const { effects } = run(fresh({ b: 2 }, 7), changed({ a: 1, b: 2 }), { type: "due" });
    expect(sent(effects)).toEqual({ answers: { a: 1, b: 2 }, shown: ["a", "b"], baseRevision: 7 });
  });

  it("sends nothing when a change has been taken back", () => {
    const { state, effects } = run(fresh({ a: 1 }, 1), changed({ a: 2 }), changed({ a: 1 }));
    expect(state.phase).toBe("resting");
    expect(effects).toEqual([]);
  });

  it("sends what was written while the last save was under way afterwards, on the new revision", () => {
    const { state, effects } = run(fresh(), changed({ a: 1 }), { type: "due" }, changed({ a: 12 }), {
      type: "saved",
      saved: { revision: 1, savedAt: "2026-11-21T13:02:00Z" },
    });
    expect(timer(effects)).toBe(QUIET_MS);
    expect(state.base).toEqual({ a: 1 });
    expect(sent(step(state, { type: "due" }).effects)).toMatchObject({ answers: { a: 12 }, baseRevision: 1 });
  });

  it("saves at once when the page is left, but not into a save that is under way", () => {
    const waiting = run(fresh(), changed({ a: 1 })).state;
    expect(step(waiting, { type: "flush", leaving: true }).effects).toMatchObject([{ type: "send", leaving: true }]);
    const sending = step(waiting, { type: "due" }).state;
    expect(step(sending, { type: "flush", leaving: true }).effects).toEqual([]);
  });
});

describe("without a network", () => {
  const lost = run(fresh(), changed({ a: 1 }), { type: "due" }, { type: "unreachable" });

  it("keeps the answer, says so and tries again after 2, 4, 8 … seconds, at most a minute", () => {
    expect(lost.state.trouble).toEqual({ kind: "offline" });
    expect(isPending(lost.state)).toBe(true);
    let { state, effects } = lost;
    const waits = [timer(effects)];
    for (let i = 0; i < 6; i++) {
      ({ state, effects } = run(state, { type: "due" }, { type: "unreachable" }));
      waits.push(timer(effects));
    }
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it("does not try more often because somebody writes", () => {
    const { state, effects } = step(lost.state, changed({ a: 12 }));
    expect(effects).toEqual([]);
    expect(state.current).toEqual({ a: 12 });
  });

  it("sends at once when the network is back, and the trouble is gone after the next success", () => {
    const { state, effects } = step(lost.state, { type: "online" });
    expect(sent(effects)).toMatchObject({ answers: { a: 1 }, baseRevision: 0 });
    const after = step(state, { type: "saved", saved: { revision: 1, savedAt: "2026-11-21T13:02:00Z" } }).state;
    expect(after.trouble).toBeUndefined();
    expect(after.attempts).toBe(0);
  });

  it("waits as long as the server asks for when it is busy", () => {
    const { effects } = run(
      fresh(),
      changed({ a: 1 }),
      { type: "due" },
      {
        type: "refused",
        status: 429,
        error: { code: "too-many-requests", message: "Många försöker." },
        retryAfterMs: 30_000,
      },
    );
    expect(timer(effects)).toBe(30_000);
  });

  it("knows its own answer again when the server stored it but the reply was lost", () => {
    // { a: 1 } became revision 1 unseen; meanwhile it was changed to { a: 12 }.
    const { state, effects } = run(
      lost.state,
      changed({ a: 12 }),
      { type: "online" },
      conflictOver(["a"], { a: 1 }, 1),
    );
    expect(state.phase).toBe("waiting");
    expect(timer(effects)).toBe(0);
    expect(sent(step(state, { type: "due" }).effects)).toMatchObject({ answers: { a: 12 }, baseRevision: 1 });
  });

  it("begins with what was left unsent on the device, on the revision that it was built on", () => {
    const { base, revision, current, shown, unconfirmed } = lost.state;
    const state = startState({ answers: { b: 2 }, revision: 4 }, { base, revision, current, shown, unconfirmed });
    expect(state.phase).toBe("waiting");
    expect(sent(step(state, { type: "due" }).effects)).toMatchObject({ answers: { a: 1 }, baseRevision: 0 });
  });
});

describe("two people on the same answer", () => {
  const sending = run(fresh({ a: 1, b: 1 }, 3), changed({ a: 2, b: 1 }), { type: "due" }).state;

  it("takes in the other's changes to other questions, and keeps what was written meanwhile", () => {
    const { state, effects } = run(sending, changed({ a: 2, b: 1, c: 5 }), {
      type: "saved",
      saved: { revision: 5, savedAt: "2026-11-21T13:02:00Z", answers: { a: 2, b: 9 } },
    });
    expect(state.current).toEqual({ a: 2, b: 9, c: 5 });
    expect(effects).toContainEqual({ type: "apply", answers: { a: 2, b: 9, c: 5 }, names: ["b"] });
    expect(isPending(state)).toBe(true);
  });

  it("stops saving and asks when both changed the same question", () => {
    const { state, effects } = step(sending, conflictOver(["a"], { a: 7, b: 1 }, 4));
    expect(state.phase).toBe("choosing");
    expect(effects).toEqual([]);
    expect(run(state, changed({ a: 2, b: 1, c: 3 }), { type: "flush" }).effects).toEqual([]);
  });

  it("sends what was chosen, with the other's changes elsewhere", () => {
    const choosing = step(sending, conflictOver(["a"], { a: 7, b: 8 }, 4)).state;
    const mine = step(choosing, { type: "resolved", choices: { a: "mine" } });
    expect(mine.state.current).toEqual({ a: 2, b: 8 });
    expect(sent(step(mine.state, { type: "due" }).effects)).toMatchObject({ answers: { a: 2, b: 8 }, baseRevision: 4 });

    const theirs = step(choosing, { type: "resolved", choices: { a: "theirs" } });
    expect(theirs.state.current).toEqual({ a: 7, b: 8 });
    expect(isPending(theirs.state)).toBe(false);
  });

  it("puts two texts after one another when both are to be kept", () => {
    const texts = run(fresh({}, 1), changed({ note: "min" }), { type: "due" }).state;
    const choosing = step(texts, conflictOver(["note"], { note: "deras" }, 2)).state;
    expect(step(choosing, { type: "resolved", choices: { note: "both" } }).state.current).toEqual({
      note: "deras\nmin",
    });
  });
});

describe("what the server refuses", () => {
  const error = { code: "identity-number", message: "Ta bort personnumret." };

  it("is not sent again until something has changed", () => {
    const { state, effects } = run(
      fresh(),
      changed({ a: "x" }),
      { type: "due" },
      { type: "refused", status: 422, error },
    );
    expect(effects).toEqual([]);
    expect(state.trouble).toEqual({ kind: "refused", error });
    expect(timer(step(state, changed({ a: "y" })).effects)).toBe(QUIET_MS);
  });

  it("ends all saving when the study has closed, and keeps what was written", () => {
    const { state } = run(fresh(), changed({ a: 1 }), { type: "due" }, { type: "refused", status: 410, error });
    expect(run(state, changed({ a: 2 }), { type: "due" }, { type: "online" }).effects).toEqual([]);
    expect(state.phase).toBe("stopped");
    expect(isPending(state)).toBe(true);
  });
});
