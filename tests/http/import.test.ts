import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Application, startApplication } from "./application.ts";

let app: Application;
beforeAll(async () => {
  app = await startApplication();
});
afterAll(() => app.stop());

const csv = { "content-type": "text/csv" };
const send = (text: string | Uint8Array) =>
  app.call("POST", "/api/studies/unga/responses", text, { ...app.investigator, ...csv });
const exported = async () =>
  (await app.call("GET", "/api/studies/unga/responses.csv", undefined, app.investigator)).text;

const HEAD = "instrument,version,party,municipality,respondent,submitted_at";
const row = (party: string, municipality: string, rest: string) =>
  `party,1,${party},${municipality},,2026-05-04,${rest}`;

interface Refusal {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly message: string;
}

describe("a file that is refused", () => {
  test.each<[string, string | Uint8Array, Omit<Refusal, "message">]>([
    ["an empty file", "", { row: 1, column: "", code: "empty-file" }],
    ["semicolons", `${HEAD},n_known\n`.replaceAll(",", ";"), { row: 1, column: "", code: "wrong-separator" }],
    ["tabs", `${HEAD},n_known\n`.replaceAll(",", "\t"), { row: 1, column: "", code: "wrong-separator" }],
    [
      "Windows-1252",
      Buffer.from(`${HEAD},inclusion_note\n${row("bup", "1492", "ja")}\n${row("bup", "1487", "två år")}\n`, "latin1"),
      { row: 3, column: "", code: "not-utf-8" },
    ],
    [
      "a missing column",
      "instrument,version,party,municipality,respondent,n_known\nparty,1,bup,1492,,4\n",
      { row: 1, column: "submitted_at", code: "missing-column" },
    ],
    [
      "an unknown column",
      `${HEAD},n_knwon\n${row("bup", "1492", "4")}\n`,
      { row: 1, column: "n_knwon", code: "unknown-column" },
    ],
    ["a repeated column", `${HEAD},n_known,n_known\n`, { row: 1, column: "n_known", code: "duplicate-column" }],
    ["no rows", `${HEAD},n_known\n`, { row: 1, column: "", code: "no-rows" }],
    [
      "a duplicate row",
      `${HEAD},n_known\n${row("bup", "1492", "4")}\n\n${row("bup", "1492", "5")}\n`,
      { row: 4, column: "", code: "duplicate-row" },
    ],
    [
      "a field too many",
      `${HEAD},n_known\n${row("bup", "1492", "4,5")}\n`,
      { row: 2, column: "", code: "wrong-field-count" },
    ],
    [
      "an unknown party",
      `${HEAD},n_known\n${row("polisen", "1492", "4")}\n`,
      { row: 2, column: "party", code: "unknown-party" },
    ],
    [
      "an unknown municipality",
      `${HEAD},n_known\n${row("bup", "0180", "4")}\n`,
      { row: 2, column: "municipality", code: "unknown-municipality" },
    ],
    [
      "a party that does not cover the municipality",
      `${HEAD},n_known\n${row("soc-amal", "1487", "4")}\n`,
      { row: 2, column: "party", code: "not-an-assignment" },
    ],
    [
      "an unknown instrument",
      `${HEAD},n_known\nenkat,1,bup,1492,,2026-05-04,4\n`,
      { row: 2, column: "instrument", code: "unknown-instrument" },
    ],
    [
      "another version",
      `${HEAD},n_known\nparty,2,bup,1492,,2026-05-04,4\n`,
      { row: 2, column: "version", code: "unknown-version" },
    ],
    [
      "a day that does not exist",
      `${HEAD},n_known\nparty,1,bup,1492,,2026-02-30,4\n`,
      { row: 2, column: "submitted_at", code: "not-a-date" },
    ],
    [
      "a text in a number",
      `${HEAD},n_known\n${row("bup", "1492", "ca 40")}\n`,
      { row: 2, column: "n_known", code: "not-a-number" },
    ],
    [
      "a code that is not offered, on a line after one of several lines",
      `${HEAD},inclusion_note,iv_avail.outreach\n${row("bup", "1492", '"en\ntvå\ntre",available')}\n${row("bup", "1487", "x,kanske")}\n`,
      { row: 5, column: "iv_avail.outreach", code: "unknown-code" },
    ],
    [
      "an identity number",
      `${HEAD},inclusion_note\n${row("bup", "1492", "gäller 811218-9876")}\n`,
      { row: 2, column: "inclusion_note", code: "identity-number" },
    ],
  ])("for %s names row and column, and stores nothing", async (_what, text, expected) => {
    const before = await exported();
    const refused = await send(text);
    expect([refused.status, refused.body["code"]]).toEqual([422, "import-invalid"]);
    const problems = refused.body["problems"] as Refusal[];
    expect(problems).toContainEqual({
      ...expected,
      message: expect.stringContaining(expected.row > 1 ? String(expected.row) : "") as string,
    });
    expect(refused.text).not.toContain("811218");
    expect(await exported()).toBe(before);
  });

  test("stores nothing of its right rows either", async () => {
    const before = await exported();
    const refused = await send(`${HEAD},n_known\n${row("bup", "1492", "4")}\n${row("bup", "1487", "många")}\n`);
    expect(refused.status).toBe(422);
    expect(await exported()).toBe(before);
  });

  test("is 400 when it is not sent as CSV, and 404 for an unknown study", async () => {
    const json = await app.call("POST", "/api/studies/unga/responses", { rows: [] }, app.investigator);
    expect(json.status).toBe(400);
    const headers = { ...app.investigator, ...csv };
    const unknown = await app.call("POST", "/api/studies/annan/responses", `${HEAD}\n`, headers);
    expect([unknown.status, unknown.body["code"]]).toEqual([404, "study-not-found"]);
  });
});

test("answers read back from an export are the same answers, whatever they hold", async () => {
  const answers = {
    n_known_instead: "too_much_work",
    inclusion_note: '=1+1 "citat", två\nrader; slut',
    problem_freq: { housing: "most", school: "dont_know" },
    iv_avail: { case_management: "available", outreach: "missing" },
    lead_times: { assessment: { lt_low: 3, lt_high: 10 } },
    missing_reasons: { "iv_capacity.case_management": "cannot_state" },
  };
  const path = await app.answerPath("bup", "1492");
  const sent = await app.call("POST", `${path}/submit`, { answers });
  expect(sent.status, sent.text).toBe(201);
  const stored = (await app.call("GET", path)).body["answers"];
  const file = await exported();
  expect(file).toContain("\"'=1+1");

  const other = await startApplication();
  const headers = { ...other.investigator, ...csv };
  const imported = await other.call("POST", "/api/studies/unga/responses", file, headers);
  expect(imported.body, imported.text).toEqual({ responses: 1 });
  const there = await other.call("GET", await other.answerPath("bup", "1492"));
  expect(there.body).toMatchObject({ answers: stored, status: "submitted" });
  const again = await other.call("GET", "/api/studies/unga/responses.csv", undefined, other.investigator);
  expect(again.text).toBe(file);
  await other.stop();
});

test("an import over an answer that exists is a further revision, marked as imported", async () => {
  const path = await app.answerPath("soc-vbg", "1487");
  const first = await app.call("POST", `${path}/submit`, { answers: { n_known: 10 } });
  const { id } = first.body["receipt"] as { id: string };
  expect((await send(`${HEAD},n_known\r\n${row("soc-vbg", "1487", "12")}\r\n`)).body).toEqual({ responses: 1 });
  expect((await app.call("GET", path)).body).toMatchObject({ answers: { n_known: 12 }, revision: 2 });
  const detail = await app.call("GET", `/api/responses/${id}`, undefined, app.investigator);
  expect(detail.body["revisions"]).toMatchObject([
    { revision: 1, role: "respondent", kind: "submitted" },
    { revision: 2, role: "import", kind: "submitted", changed: ["n_known"] },
  ]);
  const kept = await app.call("GET", `/api/responses/${id}/revisions/1`, undefined, app.investigator);
  expect(kept.body).toMatchObject({ answers: { n_known: 10 } });
});

test("the answers as JSON hold what was saved", async () => {
  const { body } = await app.call("GET", "/api/studies/unga/responses.json", undefined, app.investigator);
  expect(body["study"]).toMatchObject({ id: "unga" });
  const responses = body["responses"] as { party: string; answers: unknown }[];
  expect(responses.find(({ party }) => party === "soc-vbg")).toMatchObject({ version: 1, answers: { n_known: 12 } });
});
