/** Values of the sections on persons, problems and responsibility, worked out by hand from tests/fixtures/two-towns*.ts. */
import { describe, expect, test } from "vitest";
import { datasetOf, studyOf, type PlainAnswer } from "./fixtures/dataset.ts";
import { row, sentencesOf, table, withStaff } from "./fixtures/section-tables.ts";
import { AMAL, study, VANERSBORG } from "./fixtures/two-towns.ts";

describe("profile", () => {
  test("a sub-group with its share of those known, and a range without a share", () => {
    // 24 of 60
    expect(row("profile", "groups", { party: "soc", municipality: AMAL, group: "substance_both" })).toMatchObject({
      n: 24,
      share_of_known: 0.4,
    });
    expect(row("profile", "groups", { party: "af", municipality: AMAL, group: "substance_both" })).toMatchObject({
      n: { missing: "cannot_state" },
      low: 5,
      high: 9,
      share_of_known: { missing: "cannot_state" },
    });
    expect(row("profile", "groups", { party: "ohara", group: "single_parent" }).n).toEqual({ missing: "not_answered" });
    expect(row("profile", "groups", { party: "eh", municipality: AMAL, group: "early_signs" })).toMatchObject({
      n: 12,
      share_of_known: { missing: "not_applicable" },
    });
    // Nobody was asked in the fixture.
    expect(row("profile", "groups", { party: "soc", municipality: AMAL, group: "low_education" }).n).toEqual({
      missing: "not_asked",
    });
  });

  test("sums are at least what is stated, and say who stated it", () => {
    // Åmål: 24 + 10 + (5 to 9); share over soc and bup, who state both: 34 of 100
    expect(row("profile", "group_totals", { group: "substance_both", municipality: AMAL })).toEqual({
      group: "substance_both",
      municipality: AMAL,
      sum_low: 39,
      sum_high: 43,
      stated: 3,
      expected: 5,
      known: 100,
      share_of_known: 0.34,
    });
    // With Vänersborg's 30 of 120: 64 of 220
    expect(row("profile", "by_group", { group: "substance_both" })).toMatchObject({
      sum_low: 69,
      sum_high: 73,
      stated: 4,
      expected: 9,
      share_of_known: 64 / 220,
    });
  });

  test("persons outside those known have no share of them", () => {
    expect(row("profile", "by_group", { group: "early_signs" })).toMatchObject({
      sum_low: 12,
      stated: 1,
      share_of_known: { missing: "not_applicable" },
    });
  });

  test("age and sex are summed over the parties that state them", () => {
    // soc 10 and 14, bup 20 and 15
    expect(row("profile", "sex_age", { municipality: AMAL, age: "16_19" })).toMatchObject({
      women: 30,
      men: 29,
      other: 1,
      stated: 2,
      expected: 5,
    });
    expect(row("profile", "sex_age", { municipality: AMAL, age: "25_25" })).toMatchObject({ women: 0, men: 5 });
    expect(row("profile", "sex_age", { municipality: VANERSBORG, age: "16_19" })).toMatchObject({ stated: 0 });
  });

  test("what k parties know is summed, and a bound is refused while a party has not answered", () => {
    // 22 + 20 + 20, 24 + 12 + 16, 14 + 8 + 6
    expect(row("profile", "known_by", { municipality: AMAL })).toMatchObject({
      only_us: 62,
      one_more: 52,
      two_or_more: 28,
      stated: 3,
    });
    expect(row("profile", "chao", { municipality: AMAL })).toMatchObject({
      once: 62,
      twice: 26,
      lower_bound: { missing: "cannot_state" },
      note: "Ingen gräns: alla parter har inte svarat på frågan.",
    });
  });

  test("Chao's bound where three parties have answered and the pattern holds", () => {
    // f1 = 30 + 20 + 10 = 60, f2 = (10 + 12 + 8) / 2 = 15, f3 = (9 + 9 + 9) / 3 = 9; 2·15 / (2·60) = 0.25 ≤ 3·9 / (1·15) = 1.8.
    // M = 60 + 15 + 9 = 84; bound 84 + 60² / (2·15) = 84 + 120 = 204
    const kinds = ["social_services", "child_psychiatry", "employment_service"] as const;
    const parties = kinds.map((kind) => ({ id: kind, kind, name: kind, municipalities: [AMAL] }));
    const counts = [
      [30, 10, 9],
      [20, 12, 9],
      [10, 8, 9],
    ];
    const data = datasetOf({
      study: studyOf(parties),
      names: { [AMAL]: "Åmål" },
      answers: kinds.map((party, i): PlainAnswer => {
        const [only = 0, one = 0, more = 0] = counts[i] ?? [];
        const cells = { only_us: only, one_more: one, two_or_more: more };
        return {
          party,
          municipality: AMAL,
          cells: Object.fromEntries(Object.entries(cells).map(([key, n]) => [`n_known_by_k.${key}`, n])),
        };
      }),
    });
    expect(row("profile", "chao", { municipality: AMAL }, data)).toMatchObject({
      once: 60,
      twice: 15,
      lower_bound: 204,
    });
    expect(sentencesOf("profile", data).join(" ")).toContain("i Åmål minst 204");
  });

  test("the trend stands apart for the parties and the staff", () => {
    expect(row("profile", "trend", { municipality: AMAL, group: "party" }, withStaff)).toMatchObject({
      unchanged: 1,
      increased: 1,
      increased_much: 1,
      dont_know: 1,
    });
    expect(row("profile", "trend", { municipality: AMAL, group: "staff" }, withStaff)).toMatchObject({
      increased: 4,
      no_answer: 3,
    });
    expect(table("profile", "trend").rows.every(({ group }) => group === "party")).toBe(true);
  });
});

describe("problems", () => {
  test("frequency by kind of party and over all", () => {
    expect(row("problems", "frequency", { domain: "substance", party_kind: "child_psychiatry" })).toEqual({
      domain: "substance",
      party_kind: "child_psychiatry",
      none: 0,
      some: 1,
      half: 1,
      most: 0,
      dont_know: 0,
      no_answer: 0,
    });
    // some, some, half, most, most; mean 3; 1 + (2/5)·log2(2/3)·2 = 1 − 0.8·0.58496 = 0.53203
    expect(row("problems", "frequency_by_domain", { domain: "substance" })).toMatchObject({
      some: 2,
      half: 1,
      most: 2,
      dont_know: 1,
      no_answer: 1,
      consensus: expect.closeTo(0.53203, 5) as number,
    });
  });

  test("the three clearest: mentions and first places", () => {
    expect(table("problems", "top").rows).toEqual([
      { domain: "substance", mentions: 4, first: 3, answers: 4 },
      { domain: "housing", mentions: 2, first: 0, answers: 4 },
      { domain: "work", mentions: 4, first: 1, answers: 4 },
    ]);
  });

  test("Kendall's W over the ranks of all four, and what each placed beside it", () => {
    // Rank sums 5, 11, 8; mean 8; S = 9 + 9 + 0 = 18; W = 12 · 18 / (16 · 24) = 0.5625
    expect(table("problems", "agreement").rows).toEqual([{ w: 0.5625, raters: 4, items: 3 }]);
    expect(row("problems", "by_party", { party: "af", municipality: AMAL, domain: "work" })).toMatchObject({
      place: 1,
      frequency: "most",
    });
    expect(row("problems", "by_party", { party: "af", municipality: AMAL, domain: "housing" }).place).toEqual({
      missing: "not_applicable",
    });
    expect(row("problems", "by_party", { party: "eh", municipality: AMAL, domain: "work" }).place).toEqual({
      missing: "not_answered",
    });
    const sentence = sentencesOf("problems").find((text) => text.includes("Kendalls W"));
    expect(sentence).toContain("beroende sätts oftast först, i 3 av 4 svar (Kendalls W är 0,56");
  });
});

describe("responsibility", () => {
  test("who is named, and by whom", () => {
    expect(row("responsibility", "owner", { owner: "social_services" })).toEqual({
      owner: "social_services",
      mentions: 3,
      answers: 6,
      named_by: "social_services|employment_service|child_psychiatry",
    });
    expect(table("responsibility", "owner").rows.reduce((sum, { mentions }) => sum + Number(mentions), 0)).toBe(6);
  });

  test("Åmål points different ways, Vänersborg away from itself", () => {
    expect(row("responsibility", "places", { municipality: AMAL })).toMatchObject({
      verdict: "differ",
      named: 2,
      most_named: "social_services",
      mentions: 2,
      own: 1,
      nobody: 0,
      answers: 3,
    });
    expect(row("responsibility", "places", { municipality: VANERSBORG })).toMatchObject({
      verdict: "elsewhere",
      own: 0,
    });
  });

  test.each([
    [["none", "unclear", "none"], "nobody"],
    [["joint", "joint", "unclear"], "one"],
    [["social_services", "child_psychiatry", "joint"], "everybody"],
    [["child_psychiatry", "employment_service", "child_psychiatry"], "elsewhere"],
    [["social_services", "joint", "none"], "differ"],
    [["child_psychiatry", "joint", "none"], "differ"],
  ] as const)("%j is %s", (owners, verdict) => {
    const parties = ["soc", "bup", "af"] as const;
    const answers = parties.map((party, i): PlainAnswer => ({
      party,
      municipality: AMAL,
      cells: { joint_resp_owner: owners[i] ?? "" },
    }));
    const data = datasetOf({ study, names: {}, answers });
    expect(row("responsibility", "places", { municipality: AMAL }, data).verdict).toBe(verdict);
    expect(row("responsibility", "places", { municipality: VANERSBORG }, data).verdict).toEqual({
      missing: "not_answered",
    });
  });

  test("today by municipality, the need by group", () => {
    expect(row("responsibility", "today", { municipality: AMAL })).toMatchObject({
      yes: 0,
      partly: 1,
      no: 2,
      dont_know: 1,
    });
    // 5, 4, 3, 5, 4, 2: net 100 · (4 − 1) / 6, median of 2 3 4 4 5 5
    expect(row("responsibility", "need", { code: "need", group: "party" })).toMatchObject({
      n: 6,
      c2: 1,
      c3: 1,
      c4: 2,
      c5: 2,
      dont_know: 1,
      net: 50,
      median: 4,
    });
    expect(row("responsibility", "need", { code: "need", group: "staff" }, withStaff)).toMatchObject({
      n: 4,
      net: 100,
    });
    // 1, 2, 5
    expect(row("responsibility", "need", { code: "clear", group: "staff" }, withStaff)).toMatchObject({
      n: 3,
      net: expect.closeTo(-100 / 3, 10) as number,
      median: 2,
    });
  });

  test("how often the staff see persons passed on", () => {
    expect(row("responsibility", "experience", { code: "st_bounced" }, withStaff)).toMatchObject({
      never: 1,
      rarely: 0,
      sometimes: 1,
      often: 1,
      always: 1,
      no_answer: 3,
    });
    // Those who were not asked are not among those without an answer.
    expect(row("responsibility", "experience", { code: "st_dead_end" }, withStaff)).toMatchObject({
      sometimes: 4,
      no_answer: 0,
    });
    expect(sentencesOf("responsibility", withStaff).at(-1)).toBe(
      "Personalen ser oftast ”personer skickas vidare utan lösning”: ofta eller alltid enligt 2 av 4 svar.",
    );
  });
});
