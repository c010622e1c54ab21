import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valueAt } from "./answer-paths.ts";
import { arrangeAnswers, findVariable } from "./arrange.ts";
import { answersOf } from "../tests/fixtures/arbitrary-answers.ts";
import { variables } from "../tests/fixtures/fielded-party.ts";

const arrange = (answers: Record<string, unknown>) => arrangeAnswers(variables, answers);

describe("arrangeAnswers", () => {
  test("brings families, columns and layout to the same answers", () => {
    const layout = { n_known: 4, lead_times: { assessment: { lt_low: 5, lt_high: 9 }, exit: { lt_low: 1 } } };
    expect(arrange({ n_known: 4, lt_low: { assessment: 5, exit: 1 }, lt_high: { assessment: 9 } })).toEqual(layout);
    expect(arrange({ n_known: 4, "lt_low.assessment": 5, "lt_high.assessment": 9, "lt_low.exit": 1 })).toEqual(layout);
    expect(arrange(layout)).toEqual(layout);
  });

  test("takes the kind of a party for the party that is alone of its kind", () => {
    const layout = { n_overlap: { "p-primary-care": 3 }, coop_freq: { "p-police-sspf": "month" } };
    expect(arrange({ n_overlap: { primary_care: 3 }, coop_freq: { police_sspf: "month" } })).toMatchObject({
      coop_freq: { "p-police-sspf": "month" },
    });
    expect(arrange({ "n_overlap.primary_care": 3, "coop_freq.police_sspf": "month" })).toEqual(arrange(layout));
    expect(findVariable(variables, "n_overlap.primary_care")?.name).toBe("n_overlap.p-primary-care");
    expect(findVariable(variables, "iv_avail.primary_care")).toBeUndefined();
  });

  test("leaves what has no place, for the validator to refuse", () => {
    expect(arrange({ lt_low: { assessment: 5, nowhere: 3 }, foo: 1, "foo.bar": 2 })).toEqual({
      lead_times: { assessment: { lt_low: 5 } },
      lt_low: { nowhere: 3 },
      foo: 1,
      "foo.bar": 2,
    });
  });

  test("does not choose between two values for the same question", () => {
    const answers = { lt_low: { assessment: 5 }, lead_times: { assessment: { lt_low: 6 } } };
    expect(arrange(answers)).toEqual(answers);
    expect(arrange({ lt_low: { assessment: 6 }, lead_times: answers.lead_times })).toEqual({
      lead_times: answers.lead_times,
    });
  });

  test("takes control characters out of all texts and leaves what it was given as it was", () => {
    const answers = { inclusion_note: "a\u0007b", lt_low: { assessment: 5 } };
    const before = structuredClone(answers);
    expect(arrange(answers)["inclusion_note"]).toBe("ab");
    expect(answers).toEqual(before);
  });

  test("writes a step of a scale as the number that the questionnaire writes, and no other code", () => {
    expect(arrange({ arena_need: "4", iv_effect: { outreach: "1" }, resp_area: ["1492"], open_comment: "5" })).toEqual({
      arena_need: 4,
      iv_details: { outreach: { iv_effect: 1 } },
      resp_area: ["1492"],
      open_comment: "5",
    });
  });

  test("survives names that every object has", () => {
    const answers = JSON.parse('{"__proto__": {"n_known": 1}, "constructor": {"x": 1}}') as Record<string, unknown>;
    const arranged = arrange(answers);
    expect(arranged["n_known"]).toBeUndefined();
    expect(Object.keys(arranged)).toEqual(["__proto__", "constructor"]);
  });

  test("finds every stated value again where its variable lies, however it was sent", () => {
    fc.assert(
      fc.property(answersOf(variables), (answers) => {
        const flat: Record<string, unknown> = {};
        for (const { name, path } of variables) {
          const value = valueAt(answers, path);
          if (value !== undefined) flat[name] = value;
        }
        expect(arrange(flat)).toEqual(answers);
        expect(arrange(answers)).toEqual(answers);
      }),
    );
  });
});
