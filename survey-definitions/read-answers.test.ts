import { describe, expect, test } from "vitest";
import { expandDictionary } from "./expand.ts";
import type { Dictionary, Variable } from "./dictionary.ts";
import { readAnswers } from "./read-answers.ts";
import type { Place } from "./study.ts";

const place = {
  study: { interventions: [{ code: "outreach", label: "Uppsökande" }] },
} as unknown as Place;

const shared = { answers: [], label: "Fråga" } as const;
const scale = [
  { code: "1", label: "Inte alls" },
  { code: "2", label: "Mycket" },
  { code: "dont_know", label: "Vet ej", missing: "dont_know" },
] as const;
const dictionary: Dictionary = {
  n: { ...shared, kind: "number", path: ["n"], unit: "", whole: true, min: 0, max: 99, instead: "n_instead" },
  hours: { ...shared, kind: "number", path: ["hours"], unit: "h", whole: false, min: 0.5, max: 99 },
  degree: { ...shared, kind: "single", ordered: true, path: ["degree"], categories: scale },
  several: { ...shared, kind: "multiple", path: ["several"], categories: scale },
  order: { ...shared, kind: "ranking", path: ["order"], categories: scale.slice(0, 2), places: 1 },
  day: { ...shared, kind: "date", path: ["day"] },
  note: { ...shared, kind: "text", path: ["note"], maxLength: 10 },
  avail: { ...shared, kind: "single", ordered: false, path: ["avail", "*"], over: "interventions", categories: scale },
  effect: {
    ...shared,
    kind: "single",
    ordered: true,
    path: ["cards", "*", "effect"],
    over: "interventions",
    categories: scale,
    askedWhen: { variable: "avail", codes: ["1"] },
  },
};
const variables: readonly Variable[] = expandDictionary(dictionary, place);
const everything = new Set(variables.map(({ path }) => path[0] ?? ""));

const read = (answers: Record<string, unknown>, shown: ReadonlySet<string> = everything) =>
  readAnswers(variables, answers, shown);
const cell = (name: string, answers: Record<string, unknown>, shown = everything) => read(answers, shown).row.get(name);

describe("readAnswers", () => {
  test("reads each kind of value, wherever it lies", () => {
    const answers = {
      n: 40,
      hours: 2.5,
      degree: 2,
      several: ["2", "1"],
      order: ["2"],
      day: "2026-02-28",
      note: "Två rader\n",
      avail: { outreach: 1 },
      cards: { outreach: { effect: "1" } },
    };
    const { row, problems } = read(answers);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(row)).toEqual({
      n: { value: 40 },
      hours: { value: 2.5 },
      degree: { value: "2" },
      several: { value: ["2", "1"] },
      order: { value: ["2"] },
      day: { value: "2026-02-28" },
      note: { value: "Två rader\n" },
      "avail.outreach": { value: "1" },
      "effect.outreach": { value: "1" },
    });
  });

  test.each([
    ["n", "40", "not-a-number"],
    ["n", Number.NaN, "not-a-number"],
    ["n", 4.5, "not-whole"],
    ["n", 100, "out-of-range"],
    ["n", -1, "out-of-range"],
    ["hours", 0.4, "out-of-range"],
    ["degree", "3", "unknown-code"],
    ["degree", ["1"], "unknown-code"],
    ["several", "1", "not-a-list"],
    ["several", ["1", "9"], "unknown-code"],
    ["several", ["1", 1], "repeated-code"],
    ["order", ["1", "2"], "too-many-codes"],
    ["day", "2026-02-29", "not-a-date"],
    ["day", 20260228, "not-a-date"],
    ["note", 5, "not-text"],
    ["note", "elva tecken", "too-long"],
  ])("tells what is wrong with %s = %j and reads it as not answered", (name, value, code) => {
    const { row, problems } = read({ [name]: value, "no-such-question": 1 });
    expect(problems).toMatchObject([{ variable: name, code }]);
    expect(row.get(name)).toEqual({ missing: "not_answered" });
  });

  test.each([[null], [""], ["  "], [[]]])("takes %j for no answer", (value) => {
    expect(read({ note: value }).problems).toEqual([]);
    expect(cell("note", { note: value })).toEqual({ missing: "not_answered" });
  });

  test("tells a question that was not shown from one that was left empty", () => {
    expect(cell("n", {}, new Set(["n"]))).toEqual({ missing: "not_answered" });
    expect(cell("n", {}, new Set())).toEqual({ missing: "not_asked" });
  });

  test("takes a value that is stated although its question was hidden", () => {
    expect(cell("n", { n: 3 }, new Set())).toEqual({ value: 3 });
  });

  test("reads a choice that is a reason as that reason, also in a list", () => {
    expect(cell("degree", { degree: "dont_know" })).toEqual({ missing: "dont_know" });
    expect(cell("several", { several: ["1", "dont_know"] })).toEqual({ missing: "dont_know" });
  });

  test.each([
    ["secrecy", "cannot_state"],
    ["not_recorded", "cannot_state"],
    ["dont_know", "dont_know"],
    ["too_early", "too_early"],
    ["not_applicable", "not_applicable"],
    ["range", "cannot_state"],
  ])("reads an empty count with the answer %s instead as %s", (instead, reason) => {
    expect(cell("n", { n_instead: instead })).toEqual({ missing: reason });
    expect(cell("n", { n_instead: instead, n: 5 })).toEqual({ value: 5 });
  });

  test("reads a row as not asked where the row above it was not answered so", () => {
    expect(cell("effect.outreach", { avail: { outreach: "2" } })).toEqual({ missing: "not_asked" });
    expect(cell("effect.outreach", {})).toEqual({ missing: "not_asked" });
    expect(cell("effect.outreach", { avail: { outreach: "1" } })).toEqual({ missing: "not_answered" });
  });

  test("lets a reason that is kept by column name go before all others, but not before a value", () => {
    const missing_reasons = { "effect.outreach": "too_early", n: "not_applicable", degree: "nonsense" };
    const answers = { missing_reasons, n_instead: "secrecy" };
    expect(cell("effect.outreach", answers)).toEqual({ missing: "too_early" });
    expect(cell("n", answers)).toEqual({ missing: "not_applicable" });
    expect(cell("degree", answers)).toEqual({ missing: "not_answered" });
    expect(cell("n", { ...answers, n: 5 })).toEqual({ value: 5 });
  });

  test("takes control characters out of texts, since no XML file may hold them", () => {
    expect(cell("note", { note: "a\u0000b\tc\nd\uD800" })).toEqual({ value: "ab\tc\nd" });
  });

  test("is not led astray by rows that are called as what every object has", () => {
    expect(cell("avail.outreach", { avail: Object.create({ outreach: "1" }) as unknown })).toEqual({
      missing: "not_answered",
    });
    expect(read(JSON.parse('{"__proto__": {"n": 5}}') as Record<string, unknown>).row.get("n")).toEqual({
      missing: "not_answered",
    });
  });
});
