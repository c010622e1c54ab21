import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Application, startApplication } from "./application.ts";

let app: Application;
beforeAll(async () => {
  app = await startApplication();
});
afterAll(() => app.stop());

const answers = { n_known: 42, iv_avail: { case_management: "available" } };
const shown = ["n_known", "iv_avail"];

/** The fields of the answer that a program goes by. */
const outcome = ({ status, body }: { status: number; body: Record<string, unknown> }) => ({
  status,
  code: body["code"],
});

describe("a link to a questionnaire", () => {
  test("gives the questionnaire, empty at first", async () => {
    const sheet = await app.call("GET", await app.answerPath());
    expect(sheet.status).toBe(200);
    expect(sheet.headers.get("cache-control")).toBe("no-store");
    expect(sheet.body).toMatchObject({
      study: { id: "unga", invented: false },
      party: { id: "soc-amal", kind: "social_services" },
      municipality: { code: "1492", name: "Åmål" },
      instrument: "party",
      version: 1,
      answers: {},
      revision: 0,
      status: "not_started",
      copyFrom: [],
    });
    expect(sheet.body["definition"]).toHaveProperty("pages");
  });

  test("that nobody made is 404", async () => {
    expect(outcome(await app.call("GET", "/api/answer/finns-inte"))).toEqual({ status: 404, code: "link-not-found" });
    expect(outcome(await app.call("PUT", "/api/answer/x/draft", { answers, shown, baseRevision: 0 }))).toEqual({
      status: 404,
      code: "link-not-found",
    });
  });

  test("that was withdrawn is 404, also for sending", async () => {
    const made = await app.call(
      "POST",
      "/api/studies/unga/links",
      { instrument: "party", party: "bup", municipality: "1487" },
      app.investigator,
    );
    const path = String(made.body["url"]).replace(/^.*\/svara\//, "/api/answer/");
    expect((await app.call("GET", path)).status).toBe(200);
    const gone = await app.call(
      "DELETE",
      `/api/studies/unga/links/${String(made.body["id"])}`,
      undefined,
      app.investigator,
    );
    expect(gone.status).toBe(204);
    expect(outcome(await app.call("GET", path))).toEqual({ status: 404, code: "link-withdrawn" });
    expect(outcome(await app.call("POST", `${path}/submit`, { answers }))).toEqual({
      status: 404,
      code: "link-withdrawn",
    });
  });

  test("of a closed study is 410 until it is opened again, and what was saved stays", async () => {
    const path = await app.answerPath("bup", "1492");
    await app.call("PUT", `${path}/draft`, { answers: { n_known: 7 }, shown, baseRevision: 0 });
    await app.call("PATCH", "/api/studies/unga", { status: "closed" }, app.investigator);
    expect(outcome(await app.call("GET", path))).toEqual({ status: 410, code: "study-closed" });
    expect(outcome(await app.call("PUT", `${path}/draft`, { answers, shown, baseRevision: 1 }))).toEqual({
      status: 410,
      code: "study-closed",
    });
    expect(outcome(await app.call("POST", `${path}/submit`, { answers, shown, baseRevision: 1 }))).toEqual({
      status: 410,
      code: "study-closed",
    });
    await app.call("PATCH", "/api/studies/unga", { status: "open" }, app.investigator);
    expect((await app.call("GET", path)).body).toMatchObject({ answers: { n_known: 7 }, revision: 1, status: "draft" });
  });
});

describe("a draft", () => {
  test("is read back on another device, with its revision and time", async () => {
    const path = await app.answerPath();
    const saved = await app.call("PUT", `${path}/draft`, { answers: { n_known: 1 }, shown, baseRevision: 0 });
    expect(saved.status).toBe(200);
    expect(saved.body).toEqual({ revision: 1, savedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string });
    const sheet = await app.call("GET", path);
    expect(sheet.body).toMatchObject({ answers: { n_known: 1 }, revision: 1, status: "draft" });
  });

  test("may hold a value that is not valid yet", async () => {
    const path = await app.answerPath("soc-vbg", "1487");
    const draft = { answers: { n_known: "ca 40" }, shown, baseRevision: 0 };
    expect((await app.call("PUT", `${path}/draft`, draft)).status).toBe(200);
    expect((await app.call("GET", path)).body["answers"]).toEqual({ n_known: "ca 40" });
  });

  test("with an identity number is 422, and what was saved before stays", async () => {
    const path = await app.answerPath("bup", "1487");
    await app.call("PUT", `${path}/draft`, { answers: { n_known: 3 }, shown, baseRevision: 0 });
    // 19811218-9876 is Skatteverket's example of a valid number.
    const refused = await app.call("PUT", `${path}/draft`, {
      answers: { n_known: 4, inclusion_note: "till exempel 811218-9876" },
      shown,
      baseRevision: 1,
    });
    expect(outcome(refused)).toEqual({ status: 422, code: "identity-number" });
    expect(refused.text).not.toContain("811218");
    expect(refused.body["problems"]).toMatchObject([{ variable: "inclusion_note", code: "identity-number" }]);
    expect((await app.call("GET", path)).body).toMatchObject({ answers: { n_known: 3 }, revision: 1 });
  });

  test("takes in what a colleague changed in other questions", async () => {
    const path = await app.answerPath("bup", "1492");
    const { revision } = (await app.call("GET", path)).body as { revision: number };
    const base = revision;
    await app.call("PUT", `${path}/draft`, { answers: { n_known: 10 }, shown, baseRevision: base });
    const merged = await app.call("PUT", `${path}/draft`, {
      answers: { n_known: 7, resp_role: "Enhetschef" },
      shown,
      baseRevision: base,
    });
    expect(merged.body["answers"]).toEqual({ n_known: 10, resp_role: "Enhetschef" });
  });

  test("on a stale revision is 409 when both changed the same question, and nothing is saved", async () => {
    const path = await app.answerPath("bup", "1492");
    const { revision } = (await app.call("GET", path)).body as { revision: number };
    await app.call("PUT", `${path}/draft`, { answers: { n_known: 20 }, shown, baseRevision: revision });
    const conflict = await app.call("PUT", `${path}/draft`, {
      answers: { n_known: 21 },
      shown,
      baseRevision: revision,
    });
    expect(outcome(conflict)).toEqual({ status: 409, code: "conflict" });
    expect(conflict.body).toMatchObject({ revision: revision + 1, answers: { n_known: 20 }, conflicts: ["n_known"] });
    expect((await app.call("GET", path)).body).toMatchObject({ answers: { n_known: 20 }, revision: revision + 1 });
  });

  test("on a revision that does not exist is 409", async () => {
    const path = await app.answerPath("bup", "1492");
    const refused = await app.call("PUT", `${path}/draft`, { answers, shown, baseRevision: 999 });
    expect(outcome(refused)).toEqual({ status: 409, code: "unknown-revision" });
    expect(refused.body).toMatchObject({ conflicts: [], revision: expect.any(Number) as number });
  });
});

describe("a submission", () => {
  test("gives a receipt and can be read back, and can be changed until the study closes", async () => {
    const path = await app.answerPath("soc-vbg", "1487");
    const { revision } = (await app.call("GET", path)).body as { revision: number };
    const sent = await app.call("POST", `${path}/submit`, {
      answers,
      shown,
      baseRevision: revision,
      signedBy: "Chefen",
    });
    expect(sent.status).toBe(201);
    expect(sent.body["receipt"]).toMatchObject({
      revision: revision + 1,
      signedBy: "Chefen",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect((await app.call("GET", path)).body).toMatchObject({
      answers,
      status: "submitted",
      receipt: sent.body["receipt"],
    });
    const later = { answers: { ...answers, n_known: 43 }, shown, baseRevision: revision + 1 };
    await app.call("PUT", `${path}/draft`, later);
    expect((await app.call("GET", path)).body).toMatchObject({ status: "reopened", receipt: sent.body["receipt"] });
  });

  test("works with the answers alone: what was shown is computed", async () => {
    const path = await app.answerPath("bup", "1487");
    const { revision } = (await app.call("GET", path)).body as { revision: number };
    const sent = await app.call("POST", `${path}/submit`, { answers: { n_known: 3 }, baseRevision: revision });
    expect(sent.status).toBe(201);
    const { id, revision: stored } = sent.body["receipt"] as { id: string; revision: number };
    const detail = await app.call("GET", `/api/responses/${id}/revisions/${stored}`, undefined, app.investigator);
    expect(detail.body["shown"]).toContain("iv_avail");
    expect(detail.body["shown"]).not.toContain("n_known_instead");
  });

  test.each([
    ["an unknown variable", { hitte_pa: 1 }, "hitte_pa", "unknown-variable"],
    ["a text in a number", { n_known: "ca 40" }, "n_known", "not-a-number"],
    ["a number that is not whole", { n_known: 4.5 }, "n_known", "not-whole"],
    ["a negative number", { n_known: -1 }, "n_known", "out-of-range"],
    [
      "a code that is not offered",
      { iv_avail: { case_management: "kanske" } },
      "iv_avail.case_management",
      "unknown-code",
    ],
    ["an unknown row", { iv_avail: { simning: "available" } }, "iv_avail.simning", "unknown-variable"],
    ["low above high", { n_known_instead: "range", n_known_low: 9, n_known_high: 4 }, "n_known_low", "low-above-high"],
  ])("with %s is 422, names the variable, and stores nothing", async (_what, wrong, variable, code) => {
    const path = await app.answerPath("bup", "1487");
    const before = (await app.call("GET", path)).body;
    const refused = await app.call("POST", `${path}/submit`, {
      answers: wrong,
      shown,
      baseRevision: before["revision"],
    });
    expect(outcome(refused)).toEqual({ status: 422, code: "answers-invalid" });
    const problems = refused.body["problems"] as { variable: string; code: string; message: string }[];
    expect(problems.map(({ code: each }) => each)).toContain(code);
    expect(problems.map(({ variable: each }) => each).join(" ")).toContain(variable.replace(/_low$/, ""));
    expect((await app.call("GET", path)).body).toEqual(before);
  });

  test.each([
    ["broken JSON", "{", "not-json"],
    ["a bare text", '"hej"', "not-json"],
    ["an empty body", "", "no-answers"],
    ["an array", "[]", "no-answers"],
    ["null", "null", "not-json"],
    ["no answers", "{}", "no-answers"],
    ["answers that are an array", '{"answers":[]}', "no-answers"],
    ["answers that are null", '{"answers":null}', "no-answers"],
    ["answers that are a text", '{"answers":"n_known"}', "no-answers"],
    ["answers that are empty", '{"answers":{}}', "no-answers"],
    [
      "answers in bottomless rows",
      `{"answers":{"iv_avail":${'{"a":'.repeat(5000)}1${"}".repeat(5000)}}}`,
      "no-answers",
    ],
  ])("of %s is 400", async (_what, body, code) => {
    const path = await app.answerPath();
    expect(outcome(await app.call("POST", `${path}/submit`, body))).toEqual({ status: 400, code });
  });

  test("that is not sent as JSON is 400", async () => {
    const path = await app.answerPath();
    const sent = await app.call("POST", `${path}/submit`, JSON.stringify({ answers }), {
      "content-type": "text/plain",
    });
    expect(outcome(sent)).toEqual({ status: 400, code: "not-json" });
  });

  test("over 1 MB is 413, just under is read", async () => {
    const path = await app.answerPath();
    const over = { answers: { inclusion_note: "x".repeat(1_048_576) }, shown, baseRevision: 0 };
    expect(outcome(await app.call("POST", `${path}/submit`, over))).toEqual({ status: 413, code: "too-large" });
    const under = { answers: { inclusion_note: "x".repeat(1_000_000) }, shown, baseRevision: 0 };
    expect(outcome(await app.call("POST", `${path}/submit`, under))).toEqual({ status: 422, code: "answers-invalid" });
  });

  test("cannot reach outside the answers with __proto__", async () => {
    const path = await app.answerPath();
    const sent = await app.call("POST", `${path}/submit`, '{"answers":{"__proto__":{"n_known":1},"constructor":1}}');
    expect(sent.status).toBe(422);
    expect(({} as Record<string, unknown>)["n_known"]).toBeUndefined();
  });
});

test("an answer for another municipality can be copied to begin with, without parties that are not there", async () => {
  const from = await app.answerPath("bup", "1492");
  const { revision } = (await app.call("GET", from)).body as { revision: number };
  const draft = { n_known: 20, n_overlap: { "soc-amal": 5 } };
  await app.call("PUT", `${from}/draft`, { answers: draft, shown, baseRevision: revision });
  const to = await app.answerPath("bup", "1487");
  expect((await app.call("GET", to)).body["copyFrom"]).toMatchObject([{ municipality: "1492", name: "Åmål" }]);
  const copy = (await app.call("GET", `${to}/copy/1492`)).body["answers"] as Record<string, unknown>;
  expect(copy["n_known"]).toBe(20);
  expect(JSON.stringify(copy)).not.toContain("soc-amal");
  expect((await app.call("GET", `${to}/copy/0180`)).status).toBe(404);
});
