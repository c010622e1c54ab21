import { Serializer, SurveyModel } from "survey-core";
import { beforeAll, describe, expect, test } from "vitest";
import { resolveDefinition } from "../resolve.ts";
import { PLACE, survey } from "../../tests/fixtures/party-questionnaire.ts";

describe("the fielded party questionnaire in SurveyJS", () => {
  beforeAll(() => {
    for (const [owners, id] of [
      [["page", "panel", "question", "matrixdropdowncolumn", "multipletextitem"], "vid"],
      [["itemvalue", "multipletextitem"], "cid"],
    ] as const) {
      for (const owner of owners) Serializer.addProperty(owner, { name: id, type: "string", visible: false });
    }
  });
  const load = (): SurveyModel => {
    const model = new SurveyModel(resolveDefinition(survey, PLACE));
    model.setVariable("party_id", "soc-amal");
    return model;
  };
  const shown = (model: SurveyModel): readonly string[] => model.getAllQuestions(true).map(({ name }) => name);

  test("it loads without a complaint", () => {
    expect(load().jsonErrors ?? []).toEqual([]);
  });

  test("no placeholder is left", () => {
    expect(JSON.stringify(resolveDefinition(survey, PLACE))).not.toMatch(/\{study\.|\{code\}|From":|Template":/);
  });

  test("an empty answer shows no follow-up question", () => {
    const followUps = shown(load()).filter((name) =>
      /_(low|high|source|precision)$|^coop_\w+_note$|^iv_(details|counts_instead)$|^coop_(quality|agreement)$|^resp_party$/.test(
        name,
      ),
    );
    expect(followUps).toEqual([]);
  });

  test("a count that cannot be given asks why, and a range asks for its ends, source and precision", () => {
    const model = load();
    expect(shown(model)).toContain("n_single_parent_instead");
    model.setValue("n_single_parent_instead", "range");
    expect(shown(model)).toEqual(
      expect.arrayContaining(["_low", "_high", "_source", "_precision"].map((suffix) => `n_single_parent${suffix}`)),
    );
    model.setValue("n_single_parent", 3);
    expect(shown(model).filter((name) => name.startsWith("n_single_parent"))).toEqual(["n_single_parent"]);
  });

  test("an uncertain number of known persons may have a range beside it, an exact one may not", () => {
    const model = load();
    model.setValue("n_known", 20);
    expect(shown(model)).toContain("n_known_low");
    model.setValue("n_precision", "exact");
    expect(shown(model)).not.toContain("n_known_low");
  });

  test("a range that was given stays in sight when a number is given as well", () => {
    const model = load();
    model.setValue("n_single_parent_instead", "range");
    model.setValue("n_single_parent_low", 2);
    model.setValue("n_single_parent", 9);
    expect(shown(model)).toEqual(expect.arrayContaining(["n_single_parent_low", "n_single_parent_high"]));
  });

  test("with a single municipality nobody is asked which municipalities the figures are about", () => {
    const study = { ...PLACE.study, municipalities: ["1492"] };
    expect(shown(new SurveyModel(resolveDefinition(survey, { ...PLACE, study })))).not.toContain("resp_area");
    expect(shown(load())).toContain("resp_area");
  });

  test("support is asked about in detail only where it exists", () => {
    const model = load();
    model.setValue("iv_avail", { outreach: "missing", peer_support: "partly" });
    const details = model.getQuestionByName("iv_details") as unknown as { visibleRows: { rowName: string }[] };
    expect(details.visibleRows.map(({ rowName }) => rowName)).toEqual(["peer_support"]);
    model.setValue("iv_avail", { outreach: "missing", peer_support: "missing" });
    expect(shown(model)).not.toContain("iv_details");
  });

  test("a party is not asked how it cooperates with itself or with those it never meets", () => {
    const model = load();
    const rows = (name: string) =>
      (model.getQuestionByName(name) as unknown as { visibleRows: { name: string }[] }).visibleRows.map((r) => r.name);
    expect(rows("coop_freq")).toEqual(["bup", "af"]);
    model.setValue("coop_freq", { bup: "never", af: "month" });
    expect(rows("coop_quality")).toEqual(["af"]);
  });

  test("the highest number may not be lower than the lowest", () => {
    const model = load();
    model.setValue("n_known_instead", "range");
    model.setValue("n_known_low", 30);
    model.setValue("n_known_high", 20);
    expect(model.validate(false)).toBe(false);
    model.setValue("n_known_high", 30);
    expect(model.validate(false)).toBe(true);
  });
});
