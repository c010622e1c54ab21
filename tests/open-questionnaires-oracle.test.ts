/** survey-core as the oracle of our own validator, for the questionnaires that many people answer on one link. */
import fc from "fast-check";
import { Model, QuestionMatrixDropdownModel, QuestionMatrixModel, type Question } from "survey-core";
import { describe, expect, test } from "vitest";
import { compileDefinition } from "../survey-definitions/compile-definition.ts";
import type { Variable } from "../survey-definitions/dictionary.ts";
import { answersFromCells, cellText } from "../survey-definitions/csv-columns.ts";
import { expandDictionary } from "../survey-definitions/expand.ts";
import { definitionOf } from "../survey-definitions/instruments.ts";
import { readAnswers } from "../survey-definitions/read-answers.ts";
import { resolveDefinition } from "../survey-definitions/resolve.ts";
import { answersOf } from "./fixtures/arbitrary-answers.ts";
import { ownParty, place } from "./fixtures/fielded-party.ts";
import { questionnaireOf } from "./fixtures/questionnaire.ts";

describe.each([
  ["staff", ownParty],
  ["staff", ""],
  ["voice", ""],
] as const)("the compiled questionnaire %s of party “%s” and survey-core", (instrument, party) => {
  const definition = resolveDefinition(questionnaireOf(instrument).survey, place);
  const dictionary = definitionOf(instrument, 1)?.dictionary ?? {};
  const variables = expandDictionary(dictionary, { ...place, party: party === "" ? undefined : party });
  const compiled = compileDefinition(definition, variables);
  const values = party === "" ? {} : { party_id: party };
  const oracle = new Model(definition);
  oracle.setVariable("party_id", party);

  /** Loads answers into the model; what it keeps is what the page would send. */
  function load(answers: Record<string, unknown>): Record<string, unknown> {
    oracle.data = structuredClone(answers);
    return oracle.data as Record<string, unknown>;
  }

  const visible = (): readonly Question[] =>
    oracle.visiblePages.flatMap((page) => page.questions.filter((question) => question.isVisible));

  test("show the same questions for every set of answers that the page can hold", () => {
    fc.assert(
      fc.property(answersOf(variables), (answers) => {
        const kept = load(answers);
        expect(compiled.shown(kept, values)).toEqual(visible().map(({ name }) => name));
      }),
      { numRuns: 40 },
    );
  });

  test("find nothing wrong with what the page can hold", () => {
    fc.assert(
      fc.property(answersOf(variables), (answers) => {
        const kept = load(answers);
        const problems = compiled.validate(kept, values).filter(({ code }) => code !== "identity-number");
        expect(problems).toEqual([]);
        expect(oracle.validate(false)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test("ask about the same rows and cells: what is hidden on the page reads as not asked", () => {
    const deciding = variables.filter(({ base }) => /^(st_knows_iv|st_lt|v_had|v_role|v_wait_support)$/.test(base));
    const others = variables.filter((variable) => !deciding.includes(variable));
    fc.assert(
      fc.property(answersOf(deciding), (answers) => {
        const kept = load(answers);
        const { row } = readAnswers(variables, kept, new Set(compiled.shown(kept, values)));
        const asked = others.filter(({ name }) => row.get(name)?.missing === "not_answered");
        expect(asked.map(({ name }) => name)).toEqual(others.filter(isOnPage).map(({ name }) => name));
      }),
      { numRuns: 25 },
    );
  });

  test("come back from a file with one row a response to the same cells", () => {
    const questions = new Set(variables.map(({ path }) => path[0] ?? ""));
    const rowOf = (answers: Record<string, unknown>) => readAnswers(variables, answers, questions).row;
    fc.assert(
      fc.property(answersOf(variables), (answers) => {
        const row = rowOf(answers);
        const cells = variables.map((v) => [v.name, cellText(v, row.get(v.name) ?? { missing: "not_asked" })] as const);
        const back = answersFromCells(variables, new Map(cells));
        expect(back.problems).toEqual([]);
        expect(rowOf(back.answers)).toEqual(row);
      }),
      { numRuns: 25 },
    );
  });

  /** Whether the cell of a column can be seen on the page. */
  function isOnPage({ path: [name = "", row, column] }: Variable): boolean {
    const question = visible().find((candidate) => candidate.name === name);
    if (question instanceof QuestionMatrixDropdownModel) {
      const cells = question.visibleRows.find(({ rowName }) => rowName === row)?.cells;
      return cells?.some((cell) => cell.column.name === column && cell.question.isVisible) ?? false;
    }
    if (question instanceof QuestionMatrixModel) return question.visibleRows.some(({ name: shown }) => shown === row);
    return question !== undefined;
  }
});
