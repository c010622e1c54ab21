import { describe, expect, test } from "vitest";
import { wordsThatDiffer } from "../../tests/fixtures/choice-words.ts";
import { fielded } from "../../tests/fixtures/fielded-cases.ts";
import { listOf, textOf } from "../../tests/fixtures/party-questionnaire.ts";
import { idsOf, questionnaireOf } from "../../tests/fixtures/questionnaire.ts";
import { checkDefinition } from "../check-definition.ts";
import type { VariableSpec } from "../dictionary.ts";
import { definitionOf } from "../instruments.ts";
import { readAnswers } from "../read-answers.ts";
import { variables } from "./v1/variables.ts";

const questionnaire = questionnaireOf("follow-up");
const specs: readonly (readonly [string, VariableSpec])[] = Object.entries(variables);

describe("the follow-up and its dictionary", () => {
  test("it asks for every variable of the question catalogue", () => {
    // The question catalogue of the domain, (v), in its order.
    const catalogue = `fu_period_start fu_period_end fu_months_elapsed fu_referred fu_enrolled fu_waiting fu_declined
      fu_profile fu_consent_signed fu_first_to_enrol fu_within_14d fu_mapped_group fu_mapped_individual fu_plan_done
      fu_plan_on_time fu_assessed fu_match fu_onward fu_exits fu_exit_outcome fu_exit_planned fu_exit_main_party
      fu_exit_knows_where fu_status_3m fu_status_6m fu_status_12m fu_self_support fu_flow fu_captured_early fu_merits
      fu_functioning fu_returned fu_meetings fu_hours_meetings fu_attend fu_same_person fu_deputy_used
      fu_problem_raised fu_problem_solved fu_theme_meetings fu_hours_planned fu_hours_actual fu_budget fu_cost fu_inkind
      fu_staff_view fu_voice_view fu_improvement fu_improvement_status fu_improvement_date fu_too_early fu_doc_ref
      fu_next_plan fu_eval_due fu_recommendation`.split(/\s+/);
    expect(catalogue.filter((name) => !(name in variables))).toEqual([]);
  });

  test("it may be released: the definition has no fault and says what the dictionary says", () => {
    expect(checkDefinition(questionnaire.survey, variables)).toEqual([]);
    expect(wordsThatDiffer(questionnaire, variables)).toEqual([]);
  });

  test("every part has an id of its own", () => {
    const items = questionnaire.elements.flatMap(({ items: list }) =>
      listOf(list).flatMap(({ vid, cid }) => [vid, cid]),
    );
    const ids = [...idsOf(questionnaire), ...items];
    for (const id of ids) expect(id).toMatch(/^[pqc][a-z0-9]{6}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("every number has a way out, and every count of people is protected", () => {
    for (const [name, spec] of specs) {
      if (spec.kind !== "number" || name === "fu_months_elapsed") continue;
      expect([name, (spec.instead ?? "") in variables]).toEqual([name, true]);
      expect([name, spec.persons === true]).toEqual([name, spec.unit === "personer"]);
    }
  });

  test("statements that are asked elsewhere are named after the variable they repeat", () => {
    const reused = [variables.fu_staff_view, variables.fu_voice_view]
      .flatMap(({ over }) => over.map(({ code }) => code))
      .filter((code) => /^(st|v)_/.test(code));
    const asked = { ...definitionOf("staff", 1)?.dictionary, ...definitionOf("voice", 1)?.dictionary };
    expect(reused.filter((code) => !(code in asked))).toEqual([]);
    expect(reused).toHaveLength(13);
  });

  test("every free text asks not to write about individuals", () => {
    const unwarned = questionnaire.questions
      .filter(({ type, inputType }) => type === "comment" || (type === "text" && inputType === undefined))
      .filter(({ description }) => !textOf(description).includes("Skriv inget om enskilda personer."));
    expect(unwarned.map(({ name }) => name)).toEqual([]);
  });
});

describe("the follow-up as fielded", () => {
  const { variables: columns, compiled, definition } = fielded("follow-up");
  const names = columns.map(({ name }) => name);

  test("it is about the study as a whole: every party is a row, whichever municipality it covers", () => {
    expect(names.filter((name) => name.startsWith("fu_referred."))).toHaveLength(13);
    expect(names).toContain("fu_hours_actual.bup-two");
    expect(JSON.stringify(definition)).not.toMatch(/\{(study|case|stage)\.|From":|Template":/);
  });

  test("flows, background and lines of the budget are columns of their own", () => {
    for (const name of [
      "fu_flow.referred_enrolled",
      "fu_flow.intervention_exit",
      "fu_profile.age_25_25",
      "fu_cost.staff",
    ])
      expect(names).toContain(name);
    expect(names.filter((name) => name.startsWith("fu_flow."))).toHaveLength(15);
    expect(names.filter((name) => name.startsWith("fu_improvement."))).toHaveLength(8);
  });

  test("one reason stands for all numbers of a group that are empty", () => {
    const answers = { fu_enrolled: 4, fu_intake_instead: "not_recorded" };
    const { row } = readAnswers(columns, answers, new Set(compiled.shown(answers)));
    expect([row.get("fu_enrolled"), row.get("fu_waiting"), row.get("fu_meetings")]).toEqual([
      { value: 4 },
      { missing: "cannot_state" },
      { missing: "not_answered" },
    ]);
  });

  test("the state of an improvement that nobody has named is not asked for", () => {
    const answers = { fu_improvements: { "1": { fu_improvement: "Kortare väg in" } } };
    const { row } = readAnswers(columns, answers, new Set(compiled.shown(answers)));
    expect([row.get("fu_improvement_status.1"), row.get("fu_improvement_status.2")]).toEqual([
      { missing: "not_answered" },
      { missing: "not_asked" },
    ]);
  });

  test("a group of numbers without a range is not told to give one", () => {
    const [problem] = compiled.validate({ fu_enrolled: -1 });
    expect(problem?.message).toContain("välj varför det inte kan anges");
    expect(problem?.message).not.toContain("intervall");
  });
});
