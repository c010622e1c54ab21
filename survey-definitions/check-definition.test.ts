import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkDefinition } from "./check-definition.ts";
import type { Dictionary } from "./dictionary.ts";
import { DEFINITIONS } from "./instruments.ts";
import { definition as fielded, released } from "../tests/fixtures/fielded-party.ts";

const question = { type: "text", name: "q", vid: "v1" };
const withQuestions = (...elements: readonly object[]) => ({ pages: [{ name: "p", vid: "v0", elements }] });
const found = (definition: unknown, dictionary?: Dictionary) =>
  checkDefinition(definition, dictionary).map(({ path, code }) => `${code} ${path}`.trim());

describe("checkDefinition", () => {
  test.each(DEFINITIONS.map((entry) => [`${entry.instrument} ${entry.version}`, entry] as const))(
    "finds nothing wrong with %s as released, beside its dictionary",
    (_, { instrument, version, dictionary }) => {
      const file = new URL(`./${instrument}/v${version}/survey.json`, import.meta.url);
      expect(checkDefinition(JSON.parse(readFileSync(file, "utf8")), dictionary)).toEqual([]);
    },
  );

  test("finds nothing wrong with the party questionnaire as fielded", () => {
    expect(checkDefinition(fielded)).toEqual([]);
  });

  test.each([
    ["no object", [], ["not-an-object"]],
    ["no questions", { pages: [] }, ["no-questions"]],
    ["an unknown type", withQuestions({ ...question, type: "yesno" }), ["unknown-type pages[0].elements[0]"]],
    ["no type", withQuestions({ name: "q", vid: "v1" }), ["unknown-type pages[0].elements[0]", "no-questions"]],
    ["a misspelt property", withQuestions({ ...question, titel: "Fråga" }), ["unknown-property pages[0].elements[0]"]],
    ["a former property", withQuestions({ ...question, placeHolder: "x" }), ["old-property pages[0].elements[0]"]],
    [
      "the same name twice",
      withQuestions(question, { ...question, vid: "v2" }),
      ["duplicate-name pages[0].elements[1]"],
    ],
    ["the same id twice", withQuestions(question, { ...question, name: "r" }), ["duplicate-id pages[0].elements[1]"]],
    ["a question without id", withQuestions({ type: "text", name: "q" }), ["missing-id pages[0].elements[0]"]],
    [
      "choices without code, id, or with the code or id of another",
      withQuestions({
        ...question,
        type: "radiogroup",
        choices: [{ text: "Ja", cid: "c1" }, { value: "no" }, { value: "no", cid: "c1" }],
      }),
      [
        "choice-without-code pages[0].elements[0].choices[0]",
        "missing-id pages[0].elements[0].choices[1]",
        "duplicate-code pages[0].elements[0].choices[2]",
        "duplicate-id pages[0].elements[0].choices[2]",
      ],
    ],
    [
      "a condition that cannot be read",
      withQuestions({ ...question, visibleIf: "{q} = " }),
      ["bad-condition pages[0].elements[0].visibleIf"],
    ],
    [
      "a condition about what is not there",
      withQuestions({ ...question, visibleIf: "{qq} empty and {row.x} empty" }),
      ["unknown-name pages[0].elements[0].visibleIf", "unknown-name pages[0].elements[0].visibleIf"],
    ],
    [
      "a list that no study has",
      withQuestions({ ...question, type: "checkbox", choicesFrom: "people" }),
      ["unknown-list pages[0].elements[0]"],
    ],
    ["a required answer", withQuestions({ ...question, isRequired: true }), ["required-answer pages[0].elements[0]"]],
    ["a trigger", { ...withQuestions(question), triggers: [] }, ["not-supported triggers"]],
  ])("finds %s", (_, definition, expected) => {
    expect(found(definition)).toEqual(expected);
  });

  test("says which name was probably meant", () => {
    const [issue] = checkDefinition(withQuestions({ ...question, isRequird: true }));
    expect(issue?.message).toBe("”text” har ingen egenskap ”isRequird”; SurveyJS hoppar över den. Menas ”isRequired”?");
  });

  test("finds where the definition and its dictionary do not say the same", () => {
    const shared = { label: "", answers: [] };
    const categories = [{ code: "yes", label: "Ja" }];
    const dictionary: Dictionary = {
      n: { ...shared, kind: "number", path: ["n"], unit: "", whole: true, min: 0, max: 9 },
      single: { ...shared, kind: "single", ordered: false, path: ["single"], categories },
      grid: { ...shared, kind: "single", ordered: false, path: ["grid", "*"], over: "domains", categories },
      gone: { ...shared, kind: "text", path: ["gone"], maxLength: 5 },
      note: { ...shared, kind: "text", path: ["note"], maxLength: 5 },
    };
    const yes = { value: "yes", cid: "c1" };
    const definition = withQuestions(
      { type: "text", name: "n", vid: "v1" },
      { type: "radiogroup", name: "single", vid: "v2", choices: [{ value: "no", cid: "c1" }] },
      { type: "matrix", name: "grid", vid: "v3", rowsFrom: "interventions", columns: [yes] },
      { type: "comment", name: "note", vid: "v4", maxLength: 9 },
      { type: "text", name: "extra", vid: "v5" },
    );
    expect(found(definition, dictionary)).toEqual([
      "not-in-dictionary pages[0].elements[4]",
      "other-type pages[0].elements[0]",
      "other-codes pages[0].elements[1]",
      "other-rows pages[0].elements[2]",
      "not-in-definition gone",
      "other-limits pages[0].elements[3]",
    ]);
  });

  test("notices a single code that is taken out of a released question", () => {
    const text = JSON.stringify(released).replace('"value":"pm25"', '"value":"pm52"');
    const dictionary = DEFINITIONS[0]?.dictionary;
    expect(found(JSON.parse(text), dictionary).some((issue) => issue.startsWith("other-codes"))).toBe(true);
  });
});

const elsewhere = new URL("../../shared/data/surveyjs-definitions/", import.meta.url);

describe.skipIf(!existsSync(elsewhere))("definitions made elsewhere (skipped where ../shared does not exist)", () => {
  const files = existsSync(elsewhere) ? readdirSync(elsewhere).filter((name) => name.endsWith(".json")) : [];

  test.each(files)("%s is told what is custom, former, misspelt or required in it", (name) => {
    const issues = checkDefinition(JSON.parse(readFileSync(new URL(name, elsewhere), "utf8")));
    const codes = new Set(issues.map(({ code }) => code));
    expect([...codes]).toEqual(expect.arrayContaining(["unknown-type", "old-property", "required-answer"]));
  });

  test.each(files.filter((name) => name.includes("typo")))("%s is told that “radioGroup” is “radiogroup”", (name) => {
    const issues = checkDefinition(JSON.parse(readFileSync(new URL(name, elsewhere), "utf8")));
    expect(issues.map(({ message }) => message).join("\n")).toContain(
      "Typen ”radioGroup” finns inte. Menas ”radiogroup”?",
    );
  });
});
