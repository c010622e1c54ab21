import { SurveyModel } from "survey-core";
import { describe, expect, test } from "vitest";
import { expandDictionary } from "../expand.ts";
import { resolveDefinition } from "../resolve.ts";
import type { Place } from "../study.ts";
import { registerIds } from "../../tests/fixtures/survey-ids.ts";
import { PLACE } from "../../tests/fixtures/party-questionnaire.ts";
import { questionnaireOf } from "../../tests/fixtures/questionnaire.ts";
import { variables } from "./v1/variables.ts";

registerIds();
const place: Place = {
  ...PLACE,
  party: undefined,
  study: {
    ...PLACE.study,
    interventions: [...PLACE.study.interventions, { code: "ungdomslots", label: "Ungdomslots" }],
  },
};
const fielded = resolveDefinition(questionnaireOf("voice").survey, place);
const load = (): SurveyModel => new SurveyModel(fielded);
const shown = (model: SurveyModel): readonly string[] =>
  model.visiblePages.flatMap((page) => page.questions.filter((q) => q.isVisible).map(({ name }) => name));

describe("the fielded questionnaire for young people and guardians in SurveyJS", () => {
  test("it loads without a complaint, and no placeholder is left", () => {
    expect(load().jsonErrors ?? []).toEqual([]);
    expect(JSON.stringify(fielded)).not.toMatch(/\{study\.|\{code\}|From":|Template":|visibleIfAny/);
  });

  test("support has easy words, or those of the study where it alone has it", () => {
    const had = load().getQuestionByName("v_had") as unknown as { choices: { value: string; text: string }[] };
    expect(had.choices.map(({ value, text }) => `${value}: ${text}`)).toEqual([
      "outreach: Personal som söker upp unga",
      "peer_support: Stöd av någon som har varit med om samma sak",
      "ungdomslots: Ungdomslots",
    ]);
  });

  test("a guardian is asked neither for an age nor how life is", () => {
    const model = load();
    expect(shown(model)).toEqual(expect.arrayContaining(["v_age_band", "v_health"]));
    model.setValue("v_role", "guardian");
    expect(shown(model).filter((name) => /^v_(age_band|life_quality|health|hope|confidence)$/.test(name))).toEqual([]);
  });

  test("somebody who still waits for help is not asked how it was", () => {
    const model = load();
    model.setValue("v_wait_support", "not_applicable");
    expect(shown(model).filter((name) => /^v_(had|effect|helped_most|help_)/.test(name))).toEqual([]);
    expect(shown(model)).toContain("v_missing");
  });

  test("only help that somebody has had is judged and chosen from", () => {
    const model = load();
    expect(shown(model).filter((name) => /^v_(effect|helped_most)$/.test(name))).toEqual([]);
    model.setValue("v_had", ["outreach", "ungdomslots"]);
    const effect = model.getQuestionByName("v_effect") as unknown as { visibleRows: { name: string }[] };
    expect(effect.visibleRows.map(({ name }) => name)).toEqual(["outreach", "ungdomslots"]);
    const most = model.getQuestionByName("v_helped_most") as unknown as { visibleChoices: { value: string }[] };
    expect(most.visibleChoices.map(({ value }) => value)).toEqual(["outreach", "ungdomslots"]);
  });

  test("without a party every column is there, with the codes of the study", () => {
    const columns = expandDictionary(variables, place);
    expect(columns.filter(({ base }) => base === "v_effect").map(({ name }) => name)).toEqual([
      "v_effect.outreach",
      "v_effect.peer_support",
      "v_effect.ungdomslots",
    ]);
    expect(columns.filter(({ overParties }) => overParties)).toEqual([]);
  });
});
