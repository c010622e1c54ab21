import { describe, expect, test } from "vitest";
import { AT } from "../../tests/store/small-study.ts";
import { type Opened, onBothEngines } from "../../tests/store/on-both-engines.ts";
import type { FrozenPublication } from "./publication-store.ts";
import type { Store } from "./store.ts";

const TODAY = "2026-03-01";
const LATER = "2026-03-01T12:00:10.000Z";
const plan = { title: "Rapport", introduction: "", conclusion: "", sections: [], freeTexts: false };
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content: Uint8Array | undefined) => content && new TextDecoder().decode(content);
const frozen = (number: number): FrozenPublication => ({
  number,
  sha256: `hash ${number}`,
  content: bytes(`content ${number}`),
  memory: bytes(`memory ${number}`),
  archive: bytes(`archive ${number}`),
});
const begin = (store: Store, id: string, preview = false) =>
  store.publications.create({ id, study: "prov", plan, preview, createdAt: AT });
const lease = (owner: string, until = LATER) => ({ owner, until });

/** Begun, taken on and frozen as the study's next. */
async function made(store: Store, id: string, number: number, preview = false): Promise<void> {
  expect(await begin(store, id, preview)).toBe("created");
  expect(await store.publications.claim(lease("a"), AT)).toMatchObject({ id });
  expect(await store.publications.freeze(id, "a", frozen(number), LATER)).toBe("frozen");
}

onBothEngines((opened) => {
  describe("the draft", () => {
    test("follows the version that it was changed from; of ten at once one is saved", async () => {
      const { publications } = opened().store;
      expect(await publications.draft("prov")).toBeUndefined();
      const titled = (title: string) => ({ ...plan, title });
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, i) => publications.saveDraft("prov", 0, titled(`nr ${i}`), AT)),
      );
      expect(outcomes.filter((outcome) => outcome === "saved")).toHaveLength(1);
      expect(await publications.saveDraft("prov", 1, titled("två"), AT)).toBe("saved");
      expect(await publications.saveDraft("prov", 1, titled("också två"), AT)).toBe("changed");
      expect(await publications.draft("prov")).toEqual({ version: 2, plan: titled("två") });
    });
  });

  describe("the work", () => {
    test("of one study is begun once at a time", async () => {
      const { store } = opened();
      const outcomes = await Promise.all(["a", "b", "c", "d"].map((id) => begin(store, id)));
      expect(outcomes.filter((outcome) => outcome === "created")).toHaveLength(1);
      expect(await store.publications.isWorking("prov")).toBe(true);
    });

    test("is taken on by one of many, and again only when its lease has run out", async () => {
      const { publications } = opened().store;
      await begin(opened().store, "p");
      const claims = await Promise.all(["a", "b", "c"].map((owner) => publications.claim(lease(owner), AT)));
      expect(claims.filter((claim) => claim !== undefined)).toEqual([{ id: "p", study: "prov", plan, attempt: 1 }]);
      expect(await publications.claim(lease("d"), LATER)).toBeUndefined();
      expect(await publications.claim(lease("d"), "2026-03-01T12:00:10.001Z")).toMatchObject({ id: "p", attempt: 2 });
    });

    test("that somebody else has taken over cannot be finished, renewed or failed by the first", async () => {
      const { publications } = opened().store;
      await begin(opened().store, "p");
      await publications.claim(lease("a"), AT);
      await publications.claim(lease("b"), "2026-03-01T12:00:11.000Z");
      expect(await publications.renew("p", lease("a"))).toBe(false);
      expect(await publications.freeze("p", "a", frozen(1), LATER)).toBe("lost");
      await publications.fail("p", "a", { code: "x", message: "X" });
      expect(await publications.renew("p", lease("b"), { stage: "auditing", done: 0.75 })).toBe(true);
      expect(await publications.find("prov", "p", TODAY)).toMatchObject({
        status: "working",
        progress: { stage: "auditing", done: 0.75 },
      });
    });

    test("that failed says why, and leaves room for the next", async () => {
      const { publications } = opened().store;
      await begin(opened().store, "p");
      await publications.claim(lease("a"), AT);
      await publications.fail("p", "a", { code: "audit-failed", message: "Ett tal går att räkna ut." });
      expect(await publications.list("prov", TODAY)).toEqual([
        {
          id: "p",
          title: "Rapport",
          status: "failed",
          createdAt: AT,
          problem: { code: "audit-failed", message: "Ett tal går att räkna ut." },
          links: 0,
        },
      ]);
      await made(opened().store, "q", 1);
    });
  });

  describe("what is published", () => {
    test("is numbered, kept in its order, and read back byte for byte", async () => {
      const { store } = opened();
      const { publications } = store;
      expect(await publications.newest("prov")).toBeUndefined();
      await made(store, "p1", 1);
      await made(store, "p2", 2);
      expect(await publications.newest("prov")).toEqual({
        id: "p2",
        study: "prov",
        status: "published",
        number: 2,
        sha256: "hash 2",
      });
      expect(await publications.frozen("p1")).toMatchObject({ number: 1, status: "published" });
      expect((await publications.memories("prov")).map(text)).toEqual(["memory 1", "memory 2"]);
      expect(text(await publications.content("p1"))).toBe("content 1");
      expect(text(await publications.archive("p2"))).toBe("archive 2");
      expect((await publications.list("prov", TODAY)).find(({ id }) => id === "p1")).toMatchObject({
        number: 1,
        publishedAt: LATER,
        sha256: "hash 1",
      });
    });

    test("never follows another number than the newest", async () => {
      const { store } = opened();
      await made(store, "p1", 1);
      await begin(store, "p2");
      await store.publications.claim(lease("a"), AT);
      expect(await store.publications.freeze("p2", "a", frozen(1), LATER)).toBe("outdated");
      expect(await store.publications.content("p2")).toBeUndefined();
    });

    test("may have been a preview, unless another was published after it was made", async () => {
      const { store } = opened();
      const { publications } = store;
      await made(store, "first", 1, true);
      await made(store, "second", 1, true);
      expect(await publications.newest("prov")).toBeUndefined();
      expect(await publications.memories("prov")).toEqual([]);
      expect(await publications.publish("prov", "saknas", LATER)).toBe("no-preview");
      const outcomes = await Promise.all(["first", "second"].map((id) => publications.publish("prov", id, LATER)));
      expect(outcomes.sort()).toEqual(["outdated", "published"]);
      expect((await publications.newest("prov"))?.number).toBe(1);
    });

    test("stays; previews and failures can be removed, with their links", async () => {
      const { store } = opened();
      const { publications } = store;
      await made(store, "p", 1);
      await made(store, "q", 2, true);
      await publications.createViewLink({
        id: "l",
        study: "prov",
        publication: "q",
        tokenHash: "h",
        createdAt: AT,
        download: true,
      });
      await publications.grantAccess("access", "l", LATER, AT);
      expect(await publications.remove("prov", "p")).toBe("kept");
      expect(await publications.remove("annan", "q")).toBe("not-found");
      expect(await publications.remove("prov", "q")).toBe("removed");
      expect(await publications.findViewLink("h")).toBeUndefined();
      expect(await publications.content("q")).toBeUndefined();
    });

    const byForce = [
      "update publications set title = 'Annan' where id = 'p'",
      "update publications set status = 'preview', published_at = null where id = 'p'",
      "update publication_contents set content = memory where publication_id = 'p'",
      "delete from publication_contents where publication_id = 'p'",
      "delete from publications where id = 'p'",
    ];
    const byAnotherRoad = {
      sqlite: [
        `insert or replace into publications (id, study_id, title, plan, preview, created_at, status)
          values ('p', 'prov', 'Annan', '{}', 0, '', 'failed')`,
        `insert or replace into publications (id, study_id, title, plan, preview, created_at, status, number, sha256, published_at)
          values ('ny', 'prov', 'Annan', '{}', 0, '', 'published', 1, 'x', '')`,
        "insert or replace into publication_contents select publication_id, memory, memory, memory from publication_contents",
        "update or replace publications set status = 'published', published_at = '' where id = 'q'",
      ],
      postgresql: ["truncate publications cascade", "truncate publication_contents"],
    };
    test("is frozen: the database itself refuses to change it", async () => {
      const { store, database }: Opened = opened();
      await made(store, "p", 1);
      await begin(store, "q", true);
      await store.publications.claim(lease("a"), AT);
      await database.run("update publications set number = 1, sha256 = 'x' where id = 'q'");
      for (const sql of [...byForce, ...byAnotherRoad[store.engine]]) {
        await expect(database.run(sql), sql).rejects.toThrow("never change");
      }
      expect(text(await store.publications.content("p"))).toBe("content 1");
      expect(await store.publications.newest("prov")).toMatchObject({ id: "p", sha256: "hash 1" });
    });
  });

  describe("a view link", () => {
    test("leads to the newest publication or to one, and carries what it may do", async () => {
      const { publications } = opened().store;
      await made(opened().store, "p", 1);
      await publications.createViewLink({ id: "a", study: "prov", tokenHash: "ha", createdAt: AT, download: true });
      const limits = { until: "2026-12-31", passcodeHash: "$argon2id$", download: false };
      await publications.createViewLink({
        id: "b",
        study: "prov",
        publication: "p",
        tokenHash: "hb",
        createdAt: AT,
        ...limits,
      });
      expect(await publications.findViewLink("ha")).toMatchObject({
        study: "prov",
        publication: undefined,
        download: true,
      });
      expect(await publications.findViewLink("hb")).toEqual({
        link: "b",
        study: "prov",
        publication: "p",
        withdrawn: false,
        ...limits,
      });
      expect(await publications.listLinks("p")).toEqual([
        { id: "b", createdAt: AT, until: "2026-12-31", passcode: true, download: false },
      ]);
      // The list of the study's other links holds the one that follows what is newest.
      expect((await opened().store.listLinks("prov")).map(({ id }) => id)).toEqual(["a"]);
      expect(await opened().store.findAnswerLink("ha")).toBeUndefined();
    });

    test("is counted while it is in force", async () => {
      const { store } = opened();
      await made(store, "p", 1);
      const link = (id: string, until?: string) =>
        store.publications.createViewLink({
          id,
          study: "prov",
          publication: "p",
          tokenHash: id,
          createdAt: AT,
          download: true,
          ...(until === undefined ? {} : { until }),
        });
      await Promise.all([link("a"), link("b", TODAY), link("c", "2026-02-28"), link("d")]);
      expect(await store.withdrawLink("prov", "d", AT)).toBe(true);
      expect(await store.publications.find("prov", "p", TODAY)).toMatchObject({ links: 2 });
      expect(await store.publications.findViewLink("d")).toMatchObject({ withdrawn: true });
    });

    test("is open to whoever has given its passcode, for a while, and no other link by that", async () => {
      const { publications } = opened().store;
      await publications.createViewLink({ id: "a", study: "prov", tokenHash: "ha", createdAt: AT, download: true });
      await publications.createViewLink({ id: "b", study: "prov", tokenHash: "hb", createdAt: AT, download: true });
      await publications.grantAccess("token", "a", LATER, AT);
      expect(await publications.hasAccess("token", "a", AT)).toBe(true);
      expect(await publications.hasAccess("token", "b", AT)).toBe(false);
      expect(await publications.hasAccess("token", "a", LATER)).toBe(false);
    });
  });
});
