import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AnswerSheet, Answers, SavedDraft, SaveRequest } from "../../survey-definitions/wire.ts";
import type { AnswerApi, Reply } from "./api.ts";
import { QUIET_MS } from "./autosave.ts";
import type { LocalBuffer, Unsent } from "./local-buffer.ts";
import { Saver } from "./saver.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sheet = { answers: {}, revision: 0 } as unknown as AnswerSheet;
const savedAt = "2026-11-21T13:02:00Z";

function memoryBuffer(): LocalBuffer & { held: Unsent | undefined } {
  const buffer = {
    held: undefined as Unsent | undefined,
    read: () => buffer.held,
    write: (unsent: Unsent) => {
      buffer.held = unsent;
      return true;
    },
    clear: () => void (buffer.held = undefined),
    readSession: () => undefined,
    writeSession: () => undefined,
    forget: () => void (buffer.held = undefined),
  };
  return buffer;
}

/** A server that answers each save with the next of `replies`, and then stores everything. */
function scriptedApi(...replies: Reply<SavedDraft>[]): AnswerApi & { requests: SaveRequest[] } {
  const requests: SaveRequest[] = [];
  let revision = 0;
  const unused = () => Promise.reject(new Error("not part of this test"));
  return {
    requests,
    open: unused,
    submit: unused,
    copyFrom: unused,
    saveDraft: (request) => {
      requests.push(request);
      revision += 1;
      return Promise.resolve(replies.shift() ?? { kind: "done", body: { revision, savedAt } });
    },
  };
}

describe("the saver", () => {
  it("saves once after a burst of changes", async () => {
    const api = scriptedApi();
    const saver = new Saver(sheet, api, memoryBuffer());
    for (const a of [1, 12, 123]) saver.change({ a }, ["a"]);
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(api.requests).toEqual([{ answers: { a: 123 }, shown: ["a"], baseRevision: 0 }]);
    expect(saver.state.savedAt).toBe(savedAt);
  });

  it("holds a change on the device from the first moment until the server has it", async () => {
    const buffer = memoryBuffer();
    const saver = new Saver(sheet, scriptedApi({ kind: "unreachable" }), buffer);
    saver.change({ a: 1 }, ["a"]);
    expect(buffer.held?.current).toEqual({ a: 1 });
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(buffer.held?.current).toEqual({ a: 1 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(buffer.held).toBeUndefined();
  });

  it("sends what an earlier page left behind as soon as it opens", async () => {
    const buffer = memoryBuffer();
    buffer.write({ base: {}, revision: 0, current: { a: 5 }, shown: ["a"], unconfirmed: [] });
    const api = scriptedApi();
    const saver = new Saver(sheet, api, buffer);
    expect(saver.state.current).toEqual({ a: 5 });
    await vi.advanceTimersByTimeAsync(0);
    expect(api.requests).toHaveLength(1);
    expect(buffer.held).toBeUndefined();
  });

  it("tells the page about answers that came from somebody else", async () => {
    const merged: Answers = { a: 1, b: "från en kollega" };
    const saver = new Saver(
      sheet,
      scriptedApi({ kind: "done", body: { revision: 2, savedAt, answers: merged } }),
      memoryBuffer(),
    );
    const applied = vi.fn();
    saver.onApply = applied;
    saver.change({ a: 1 }, ["a"]);
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(applied).toHaveBeenCalledWith(merged, ["b"]);
  });

  it("settles true when all is stored, and false when the server cannot be reached", async () => {
    const good = new Saver(sheet, scriptedApi(), memoryBuffer());
    good.change({ a: 1 }, ["a"]);
    await expect(good.settle()).resolves.toBe(true);

    const bad = new Saver(sheet, scriptedApi({ kind: "unreachable" }), memoryBuffer());
    bad.change({ a: 1 }, ["a"]);
    await expect(bad.settle()).resolves.toBe(false);
    bad.forget();
  });

  it("brings nothing to the server before it is settled, where drafts are held", async () => {
    const api = scriptedApi();
    const saver = new Saver(sheet, api, memoryBuffer(), { holdsDrafts: true });
    saver.change({ a: 1 }, ["a"]);
    saver.flush(true);
    saver.networkIsBack();
    await vi.advanceTimersByTimeAsync(60 * QUIET_MS);
    expect(api.requests).toEqual([]);
    expect(await saver.settle()).toBe(true);
    expect(api.requests).toEqual([{ answers: { a: 1 }, shown: ["a"], baseRevision: 0 }]);
  });

  it("tries again only when asked, where drafts are held", async () => {
    const api = scriptedApi({ kind: "unreachable" });
    const saver = new Saver(sheet, api, memoryBuffer(), { holdsDrafts: true });
    saver.change({ a: 1 }, ["a"]);
    expect(await saver.settle()).toBe(false);
    await vi.advanceTimersByTimeAsync(60 * QUIET_MS);
    expect(api.requests).toHaveLength(1);
    expect(await saver.settle()).toBe(true);
  });
});
