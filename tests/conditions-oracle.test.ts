import fc from "fast-check";
import { ConditionRunner } from "survey-core";
import { describe, expect, test } from "vitest";
import { compileCondition } from "../survey-definitions/conditions.ts";

type Values = Record<string, unknown>;

const ours = (text: string, answers: Values): boolean => {
  const condition = compileCondition(text);
  if ("refused" in condition) throw new Error(`${condition.refused} (${text})`);
  return condition.holds({ answers, values: {} });
};
const surveyCore = (text: string, answers: Values): boolean => new ConditionRunner(text).runValues(answers);

const code = fc.constantFrom("a", "b", "range", "dont_know", "A");
const literal = fc.oneof(
  code.map((text) => `'${text}'`),
  fc.integer({ min: -3, max: 5 }).map(String),
  fc.constantFrom("1.5", '"b"'),
);
const list = fc.array(literal, { minLength: 1, maxLength: 3 }).map((entries) => `[${entries.join(", ")}]`);
const name = fc.constantFrom("{x}", "{y}", "{grid.r1}", "{grid.r2}", "{cards.r1.c}", "{nowhere}");
const comparison = fc.oneof(
  fc.tuple(name, fc.constantFrom("empty", "notempty")).map((parts) => parts.join(" ")),
  fc.tuple(name, fc.constantFrom("=", "==", "<>", "!=", ">", "<", ">=", "<="), literal).map((parts) => parts.join(" ")),
  fc.tuple(name, fc.constantFrom("contains", "notcontains"), literal).map((parts) => parts.join(" ")),
  fc.tuple(name, fc.constantFrom("anyof", "noneof", "allof"), list).map((parts) => parts.join(" ")),
  fc.tuple(name, fc.constantFrom("=", "<>", ">="), name).map((parts) => parts.join(" ")),
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    comparison,
    fc
      .tuple(tie("expression"), fc.constantFrom("and", "or"), tie("expression"))
      .map(([left, operator, right]) => `${left} ${operator} ${right}`),
    tie("expression").map((inner) => `(${inner})`),
    tie("expression").map((inner) => `!(${inner})`),
  ),
}));

const value = fc.oneof(
  code,
  fc.constantFrom("", "1", " a ", "text med a i"),
  fc.integer({ min: -3, max: 5 }),
  fc.constantFrom(1.5, true, false),
  fc.array(code, { maxLength: 3 }),
);
const rows = fc.record({ r1: value, r2: value }, { requiredKeys: [] });
const answers = fc.record(
  { x: value, y: value, grid: rows, cards: fc.record({ r1: fc.record({ c: value }, { requiredKeys: [] }) }) },
  { requiredKeys: [] },
);

describe("conditions", () => {
  test("every condition that can be compiled holds exactly where survey-core's does", () => {
    fc.assert(
      fc.property(expression, answers, (text, given) => {
        expect(ours(text, given)).toBe(surveyCore(text, given));
      }),
      { numRuns: 6000 },
    );
  });
});
