import { Serializer } from "survey-core";
import { describe, expect, test } from "vitest";
import { propertiesOf, RENAMED } from "./surveyjs-properties.ts";

const types = [
  "survey",
  "page",
  "panel",
  "matrixdropdowncolumn",
  "multipletextitem",
  "checkboxitem",
  "numericvalidator",
];
const questions = Serializer.getChildrenClasses("question", true).map(({ name }) => name);
/** Not offered to people who write definitions. */
const notWritten = new Set(["empty", "flowpanel"]);

describe("the table of properties", () => {
  test.each([...types, ...questions.filter((name) => !notWritten.has(name))])("is survey-core's own for %s", (type) => {
    const own = Serializer.getProperties(type).map(({ name }) => name);
    expect([...(propertiesOf(type) ?? [])].sort()).toEqual([...new Set(own)].sort());
  });

  test("knows the former names that survey-core still reads", () => {
    for (const property of Serializer.getProperties("survey")) {
      if (property.alternativeName) expect(RENAMED[property.alternativeName]).toBe(property.name);
    }
  });

  test("knows no class that is called like what every object has", () => {
    expect(propertiesOf("constructor")).toBeUndefined();
  });
});
