import { describe, expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { checkDefinition } from "../check-definition.ts";
import { LEAD_TIME_BINS } from "../codes.ts";
import type { Dictionary } from "../dictionary.ts";
import { EASY_INTERVENTIONS } from "../easy-words.ts";
import { listOf, textOf } from "../../tests/fixtures/party-questionnaire.ts";
import { differencesBetween, idsOf, questionnaireOf } from "../../tests/fixtures/questionnaire.ts";
import { variables } from "./v1/variables.ts";

const dictionary: Dictionary = variables;
const questionnaire = questionnaireOf("voice");
const { survey, elements, questions } = questionnaire;

describe("the questionnaire for young people and guardians and its dictionary", () => {
  test("it asks for every variable that the report is written against", () => {
    // The question catalogue of the domain, (iv) Young people and guardians, in its order.
    const catalogue = `v_role v_age_band v_n_contacts v_retold v_knew_where v_one_person v_wait_first v_wait_support
      v_wait_ok v_clear_next v_info_good v_listened v_influence v_help_fits v_help_ended_early v_helped_most v_missing
      v_after_plan v_life_quality v_health v_hope v_confidence`.split(/\s+/);
    expect(catalogue.filter((name) => !(name in dictionary))).toEqual([]);
  });

  test("every question asks for a variable as the dictionary says, and every variable is asked for", () => {
    expect(differencesBetween(questionnaire, dictionary)).toEqual([]);
    expect(checkDefinition(survey, dictionary)).toEqual([]);
  });

  test("variable names fit R, SPSS and Stata", () => {
    for (const name of Object.keys(dictionary)) expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
  });

  test("waiting is told in the bins of all lead times, so that it can stand beside those of parties and staff", () => {
    const bins = LEAD_TIME_BINS.map(({ code }) => code);
    for (const { categories } of [variables.v_wait_first, variables.v_wait_support])
      expect(categories.map(({ code }) => code)).toEqual([...bins, "dont_know", "not_applicable"]);
  });

  test("every usual kind of support has easy words, each its own", () => {
    const csv = readFileSync(new URL("../../data/reference/interventions.csv", import.meta.url), "utf8");
    const codes = csv
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",")[0] ?? "");
    expect([...EASY_INTERVENTIONS.keys()].toSorted()).toEqual(codes.toSorted());
    expect(new Set(EASY_INTERVENTIONS.values()).size).toBe(EASY_INTERVENTIONS.size);
  });
});

describe("the questionnaire for young people and guardians as written", () => {
  test("every page, question, choice and column has an id of its own", () => {
    const ids = idsOf(questionnaire);
    for (const id of ids) expect(id).toMatch(/^[pqc][a-z0-9]{6}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("no answer is required, and nothing is marked up", () => {
    expect(JSON.stringify(survey)).not.toMatch(/isRequired|requiredIf|"html"|<\/?[a-z]|\*\*|__/i);
  });

  test("nobody can write anything: there is no free text, no number and no date", () => {
    expect(Object.values(dictionary).filter(({ kind }) => kind !== "single" && kind !== "multiple")).toEqual([]);
    expect(JSON.stringify(survey)).not.toMatch(
      /"(text|comment|multipletext)",?\s*"name"|showOtherItem|showCommentArea/,
    );
  });

  test("it says first that one may stop at any time, and that no name is asked for", () => {
    const first = textOf(listOf(survey["pages"])[0]?.["description"]);
    expect(first).toContain("Du kan sluta när du vill.");
    expect(first).toContain("vi frågar inte vad du heter");
  });

  test("it does not say what group the person is thought to belong to", () => {
    expect(JSON.stringify(survey)).not.toMatch(/study\.target_group|missbruk|målgrupp/i);
  });

  test("it is easy to read: sentences of at most sixteen words, and few long words", () => {
    const sentences = [
      ...elements,
      ...questions.flatMap(({ choices, columns }) => [...listOf(choices), ...listOf(columns)]),
    ]
      .flatMap(({ title, description, text }) => [textOf(title), textOf(description), textOf(text)])
      .flatMap((words) => words.split(/[.?:]\s*/))
      .filter((sentence) => sentence !== "");
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 16)).toEqual([]);
    // LIX (Björnsson 1968): words a sentence + per cent of words with more than six letters; below 30 is very easy.
    const words = sentences.flatMap((sentence) => sentence.split(/\s+/));
    const long = words.filter((word) => word.replace(/[^a-zåäö]/gi, "").length > 6);
    expect(words.length / sentences.length + (100 * long.length) / words.length).toBeLessThan(30);
  });
});
