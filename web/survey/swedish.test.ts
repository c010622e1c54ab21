import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { SurveyModel, surveyLocalization } from "survey-core";
import { describe, expect, test } from "vitest";
import { swedishTexts, useSwedish } from "./swedish.ts";

/** The package's own Swedish locale as it is shipped, with its comments: they mark what a machine translated. */
const shipped = readFileSync(createRequire(import.meta.url).resolve("survey-core/i18n/swedish"), "utf8");

interface Entry {
  readonly key: string;
  readonly english: string;
  readonly swedish: string;
  readonly machine: boolean;
}

const ENTRY = /\/\/ (\[Auto-translated\] )?"(.*)"\n\s+(\w+): (["'])(.*)\4,?\n/g;
const entries: readonly Entry[] = [...shipped.matchAll(ENTRY)].map(([, machine, english, key, , swedish]) => ({
  key: key ?? "",
  english: english ?? "",
  swedish: swedish ?? "",
  machine: machine !== undefined,
}));

const placeholders = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe("the Swedish texts of SurveyJS", () => {
  test("the package's locale is read whole: 123 texts, 41 of them by machine", () => {
    expect(entries.length).toBe(123);
    expect(entries.filter(({ machine }) => machine).length).toBe(shipped.split("[Auto-translated]").length - 1);
    expect(entries.filter(({ machine }) => machine).length).toBe(41);
  });

  test("every text translated by machine has a reviewed one", () => {
    expect(entries.filter(({ machine, key }) => machine && !(key in swedishTexts)).map(({ key }) => key)).toEqual([]);
  });

  test("there is a text for every key that SurveyJS has in English and for no other", () => {
    const english = surveyLocalization.locales["en"] as Readonly<Record<string, string>>;
    expect(Object.keys(swedishTexts).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  test("SurveyJS says them once they are in use", () => {
    useSwedish();
    const model = new SurveyModel({ locale: "sv", elements: [{ type: "text", name: "a", isRequired: true }] });
    expect(model.pageNextText).toBe("Nästa");
    model.validate();
    expect(model.getQuestionByName("a").errors[0]?.getText()).toBe("Svara på frågan.");
  });

  test("the button that clears does not say that something is done", () => {
    expect(swedishTexts["clearCaption"]).toBe("Rensa");
    expect(entries.find(({ key }) => key === "clearCaption")?.swedish).toBe("Klar");
  });

  test("what SurveyJS fills in is filled in here as well", () => {
    const lost = entries
      .filter(({ key }) => key in swedishTexts)
      .filter(({ key, english }) => placeholders(swedishTexts[key] ?? "").join() !== placeholders(english).join())
      .map(({ key }) => key);
    expect(lost).toEqual([]);
  });

  test("nothing shouts, begs or has an unset ellipsis", () => {
    expect(Object.values(swedishTexts).filter((text) => /!|[Vv]änligen|\.\.\.|"/.test(text))).toEqual([]);
  });
});
