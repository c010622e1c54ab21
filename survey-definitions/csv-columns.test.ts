import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Variable } from "./dictionary.ts";
import { answersFromCells, cellText, columnsOf } from "./csv-columns.ts";
import { readAnswers } from "./read-answers.ts";
import { answersOf } from "../tests/fixtures/arbitrary-answers.ts";
import { compiled, variables } from "../tests/fixtures/fielded-party.ts";

const fromCells = (cells: Record<string, string>) => answersFromCells(variables, new Map(Object.entries(cells)));

/** One response as the cells of a file. */
function toCells(answers: Record<string, unknown>): ReadonlyMap<string, string> {
  const { row } = readAnswers(variables, answers, new Set(compiled.shown(answers)));
  return new Map(
    variables.map((variable: Variable) => [
      variable.name,
      cellText(variable, row.get(variable.name) ?? { missing: "not_asked" }),
    ]),
  );
}

describe("one response as a row of a file", () => {
  test("comes back as the same answers, whatever was answered", () => {
    fc.assert(
      fc.property(answersOf(variables), (answers) => {
        expect(answersFromCells(variables, toCells(answers))).toEqual({ answers, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  test("comes back to the same cells when reasons are kept by column name", () => {
    const answers = { missing_reasons: { "iv_capacity.outreach": "cannot_state", "iv_effect.outreach": "too_early" } };
    const { answers: again } = answersFromCells(variables, toCells(answers));
    expect(again).toEqual({
      missing_reasons: { "iv_capacity.outreach": "cannot_state" },
      iv_details: { outreach: { iv_effect: "too_early" } },
    });
    expect(toCells(again).get("iv_effect.outreach")).toBe("!too_early");
  });

  test("has one column a variable, in the order of the dictionary", () => {
    expect(columnsOf(variables).slice(0, 3)).toEqual(variables.slice(0, 3).map(({ name }) => name));
    expect(columnsOf(variables)).toContain("iv_avail.case_management");
  });
});

describe("cellText", () => {
  test.each([
    ["number", { value: 12.5 }, "12.5"],
    ["multiple", { value: ["age", "queue"] }, "age|queue"],
    ["ranking", { value: ["work", "npf"] }, "work>npf"],
    ["single", { missing: "dont_know" }, "!dont_know"],
    ["single", { missing: "not_asked" }, "!not_asked"],
    ["single", { missing: "not_answered" }, ""],
    ["text", { value: "=1+1" }, "'=1+1"],
    ["text", { value: "-5 grader" }, "'-5 grader"],
    ["text", { value: "'=1" }, "''=1"],
    ["text", { value: "!dont_know" }, "!!dont_know"],
    ["text", { value: "xdont_know" }, "xdont_know"],
    ["text", { value: "!viktigt" }, "!viktigt"],
  ] as const)("writes a %s %j as “%s”", (kind, cell, text) => {
    expect(cellText({ kind }, cell)).toBe(text);
  });
});

describe("answersFromCells", () => {
  test("reads numbers and codes as spreadsheets write them", () => {
    expect(
      fromCells({
        n_known: " 12.0 ",
        n_caseload_age: "1\u00A0234",
        "n_overlap.primary_care": "12,0",
        "iv_effect.outreach": "3.0",
        "lt_low.assessment": "5",
        trend_3y: " unchanged",
        iv_missing: "outreach | cbt_treatment",
        iv_wanted_rank: "outreach > cbt_treatment",
        open_comment: "",
      }),
    ).toEqual({
      answers: {
        n_known: 12,
        n_caseload_age: 1234,
        n_overlap: { "p-primary-care": 12 },
        iv_details: { outreach: { iv_effect: 3 } },
        lead_times: { assessment: { lt_low: 5 } },
        trend_3y: "unchanged",
        iv_missing: ["outreach", "cbt_treatment"],
        iv_wanted_rank: ["outreach", "cbt_treatment"],
      },
      problems: [],
    });
  });

  test.each([
    ["n_known", "ca 40", "not-a-number"],
    ["n_known", "12,5", "not-whole"],
    ["n_known", "!vet_ej", "unknown-code"],
    ["trend_3y", "ökat", "unknown-code"],
    ["iv_missing", "outreach;yoga", "unknown-code"],
    ["problem_top3", "work>npf>crime>school", "too-many-codes"],
    ["ref_date", "2026-02-30", "not-a-date"],
    ["yoga", "1", "unknown-variable"],
    ["n_known", "811218-9876", "identity-number"],
  ])("tells what is wrong with %s = “%s” and leaves it out", (column, text, code) => {
    const { answers, problems } = fromCells({ [column]: text });
    expect(answers).toEqual({});
    expect(problems).toMatchObject([{ variable: column, code }]);
    expect(JSON.stringify(problems)).not.toContain("9876");
  });

  test("makes a reason the choice that stands for it, else keeps it by column name", () => {
    expect(fromCells({ joint_resp_need: "!dont_know", n_known: "!cannot_state", n_early_signs: "!not_asked" })).toEqual(
      {
        answers: { joint_resp_need: "dont_know", missing_reasons: { n_known: "cannot_state" } },
        problems: [],
      },
    );
    expect(fromCells({ n_known: "!cannot_state", n_known_instead: "secrecy" }).answers).toEqual({
      n_known_instead: "secrecy",
    });
  });
});
