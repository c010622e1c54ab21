import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import {
  codeAt,
  numberAt,
  reasonCode,
  type Dataset,
  type NumberColumn,
  type SingleColumn,
} from "../../reports/dataset.ts";
import type { Answers } from "../../survey-definitions/wire.ts";
import type { NewRevision, Store } from "../store/store.ts";
import { onBothEngines, type Opened } from "../../tests/store/on-both-engines.ts";
import { assignmentId, revision } from "../../tests/store/small-study.ts";
import { loadDataset } from "./load-dataset.ts";
import { forgetOutdated, projectPending } from "./project.ts";
import { testReader, testReference } from "../../tests/store/variables.ts";

const POLICE = { instrument: "party", party: "polis", municipality: "1492" } as const;
const VANERSBORG = { instrument: "party", party: "bup", municipality: "1487" } as const;

const load = (store: Store, previous?: Dataset) =>
  loadDataset(store, "prov", previous, { reader: testReader(store), reference: testReference });

const submit = async (store: Store, answers: Answers, more: Partial<NewRevision> = {}) =>
  store.saveRevision(await revision(store, answers, { kind: "submitted", ...more }));

const partyOf = (data: Dataset) => {
  const responses = data.responses.get("party");
  if (responses === undefined) throw new Error("no responses of the party questionnaire");
  return responses;
};
const numbers = (data: Dataset, name: string) => {
  const { n, columns } = partyOf(data);
  return Array.from({ length: n }, (_, i) => numberAt(columns.get(name) as NumberColumn, i));
};

onBothEngines((opened) => {
  describe.each([
    ["not projected yet", () => Promise.resolve()],
    ["projected", async ({ store }: Opened) => void (await projectPending(store, testReader(store)))],
  ])("answers that are %s", (_, project) => {
    test("stand in columns, with a reason wherever there is no value", async () => {
      const { store } = opened();
      const answers = {
        n_known: 14,
        trend: "dont_know",
        missing: ["work", "housing"],
        n_overlap: { polis: 3 },
        answered_by: "Kim",
      };
      await submit(store, answers, { shown: ["n_known", "trend", "missing", "n_overlap", "proposal", "answered_by"] });
      await submit(store, { trend: "increased", proposal: "=1+1" }, { assignment: await assignmentId(store, POLICE) });
      await project(opened());
      const data = await load(store);
      const { n, party, municipality, columns, pairs } = partyOf(data);
      expect([n, [...party], [...municipality]]).toEqual([2, [0, 1], [0, 0]]);
      expect(numbers(data, "n_known")).toEqual([14, undefined]);
      const trend = columns.get("trend") as SingleColumn;
      expect([codeAt(trend, 0), codeAt(trend, 1)]).toEqual([undefined, "increased"]);
      expect([...trend.reasons]).toEqual([reasonCode("dont_know"), 0]);
      expect(columns.get("missing")).toMatchObject({
        values: [["work", "housing"], []],
        reasons: Uint8Array.of(0, reasonCode("not_asked")),
      });
      expect(columns.get("proposal")).toMatchObject({
        values: ["", "=1+1"],
        reasons: Uint8Array.of(reasonCode("not_answered"), 0),
      });
      expect(pairs.get("n_overlap")).toEqual([{ row: 0, other: "polis", value: 3 }]);
    });

    test("hold nothing personal, and no column that nobody was asked", async () => {
      const { store } = opened();
      await submit(store, { n_known: 1, answered_by: "Kim" });
      await project(opened());
      expect([...partyOf(await load(store)).columns.keys()]).toEqual(["n_known"]);
    });

    test("count once, as last sent; drafts count not at all", async () => {
      const { store } = opened();
      await submit(store, { n_known: 1 });
      await submit(store, { n_known: 7 }, { assignment: await assignmentId(store, POLICE) });
      await project(opened());
      await submit(store, { n_known: 2 }, { baseRevision: 1 });
      await store.saveRevision(await revision(store, { n_known: 3 }, { baseRevision: 2 }));
      await project(opened());
      expect(numbers(await load(store), "n_known")).toEqual([2, 7]);
    });
  });

  test("the assignments tell who has answered, begun, declined and not begun", async () => {
    const { store } = opened();
    await submit(store, { n_known: 1 });
    await store.saveRevision(await revision(store, {}, { assignment: await assignmentId(store, POLICE) }));
    await store.setDeclined(await assignmentId(store, VANERSBORG), "Hinner inte");
    const { assignments } = await load(store);
    expect(assignments.status).toEqual(["answered", "declined", "draft", "not_started"]);
    expect([...assignments.responses]).toEqual([1, 0, 0, 0]);
    expect([...assignments.party]).toEqual([0, 0, 1, 0]);
    expect([...assignments.municipality]).toEqual([0, 1, 0, 0]);
  });

  test("answers that are projected between being found and being read are not lost", async () => {
    const { store } = opened();
    const project = () => projectPending(store, testReader(store));
    const readPending: typeof store.analysis.readPending = async (...which) => {
      await project();
      return store.analysis.readPending(...which);
    };
    const hurried = { ...store, analysis: { ...store.analysis, readPending } };
    await submit(store, { n_known: 1 });
    const first = await load(hurried);
    expect(numbers(first, "n_known")).toEqual([1]);
    await submit(store, { n_known: 7 }, { assignment: await assignmentId(store, POLICE) });
    expect(numbers(await load(hurried, first), "n_known")).toEqual([1, 7]);
  });

  test("new proposals give a new dataset with the same answers", async () => {
    const { store } = opened();
    await submit(store, { n_known: 1 });
    const first = await load(store);
    expect(first.proposals).toEqual([]);
    const proposals = [{ id: "p", kind: "proposal", what: "En ingång" }] as const;
    await store.saveProposals("prov", 0, proposals, "2026-03-02T12:00:00.000Z");
    const second = await load(store, first);
    expect(second.proposals).toEqual(proposals);
    expect(partyOf(second)).toBe(partyOf(first));
    expect(await load(store, second)).toBe(second);
  });

  test("nothing new gives the very same dataset, also when the answers have been projected meanwhile", async () => {
    const { store } = opened();
    await submit(store, { n_known: 1 });
    const first = await load(store);
    expect(await load(store, first)).toBe(first);
    await projectPending(store, testReader(store));
    expect(await load(store, first)).toBe(first);
    expect(await load(store, first)).toBe(first);
  });

  test("what came since the previous dataset is in the next one, and the previous one stays as it was", async () => {
    const { store } = opened();
    const police = { assignment: await assignmentId(store, POLICE) };
    let data = await load(store);
    expect(partyOf(data).n).toBe(0);
    for (const [n, more] of [
      [1, {}],
      [5, police],
    ] as const) {
      await submit(store, { n_known: n }, more);
      data = await load(store, data);
    }
    await projectPending(store, testReader(store));
    await submit(store, { n_known: 6 }, { ...police, baseRevision: 1 });
    const next = await load(store, data);
    expect([numbers(data, "n_known"), numbers(next, "n_known")]).toEqual([
      [1, 5],
      [1, 6],
    ]);
    expect({ ...next }).toEqual({ ...(await load(store)) });
    await store.replaceStatistics(
      "prov",
      [{ region: "1492", ageFrom: 16, ageTo: 25, sex: "T", year: 2024, population: 77 }],
      "x",
      "2026-04-01T00:00:00.000Z",
    );
    const counted = await load(store, next);
    expect(counted.population.get("1492")?.persons).toBe(77);
    expect(partyOf(counted)).toBe(partyOf(next));
  });

  test("the long form holds the last sent answers, a line a code, and nothing personal or not asked", async () => {
    const { store } = opened();
    const saved = await submit(store, { n_known: 9, missing: ["work"], answered_by: "Kim" });
    await projectPending(store, testReader(store));
    const answers = { n_known: 14, trend: "increased", missing: ["work", "housing"], share: "mycket" };
    await submit(store, answers, { baseRevision: 1, shown: ["n_known", "trend", "missing", "share", "proposal"] });
    expect(await projectPending(store, testReader(store))).toBe(1);
    expect(await projectPending(store, testReader(store))).toBe(0);
    if (saved.status !== "saved") throw new Error("the save was refused");
    const cells = await store.analysis.cellsOf(saved.revision.response);
    expect(
      cells.map((cell) => [
        cell.revision,
        cell.variable,
        cell.position,
        cell.code ?? cell.value ?? cell.text,
        cell.missing,
      ]),
    ).toEqual([
      [2, "missing", 0, "work", null],
      [2, "missing", 1, "housing", null],
      [2, "n_known", 0, 14, null],
      [2, "proposal", 0, null, "not_answered"],
      [2, "share", 0, null, "not_answered"],
      [2, "trend", 0, "increased", null],
    ]);
    const rows = await opened().database.run(
      "select municipality, party_id, variable, code, value, missing from answers_long where variable = 'trend'",
    );
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { municipality: "1492", party_id: "bup", variable: "trend", code: "increased", value: null, missing: null },
    ]);
  });

  test("segments of another format are made anew from the revisions", async () => {
    const { store, database } = opened();
    await submit(store, { n_known: 1 });
    await projectPending(store, testReader(store));
    const before = await load(store);
    await forgetOutdated(store);
    expect(await projectPending(store, testReader(store))).toBe(0);
    await database.run("update column_segments set format = 0");
    await forgetOutdated(store);
    expect({ ...(await load(store)) }).toEqual({ ...before });
    expect(await projectPending(store, testReader(store))).toBe(1);
    expect({ ...(await load(store)) }).toEqual({ ...before });
  });

  test("a segment that another projector has replaced meanwhile is not overwritten", async () => {
    const { analysis } = opened().store;
    const key = { study: "prov", instrument: "party", segment: 0 } as const;
    const content = (replaces: number | undefined, byte: number) => ({
      format: 1,
      replaces,
      data: Uint8Array.of(byte),
      holds: [],
    });
    expect(await analysis.saveSegment(key, content(undefined, 1))).toBe(true);
    expect(await analysis.saveSegment(key, content(undefined, 2))).toBe(false);
    expect(await analysis.saveSegment(key, content(1, 3))).toBe(true);
    expect(await analysis.saveSegment(key, content(1, 4))).toBe(false);
    const stored = await analysis.readSegment(key);
    expect([stored?.version, ...(stored?.data ?? [])]).toEqual([2, 3]);
  });

  test("two projectors and many submissions at the same time lose nothing", async () => {
    const { store } = opened();
    const places = [VANERSBORG, POLICE, { ...POLICE, party: "bup" }];
    const ids = await Promise.all(places.map((place) => assignmentId(store, place)));
    let done = false;
    const project = async () => {
      while (!done) {
        await projectPending(store, testReader(store));
        await setImmediate();
      }
    };
    const projectors = [project(), project()];
    const seen: (number | undefined)[][] = [];
    for (let round = 1; round <= 20; round++) {
      await Promise.all(
        ids.map((assignment) => submit(store, { n_known: round }, { assignment, baseRevision: round - 1 })),
      );
      seen.push(numbers(await load(store), "n_known"));
    }
    done = true;
    await Promise.all(projectors);
    expect(seen).toEqual(seen.map((_, i) => [i + 1, i + 1, i + 1]));
  });

  test("an unknown study is refused", async () => {
    await expect(loadDataset(opened().store, "annan")).rejects.toThrow("there is no such study");
  });
});
