/**
 * A fielded definition compiled once: which questions are visible, and what is wrong with an answer.
 *
 * survey-core is no gate (it takes "abc" for a number, unknown rows and unknown keys) and slow to start; it is the oracle
 * of the visible questions in tests/validator-oracle.test.ts.
 */
import { compileChecks } from "./answer-checks.ts";
import { compileCondition, type Condition, type Scope } from "./conditions.ts";
import { questionsOf, takesAnswer, type Json, type QuestionElement } from "./definition-tree.ts";
import type { Variable } from "./dictionary.ts";
import type { Problem } from "./problem.ts";
import type { Answers } from "./wire.ts";

/** What the page sets beside the answers. */
export interface PlaceValues {
  readonly party_id?: string;
  readonly party_name?: string;
  readonly municipality_name?: string;
}

export interface CompiledDefinition {
  /** Names of the questions that take an answer and are visible, in the order of the pages. */
  shown(answers: Answers, values?: PlaceValues): readonly string[];
  /**
   * Everything that is wrong with the answers, in their order; empty when they can be accepted. Hidden questions are
   * judged as well. With `party_id`, rows about that party itself are unknown.
   */
  validate(answers: Answers, values?: PlaceValues): readonly Problem[];
}

/**
 * @param definition as from `resolveDefinition`
 * @param variables as from `expandDictionary`, with every party of the municipality
 * @throws {RangeError} for a condition that `compileCondition` refuses, and for what this validator does not do: answers
 *   that are required, triggers and calculated values
 */
export function compileDefinition(definition: object, variables: readonly Variable[]): CompiledDefinition {
  for (const unsupported of ["triggers", "calculatedValues"]) {
    if (unsupported in definition) throw new RangeError(`invalid definition; ${unsupported} are not supported`);
  }
  const conditions = new Map<string, Condition>();
  const questions = questionsOf(definition as Json)
    .filter(takesAnswer)
    .map(compileQuestion);
  const validate = compileChecks(variables);
  return {
    shown(answers, values = {}) {
      const scope: Scope = { answers, values: values as Record<string, unknown> };
      const known = new Map<Condition, boolean>();
      const holds = (condition: Condition): boolean => {
        const before = known.get(condition);
        if (before !== undefined) return before;
        const now = condition.holds(scope);
        known.set(condition, now);
        return now;
      };
      return questions.filter(({ conditions }) => conditions.every(holds)).map(({ name }) => name);
    },
    validate: (answers, values = {}) => validate(answers, values.party_id),
  };

  function compileQuestion(question: QuestionElement): { name: string; conditions: readonly Condition[] } {
    const { element, name, visible } = question;
    if (element["isRequired"] === true || "requiredIf" in element)
      throw new RangeError(`invalid definition; no answer may be required: ${name}`);
    if (!visible) return { name, conditions: [NEVER] };
    return { name, conditions: question.conditions.map((text) => compiledOnce(text, name)) };
  }

  /** Many questions share a condition: one object for each, so that it is judged once an answer. */
  function compiledOnce(text: string, question: string): Condition {
    const condition = conditions.get(text) ?? compiled(text, question);
    conditions.set(text, condition);
    return condition;
  }
}

const NEVER: Condition = { names: [], holds: () => false };

function compiled(text: string, question: string): Condition {
  const condition = compileCondition(text);
  if ("refused" in condition)
    throw new RangeError(`invalid condition of ${question}; ${condition.refused} Whole condition: ${text}`);
  return condition;
}
