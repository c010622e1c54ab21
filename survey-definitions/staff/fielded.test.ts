import { SurveyModel } from "survey-core";
import { describe, expect, test } from "vitest";
import { expandDictionary } from "../expand.ts";
import { readAnswers } from "../read-answers.ts";
import { resolveDefinition } from "../resolve.ts";
import { registerIds } from "../../tests/fixtures/survey-ids.ts";
import { PLACE } from "../../tests/fixtures/party-questionnaire.ts";
import { questionnaireOf } from "../../tests/fixtures/questionnaire.ts";
import { variables } from "./v1/variables.ts";

registerIds();
const fielded = resolveDefinition(questionnaireOf("staff").survey, PLACE);
const load = (party = "bup"): SurveyModel => {
  const model = new SurveyModel(fielded);
  model.setVariable("party_id", party);
  return model;
};
const shown = (model: SurveyModel): readonly string[] => model.getAllQuestions(true).map(({ name }) => name);
const rowsOf = (model: SurveyModel, name: string) =>
  (model.getQuestionByName(name) as unknown as { visibleRows: { name: string }[] }).visibleRows.map((row) => row.name);

describe("the fielded staff questionnaire in SurveyJS", () => {
  test("it loads without a complaint, and no placeholder is left", () => {
    expect(load().jsonErrors ?? []).toEqual([]);
    expect(JSON.stringify(fielded)).not.toMatch(/\{study\.|\{code\}|From":|Template":|visibleIfAny/);
  });

  test("the link says where somebody works: then nobody is asked", () => {
    expect(shown(load())).not.toContain("st_party");
    expect(shown(load())).not.toContain("st_area");
    expect(shown(load(""))).toEqual(expect.arrayContaining(["st_party", "st_area"]));
  });

  test("only support that somebody knows is judged", () => {
    const model = load();
    expect(shown(model)).not.toContain("st_effect");
    model.setValue("st_knows_iv", ["peer_support"]);
    expect(shown(model)).toContain("st_effect");
    expect(rowsOf(model, "st_effect")).toEqual(["peer_support"]);
  });

  test("whether a wait is reasonable is asked once it is told, also when nobody knows how long it is", () => {
    const model = load();
    model.data = {
      st_lead_times: {
        assessment: { st_lt: "d8_14" },
        decision: { st_lt: "dont_know" },
        exit: { st_lt: "not_applicable" },
      },
    };
    const question = model.getQuestionByName("st_lead_times") as unknown as {
      visibleRows: { rowName: string; cells: { column: { name: string }; question: { isVisible: boolean } }[] }[];
    };
    const asked = question.visibleRows
      .filter(({ cells }) => cells.some((cell) => cell.column.name === "st_lt_ok" && cell.question.isVisible))
      .map(({ rowName }) => rowName);
    expect(asked).toEqual(["assessment", "decision"]);
  });
});

describe("answers of staff", () => {
  const columns = expandDictionary(variables, { ...PLACE, party: "bup" });

  test("have a column for every intervention, step and barrier", () => {
    expect(columns.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["st_effect.outreach", "st_lt.assessment", "st_lt_ok.assessment", "st_barrier.secrecy"]),
    );
  });

  test("are read in order, with what was not asked apart from what was not answered", () => {
    const answers = {
      st_knows_iv: ["peer_support"],
      st_wanted_rank: ["peer_support", "outreach"],
      st_lead_times: { assessment: { st_lt: "d8_14", st_lt_ok: "no" } },
      st_barrier: { it: 4 },
    };
    const names = new Set(["st_knows_iv", "st_effect", "st_wanted_rank", "st_lead_times", "st_barrier"]);
    const { row, problems } = readAnswers(columns, answers, names);
    expect(problems).toEqual([]);
    const cells = Object.fromEntries(
      "st_effect.peer_support st_effect.outreach st_wanted_rank st_lt.assessment st_lt_ok.assessment st_lt_ok.exit st_barrier.it st_trend"
        .split(" ")
        .map((name) => [name, row.get(name)]),
    );
    expect(cells).toEqual({
      "st_effect.peer_support": { missing: "not_answered" },
      "st_effect.outreach": { missing: "not_asked" },
      st_wanted_rank: { value: ["peer_support", "outreach"] },
      "st_lt.assessment": { value: "d8_14" },
      "st_lt_ok.assessment": { value: "no" },
      "st_lt_ok.exit": { missing: "not_asked" },
      "st_barrier.it": { value: "4" },
      st_trend: { missing: "not_asked" },
    });
  });
});
