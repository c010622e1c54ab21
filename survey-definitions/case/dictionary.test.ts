import { describe, expect, test } from "vitest";
import { cases, fielded, shippedFile } from "../../tests/fixtures/fielded-cases.ts";
import { listOf, textOf } from "../../tests/fixtures/party-questionnaire.ts";
import { idsOf, questionnaireOf } from "../../tests/fixtures/questionnaire.ts";
import { checkDefinition } from "../check-definition.ts";
import { variables } from "./v1/variables.ts";
import { wordsThatDiffer } from "../../tests/fixtures/choice-words.ts";

const questionnaire = questionnaireOf("case");

describe("the questionnaire about cases and its dictionary", () => {
  test("it asks for every variable of the question catalogue", () => {
    // The question catalogue of the domain, (iii). The case, its version and the stage are the row of each column, and
    // contacts are asked about twice: for the young person and for the parents.
    const catalogue = `stg_detects stg_signal_to_action stg_your_action stg_basis stg_contacts_young stg_contacts_parent
      stg_lead stg_lead_others stg_next stg_handover_mode stg_consent_needed stg_info_stop stg_wait_days_low
      stg_wait_days_high stg_retell stg_risk stg_better stg_better_effect stg_cost_band case_realism prop_text
      prop_owner prop_due`.split(/\s+/);
    expect(catalogue.filter((name) => !(name in variables))).toEqual([]);
  });

  test("it may be released: the definition has no fault and says what the dictionary says", () => {
    expect(checkDefinition(questionnaire.survey, variables)).toEqual([]);
    expect(wordsThatDiffer(questionnaire, variables)).toEqual([]);
  });

  test("every part has an id of its own", () => {
    const ids = idsOf(questionnaire);
    for (const id of ids) expect(id).toMatch(/^[pqc][a-z0-9]{6}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("every free text asks not to write about individuals, or asks for roles only", () => {
    const unwarned = questionnaire.questions
      .filter(({ type, inputType }) => type === "comment" || (type === "text" && inputType === undefined))
      .filter(({ description }) => !textOf(description).includes("Skriv inget om enskilda personer."));
    expect(unwarned.map(({ name }) => name)).toEqual(["case_roles"]);
  });
});

describe("the questionnaire about cases as fielded", () => {
  const { definition, compiled, variables: columns } = fielded("case");
  const pages = listOf(definition["pages"]);

  test("a page a stage begins with its story, and nothing is left to fill in", () => {
    expect(pages).toHaveLength(2 + 7 + 6);
    const [, first] = pages;
    expect(textOf(first?.["title"])).toBe("Skede 1 av 7: Förskolan ser att han inte hänger med");
    expect(textOf(first?.["description"])).toBe("Pojken, från förskola till tjugo år. Den unga är 4 år.");
    const [story, persons] = listOf(first?.["elements"]);
    expect(textOf(story?.["html"])).toMatch(/^<p>Pojken är fyra år\. .+<\/p><p>.+<\/p>$/s);
    expect(textOf(persons?.["html"])).toContain("Morfadern: bor på gångavstånd");
    expect(JSON.stringify(definition)).not.toMatch(/\{(study|case|stage)\.|\.\*|From":|repeatFor|onlyFirst/);
  });

  test("a question that follows from another is seen with its own stage only", () => {
    const shown = compiled.shown({ "stg_next.pojken_2": "student_health", "stg_your_action.pojken_3": ["no_action"] });
    const followUps = shown.filter((name) => /^stg_(basis|handover_mode)/.test(name));
    expect(followUps).toEqual(["stg_handover_mode.pojken_2"]);
  });

  test("waiting from the longest to the shortest is refused, by stage", () => {
    const answers = {
      "stg_wait_days_low.pojken_2": 30,
      "stg_wait_days_high.pojken_2": 7,
      "stg_wait_days_high.pojken_1": 7,
    };
    expect(compiled.validate(answers)).toMatchObject([
      { variable: "stg_wait_days_low.pojken_2", code: "low-above-high" },
    ]);
  });

  test("columns are named by variable, case and stage", () => {
    const names = columns.map(({ name }) => name);
    expect(names).toContain("stg_contacts_parent.unga-kvinnan_6");
    expect(names).toContain("case_realism.pojken");
    expect(names.filter((name) => name.startsWith("stg_detects."))).toHaveLength(13);
  });
});

describe("the cases that are shipped", () => {
  test("they are read as they are written", () => {
    expect(cases).toEqual(shippedFile);
  });

  test("one goes from preschool to twenty years, one is about seventeen to twenty-two", () => {
    const ages = cases.map(({ stages }) => [stages.length, stages[0]?.age, stages.at(-1)?.age]);
    expect(ages).toEqual([
      [7, 4, 20],
      [6, 17, 22],
    ]);
  });

  test("nobody grows younger, and everybody has a role and no name", () => {
    for (const { stages, persons } of cases) {
      const ages = stages.map(({ age }) => age);
      expect(ages).toEqual(ages.toSorted((a, b) => a - b));
      for (const { role } of persons) expect(role).toMatch(/^(Den unga kvinnan|[A-ZÅÄÖ][a-zåäö]+(n|en))$/);
    }
  });
});
