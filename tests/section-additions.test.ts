/** Free texts, the study's budget, the staff's work and what young people have had: worked out by hand. */
import { describe, expect, test } from "vitest";
import type { Dataset } from "../reports/dataset.ts";
import type { StudyBudget } from "../survey-definitions/study.ts";
import { responsesOf, type InstrumentAnswer } from "./fixtures/responses-of.ts";
import { projectWith } from "./fixtures/project.ts";
import { chartsOf } from "../reports/section.ts";
import { row, sectionNamed, sentencesOf, table, tablesOf } from "./fixtures/section-tables.ts";
import { AMAL, study, twoTowns, VANERSBORG } from "./fixtures/two-towns.ts";

const withAnswers = (instrument: "party" | "staff", answers: readonly InstrumentAnswer[]): Dataset => ({
  ...twoTowns,
  responses: new Map([...twoTowns.responses, [instrument, responsesOf(study, instrument, answers)]]),
});

describe("free texts", () => {
  const data = withAnswers("party", [
    {
      party: "soc",
      municipality: AMAL,
      cells: { coop_works_note: "Vi ses varje vecka", conditions_to_join: "Ett beslut i nämnden" },
    },
    { party: "bup", municipality: AMAL, cells: { coop_fails_note: "Ingen svarar i telefon", coop_works_note: "" } },
    { party: "af", municipality: VANERSBORG, cells: { ready_to_join: "4" } },
  ]);

  test("what works and fails stands with the party and the place that wrote it; others have no row", () => {
    expect(table("cooperation", "notes", data).rows).toEqual([
      {
        party: "soc",
        municipality: AMAL,
        coop_works_note: "Vi ses varje vecka",
        coop_fails_note: { missing: "not_answered" },
      },
      {
        party: "bup",
        municipality: AMAL,
        coop_works_note: { missing: "not_answered" },
        coop_fails_note: "Ingen svarar i telefon",
      },
    ]);
  });

  test("so does what it takes to take part", () => {
    expect(table("resources", "conditions", data).rows).toEqual([
      { party: "soc", municipality: AMAL, conditions_to_join: "Ett beslut i nämnden" },
    ]);
  });
});

describe("the study's budget", () => {
  const budget: StudyBudget = {
    from: "2027-01-01",
    to: "2027-03-31",
    full_time_equivalents: 1,
    lines: [
      { label: "Lön", amount: 120_000, funder: "Samordningsförbundet" },
      { label: "Resor", amount: 30_000 },
    ],
  };
  const funded: Dataset = { ...twoTowns, study: { ...study, budget } };

  test("its lines, in kronor and as shares", () => {
    expect(table("resources", "budget", funded).rows).toEqual([
      { line: "1", funder: "Samordningsförbundet", amount: 120_000, share: 0.8 },
      { line: "2", funder: { missing: "not_answered" }, amount: 30_000, share: 0.2 },
    ]);
  });

  // Hours: soc 20, bup 8, af 4–10 in Åmål; soc 40, bup 5 or more in Vänersborg. 77 or more, 77 · 12 / 2 080 full-time posts.
  // Four answers say what they can give, and one of them money.
  test("beside the hours of the parties as full-time posts, and those who can give money", () => {
    expect(table("resources", "frame", funded).rows).toEqual([
      {
        from: "2027-01-01",
        to: "2027-03-31",
        amount: 150_000,
        full_time: 1,
        hours_low: 77,
        hours_high: "∞",
        party_full_time_low: expect.closeTo((77 * 12) / 2080, 10) as number,
        party_full_time_high: "∞",
        stated: 5,
        money: 1,
        answers: 4,
      },
    ]);
    expect(sentencesOf("resources", funded)).toContain(
      "Studiens budget är 150\u00a0000 kronor och en heltid; parternas timmar motsvarar minst 0,4 heltider.",
    );
  });

  test("without a budget nothing is compared, and nothing is said of it", () => {
    expect(table("resources", "budget").rows).toEqual([]);
    expect(table("resources", "frame").rows[0]?.amount).toEqual({ missing: "not_applicable" });
    expect(sentencesOf("resources").join(" ")).not.toContain("budget");
  });
});

describe("the staff", () => {
  const data = withAnswers("staff", [
    { party: "soc", municipality: AMAL, cells: { st_plan_goal: "5", st_assess_prof: "2", st_meets_group: "day" } },
    { party: "soc", municipality: AMAL, cells: { st_plan_goal: "4", st_assess_prof: "1", st_meets_group: "never" } },
    { party: "bup", municipality: AMAL, cells: { st_plan_goal: "!dont_know", st_meets_group: "never" } },
  ]);

  test("agree or not with statements about plans and assessments", () => {
    expect(row("cooperation", "work", { code: "st_plan_goal" }, data)).toMatchObject({ n: 2, net: 100, dont_know: 1 });
    expect(row("cooperation", "work", { code: "st_assess_prof" }, data)).toMatchObject({ n: 2, net: -100 });
    expect(sentencesOf("cooperation", data).at(-1)).toBe(
      "Personalen instämmer mest i ”det finns en plan med tydliga mål för varje person” (2 av 2 svar) och minst i ”bedömningarna är professionella” (0 av 2 svar).",
    );
  });

  test("meet the group or not, by the kind of their party", () => {
    expect(row("profile", "meets", { party_kind: "social_services" }, data)).toMatchObject({ day: 1, never: 1 });
    expect(row("profile", "meets", { party_kind: "child_psychiatry" }, data)).toMatchObject({ day: 0, never: 1 });
    expect(sentencesOf("profile", data).at(-1)).toBe(
      "Personal möter gruppen vid 1 av 2 slag av parter; varje vecka eller oftare enligt 1 av 3 svar.",
    );
  });
});

test("what young people have had stands beside what helped most", () => {
  const young = (v_had: readonly string[], v_helped_most: readonly string[]) => ({
    municipality: AMAL,
    cells: { v_role: "young", v_had, v_helped_most },
  });
  const data = projectWith({
    voice: [
      ...Array.from({ length: 4 }, () => young(["outreach", "housing_support"], ["outreach"])),
      young(["housing_support"], ["housing_support"]),
    ],
  });
  expect(row("voices", "support", { question: "had", intervention: "housing_support", group: "young" }, data)).toEqual({
    question: "had",
    intervention: "housing_support",
    group: "young",
    n: 5,
    answers: 5,
    share: 1,
  });
  expect(sentencesOf("voices", data)).toContain(
    "De unga: det som flest har fått är boendestöd (5 av 5 svar), och det som flest tycker hjälpte mest är uppsökande arbete (4 av 5 svar).",
  );
});

describe("what young people and staff see differently", () => {
  const answersOf = (name: string, good: string, bad: string, counts: readonly [number, number]) =>
    [good, bad].flatMap((code, i) =>
      Array.from({ length: counts[i] ?? 0 }, () => ({ municipality: AMAL, cells: { [name]: code } })),
    );
  const young = (name: string, good: string, bad: string, counts: readonly [number, number]) =>
    answersOf(name, good, bad, counts).map((one) => ({ ...one, cells: { ...one.cells, v_role: "young" } }));
  const staff = (name: string, good: string, bad: string, counts: readonly [number, number]) =>
    answersOf(name, good, bad, counts).map((one) => ({ ...one, party: "soc" }));
  // 5 of 5 against 2 of 5: Fisher's p = 2 · C(7,5) / C(10,5) = 0.17
  const fewVoices = young("v_clear_next", "5", "1", [5, 0]);
  const fewStaff = staff("st_plan_goal", "5", "1", [2, 3]);

  test("is the largest difference that chance does not explain, though another is larger", () => {
    // 10 of 20 against 20 of 20: p = 2 · C(30,10) / C(40,20) = 0.0004, twice as much for two comparisons
    const data = projectWith({
      voice: [...fewVoices, ...young("v_after_plan", "yes", "no", [10, 10])],
      staff: [...fewStaff, ...staff("st_chain_thinking", "5", "1", [20, 0])],
    });
    expect(sentencesOf("voices", data)[0]).toBe(
      "Mest skiljer sig svaren om ”det finns en tanke om tiden efteråt”: 50 procent av svaren från de unga är bra, mot 100 procent av svaren från personalen.",
    );
  });

  test("is said to be small where chance explains all of it", () => {
    expect(sentencesOf("voices", projectWith({ voice: fewVoices, staff: fewStaff }))[0]).toBe(
      "Skillnaderna mellan grupperna är små nog att kunna bero på slumpen.",
    );
  });
});

describe("a chart about what nobody was asked", () => {
  const drawn = (section: string, data?: Dataset) =>
    chartsOf(sectionNamed(section), tablesOf(section, data)).map(({ id }) => id);

  test.each([
    ["cooperation", "staff"],
    ["responsibility", "experience"],
    ["resources", "budget"],
  ])("is left out: %s/%s", (section, chart) => {
    expect(drawn(section)).not.toContain(chart);
    expect(drawn(section).length).toBeGreaterThan(0);
  });

  test("is there as soon as staff have answered, whatever they left out", () => {
    const data = withAnswers("staff", [
      { party: "soc", municipality: AMAL, cells: { st_plan_goal: "!dont_know", st_bounced: "!dont_know" } },
    ]);
    expect(drawn("cooperation", data)).toContain("staff");
    expect(drawn("responsibility", data)).toContain("experience");
  });
});

test("municipalities are gathered under who is to lead: everybody and nobody are told", () => {
  const data = withAnswers("party", [
    { party: "soc", municipality: AMAL, cells: { joint_resp_owner: "social_services" } },
    { party: "bup", municipality: AMAL, cells: { joint_resp_owner: "child_psychiatry" } },
    { party: "soc", municipality: VANERSBORG, cells: { joint_resp_owner: "none" } },
  ]);
  expect(row("responsibility", "places", { municipality: AMAL }, data).verdict).toBe("everybody");
  expect(row("responsibility", "places", { municipality: VANERSBORG }, data).verdict).toBe("nobody");
  expect(sentencesOf("responsibility", data)).toEqual(
    expect.arrayContaining(["Ingen pekas ut i Vänersborg.", "Flera parter pekar ut sig själva i Åmål."]),
  );
});
