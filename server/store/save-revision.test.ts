import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { AT, assignmentId, fieldedId, revision, study } from "../../tests/store/small-study.ts";
import { onBothEngines } from "../../tests/store/on-both-engines.ts";

const STAFF = { instrument: "staff", party: "bup", municipality: "1492" } as const;

onBothEngines((opened) => {
  test("a first save makes the response; the answers come back as they were sent", async () => {
    const { store } = opened();
    const answers = { n_known: 14, iv_avail: { outreach: "partly" }, note: "Nästan ”alla”\u00a0– 大" };
    const saved = await store.saveRevision(await revision(store, answers, { signedBy: "Chef" }));
    expect(saved).toMatchObject({ status: "saved", merged: false, revision: { revision: 1, kind: "draft", answers } });
    const state = await store.findResponseOf((await revision(store, {})).assignment);
    expect(state).toMatchObject({ status: "draft", submitted: undefined });
    expect(state?.latest).toMatchObject({ answers, shown: Object.keys(answers), savedAt: AT, signedBy: "Chef" });
    expect(await store.findRevision(state?.response ?? "", 1)).toEqual(state?.latest);
  });

  test("the hash is SHA-256 of the canonical answers, whatever the order of the keys", async () => {
    const { store } = opened();
    const saved = await store.saveRevision(await revision(store, { b: 1, a: { d: 2, c: 3 } }));
    const sha256 = createHash("sha256").update('{"a":{"c":3,"d":2},"b":1}').digest("hex");
    expect(saved).toMatchObject({ revision: { sha256 } });
  });

  test("changes to different questions are merged, and all revisions stay", async () => {
    const { store } = opened();
    const first = await store.saveRevision(await revision(store, { a: 1, b: 1 }));
    await store.saveRevision(await revision(store, { a: 2, b: 1 }, { baseRevision: 1 }));
    const merged = await store.saveRevision(await revision(store, { a: 1, b: 3 }, { baseRevision: 1 }));
    expect(merged).toMatchObject({ status: "saved", merged: true, revision: { revision: 3, answers: { a: 2, b: 3 } } });
    if (first.status !== "saved") throw new Error("the first save was refused");
    const all = await store.listRevisions(first.revision.response);
    expect(all.map(({ answers }) => answers)).toEqual([
      { a: 1, b: 1 },
      { a: 2, b: 1 },
      { a: 2, b: 3 },
    ]);
  });

  test("when both changed the same question nothing is stored, and the question is named", async () => {
    const { store } = opened();
    await store.saveRevision(await revision(store, { a: 1, b: 1 }));
    await store.saveRevision(await revision(store, { a: 2, b: 1 }, { baseRevision: 1 }));
    const outcome = await store.saveRevision(
      await revision(store, { a: 3, b: 9 }, { baseRevision: 1, kind: "submitted" }),
    );
    expect(outcome).toMatchObject({
      status: "conflict",
      conflicts: ["a"],
      current: { revision: 2, answers: { a: 2, b: 1 } },
    });
    const state = await store.findResponseOf((await revision(store, {})).assignment);
    expect(state?.latest.revision).toBe(2);
  });

  test("a base revision that was never stored is refused", async () => {
    const { store } = opened();
    expect(await store.saveRevision(await revision(store, {}, { baseRevision: 1 }))).toEqual({
      status: "unknown-base",
      current: undefined,
    });
    await store.saveRevision(await revision(store, { a: 1 }));
    const outcome = await store.saveRevision(await revision(store, { a: 2 }, { baseRevision: 2 }));
    expect(outcome).toMatchObject({ status: "unknown-base", current: { revision: 1 } });
  });

  test("a draft after the submission leaves what was sent as it is", async () => {
    const { store } = opened();
    const draft = await revision(store, { a: 1 });
    await store.saveRevision({ ...draft, kind: "submitted" });
    expect(await store.findResponseOf(draft.assignment)).toMatchObject({ status: "submitted" });
    await store.saveRevision({ ...draft, answers: { a: 2 }, baseRevision: 1 });
    expect(await store.findResponseOf(draft.assignment)).toMatchObject({
      status: "reopened",
      latest: { revision: 2, answers: { a: 2 } },
      submitted: { revision: 1, answers: { a: 1 } },
    });
  });

  test("an official assignment keeps one response when sixty people save it first at the same time", async () => {
    const { store, database } = opened();
    const drafts = await Promise.all(Array.from({ length: 60 }, (_, i) => revision(store, { [`question_${i}`]: i })));
    const outcomes = await Promise.all(drafts.map((draft) => store.saveRevision(draft)));
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(["saved"]));
    expect(await database.run("select count(*) as n from responses")).toMatchObject([
      { n: expect.toSatisfy((n) => Number(n) === 1) as number },
    ]);
    const state = await store.findResponseOf(drafts[0]?.assignment ?? 0);
    expect(state?.latest.revision).toBe(60);
    expect(Object.keys(state?.latest.answers ?? {})).toHaveLength(60);
  });

  test("open instruments get a new response each time, and a draft goes on when it is named", async () => {
    const { store } = opened();
    const more = { assignment: await assignmentId(store, STAFF), fielded: await fieldedId(store, "staff", "1492") };
    const one = await store.saveRevision(await revision(store, { a: 1 }, more));
    const two = await store.saveRevision(await revision(store, { a: 2 }, { ...more, kind: "submitted" }));
    if (one.status !== "saved" || two.status !== "saved") throw new Error("a save was refused");
    expect(one.revision.response).not.toBe(two.revision.response);
    const { response } = one.revision;
    const sent = await store.saveRevision(
      await revision(store, { a: 3 }, { ...more, response, kind: "submitted", baseRevision: 1 }),
    );
    expect(sent).toMatchObject({ status: "saved", revision: { response, revision: 2 } });
    expect(await store.findResponseOf(more.assignment)).toBeUndefined();
  });

  test("a response of another assignment is refused, and the writes beside it are stored", async () => {
    const { store } = opened();
    const assignment = await assignmentId(store, STAFF);
    const good = await revision(store, { a: 1 });
    const [refused, saved] = await Promise.allSettled([
      store.saveRevision({ ...good, assignment, response: "unknown" }),
      store.saveRevision(good),
      store.saveRevision({ ...good, assignment, fielded: 999 }),
    ]);
    expect(refused).toMatchObject({ status: "rejected" });
    expect(saved).toMatchObject({ status: "fulfilled", value: { status: "saved" } });
    expect((await store.findResponseOf(good.assignment))?.latest.revision).toBe(1);
    const coverage = await store.coverage(study.id);
    expect(coverage.find(({ instrument }) => instrument === "staff")).toMatchObject({ status: "not_started" });
  });

  test("a save that is refused alone holds up none that come after it", async () => {
    const { store } = opened();
    const good = await revision(store, { a: 1 });
    await expect(store.saveRevision({ ...good, fielded: 999 })).rejects.toThrow();
    await expect(store.saveRevision(good)).resolves.toMatchObject({ status: "saved" });
  });

  test("an import is stored whole or not at all", async () => {
    const { store } = opened();
    const good = await revision(store, { a: 1 }, { kind: "submitted", role: "import" });
    await expect(store.importRevisions([good, { ...good, fielded: 999 }])).rejects.toThrow();
    expect(await store.findResponseOf(good.assignment)).toBeUndefined();
    await store.importRevisions([good, { ...good, answers: { a: 2 } }]);
    expect((await store.findResponseOf(good.assignment))?.latest).toMatchObject({
      revision: 2,
      answers: { a: 2 },
      role: "import",
    });
  });

  test("the export walks through the latest submitted answers in the order in which they began", async () => {
    const { store } = opened();
    const police = await assignmentId(store, { instrument: "party", party: "polis", municipality: "1492" });
    await store.saveRevision(await revision(store, { a: 1 }, { kind: "submitted" }));
    await store.saveRevision(await revision(store, { a: 2 }, { assignment: police, kind: "submitted" }));
    await store.saveRevision(await revision(store, { a: 3 }, { kind: "submitted", baseRevision: 1 }));
    await store.saveRevision(await revision(store, { a: 4 }, { baseRevision: 2 }));
    const exported = [];
    for await (const each of store.submittedRevisions(study.id, "party")) exported.push(each);
    expect(exported.map(({ assignment, revision }) => [assignment.party, revision.revision, revision.answers])).toEqual(
      [
        ["bup", 2, { a: 3 }],
        ["polis", 1, { a: 2 }],
      ],
    );
  });

  test("a party's answers in its other municipalities are found to begin with", async () => {
    const { store } = opened();
    const other = await assignmentId(store, { instrument: "party", party: "bup", municipality: "1487" });
    await store.saveRevision(await revision(store, { a: 1 }));
    expect(await store.listOtherResponses(other)).toMatchObject([
      { municipality: "1492", state: { latest: { answers: { a: 1 } } } },
    ]);
  });
});
