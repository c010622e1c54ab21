import { expect, test } from "vitest";
import { DEFINITIONS } from "../survey-definitions/instruments.ts";
import type { VariableSpec } from "../survey-definitions/dictionary.ts";
import { QUESTIONS } from "../survey-definitions/questions.ts";
import { sections } from "../reports/sections/index.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { exampleReport } from "./fixtures/example-report.ts";
import { findFeeds, questionsPage, tablesFor, variablesFor } from "./fixtures/question-table.ts";

const { data } = await exampleReport();
const feeds = findFeeds(data, await loadSolver());

const variables = DEFINITIONS.flatMap(({ dictionary }) => Object.entries<VariableSpec>(dictionary));

/** How many questions each of the five assignments asks: 142 in all. */
const NUMBERS = { S0: 24, S1: 48, S2: 17, S3: 24, S4: 29 };

test("no question is missing, and each has words of its own", () => {
  const ids = Object.entries(NUMBERS).flatMap(([of, n]) => Array.from({ length: n }, (_, i) => `${of}.${i + 1}`));
  expect(QUESTIONS.map(({ id }) => id)).toEqual(ids);
  expect(ids).toHaveLength(142);
  for (const { text } of QUESTIONS) expect(text).toMatch(/^[A-ZÅÄÖ].{8,70}\?$/);
});

test("every dictionary names questions that exist", () => {
  const known = new Set(QUESTIONS.map(({ id }) => id));
  expect(variables.filter(([, { answers }]) => answers.some((id) => !known.has(id))).map(([name]) => name)).toEqual([]);
});

test("every question is answered by a table of the example's report that changes without what answers it", () => {
  const open = QUESTIONS.filter(({ id, from = [] }) => tablesFor(id, from, feeds).length === 0);
  expect(open.map(({ id }) => id)).toEqual([]);
});

test("every question has a variable or something in the study that answers it", () => {
  const open = QUESTIONS.filter(({ id, from = [] }) => variablesFor(id).length + from.length === 0);
  expect(open.map(({ id }) => id)).toEqual([]);
});

/** Variables that no section reads, with the reason. */
const UNREAD: Readonly<Record<string, string>> = {
  resp_party: "the assignment says which party answers",
  resp_role: "tells about the one who answers, and never reaches a report",
  case_roles: "tells about those who answer, and never reaches a report",
};

test("every variable of every questionnaire is read by a section, or it is said why not", () => {
  const read = new Set(sections.flatMap(({ reads }) => reads));
  const unread = variables.map(([name]) => name).filter((name) => !read.has(name));
  expect(unread).toEqual(Object.keys(UNREAD));
});

/**
 * Variables that change no table of the example although a section reads them: nobody has answered them, since the link
 * or another question has said it.
 */
const NOT_IN_EXAMPLE = ["resp_area", "st_party", "st_area", "fu_status_12m"];
const OPTIONAL = /_instead$|_low$|_high$|_source$|_precision$/;

test("every variable that somebody has answered in the example feeds a table", () => {
  const silent = variables
    .map(([name]) => name)
    .filter((name) => !(name in UNREAD) && !OPTIONAL.test(name) && feeds.ofVariable(name).length === 0);
  expect(silent).toEqual(NOT_IN_EXAMPLE);
});

test("docs/questions.md is what the program makes of it", async () => {
  await expect(questionsPage(feeds)).toMatchFileSnapshot("../docs/questions.md");
});
