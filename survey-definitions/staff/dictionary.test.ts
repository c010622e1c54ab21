import { describe, expect, test } from "vitest";
import { checkDefinition } from "../check-definition.ts";
import { BARRIERS, STEPS } from "../codes.ts";
import type { Dictionary } from "../dictionary.ts";
import { listOf, textOf } from "../../tests/fixtures/party-questionnaire.ts";
import { differencesBetween, idsOf, questionnaireOf } from "../../tests/fixtures/questionnaire.ts";
import { variables } from "./v1/variables.ts";

const dictionary: Dictionary = variables;
const questionnaire = questionnaireOf("staff");
const { survey, questions } = questionnaire;

describe("the staff questionnaire and its dictionary", () => {
  test("it asks for every variable that the report is written against", () => {
    // The question catalogue of the domain, (ii) Staff questionnaire, in its order.
    const catalogue = `st_party st_area st_years st_meets_group st_trend st_single_party_enough st_bounced
      st_fall_outside st_dead_end st_effect st_missing st_wanted_rank st_lt st_lt_ok st_resp_clear st_joint_need
      st_barrier st_early_react st_handover_quality st_comm st_shared_view st_plan_goal st_chain_thinking
      st_coop_change st_assess_prof st_assess_structured st_assess_evidence st_open_comment`.split(/\s+/);
    expect(catalogue.filter((name) => !(name in dictionary))).toEqual([]);
  });

  test("every question asks for a variable as the dictionary says, and every variable is asked for", () => {
    expect(differencesBetween(questionnaire, dictionary)).toEqual([]);
    expect(checkDefinition(survey, dictionary)).toEqual([]);
  });

  test.each([
    ["st_barrier", BARRIERS],
    ["st_lead_times", STEPS],
  ] as const)("the rows of %s begin with the words of their codes", (name, rows) => {
    const texts = listOf(questions.find((q) => q["name"] === name)?.["rows"]).map(({ text }) => textOf(text));
    for (const [i, { label }] of rows.entries()) expect(texts[i]).toMatch(new RegExp(`^${label}( |:|$)`));
  });

  test("variable names fit R, SPSS and Stata", () => {
    for (const name of Object.keys(dictionary)) expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
  });

  test("nothing that it asks tells who the person is: years are wide and no variable is personal", () => {
    expect(Object.entries(dictionary).filter(([, spec]) => spec.personal)).toEqual([]);
    expect(variables.st_years.categories).toHaveLength(3);
  });
});

describe("the staff questionnaire as written", () => {
  test("every page, question, column, choice and row has an id of its own", () => {
    const ids = idsOf(questionnaire);
    for (const id of ids) expect(id).toMatch(/^[pqc][a-z0-9]{6}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("no answer is required, and nothing is marked up", () => {
    expect(JSON.stringify(survey)).not.toMatch(/isRequired|requiredIf|"html"|<\/?[a-z]|\*\*|__/i);
  });

  test("its only free text comes last and asks not to write about individuals", () => {
    const texts = questions.filter(({ type }) => type === "comment" || type === "text");
    expect(texts).toEqual([questions.at(-1)]);
    expect(textOf(texts[0]?.["description"])).toContain("Skriv inget om enskilda personer.");
  });

  test("it says at the start that the answer becomes a public record, and never that it is secret", () => {
    expect(textOf(listOf(survey["pages"])[0]?.["description"])).toContain("allmän handling");
    expect(JSON.stringify(survey)).not.toMatch(/hemlig|konfidentiel|sekretesskydd/i);
  });

  test("its pages are short: at most four questions that are always there, each with an introduction", () => {
    for (const page of listOf(survey["pages"])) {
      const always = listOf(page["elements"]).filter((e) => e["visibleIf"] === undefined && !e["visibleIfAny"]);
      expect(always.length).toBeLessThanOrEqual(4);
      expect(textOf(page["description"]).length).toBeGreaterThan(40);
    }
  });
});
