import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StudyProposal } from "../../survey-definitions/study.ts";
import { CallError } from "./call.ts";
import { PROPOSAL_RULES } from "./proposal-saver.ts";
import { VersionedSaver, type Unsaved, type Versioned } from "./versioned-saver.ts";

type Proposals = readonly StudyProposal[];

const proposal = (id: string, what: string): StudyProposal => ({ id, kind: "proposal", what });

/** A server with one list, as the real one answers: the version must be the stored one. */
function serverWith(proposals: readonly StudyProposal[]) {
  let stored: Versioned<Proposals> = { version: 3, stored: proposals };
  const server = {
    offline: false,
    saves: 0,
    stored: () => stored,
    /** Somebody else saves. */
    put: (list: readonly StudyProposal[]) => (stored = { version: stored.version + 1, stored: list }),
    load: () => Promise.resolve(stored),
    save: (next: Versioned<Proposals>) => {
      server.saves += 1;
      if (server.offline) return Promise.reject(new CallError(0, "offline", "Det går inte att nå servern."));
      if (next.version !== stored.version) return Promise.reject(new CallError(409, "proposals-changed", "Ändrat."));
      return Promise.resolve(server.put(next.stored));
    },
  };
  return server;
}

function tabStore(left?: Unsaved<Proposals>) {
  let kept = left;
  return { read: () => kept, write: (unsaved: Unsaved<Proposals> | undefined) => void (kept = unsaved) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a change is saved shortly after the last key, once", async () => {
  const server = serverWith([proposal("a", "Ett team")]);
  const saver = new VersionedSaver(PROPOSAL_RULES, server, tabStore());
  await saver.load();
  for (const what of ["Ett", "Ett gemensamt", "Ett gemensamt team"]) saver.edit([proposal("a", what)]);
  expect(saver.state().status).toBe("changed");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(server.stored()).toEqual({ version: 4, stored: [proposal("a", "Ett gemensamt team")] });
  expect(server.saves).toBe(1);
  expect(saver.state().status).toBe("saved");
});

test("somebody else's change in the meantime is merged, and nothing is lost", async () => {
  const server = serverWith([proposal("a", "Ett team")]);
  const saver = new VersionedSaver(PROPOSAL_RULES, server, tabStore());
  await saver.load();
  saver.edit([proposal("a", "Mitt team")]);
  server.put([proposal("a", "Deras team"), proposal("b", "Mät igen")]);
  await saver.flush();
  expect(server.stored().stored).toEqual([proposal("a", "Mitt team"), proposal("b", "Mät igen")]);
  expect(saver.state().conflicts).toEqual([{ id: "a", theirs: proposal("a", "Deras team") }]);
  expect(saver.state().status).toBe("saved");
});

test("what cannot be saved stays, is kept in the tab, and is sent when the server is back", async () => {
  const server = serverWith([]);
  const store = tabStore();
  const saver = new VersionedSaver(PROPOSAL_RULES, server, store);
  await saver.load();
  server.offline = true;
  saver.edit([proposal("a", "Ett team")]);
  await saver.flush();
  expect(saver.state()).toMatchObject({ status: "failed", draft: [proposal("a", "Ett team")] });
  expect(store.read()?.draft).toEqual([proposal("a", "Ett team")]);

  server.offline = false;
  const next = new VersionedSaver(PROPOSAL_RULES, server, store);
  await next.load();
  await next.flush();
  expect(server.stored().stored).toEqual([proposal("a", "Ett team")]);
  expect(store.read()).toBeUndefined();
});

test("a proposal without text is not sent, and stays in the page", async () => {
  const server = serverWith([]);
  const saver = new VersionedSaver(PROPOSAL_RULES, server, tabStore());
  await saver.load();
  saver.edit([proposal("a", "  "), { ...proposal("b", " Mät igen "), who: " " }]);
  await saver.flush();
  expect(server.stored().stored).toEqual([proposal("b", "Mät igen")]);
  expect(saver.state().draft?.map(({ id }) => id)).toEqual(["a", "b"]);
});
