import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../server/store/open.ts";
import { join } from "node:path";
import { hashToken } from "../../server/tokens.ts";
import { cellOf, createAllInstruments, linkPath } from "./all-instruments.ts";
import { type Application, startApplication } from "./application.ts";

let app: Application;
beforeAll(async () => {
  app = await startApplication();
  await createAllInstruments(app);
});
afterAll(() => app.stop());

const AMAL = { instrument: "voice", municipality: "1492" } as const;
const answers = { v_retold: "n1" };
const linkOf = async (path: string) => {
  const token = path.split("/").at(-1) ?? "";
  const { link } = (await app.store.findAnswerLink(hashToken(token))) ?? { link: "" };
  const { body } = await app.call("GET", "/api/studies/alla/links", undefined, app.investigator);
  return (body["links"] as { id: string }[]).find(({ id }) => id === link);
};
const code = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body["code"]];

describe("a link that takes so many answers", () => {
  test("counts what is sent through it, and is 410 when it is full", async () => {
    const path = await linkPath(app, AMAL, { maxAnswers: 2 });
    expect(await linkOf(path)).toMatchObject({ maxAnswers: 2, answers: 0 });
    for (let i = 0; i < 2; i++) expect((await app.call("POST", `${path}/submit`, { answers })).status).toBe(201);
    const refused = await app.call("POST", `${path}/submit`, { answers });
    expect(code(refused)).toEqual([410, "link-full"]);
    expect(refused.body["message"]).toMatch(/Länken har tagit emot så många svar som den får \(2\)/);
    expect(code(await app.call("GET", path))).toEqual([410, "link-full"]);
    expect(code(await app.call("PUT", `${path}/draft`, { answers }))).toEqual([410, "link-full"]);
    expect(await linkOf(path)).toMatchObject({ answers: 2 });
  });

  test("takes no more than that when all come at once", async () => {
    const before = (await cellOf(app, AMAL)).responses;
    const path = await linkPath(app, AMAL, { maxAnswers: 5 });
    const sent = await Promise.all(Array.from({ length: 40 }, () => app.call("POST", `${path}/submit`, { answers })));
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(sent.filter(({ status }) => status === 410)).toHaveLength(35);
    expect((await cellOf(app, AMAL)).responses).toBe(before + 5);
    expect(await linkOf(path)).toMatchObject({ answers: 5 });
  });

  test("keeps a draft that was begun before it was full", async () => {
    const path = await linkPath(app, AMAL, { maxAnswers: 1 });
    const draft = await app.call("PUT", `${path}/draft`, { answers });
    const session = String(draft.body["session"]);
    await app.call("POST", `${path}/submit`, { answers });
    const body = { answers: { v_retold: "n0" }, baseRevision: 1 };
    expect((await app.call("PUT", `${path}/draft?session=${session}`, body)).status).toBe(200);
    expect(code(await app.call("POST", `${path}/submit?session=${session}`, { ...body, baseRevision: 2 }))).toEqual([
      410,
      "link-full",
    ]);
    expect((await app.call("GET", `${path}?session=${session}`)).body).toMatchObject({
      answers: { v_retold: "n0" },
      revision: 2,
      status: "draft",
    });
  });

  test("counts an official answer once, however often it is sent again", async () => {
    const path = await linkPath(app, { instrument: "party", party: "bup", municipality: "1492" }, { maxAnswers: 1 });
    for (const baseRevision of [0, 1, 2]) {
      const sent = await app.call("POST", `${path}/submit`, { answers: { n_known: baseRevision }, baseRevision });
      expect(sent.status).toBe(201);
    }
    expect(await linkOf(path)).toMatchObject({ answers: 1 });
    expect((await app.call("GET", path)).status).toBe(200);
  });

  test.each([0, -1, 1.5, "3"])("cannot be made to take %j", async (maxAnswers) => {
    const made = await app.call("POST", "/api/studies/alla/links", { ...AMAL, maxAnswers }, app.investigator);
    expect(code(made)).toEqual([400, "invalid-input"]);
  });
});

describe("a link with a last day", () => {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(new Date());

  test("takes answers that day, and is 410 the day after", async () => {
    const path = await linkPath(app, AMAL, { until: today });
    expect((await app.call("POST", `${path}/submit`, { answers })).status).toBe(201);
    const late = await expiredLink();
    for (const [method, rest] of [
      ["GET", ""],
      ["PUT", "/draft"],
      ["POST", "/submit"],
    ] as const) {
      const refused = await app.call(method, late + rest, method === "GET" ? undefined : { answers });
      expect(code(refused)).toEqual([410, "link-expired"]);
      expect(refused.body["message"]).toContain("2026-01-31");
    }
  });

  test.each(["igår", "2026-02-30", "2020-01-01", 20301231])("cannot be made until %j", async (until) => {
    const made = await app.call("POST", "/api/studies/alla/links", { ...AMAL, until }, app.investigator);
    expect(code(made)).toEqual([400, "invalid-input"]);
  });

  /** A link that was made long ago, as the store keeps it. */
  async function expiredLink(): Promise<string> {
    const store = await openStore({ file: join(app.folder, "behovskartan.db") });
    const assignment = await store.findAssignment("alla", AMAL);
    if (assignment === undefined) throw new Error("no assignment");
    await store.createLink({
      id: "gammal",
      study: "alla",
      assignment,
      tokenHash: hashToken("gammal-token"),
      createdAt: "2026-01-01T00:00:00.000Z",
      until: "2026-01-31",
    });
    await store.close();
    return "/api/answer/gammal-token";
  }
});

describe("a link for a place that the questionnaire is not answered for is 422, with the way out", () => {
  test.each([
    [{ instrument: "voice", party: "bup", municipality: "1492" }, "utan part"],
    [{ instrument: "voice" }, "Ange vilken"],
    [{ instrument: "follow-up", municipality: "1492" }, "utan kommun"],
    [{ instrument: "staff", municipality: "1492" }, "besvaras av en part"],
  ])("%j", async (place, message) => {
    const made = await app.call("POST", "/api/studies/alla/links", place, app.investigator);
    expect(code(made)).toEqual([422, "assignment-mismatch"]);
    expect(made.body["message"]).toContain(message);
  });
});
