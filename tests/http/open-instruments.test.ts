import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellOf, createAllInstruments, linkPath } from "./all-instruments.ts";
import { type Application, startApplication } from "./application.ts";

let app: Application;
beforeAll(async () => {
  app = await startApplication();
  await createAllInstruments(app);
});
afterAll(() => app.stop());

const AMAL = { instrument: "voice", municipality: "1492" } as const;
const VANERSBORG = { instrument: "voice", municipality: "1487" } as const;
const STAFF = { instrument: "staff", party: "bup", municipality: "1492" } as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const idOf = (sent: { body: Record<string, unknown> }) => (sent.body["receipt"] as { id: string }).id;
const get = (path: string) => app.call("GET", path, undefined, app.investigator);
const listed = async (place: Parameters<typeof cellOf>[1]) => {
  const { assignment } = await cellOf(app, place);
  const { body } = await get(`/api/studies/alla/assignments/${assignment}/responses`);
  return body["responses"] as readonly { id: string; status: string; savedAt: string }[];
};

describe("an anonymous questionnaire", () => {
  test("takes many answers through one link, each a new one, with the answers alone", async () => {
    const path = await linkPath(app, AMAL);
    const sent = await Promise.all(
      ["n0", "n1", "n1"].map((code) => app.call("POST", `${path}/submit`, { answers: { v_retold: code } })),
    );
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(sent.map(idOf)).size).toBe(3);
    expect(await cellOf(app, AMAL)).toMatchObject({ status: "answered", responses: 3 });
    expect(await app.call("GET", path)).toMatchObject({
      body: { status: "not_started", answers: {}, revision: 0, municipality: { code: "1492" } },
    });
  });

  test("goes on with the draft of its session, and another person's link opens empty", async () => {
    const path = await linkPath(app, VANERSBORG);
    const first = await app.call("PUT", `${path}/draft`, { answers: { v_retold: "n1" }, baseRevision: 0 });
    const session = String(first.body["session"]);
    expect((await app.call("GET", path)).body).toMatchObject({ answers: {}, status: "not_started" });
    expect((await app.call("GET", `${path}?session=${session}`)).body).toMatchObject({
      answers: { v_retold: "n1" },
      revision: 1,
      status: "draft",
      savedAt: expect.stringMatching(DATE) as string,
    });
    expect(await cellOf(app, VANERSBORG)).toMatchObject({ status: "draft", responses: 0 });
    const answers = { v_retold: "n1", v_hope: 4 };
    await app.call("PUT", `${path}/draft?session=${session}`, { answers, baseRevision: 1 });
    const sent = await app.call("POST", `${path}/submit?session=${session}`, { answers, baseRevision: 2 });
    expect(sent).toMatchObject({
      status: 201,
      body: { receipt: { id: session, revision: 3, submittedAt: expect.stringMatching(DATE) as string } },
    });
    expect(await cellOf(app, VANERSBORG)).toMatchObject({ status: "answered", responses: 1 });
  });

  test("that was sent is out of reach of its session; sending the same once more makes no second answer", async () => {
    const path = await linkPath(app, STAFF);
    const draft = await app.call("PUT", `${path}/draft`, { answers: { st_trend: "increased" } });
    const session = String(draft.body["session"]);
    const body = { answers: { st_trend: "increased" }, baseRevision: 1 };
    const sent = await app.call("POST", `${path}/submit?session=${session}`, body);
    expect((await app.call("GET", `${path}?session=${session}`)).body["code"]).toBe("session-not-found");
    expect((await app.call("PUT", `${path}/draft?session=${session}`, body)).body["code"]).toBe("session-not-found");
    const again = await app.call("POST", `${path}/submit?session=${session}`, body);
    expect(again).toMatchObject({ status: 201, body: sent.body });
    expect((await cellOf(app, STAFF)).responses).toBe(1);
    // The next person at the same computer.
    const next = await app.call("POST", `${path}/submit?session=${session}`, { answers: { st_trend: "unchanged" } });
    expect(idOf(next)).not.toBe(session);
    expect((await cellOf(app, STAFF)).responses).toBe(2);
  });

  test("a session of another link's assignment, or of nothing, is 404", async () => {
    const [own, other] = [await linkPath(app, AMAL), await linkPath(app, VANERSBORG)];
    const draft = await app.call("PUT", `${own}/draft`, { answers: { v_retold: "n1" } });
    for (const session of [String(draft.body["session"]), "finns-inte"]) {
      expect((await app.call("GET", `${other}?session=${session}`)).status).toBe(404);
      const sent = await app.call("POST", `${other}/submit?session=${session}`, { answers: { v_retold: "n1" } });
      expect(sent.body["code"]).toBe("session-not-found");
    }
  });

  test("shows the investigator the day and never the time, and keeps no name of who signed", async () => {
    const path = await linkPath(app, STAFF);
    const sent = await app.call("POST", `${path}/submit`, { answers: { st_trend: "unchanged" }, signedBy: "Karin" });
    expect(sent.body["receipt"]).not.toHaveProperty("signedBy");
    const [newest] = await listed(STAFF);
    expect(newest?.savedAt).toMatch(DATE);
    expect((await cellOf(app, STAFF)).savedAt).toMatch(DATE);
    const detail = await get(`/api/responses/${idOf(sent)}`);
    expect(detail.body["revisions"]).toMatchObject([{ savedAt: expect.stringMatching(DATE) as string }]);
    expect((await get("/api/studies/alla/responses.json")).text).not.toContain("Karin");
    const days = (await get("/api/studies/alla/responses.csv")).text.match(/\d{4}-\d\d-\d\dT[^,]*/g) ?? [];
    expect(days.length).toBeGreaterThan(0);
    for (const day of days) expect(day).toMatch(/T00:00:00\.000Z$/);
  });

  test("lets nobody else read what was begun and not sent, nor what it held before it was sent", async () => {
    const path = await linkPath(app, VANERSBORG);
    const draft = await app.call("PUT", `${path}/draft`, { answers: { v_retold: "n6_plus" } });
    const session = String(draft.body["session"]);
    const answer = `/api/responses/${session}`;
    expect((await get(answer)).status).toBe(404);
    expect((await get(`${answer}/revisions/1`)).status).toBe(404);
    const body = { answers: { v_retold: "n1" }, baseRevision: 1 };
    await app.call("POST", `${path}/submit?session=${session}`, body);
    expect((await get(answer)).body["revisions"]).toMatchObject([{ revision: 2, kind: "submitted" }]);
    expect((await get(`${answer}/revisions/1`)).status).toBe(404);
    expect((await get(`${answer}/revisions/2`)).body).toMatchObject({ answers: { v_retold: "n1" } });
  });

  test("drafts reach neither the report nor the exports", async () => {
    const path = await linkPath(app, AMAL);
    const before = (await cellOf(app, AMAL)).responses;
    await app.call("PUT", `${path}/draft`, { answers: { v_retold: "n6_plus" } });
    expect((await cellOf(app, AMAL)).responses).toBe(before);
    for (const form of ["csv", "json"]) {
      const { text } = await get(`/api/studies/alla/responses.${form}`);
      expect(text).toContain("n1");
      expect(text).not.toContain("n6_plus");
    }
    const report = await get("/api/studies/alla/report?section=coverage");
    const [section] = report.body["sections"] as { tables: { id: string; rows: Record<string, unknown>[] }[] }[];
    const rows = section?.tables.find(({ id }) => id === "cells")?.rows ?? [];
    expect(
      rows.find(({ instrument, municipality }) => instrument === "voice" && municipality === "1492"),
    ).toMatchObject({
      status: "answered",
      responses: before,
    });
  });

  test("lists what has been sent, to the signed-in only", async () => {
    const sent = await listed(AMAL);
    expect(sent.map(({ status }) => status)).toEqual(["submitted", "submitted", "submitted"]);
    expect(sent).toHaveLength((await cellOf(app, AMAL)).responses);
    const { assignment } = await cellOf(app, AMAL);
    const list = `/api/studies/alla/assignments/${assignment}/responses`;
    expect((await app.call("GET", list)).status).toBe(401);
    expect((await get(list.replace("alla", "unga"))).status).toBe(404);
  });
});
