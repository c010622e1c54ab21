import { describe, expect, test } from "vitest";
import { BARRIERS, GAINS, STEPS } from "../codes.ts";
import type { VariableSpec } from "../dictionary.ts";
import { INSTEAD, INSTEAD_REASONS, reasonInstead } from "../instead.ts";
import { elements, listOf, questions, survey, textOf, type Json } from "../../tests/fixtures/party-questionnaire.ts";
import { variables } from "./v1/variables.ts";

const dictionary: Readonly<Record<string, VariableSpec>> = variables;

interface Asked {
  readonly type: string;
  readonly path: readonly string[];
  readonly rows: readonly string[] | string | undefined;
  readonly codes: readonly string[] | string | undefined;
  readonly element: Json;
}

const codesOf = (list: unknown, key = "value"): readonly string[] | undefined =>
  Array.isArray(list) ? listOf(list).map((entry) => textOf(entry[key])) : undefined;

/** What each question asks for: one entry a variable, by the variable's name. */
function askedFor(question: Json): readonly (readonly [string, Asked])[] {
  const name = textOf(question["name"]);
  const type = textOf(question["type"]);
  const rows = codesOf(question["rows"]) ?? (question["rowsFrom"] as string | undefined);
  const codes = codesOf(question["choices"]) ?? (question["choicesFrom"] as string | undefined);
  switch (type) {
    case "matrix":
      return [[name, { type, path: [name, "*"], rows, codes: codesOf(question["columns"]), element: question }]];
    case "multipletext": {
      const items = codesOf(question["items"], "name") ?? (question["itemsFrom"] as string);
      const item = listOf(question["items"])[0] ?? (question["itemTemplate"] as Json);
      const [limits] = listOf(item["validators"]);
      const element: Json = { ...item, min: limits?.["minValue"], max: limits?.["maxValue"] };
      return [
        [name, { type: textOf(element["inputType"]), path: [name, "*"], rows: items, codes: undefined, element }],
      ];
    }
    case "matrixdropdown":
      return listOf(question["columns"]).map((column) => [
        textOf(column["name"]),
        {
          type: textOf(column["inputType"] ?? column["cellType"]),
          path: [name, "*", textOf(column["name"])],
          rows,
          codes: codesOf(column["choices"]),
          element: column,
        },
      ]);
    case "text":
      return [[name, { type: textOf(question["inputType"] ?? type), path: [name], rows, codes, element: question }]];
    default:
      return [[name, { type, path: [name], rows: undefined, codes, element: question }]];
  }
}
const asked = new Map(questions.flatMap(askedFor));

const TYPES: Record<VariableSpec["kind"], readonly string[]> = {
  single: ["radiogroup", "dropdown", "matrix"],
  multiple: ["checkbox"],
  ranking: ["ranking"],
  number: ["number"],
  date: ["date"],
  text: ["text", "comment"],
};

describe("the party questionnaire and its dictionary", () => {
  test("it asks for every variable that the report is written against", () => {
    // The question catalogue of the domain, (i) Party questionnaire, in its order.
    const catalogue = `resp_party resp_area resp_role ref_date ref_period_days inclusion_note n_known n_known_low
      n_known_high n_source n_precision n_caseload_age n_by_sex_age n_substance_social n_substance_psych n_substance_both
      n_single_parent n_low_education n_no_work_study n_income_support n_between_chairs n_outside_definition n_overlap
      n_overlap_precision n_known_by_k n_early_signs trend_3y problem_freq problem_top3 iv_avail iv_capacity iv_reached
      iv_effect iv_limits iv_followed_up iv_missing iv_wanted_rank need_met lt_typical lt_low lt_high lt_source
      joint_resp_need joint_resp_owner joint_resp_today ready_to_join conditions_to_join contrib contrib_hours_month
      contrib_competence arena_need arena_content arena_preconditions coop_freq coop_quality coop_agreement coop_works
      coop_fails barrier gain local_conditions cross_municipal_need known_stats_ref`.split(/\s+/);
    expect(catalogue.filter((name) => !(name in dictionary))).toEqual([]);
  });

  test("every question asks for a variable and every variable is asked for", () => {
    expect([...asked.keys()].toSorted()).toEqual(Object.keys(dictionary).toSorted());
  });

  test.each(Object.entries(dictionary))("%s is asked as the dictionary says", (name, spec) => {
    const question = asked.get(name);
    if (!question) throw new Error("is not asked");
    expect(question.path).toEqual(spec.path);
    expect(TYPES[spec.kind]).toContain(question.type);
    const over = typeof spec.over === "string" ? spec.over : spec.over?.map(({ code }) => code);
    expect(question.rows).toEqual(over);
    if (spec.kind === "single" || spec.kind === "multiple" || spec.kind === "ranking") {
      const { categories } = spec;
      expect(question.codes).toEqual(typeof categories === "string" ? categories : categories.map(({ code }) => code));
    }
    if (spec.kind === "number") {
      expect({ min: question.element["min"], max: question.element["max"] }).toEqual({ min: spec.min, max: spec.max });
    }
    if (spec.kind === "text") expect(question.element["maxLength"]).toBe(spec.maxLength);
    if (spec.kind === "ranking") expect(question.element["maxSelectedChoices"]).toBe(spec.places);
    if (spec.instead !== undefined) expect(Object.keys(dictionary)).toContain(spec.instead);
  });

  test("choices, rows and columns say what the dictionary says, or begin with it", () => {
    const wrong: string[] = [];
    for (const question of questions) {
      for (const [name] of askedFor(question)) {
        const spec = dictionary[name];
        const options = [
          ...listOf(asked.get(name)?.element["choices"]),
          ...listOf(asked.get(name)?.element["columns"]),
        ];
        if (spec?.kind !== "single" && spec?.kind !== "multiple") continue;
        if (typeof spec.categories === "string") continue;
        for (const { code, label } of spec.categories) {
          const text = options.find(({ value }) => textOf(value) === code)?.["text"];
          if (text !== label) wrong.push(`${name}.${code}: ${textOf(text)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    for (const [name, rows] of [
      ["barrier", BARRIERS],
      ["gain", GAINS],
      ["coop_works", STEPS],
      ["lead_times", STEPS],
    ] as const) {
      const texts = listOf(questions.find((q) => q["name"] === name)?.["rows"]).map(({ text }) => textOf(text));
      for (const [i, { label }] of rows.entries()) expect(texts[i]).toMatch(new RegExp(`^${label}( |:|$)`));
    }
  });

  test("variable names fit R, SPSS and Stata", () => {
    for (const name of Object.keys(dictionary)) expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
  });

  test("every answer to what is asked instead of a number is a range or a reason", () => {
    expect(INSTEAD.map(({ code }) => code)).toEqual(["range", ...INSTEAD_REASONS.map(({ code }) => code)]);
    expect(reasonInstead("range")).toBeUndefined();
    expect(reasonInstead("secrecy")).toBe("cannot_state");
    expect(reasonInstead("too_early")).toBe("too_early");
  });
});

describe("the party questionnaire as written", () => {
  test("every page, panel, question, column and item has a vid, every choice, row and matrix column a cid", () => {
    const vids: unknown[] = [];
    const cids: unknown[] = [];
    for (const element of elements) {
      vids.push(element["vid"], ...listOf(element["items"]).map(({ vid }) => vid));
      const columns = listOf(element["columns"]);
      if (element["type"] === "matrix") cids.push(...columns.map(({ cid }) => cid));
      else vids.push(...columns.map(({ vid }) => vid));
      for (const holder of [element, ...columns])
        cids.push(...[...listOf(holder["choices"]), ...listOf(holder["rows"])].map(({ cid }) => cid));
      cids.push(...listOf(element["items"]).map(({ cid }) => cid));
    }
    for (const id of [...vids, ...cids]) expect(id).toMatch(/^[pqc][a-z0-9]{6}$/);
    expect(new Set([...vids, ...cids]).size).toBe(vids.length + cids.length);
  });

  test("no answer is required, and nothing is marked up", () => {
    expect(JSON.stringify(survey)).not.toMatch(/isRequired|requiredIf|"html"|<\/?[a-z]|\*\*|__/i);
  });

  test("every free text asks not to write about individuals, or asks for roles, conditions or sources only", () => {
    const unwarned = questions
      .filter(({ type, inputType }) => type === "comment" || (type === "text" && inputType === undefined))
      .filter(({ description }) => !textOf(description).includes("Skriv inget om enskilda personer."));
    expect(unwarned.map(({ name }) => name)).toEqual(["resp_role", "conditions_to_join", "known_stats_ref"]);
  });

  test("it has eight or nine parts, each with an introduction", () => {
    const pages = listOf(survey["pages"]);
    expect(pages.length).toBeGreaterThanOrEqual(8);
    expect(pages.length).toBeLessThanOrEqual(9);
    for (const { description } of pages) expect(textOf(description).length).toBeGreaterThan(40);
  });
});
