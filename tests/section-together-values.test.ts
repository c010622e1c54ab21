/** Values of the sections on cooperation, barriers, gains, resources and background, worked out by hand from tests/fixtures/two-towns*.ts. */
import { describe, expect, test } from "vitest";
import type { Dataset } from "../reports/dataset.ts";
import { MOST_NODES } from "../reports/sections/cooperation-network.ts";
import { datasetOf, studyOf } from "./fixtures/dataset.ts";
import { responsesOf } from "./fixtures/responses-of.ts";
import { row, sentencesOf, table, withStaff } from "./fixtures/section-tables.ts";
import { AMAL, study, twoTowns, VANERSBORG } from "./fixtures/two-towns.ts";

describe("cooperation", () => {
  test("a statement with its quality, agreement and what the other says", () => {
    const tie = (from: string, to: string) => row("cooperation", "ties", { from, to, municipality: AMAL });
    expect(tie("soc", "bup")).toMatchObject({
      frequency: "month",
      quality: 4,
      agreement: "oral",
      confirmed: "confirmed",
    });
    expect(tie("soc", "eh")).toMatchObject({
      frequency: "never",
      quality: { missing: "not_asked" },
      confirmed: "one-sided",
    });
    expect(tie("eh", "soc").confirmed).toBe("one-sided");
    expect(tie("af", "eh")).toMatchObject({ confirmed: "unanswered", quality: { missing: "not_answered" } });
    expect(tie("bup", "af").confirmed).toBe("unknown");
    expect(table("cooperation", "ties").rows).toHaveLength(9);
  });

  test("unknown is not zero: density over what is said, and bounds for the rest", () => {
    // Åmål: six ties in eight statements of 5 · 4; confirmed soc–bup, soc–af; one-sided soc–eh: 2·2 / (2·2 + 1)
    expect(row("cooperation", "measures", { municipality: AMAL })).toEqual({
      municipality: AMAL,
      parties: 5,
      said: 4,
      ties: 6,
      known: 8,
      possible: 20,
      density: 0.75,
      density_low: 0.3,
      density_high: 0.9,
      reciprocity: 0.8,
      confirmed: 2,
      one_sided: 1,
      unanswered: 1,
    });
    expect(row("cooperation", "measures", { municipality: VANERSBORG }).reciprocity).toEqual({
      missing: "not_applicable",
    });
  });

  test("degrees, what a party has not said, and who lies between", () => {
    // Ways soc–bup, soc–af, soc–eh, af–eh: soc is between bup and af, bup and eh
    expect(row("cooperation", "parties", { party: "soc", municipality: AMAL })).toMatchObject({
      out: 2,
      out_of: 3,
      in: 3,
      in_of: 3,
      unknown: 1,
      broker: 2,
    });
    expect(row("cooperation", "parties", { party: "ohara", municipality: AMAL })).toMatchObject({
      out: { missing: "not_answered" },
      in: 0,
      in_of: 0,
      unknown: 4,
      broker: 0,
    });
  });

  test("what works and what fails in a step are two distributions", () => {
    // works 2, 1, 3; fails 5, 4, 2
    expect(row("cooperation", "steps", { step: "handover", aspect: "works" })).toMatchObject({ n: 3, median: 2 });
    expect(row("cooperation", "steps", { step: "handover", aspect: "fails" })).toMatchObject({
      n: 3,
      c4: 1,
      c5: 1,
      median: 4,
    });
  });

  test("with very many parties in one municipality pairs are not compared, and it says so", () => {
    const parties = Array.from({ length: MOST_NODES + 1 }, (_, i) => ({
      id: `p${i}`,
      kind: "other" as const,
      name: `Part ${i}`,
      municipalities: [AMAL],
    }));
    const data = datasetOf({
      study: studyOf(parties),
      names: {},
      answers: [{ party: "p0", municipality: AMAL, cells: {}, pairs: { coop_freq: { p1: "week" } } }],
    });
    expect(row("cooperation", "measures", {}, data)).toMatchObject({
      ties: 1,
      known: 1,
      density: { missing: "cannot_state" },
    });
    expect(table("cooperation", "measures", data).notes.at(-1)).toContain("jämförs inte paren");
  });

  test("the staff's view of the last year", () => {
    expect(table("cooperation", "change", withStaff).rows[0]).toMatchObject({ increased: 3, no_answer: 4 });
  });
});

describe("barriers and gains", () => {
  test("ratings of the parties and of the staff, never merged", () => {
    // Parties 5, 4, 5, 4 and one "vet ej"; staff 5, 5, 4 and one "vet ej"
    expect(row("barriers", "barriers", { code: "secrecy", group: "party" }, withStaff)).toMatchObject({
      n: 4,
      c4: 2,
      c5: 2,
      dont_know: 1,
      net: 100,
      median: 4.5,
    });
    expect(row("barriers", "barriers", { code: "secrecy", group: "staff" }, withStaff)).toMatchObject({
      n: 3,
      dont_know: 1,
      median: 5,
    });
    // 3, 4, 5
    expect(row("barriers", "barriers", { code: "resources", group: "party" })).toMatchObject({
      n: 3,
      net: expect.closeTo(200 / 3, 10) as number,
      median: 4,
    });
    expect(row("barriers", "barriers", { code: "distance", group: "party" }).net).toEqual({ missing: "not_asked" });
  });

  test("by kind of party", () => {
    expect(row("barriers", "by_kind", { code: "resources", party_kind: "social_services" })).toMatchObject({
      n: 2,
      c3: 1,
      c5: 1,
    });
    expect(row("barriers", "by_kind", { code: "resources", party_kind: "civil_society" })).toMatchObject({ n: 0 });
  });

  test("gains", () => {
    expect(row("gains", "gains", { code: "cost", group: "party" })).toMatchObject({
      n: 2,
      c2: 1,
      c3: 1,
      net: -50,
      median: 2.5,
    });
  });

  test("the staff alone are enough for barriers", () => {
    const alone: Dataset = {
      ...withStaff,
      responses: new Map([...withStaff.responses].filter(([key]) => key === "staff")),
    };
    expect(sentencesOf("barriers", alone)).toEqual(["Personalen pekar mest på sekretess och it-system (netto +100)."]);
  });
});

describe("resources", () => {
  test("hours are at least so many, from so many of the parties", () => {
    // Åmål 20 + 8 + (4 to 10); Vänersborg 40 + (5 and up)
    expect(table("resources", "hours").rows).toEqual([
      { municipality: AMAL, sum_low: 32, sum_high: 38, stated: 3, expected: 5 },
      { municipality: VANERSBORG, sum_low: 45, sum_high: "∞", stated: 2, expected: 4 },
    ]);
  });

  test("what each party gives, and how many give it", () => {
    expect(row("resources", "offers", { party: "soc", municipality: AMAL })).toMatchObject({
      contributions: "staff|premises",
      competence: "coordination|motivation",
      hours: 20,
    });
    expect(row("resources", "contributions", { code: "staff" })).toMatchObject({ mentions: 3, answers: 4 });
    expect(row("resources", "preconditions", { code: "decision" })).toMatchObject({ mentions: 2, answers: 2 });
  });

  test("places of those that state them, of those that have the intervention", () => {
    // case_management: available or partly in six answers, of which soc in Åmål states 20 places
    expect(row("resources", "capacity", { intervention: "case_management" })).toEqual({
      intervention: "case_management",
      places: 20,
      stated: 1,
      offering: 6,
    });
    expect(row("resources", "capacity", { intervention: "peer_support" }).places).toEqual({ missing: "not_answered" });
  });
});

describe("background", () => {
  test("every figure has its year and source", () => {
    expect(row("background", "population", { municipality: VANERSBORG })).toEqual({
      municipality: VANERSBORG,
      persons: 4000,
      year: 2024,
      source: "SCB, folkmängd",
      approximated: true,
      parties: 4,
    });
    const without = { ...twoTowns, population: new Map() };
    expect(sentencesOf("background", without)).toEqual(["Ingen folkmängd har lästs in."]);
  });

  test("the parties' own words are there as they were written", () => {
    const words: Dataset = {
      ...twoTowns,
      responses: new Map([
        [
          "party",
          responsesOf(study, "party", [
            {
              party: "soc",
              municipality: AMAL,
              cells: { local_conditions: "Långa avstånd", known_stats_ref: "!not_asked" },
            },
          ]),
        ],
      ]),
    };
    expect(row("background", "remarks", { party: "soc", municipality: AMAL }, words)).toMatchObject({
      local_conditions: "Långa avstånd",
      known_stats_ref: { missing: "not_asked" },
    });
  });
});

test("the staff and the young people rate interventions under their own names", () => {
  // 4, 5, 2 and one too early
  expect(row("interventions", "effect", { intervention: "outreach", group: "staff" }, withStaff)).toMatchObject({
    n: 3,
    too_early: 1,
    net: expect.closeTo(100 / 3, 10) as number,
  });
  const voices = responsesOf(study, "voice", [{ municipality: AMAL, cells: { "v_effect.outreach": "5" } }]);
  const data: Dataset = { ...twoTowns, responses: new Map([...twoTowns.responses, ["voice", voices]]) };
  expect(row("interventions", "effect", { intervention: "outreach", group: "voice" }, data)).toMatchObject({
    n: 1,
    c5: 1,
  });
});
