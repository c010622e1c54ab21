import { expect, test } from "vitest";
import { openStore } from "./open.ts";
import { AT, assignmentId, createTestStudy, revision, study } from "../../tests/store/small-study.ts";
import { onBothEngines } from "../../tests/store/on-both-engines.ts";

const BUP = { instrument: "party", party: "bup", municipality: "1492" } as const;
const POLICE = { instrument: "party", party: "polis", municipality: "1492" } as const;

onBothEngines((opened) => {
  test("a study comes back as it was given, and is made only once", async () => {
    const { store } = opened();
    expect(await store.findStudy("prov")).toEqual({ study, status: "open", createdAt: AT });
    expect(await createTestStudy(store)).toBe("exists");
    expect(await store.listFielded("prov")).toHaveLength(4);
    expect(await store.findStudy("annan")).toBeUndefined();
  });

  test("parties and the municipalities that they cover can be asked for in SQL", async () => {
    const { database } = opened();
    const rows = await database.run(`select party_id, municipality from party_municipalities
      where study_id = 'prov' order by party_id, municipality`);
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { party_id: "bup", municipality: "1487" },
      { party_id: "bup", municipality: "1492" },
      { party_id: "polis", municipality: "1492" },
    ]);
  });

  test("the coverage grid tells answered, draft, declined and not started apart", async () => {
    const { store } = opened();
    await store.saveRevision(await revision(store, { a: 1 }, { kind: "submitted" }));
    await store.saveRevision(await revision(store, { a: 2 }, { baseRevision: 1, savedAt: "2026-04-01T08:00:00.000Z" }));
    await store.saveRevision(await revision(store, { a: 1 }, { assignment: await assignmentId(store, POLICE) }));
    await store.setDeclined(
      await assignmentId(store, { instrument: "staff", party: "bup", municipality: "1492" }),
      "Hinner inte",
    );
    const cells = await store.coverage("prov");
    expect(
      cells.map(({ instrument, party, municipality, status, responses }) => [
        instrument,
        party,
        municipality,
        status,
        responses,
      ]),
    ).toEqual([
      ["party", "bup", "1492", "answered", 1],
      ["party", "bup", "1487", "not_started", 0],
      ["party", "polis", "1492", "draft", 0],
      ["staff", "bup", "1492", "declined", 0],
    ]);
    expect(cells[0]).toMatchObject({ savedAt: "2026-04-01T08:00:00.000Z", links: 0 });
    expect((await store.findResponse(cells[0]?.response ?? ""))?.latest.answers).toEqual({ a: 2 });
    expect(cells[3]).toMatchObject({ declinedReason: "Hinner inte" });
    expect(await store.listStudies()).toEqual([
      {
        id: "prov",
        title: "Provstudie",
        status: "open",
        invented: true,
        createdAt: AT,
        expected: 4,
        answered: 1,
        drafts: 1,
      },
    ]);
  });

  test("who has declined and then answers has answered; a declining taken back leaves the draft", async () => {
    const { store } = opened();
    const bup = await assignmentId(store, BUP);
    await store.saveRevision(await revision(store, { a: 1 }));
    await store.setDeclined(bup, "");
    expect((await store.coverage("prov"))[0]).toMatchObject({ status: "declined", declinedReason: "" });
    await store.setDeclined(bup, undefined);
    expect((await store.coverage("prov"))[0]).toMatchObject({ status: "draft" });
    await store.setDeclined(bup, "Ingen tid");
    await store.saveRevision(await revision(store, { a: 1 }, { baseRevision: 1, kind: "submitted" }));
    expect((await store.coverage("prov"))[0]).toMatchObject({ status: "answered" });
  });

  test("an assignment is found by its place and by nothing else", async () => {
    const { store } = opened();
    expect(
      await store.findAssignment("prov", { instrument: "party", party: "polis", municipality: "1487" }),
    ).toBeUndefined();
    expect(await store.findAssignment("prov", { instrument: "voice", municipality: "1492" })).toBeUndefined();
    expect(await store.findAssignment("annan", BUP)).toBeUndefined();
  });

  test("an answer link leads to its assignment; closing and withdrawing are seen by another process at once", async () => {
    const { store, database } = opened();
    const other = await openStore(database.where);
    const assignment = await assignmentId(store, BUP);
    await store.createLink({ id: "l1", study: "prov", assignment, tokenHash: "h1", createdAt: AT });
    expect(await other.findAnswerLink("h1")).toMatchObject({
      link: "l1",
      study: "prov",
      studyStatus: "open",
      assignment,
      version: 1,
      ...BUP,
      withdrawn: false,
    });
    await store.setStudyStatus("prov", "closed");
    expect(await other.findAnswerLink("h1")).toMatchObject({ studyStatus: "closed" });
    expect(await store.withdrawLink("prov", "l1", AT)).toBe(true);
    expect(await other.findAnswerLink("h1")).toMatchObject({ withdrawn: true });
    expect(await other.findAnswerLink("h2")).toBeUndefined();
    await other.close();
  });

  test("links are listed with their place; a withdrawn one keeps its first time and is not counted", async () => {
    const { store } = opened();
    const assignment = await assignmentId(store, BUP);
    for (const id of ["l1", "l2"]) {
      await store.createLink({ id, study: "prov", assignment, tokenHash: `h-${id}`, createdAt: AT });
    }
    await store.withdrawLink("prov", "l1", "2026-05-01T00:00:00.000Z");
    await store.withdrawLink("prov", "l1", "2026-06-01T00:00:00.000Z");
    expect(await store.listLinks("prov")).toEqual([
      { id: "l1", kind: "answer", ...BUP, createdAt: AT, withdrawnAt: "2026-05-01T00:00:00.000Z", answers: 0 },
      { id: "l2", kind: "answer", ...BUP, createdAt: AT, answers: 0 },
    ]);
    expect((await store.coverage("prov"))[0]).toMatchObject({ links: 1 });
    expect(await store.withdrawLink("annan", "l2", AT)).toBe(false);
  });

  test("statistics are replaced as a whole", async () => {
    const { store } = opened();
    const row = { region: "1492", ageFrom: 16, ageTo: 16, sex: "M", year: 2024, population: 130 } as const;
    expect(await store.statistics("prov")).toBeUndefined();
    await store.replaceStatistics(
      "prov",
      Array.from({ length: 250 }, (_, i) => ({ ...row, ageFrom: i, ageTo: i })),
      "SCB",
      AT,
    );
    await store.replaceStatistics("prov", [row], "SCB 2", AT);
    expect(await store.statistics("prov")).toEqual({ rows: [row], source: "SCB 2", importedAt: AT });
  });
});
