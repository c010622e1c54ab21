import { describe, expect, test } from "vitest";
import { DEFINITIONS } from "./instruments.ts";
import type { Dictionary } from "./dictionary.ts";
import { expandDictionary } from "./expand.ts";
import { resolveDefinition, withoutParty } from "./resolve.ts";
import type { Place } from "./study.ts";

const place: Place = {
  study: {
    id: "prov",
    title: "Unga & vuxna",
    target_group: { age_min: 16, age_max: 25, description: "unga <25" },
    reference_period: { from: "2026-01-01", to: "2026-12-31" },
    municipalities: ["1492", "1487"],
    parties: [
      { id: "soc", kind: "social_services", name: "Socialtjänsten", municipalities: ["1492"] },
      { id: "bup-a", kind: "child_psychiatry", name: "BUP A", municipalities: ["1492", "1487"] },
      { id: "bup-b", kind: "child_psychiatry", name: "BUP B", municipalities: ["1492"] },
      { id: "af", kind: "employment_service", name: "Arbetsförmedlingen", municipalities: ["1487"] },
    ],
    interventions: [{ code: "outreach", label: "Uppsökande" }],
    problem_domains: [{ code: "school", label: "Skola" }],
    instruments: [],
    suppression_threshold: 5,
    norms: [],
    invented: false,
  },
  municipality: "1492",
  party: undefined,
  municipalityNames: new Map([["1492", "Åmål"]]),
};

const dictionary = {
  n: { kind: "number", label: "Antal", path: ["n"], unit: "", whole: true, min: 0, max: 9, answers: [] },
  avail: {
    kind: "single",
    ordered: false,
    label: "Finns",
    path: ["avail", "*"],
    over: "interventions",
    categories: [{ code: "yes", label: "Ja" }],
    answers: [],
  },
  effect: {
    kind: "single",
    ordered: true,
    label: "Hjälper",
    path: ["cards", "*", "effect"],
    over: "interventions",
    categories: "owners",
    also: [{ code: "dont_know", label: "Vet ej", missing: "dont_know" }],
    askedWhen: { variable: "avail", codes: ["yes"] },
    answers: [],
  },
  shared: {
    kind: "number",
    label: "Gemensamma",
    path: ["shared", "*"],
    over: "parties",
    unit: "",
    whole: true,
    min: 0,
    max: 9,
    answers: [],
  },
} as const satisfies Dictionary;

describe("expandDictionary", () => {
  test("makes a column of every row, with the row in the path and its codes resolved", () => {
    const variables = expandDictionary(dictionary, place);
    expect(variables.map(({ name }) => name)).toEqual([
      "n",
      "avail.outreach",
      "effect.outreach",
      "shared.soc",
      "shared.bup-a",
      "shared.bup-b",
    ]);
    expect(variables[2]).toMatchObject({
      base: "effect",
      row: "outreach",
      rowLabel: "Uppsökande",
      path: ["cards", "outreach", "effect"],
      askedWhen: { path: ["avail", "outreach"], codes: ["yes"] },
    });
    expect(variables[2]?.categories.map(({ code }) => code).slice(-3)).toEqual(["other", "joint", "dont_know"]);
  });

  test("asks a party about the other parties of the municipality only", () => {
    const names = expandDictionary(dictionary, { ...place, party: "soc", municipality: "1487" }).map(
      ({ name }) => name,
    );
    expect(names.slice(3)).toEqual(["shared.bup-a", "shared.af"]);
    const own = expandDictionary(dictionary, { ...place, party: "bup-a" }).map(({ name }) => name);
    expect(own.slice(3)).toEqual(["shared.soc", "shared.bup-b"]);
  });

  test("lets a kind stand for a party that is alone of its kind", () => {
    const aliases = expandDictionary(dictionary, place)
      .slice(3)
      .map(({ alias }) => alias);
    expect(aliases).toEqual(["social_services", undefined, undefined]);
  });

  test("cuts five-year bands to the target ages", () => {
    const bySexAndAge = { n: { ...dictionary.shared, path: ["n", "*"], over: "sex_age" } } as const;
    expect(expandDictionary(bySexAndAge, place).map(({ row, rowLabel }) => `${row} ${rowLabel}`)).toEqual([
      "women_16_19 Kvinnor 16–19 år",
      "men_16_19 Män 16–19 år",
      "other_16_19 Annat eller okänt kön 16–19 år",
      "women_20_24 Kvinnor 20–24 år",
      "men_20_24 Män 20–24 år",
      "other_20_24 Annat eller okänt kön 20–24 år",
      "women_25_25 Kvinnor 25 år",
      "men_25_25 Män 25 år",
      "other_25_25 Annat eller okänt kön 25 år",
    ]);
  });

  test.each(DEFINITIONS.map((definition) => [definition.instrument, definition] as const))(
    "gives every column of %s a name and a place of its own",
    (_, { dictionary: whole }) => {
      const variables = expandDictionary(whole, place);
      expect(new Set(variables.map(({ name }) => name)).size).toBe(variables.length);
      expect(new Set(variables.map(({ path }) => path.join("."))).size).toBe(variables.length);
    },
  );
});

describe("resolveDefinition", () => {
  const released = {
    title: "För {study.title}, {study.age_min}–{study.age_max} år",
    elements: [
      { type: "html", html: "<p>{study.target_group}</p>" },
      { type: "matrix", name: "avail", rowsFrom: "interventions", columns: ["yes"] },
      {
        type: "matrixdropdown",
        name: "cards",
        visibleIfAny: { of: "interventions", condition: "{avail.{code}} = 'yes'" },
        rowsFrom: "interventions",
        rowTemplate: { visibleIf: "{avail.{code}} = 'yes'" },
      },
      { type: "matrix", name: "coop", rowsFrom: "parties" },
      { type: "multipletext", name: "shared", vid: "q1", itemsFrom: "parties", itemTemplate: { inputType: "number" } },
      { type: "checkbox", name: "iv", choicesFrom: "interventions", choices: [{ value: "none", text: "Inget" }] },
      { type: "text", name: "note", title: "{study.period}, {party_name}" },
    ],
  };
  const resolved = resolveDefinition(released, place) as { title: string; elements: Record<string, unknown>[] };

  test("fills in the words of the study, safely where they stand in HTML, and leaves the words of the page", () => {
    expect(resolved.title).toBe("För Unga & vuxna, 16–25 år");
    expect(resolved.elements[0]?.["html"]).toBe("<p>unga &lt;25</p>");
    expect(resolved.elements[6]?.["title"]).toBe("1 januari–31 december 2026, {party_name}");
  });

  test("puts rows, items and choices in the place of the lists, with ids that are the same in every study", () => {
    expect(resolved.elements[1]?.["rows"]).toEqual([{ value: "outreach", text: "Uppsökande", cid: "iv:outreach" }]);
    expect(resolved.elements[2]).toMatchObject({
      visibleIf: "{avail.outreach} = 'yes'",
      rows: [{ value: "outreach", visibleIf: "{avail.outreach} = 'yes'" }],
    });
    expect(resolved.elements[4]?.["items"]).toMatchObject([
      { name: "soc", title: "Socialtjänsten", cid: "party:soc", vid: "q1/party:soc", inputType: "number" },
      { name: "bup-a" },
      { name: "bup-b" },
    ]);
    expect(resolved.elements[5]?.["choices"]).toMatchObject([{ value: "outreach" }, { value: "none" }]);
  });

  test("asks no party about itself", () => {
    expect(resolved.elements[3]?.["rows"]).toMatchObject([
      { value: "soc", visibleIf: "{party_id} <> 'soc'" },
      { value: "bup-a" },
      { value: "bup-b" },
    ]);
    const own = withoutParty(resolved, "bup-a") as typeof resolved;
    expect(own.elements[3]?.["rows"]).toMatchObject([{ value: "soc" }, { value: "bup-b" }]);
    expect(own.elements[4]?.["items"]).toMatchObject([{ name: "soc" }, { name: "bup-b" }]);
  });

  test("leaves no placeholder behind, changes nothing that it was given, and gives the same bytes again", () => {
    const before = JSON.stringify(released);
    const again = resolveDefinition(released, { ...place, party: "soc" });
    expect(JSON.stringify(again)).toBe(JSON.stringify(resolved));
    expect(JSON.stringify(released)).toBe(before);
    expect(JSON.stringify(resolved)).not.toMatch(/From"|Template"|visibleIfAny|\{study\.|\{code\}/);
  });

  test("refuses a list or a word that the study does not have", () => {
    expect(() => resolveDefinition({ rowsFrom: "people" }, place)).toThrow(RangeError);
    expect(() => resolveDefinition({ title: "{study.budget}" }, place)).toThrow(RangeError);
  });
});
