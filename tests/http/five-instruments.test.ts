/** All five questionnaires through the command line as it is delivered: study file, CSV, report, and the file back. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildIfStale } from "../../build.ts";
import { allInstruments } from "./all-instruments.ts";

const BIN = join(import.meta.dirname, "../../server/behovskartan.js");
const folder = mkdtempSync(join(tmpdir(), "behovskartan-five-"));
const inFolder = (name: string) => join(folder, name);
const env = { PATH: process.env.PATH, HOME: folder, DATA_DIR: inFolder("data"), LOG_LEVEL: "warn", RATE_LIMIT: "off" };

const run = (...args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [BIN, ...args],
      { cwd: folder, env, maxBuffer: 64 << 20 },
      (_error, out, err) => resolve({ code: child.exitCode, out, err }),
    );
  });

const file = {
  ...allInstruments,
  budget: {
    from: "2026-01-01",
    to: "2026-12-31",
    full_time_equivalents: 1.5,
    lines: [{ label: "Samordnare", amount: 900_000, funder: "Samordningsförbundet" }],
  },
};

type Line = Readonly<Record<string, string>>;
const line = (instrument: string, party: string, municipality: string, cells: Line, respondent = ""): Line => ({
  instrument,
  version: "1",
  party,
  municipality,
  respondent,
  submitted_at: "2026-05-04",
  ...cells,
});
const staff = (effect: string, missing: string, secrecy: string, i: number) =>
  line(
    "staff",
    "bup",
    "1492",
    {
      "st_effect.case_management": effect,
      st_missing: missing,
      "st_barrier.secrecy": secrecy,
      "st_lt.assessment": "d31_60",
    },
    `s${i}`,
  );
const voice = (effect: string, missing: string, i: number) =>
  line(
    "voice",
    "",
    "1492",
    { "v_effect.case_management": effect, v_missing: missing, v_retold: "n2_3", v_role: "young" },
    `v${i}`,
  );

const lines: readonly Line[] = [
  line("party", "soc-amal", "1492", {
    n_known: "40",
    "n_overlap.bup": "12",
    "iv_avail.case_management": "available",
    iv_missing: "outreach|peer_support",
    "lt_low.assessment": "10",
    "lt_high.assessment": "30",
  }),
  line("party", "bup", "1492", { n_known: "25", "n_overlap.soc-amal": "12", iv_missing: "outreach" }),
  staff("5", "outreach", "5", 1),
  staff("4", "outreach|case_management", "5", 2),
  staff("2", "", "5", 3),
  staff("!dont_know", "", "1", 4),
  voice("1", "outreach|case_management", 1),
  voice("3", "outreach", 2),
  voice("5", "", 3),
  voice("!too_early", "peer_support", 4),
  voice("!dont_know", "outreach", 5),
  line("case", "soc-amal", "1492", {
    "stg_lead.pojken_1": "social_services",
    "stg_contacts_young.pojken_1": "social_services|primary_care",
    "stg_wait_days_low.pojken_1": "10",
    "stg_wait_days_high.pojken_1": "20",
    "stg_retell.pojken_1": "yes",
    "case_realism.pojken": "4",
  }),
  line("follow-up", "", "", {
    fu_period_start: "2026-01-01",
    fu_period_end: "2026-03-31",
    "fu_referred.soc-amal": "6",
    "fu_referred.bup": "4",
    fu_enrolled: "8",
    "fu_flow.referred_enrolled": "8",
    "fu_flow.enrolled_mapped": "6",
    "fu_profile.sex_women": "3",
    "fu_profile.sex_men": "5",
    "fu_budget.staff": "400000",
    "fu_cost.staff": "310000",
  }),
  line("follow-up", "", "", { fu_period_start: "2026-04-01", fu_period_end: "2026-06-30", fu_enrolled: "3" }),
];

function csvOf(rows: readonly Line[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
    .map((fields) => `${fields.join(",")}\n`)
    .join("");
}

type Row = Readonly<Record<string, unknown>>;
interface Section {
  readonly id: string;
  readonly status: string;
  readonly sentences: readonly string[];
  readonly tables: readonly { readonly id: string; readonly rows: readonly Row[] }[];
}
let sections: readonly Section[];
const rows = (section: string, table: string, where: Row): readonly Row[] =>
  sections
    .find(({ id }) => id === section)
    ?.tables.find(({ id }) => id === table)
    ?.rows.filter((row) => Object.entries(where).every(([key, value]) => row[key] === value)) ?? [];

beforeAll(async () => {
  await buildIfStale("server");
  writeFileSync(inFolder("study.json"), JSON.stringify(file));
  writeFileSync(inFolder("answers.csv"), csvOf(lines));
  expect(await run("study", "create", "study.json")).toMatchObject({ code: 0, out: "alla\n", err: "" });
  const imported = await run("import", "responses", "alla", "answers.csv");
  expect(imported).toMatchObject({ code: 0, out: `${lines.length} svar är inlästa.\n`, err: "" });
  const { code, out } = await run("report", "alla", "--format", "json");
  expect(code).toBe(0);
  ({ sections } = JSON.parse(out) as { sections: readonly Section[] });
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a study of all instruments has the shipped cases and its budget, and an assignment for every place", async () => {
  const { out } = await run("study", "show", "alla");
  const { study, coverage } = JSON.parse(out) as { study: Row; coverage: readonly Row[] };
  expect(study["cases"]).toMatchObject([{ id: "pojken", version: 1 }, { version: 1 }]);
  expect(study["budget"]).toEqual(file.budget);
  // soc-amal in one municipality, soc-vbg in the other, bup in both: four places for each of party, staff and case.
  const counts = Map.groupBy(coverage, ({ instrument }) => instrument);
  expect([...counts].map(([instrument, cells]) => [instrument, cells.length])).toEqual([
    ["party", 4],
    ["staff", 4],
    ["voice", 2],
    ["case", 4],
    ["follow-up", 1],
  ]);
});

test("every section of the report says something, or why it cannot", () => {
  expect(sections).toHaveLength(19);
  for (const { id, status, sentences } of sections) {
    expect([id, status]).toEqual([id, "ok"]);
    expect(sentences.length, id).toBeGreaterThan(0);
  }
});

describe("the report holds", () => {
  test.each<[string, string, string, Row, Row]>([
    [
      "four staff answers",
      "coverage",
      "cells",
      { instrument: "staff", party: "bup", municipality: "1492" },
      { responses: 4 },
    ],
    ["two periods", "coverage", "cells", { instrument: "follow-up" }, { status: "answered", responses: 2 }],
    // 40 + 25 − 12 = 53
    ["who is known, once each", "unduplicated", "bounds", { municipality: "1492" }, { lower: 53, upper: 53 }],
    // (1 + 1)/3 − 1/3 = 33,3 percentage points; the middle of 2, 4, 5
    [
      "what staff say helps",
      "interventions",
      "effect",
      { intervention: "case_management", group: "staff" },
      { n: 3, c2: 1, c4: 1, c5: 1, dont_know: 1, net: expect.closeTo(100 / 3, 9) as number, median: 4 },
    ],
    // 1/3 − 1/3; the middle of 1, 3, 5
    [
      "what the young say helped",
      "interventions",
      "effect",
      { intervention: "case_management", group: "voice" },
      { n: 3, c1: 1, c3: 1, c5: 1, dont_know: 1, too_early: 1, net: 0, median: 3 },
    ],
    // 3/4 − 1/4
    ["what hinders", "barriers", "barriers", { code: "secrecy", group: "staff" }, { n: 4, c1: 1, c5: 3, net: 50 }],
    ["what parties lack", "gaps", "missing", { intervention: "outreach" }, { parties_missing: 2, parties_answered: 2 }],
    // Four times (30, 60]
    [
      "how long staff see an assessment take",
      "lead-times",
      "by_step",
      { step: "assessment", group: "staff", party_kind: "all" },
      { n: 4, median_low: 30, median_high: 60 },
    ],
    // lt_low 10 and lt_high 30, both included: (9, 30]
    [
      "how long a party says it takes",
      "lead-times",
      "by_step",
      { step: "assessment", group: "party", party_kind: "all" },
      { n: 1, median_low: 9, median_high: 30 },
    ],
    [
      "a stage of a case",
      "case-journey",
      "stages",
      { case: "pojken", stage: 1, party: "soc-amal" },
      { lead: "social_services", wait_low: 10, wait_high: 20, retell: "yes" },
    ],
    // 6 + 4 referred, 8 of them enrolled, 6 of those mapped
    [
      "the flow in",
      "follow-up",
      "flow",
      { period: "p1", step: "referred" },
      { entered: 10, went_on: 8, share_on: 0.8 },
    ],
    [
      "the flow on",
      "follow-up",
      "flow",
      { period: "p1", step: "enrolled" },
      { entered: 8, went_on: 6, share_on: 0.75 },
    ],
    // 8 + 3
    ["all periods together", "follow-up", "measures", { period: "all", measure: "fu_enrolled" }, { value: 11 }],
    // 310 000/400 000
    [
      "the budget",
      "follow-up",
      "money",
      { period: "p1", line: "staff" },
      { budget: 400_000, cost: 310_000, used: 0.775 },
    ],
    // 3/(3 + 5)
    ["who takes part", "follow-up", "profile", { period: "p1", background: "sex_women" }, { n: 3, share: 0.375 }],
  ])("%s", (_what, section, table, where, expected) => {
    expect(rows(section, table, where)).toMatchObject([expected]);
  });
});

test("what is exported is read back to the same file", async () => {
  const first = await run("export", "responses", "alla", "--format", "csv", "--out", "out.csv");
  expect(first.code).toBe(0);
  const { out: csv } = await run("export", "responses", "alla", "--format", "csv");
  const elsewhere = ["--data", inFolder("elsewhere")];
  expect((await run(...elsewhere, "study", "create", "study.json")).code).toBe(0);
  expect((await run(...elsewhere, "import", "responses", "alla", "out.csv")).err).toBe("");
  expect((await run(...elsewhere, "export", "responses", "alla", "--format", "csv")).out).toBe(csv);
});

describe("an import that is refused names row and column", () => {
  test.each<[string, Line, string]>([
    ["a voice with a party", line("voice", "bup", "1492", { v_hope: "3" }), "Rad 2, kolumnen ”party”"],
    ["a voice without a place", line("voice", "", "", { v_hope: "3" }), "Rad 2, kolumnen ”municipality”"],
    ["a follow-up with a place", line("follow-up", "", "1492", { fu_enrolled: "3" }), "Rad 2, kolumnen ”municipality”"],
    ["a code that is not offered", line("voice", "", "1492", { v_retold: "ofta" }), "Rad 2, kolumnen ”v_retold”"],
    [
      "a wrong code in a list",
      line("voice", "", "1492", { v_missing: "outreach|simning" }),
      "Rad 2, kolumnen ”v_missing”",
    ],
    [
      "a half person",
      line("follow-up", "", "", { "fu_flow.referred_exit": "2.5" }),
      "kolumnen ”fu_flow.referred_exit”",
    ],
    [
      "a stage that the case lacks",
      line("case", "bup", "1492", { "stg_lead.pojken_99": "joint" }),
      "kolumnen ”stg_lead.pojken_99”",
    ],
  ])("%s", async (_what, wrong, message) => {
    writeFileSync(inFolder("wrong.csv"), csvOf([wrong]));
    const { code, out, err } = await run("import", "responses", "alla", "wrong.csv");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(message);
  });

  test("the same period twice", async () => {
    const period = line("follow-up", "", "", { fu_period_start: "2026-07-01", fu_period_end: "2026-09-30" });
    writeFileSync(inFolder("twice.csv"), csvOf([period, period]));
    const { code, err } = await run("import", "responses", "alla", "twice.csv");
    expect(code).toBe(1);
    expect(err).toContain("Rad 3: raden gäller samma svar som rad 2.");
  });
});

describe("link", () => {
  test.each<[readonly string[], number, string]>([
    [["--instrument", "voice", "--municipality", "1492", "--max-answers", "30", "--until", "2099-12-31"], 0, "/svara/"],
    [["--instrument", "follow-up"], 0, "/svara/"],
    [["--instrument", "voice", "--party", "bup"], 1, "utan part"],
    [["--instrument", "voice"], 1, "Ange vilken"],
    [["--instrument", "staff", "--municipality", "1492"], 1, "besvaras av en part"],
    [["--instrument", "follow-up", "--until", "2020-01-01"], 1, "har redan varit"],
    [["--instrument", "follow-up", "--until", "2026-02-30"], 2, "--until ska vara en dag"],
    [["--instrument", "follow-up", "--max-answers", "noll"], 2, "--max-answers ska vara"],
    [["--view", "--max-answers", "3"], 2, "--view tar inga"],
  ])("%j", async (args, code, message) => {
    const answered = await run("link", "alla", ...args);
    expect(answered.code).toBe(code);
    expect(code === 0 ? answered.out : answered.err).toContain(message);
  });
});
