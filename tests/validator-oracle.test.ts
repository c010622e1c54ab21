/** survey-core 3.0.0 as the oracle of our own validator: it is what the answering page runs. */
import fc from "fast-check";
import {
  Model,
  QuestionMatrixDropdownModel,
  QuestionMatrixModel,
  QuestionMultipleTextModel,
  type Question,
} from "survey-core";
import { describe, expect, test } from "vitest";
import { expandDictionary } from "../survey-definitions/expand.ts";
import { variables as dictionary } from "../survey-definitions/party/v1/variables.ts";
import { readAnswers } from "../survey-definitions/read-answers.ts";
import { withoutParty } from "../survey-definitions/resolve.ts";
import { answersOf } from "./fixtures/arbitrary-answers.ts";
import { compiled, definition, ownParty, place } from "./fixtures/fielded-party.ts";

const values = { party_id: ownParty };
const variables = expandDictionary(dictionary, { ...place, party: ownParty });
const oracle = new Model(withoutParty(definition, ownParty));
oracle.setVariable("party_id", ownParty);

/** Loads answers into the model; what it keeps is what the page would send. */
function load(answers: Record<string, unknown>): Record<string, unknown> {
  oracle.data = structuredClone(answers);
  return oracle.data as Record<string, unknown>;
}

const visibleQuestions = (): readonly Question[] => oracle.getAllQuestions(true).filter(({ hasInput }) => hasInput);

/** The checks that survey-core does not make: numbers that must agree with other questions, and identity numbers. */
const OURS_ALONE = new Set(["sum-mismatch", "outside-range", "low-above-high", "identity-number"]);

describe("the compiled questionnaire and survey-core", () => {
  test("show the same questions for every set of answers that the page can hold", () => {
    fc.assert(
      fc.property(answersOf(variables), (answers) => {
        const kept = load(answers);
        expect(compiled.shown(kept, values)).toEqual(visibleQuestions().map(({ name }) => name));
      }),
      { numRuns: 40 },
    );
  });

  test("agree that answers are valid, but for what only our validator compares", () => {
    fc.assert(
      fc.property(answersOf(variables), (answers) => {
        const kept = load(answers);
        const problems = compiled.validate(kept, values).filter(({ code }) => !OURS_ALONE.has(code));
        expect(problems).toEqual([]);
        if (!oracle.validate(false)) expect(compiled.validate(kept, values)).not.toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("ask about the same rows and cells: what is hidden on the page reads as not asked", () => {
    const deciding = variables.filter(({ base }) => /^(iv_avail|coop_freq|n_overlap|lt_typical)$/.test(base));
    const repeated = variables.filter(({ path, base }) => path.length > 1 && !deciding.some((v) => v.base === base));
    fc.assert(
      fc.property(answersOf(deciding), (answers) => {
        const kept = load(answers);
        const { row } = readAnswers(variables, kept, new Set(compiled.shown(kept, values)));
        for (const { name, path } of repeated) {
          const asked = row.get(name)?.missing === "not_answered";
          expect([name, asked]).toEqual([name, isOnPage(path)]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

/** Whether the cell at a path of the layout can be seen on the page. */
function isOnPage([name = "", row, column]: readonly string[]): boolean {
  const question = oracle.getQuestionByName(name);
  if (!question.isVisible) return false;
  if (question instanceof QuestionMatrixDropdownModel) {
    const cells = question.visibleRows.find(({ rowName }) => rowName === row)?.cells;
    return cells?.some((cell) => cell.column.name === column && cell.question.isVisible) ?? false;
  }
  if (question instanceof QuestionMatrixModel) return question.visibleRows.some(({ name: shown }) => shown === row);
  return question instanceof QuestionMultipleTextModel && question.items.some((item) => item.name === row);
}

describe("survey-core accepts, and our validator refuses,", () => {
  const refusals: readonly [string, Record<string, unknown>, string, string][] = [
    ["a text in a number question", { n_known: "abc" }, "n_known", "not-a-number"],
    ["a question that does not exist", { no_such_question: 1 }, "no_such_question", "unknown-variable"],
    [
      "a matrix row that does not exist",
      { iv_avail: { no_such_row: "available" } },
      "iv_avail.no_such_row",
      "unknown-variable",
    ],
    [
      "parts that are more than the whole",
      { n_known: 10, n_known_by_k: { only_us: 9, one_more: 9, two_or_more: 9 } },
      "n_known_by_k",
      "sum-mismatch",
    ],
    ["an identity number in a text", { inclusion_note: "811218-9876" }, "inclusion_note", "identity-number"],
  ];
  test.each(refusals)("%s", (_, answers, variable, code) => {
    load(answers);
    expect(oracle.validate(false)).toBe(true);
    expect(compiled.validate(answers, values)).toMatchObject([{ variable, code }]);
  });
});
