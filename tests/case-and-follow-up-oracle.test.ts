/** survey-core as the oracle of our own validator, for the questionnaire about cases and the follow-up. */
import fc from "fast-check";
import { Model, QuestionMatrixDropdownModel, type Question } from "survey-core";
import { describe, expect, test } from "vitest";
import { arrangeAnswers } from "../survey-definitions/arrange.ts";
import { answersFromCells, cellText } from "../survey-definitions/csv-columns.ts";
import { readAnswers } from "../survey-definitions/read-answers.ts";
import { ownParty } from "./fixtures/fielded-party.ts";
import { answersOf } from "./fixtures/arbitrary-answers.ts";
import { fielded } from "./fixtures/fielded-cases.ts";
import { registerIds } from "./fixtures/survey-ids.ts";

/** The checks that survey-core does not make: numbers that must agree with other questions. */
const OURS_ALONE = new Set(["sum-mismatch", "outside-range", "low-above-high", "identity-number"]);

describe.each([
  ["case", ownParty],
  ["follow-up", ""],
] as const)("the compiled questionnaire %s and survey-core", (instrument, party) => {
  const { definition, variables, compiled } = fielded(instrument);
  const values = party === "" ? {} : { party_id: party };
  registerIds();
  const oracle = new Model(definition);
  oracle.setVariable("party_id", party);

  /** Loads answers into the model; what it keeps is what the page would send. */
  function load(answers: Record<string, unknown>): Record<string, unknown> {
    oracle.data = structuredClone(answers);
    return oracle.data as Record<string, unknown>;
  }
  const visible = (): readonly Question[] =>
    oracle.visiblePages.flatMap((page) => page.questions.filter(({ isVisible, hasInput }) => isVisible && hasInput));

  test("load without a complaint", () => {
    expect(oracle.jsonErrors ?? []).toEqual([]);
  });

  test("keep every answer under the name that it was given", () => {
    fc.assert(
      fc.property(answersOf(variables), (answers) => {
        expect(load(answers)).toEqual(answers);
      }),
      { numRuns: 15 },
    );
  });

  test("show the same questions for every set of answers that the page can hold", () => {
    fc.assert(
      fc.property(answersOf(variables), (answers) => {
        const kept = load(answers);
        expect(compiled.shown(kept, values)).toEqual(visible().map(({ name }) => name));
      }),
      { numRuns: 20 },
    );
  });

  test("agree that answers are valid, but for what only our validator compares", () => {
    fc.assert(
      fc.property(answersOf(variables), (answers) => {
        const kept = load(answers);
        const problems = compiled.validate(kept, values);
        expect(problems.filter(({ code }) => !OURS_ALONE.has(code))).toEqual([]);
        if (!oracle.validate(false)) expect(problems).not.toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test("read the same answer from columns, from families and from a file with one row a response", () => {
    const questions = new Set(variables.map(({ path }) => path[0] ?? ""));
    const rowOf = (answers: Record<string, unknown>) => readAnswers(variables, answers, questions).row;
    fc.assert(
      fc.property(answersOf(variables), (answers) => {
        const row = rowOf(answers);
        const cells = variables.map((v) => [v.name, cellText(v, row.get(v.name) ?? { missing: "not_asked" })] as const);
        const back = answersFromCells(variables, new Map(cells));
        expect(back.problems).toEqual([]);
        expect(rowOf(back.answers)).toEqual(row);
        const families: Record<string, Record<string, unknown>> = {};
        for (const { name, base, row: code } of variables) {
          const cell = row.get(name);
          if (code !== undefined && cell?.value !== undefined)
            families[base] = { ...families[base], [code]: cell.value };
        }
        const arranged = rowOf(arrangeAnswers(variables, families));
        for (const { name, row: code } of variables) {
          const cell = row.get(name);
          if (code !== undefined && cell?.value !== undefined) expect(arranged.get(name)).toEqual(cell);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("ask for the state and date of an improvement once it is named", () => {
    if (instrument !== "follow-up") return;
    load({ fu_improvements: { "1": { fu_improvement: "Kortare väg in" } } });
    const question = oracle.getQuestionByName("fu_improvements");
    if (!(question instanceof QuestionMatrixDropdownModel)) throw new Error("no cards");
    expect(question.visibleRows.map(({ rowName }) => String(rowName))).toEqual(["1", "2"]);
    expect(question.visibleRows.map(({ cells }) => cells.map((cell) => cell.question.isVisible))).toEqual([
      [true, true, true],
      [true, false, false],
    ]);
  });
});
