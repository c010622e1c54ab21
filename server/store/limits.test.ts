import { expect, test } from "vitest";
import { AT, assignmentId, fieldedId, revision } from "../../tests/store/small-study.ts";
import { onBothEngines } from "../../tests/store/on-both-engines.ts";
import type { NewRevision, Store } from "./store.ts";

const STAFF = { instrument: "staff", party: "bup", municipality: "1492" } as const;
const spring = { fu_period_start: "2026-01-01", fu_period_end: "2026-06-30" };
const autumn = { fu_period_start: "2026-07-01", fu_period_end: "2026-12-31" };

async function linkedStaff(store: Store, maxAnswers?: number): Promise<(answers: object) => Promise<NewRevision>> {
  const assignment = await assignmentId(store, STAFF);
  const limits = maxAnswers === undefined ? {} : { maxAnswers, until: "2026-12-31" };
  await store.createLink({
    id: "l1",
    study: "prov",
    assignment,
    tokenHash: "h1",
    createdAt: AT,
    ...limits,
  });
  const fielded = await fieldedId(store, "staff", "1492");
  return (answers) => revision(store, { ...answers }, { assignment, fielded, link: "l1", kind: "submitted" });
}

onBothEngines((opened) => {
  test("a link tells its limits and what has been sent through it; drafts do not count", async () => {
    const { store } = opened();
    const sent = await linkedStaff(store, 3);
    expect(await store.findAnswerLink("h1")).toMatchObject({ maxAnswers: 3, until: "2026-12-31", answers: 0 });
    await store.saveRevision({ ...(await sent({ a: 1 })), kind: "draft" });
    await store.saveRevision(await sent({ a: 2 }));
    expect(await store.findAnswerLink("h1")).toMatchObject({ answers: 1 });
    expect(await store.listLinks("prov")).toMatchObject([{ maxAnswers: 3, until: "2026-12-31", answers: 1 }]);
  });

  test("of sixty answers at once a link takes as many as it may, and of the others nothing is stored", async () => {
    const { store, database } = opened();
    const sent = await linkedStaff(store, 7);
    const revisions = await Promise.all(Array.from({ length: 60 }, (_, i) => sent({ a: i })));
    const outcomes = await Promise.all(revisions.map((each) => store.saveRevision(each)));
    expect(outcomes.filter(({ status }) => status === "saved")).toHaveLength(7);
    expect(outcomes.filter(({ status }) => status === "link-full")).toHaveLength(53);
    for (const table of ["responses", "revisions"]) {
      const [counted] = await database.run(`select count(*) as n from ${table}`);
      expect(Number(counted?.["n"])).toBe(7);
    }
    expect(await store.findAnswerLink("h1")).toMatchObject({ answers: 7 });
  });

  test("an answer that is sent again is counted once; a link without limits counts too", async () => {
    const { store } = opened();
    const sent = await linkedStaff(store);
    const first = await store.saveRevision(await sent({ a: 1 }));
    if (first.status !== "saved") throw new Error("the answer was refused");
    const { response } = first.revision;
    const again = { ...(await sent({ a: 2 })), response, baseRevision: 1 };
    expect(await store.saveRevision(again)).toMatchObject({ status: "saved", revision: { revision: 2 } });
    expect(await store.findAnswerLink("h1")).toMatchObject({ answers: 1, maxAnswers: undefined, until: undefined });
  });

  test("sixty people who begin two periods at once make two responses", async () => {
    const { store } = opened();
    const drafts = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        revision(store, { ...(i % 2 === 0 ? spring : autumn), [`question_${i}`]: i }, { byPeriod: true }),
      ),
    );
    const outcomes = await Promise.all(drafts.map((draft) => store.saveRevision(draft)));
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(["saved"]));
    const listed = await store.listResponses(drafts[0]?.assignment ?? 0);
    expect(listed.map(({ period }) => period?.from).sort()).toEqual(["2026-01-01", "2026-07-01"]);
    for (const { response } of listed) {
      expect(Object.keys((await store.findResponse(response))?.latest.answers ?? {})).toHaveLength(32);
    }
  });

  test("two responses that take the same period at once: one gets it, the other is told", async () => {
    const { store } = opened();
    const begun = await Promise.all(
      [1, 2].map(async (a) => store.saveRevision(await revision(store, { a }, { byPeriod: true }))),
    );
    const moves = await Promise.all(
      begun.map(async (outcome) => {
        if (outcome.status !== "saved") throw new Error("the draft was refused");
        const { response, answers } = outcome.revision;
        const more = { byPeriod: true, response, baseRevision: 1, kind: "submitted" } as const;
        return store.saveRevision(await revision(store, { ...answers, ...spring }, more));
      }),
    );
    expect(moves.map(({ status }) => status).sort()).toEqual(["period-taken", "saved"]);
  });

  test("of ten lists of proposals that follow the same version one is saved", async () => {
    const { store } = opened();
    expect(await store.proposals("prov")).toEqual({ version: 0, proposals: [] });
    const list = (what: string) => [{ id: "p", kind: "proposal", what }] as const;
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, i) => store.saveProposals("prov", 0, list(`nr ${i}`), AT)),
    );
    expect(outcomes.filter((outcome) => outcome === "saved")).toHaveLength(1);
    expect(await store.saveProposals("prov", 0, [], AT)).toBe("changed");
    expect(await store.saveProposals("prov", 1, list("sist"), AT)).toBe("saved");
    expect(await store.proposals("prov")).toEqual({ version: 2, proposals: list("sist") });
  });
});
