/** What staff and young people say of support, and the case questionnaire: tables worked out by hand. */
import { describe, expect, test } from "vitest";
import type { Dataset } from "../reports/dataset.ts";
import { quadrantOf, type QuadrantFacts } from "../reports/sections/gaps-quadrants.ts";
import { responsesOf, type InstrumentAnswer } from "./fixtures/responses-of.ts";
import { projectStudy } from "./fixtures/project.ts";
import { row, sentencesOf, table } from "./fixtures/section-tables.ts";
import { AMAL, twoTowns, VANERSBORG } from "./fixtures/two-towns.ts";

const staff = (municipality: string, cells: InstrumentAnswer["cells"]): InstrumentAnswer => ({
  party: "soc",
  municipality,
  cells,
});

/**
 * Party: soc in both towns has case management. Staff: three in Åmål, one in Vänersborg. Young: four, of whom three rate
 * outreach 1, 2 and 4 in Åmål. Case mika: soc sends to BUP after stage 1, BUP does nothing in stage 2.
 */
const data: Dataset = {
  ...twoTowns,
  study: projectStudy,
  responses: new Map([
    [
      "party",
      responsesOf(projectStudy, "party", [
        {
          party: "soc",
          municipality: AMAL,
          cells: {
            "iv_avail.case_management": "available",
            "iv_avail.outreach": "available",
            "iv_followed_up.case_management": "systematic",
            "iv_followed_up.outreach": "!dont_know",
            iv_other: "Fältgrupp på kvällar",
            iv_missing: ["peer_support"],
            iv_missing_other: "Jourboende",
            iv_wanted_rank: ["peer_support"],
          },
          pairs: { n_overlap: { bup: 12, af: 3 } },
        },
        {
          party: "bup",
          municipality: AMAL,
          cells: { "iv_avail.case_management": "missing", iv_other: "  " },
          pairs: { n_overlap: { soc: 0 } },
        },
        {
          party: "soc",
          municipality: VANERSBORG,
          cells: { "iv_avail.case_management": "partly", "iv_followed_up.case_management": "no" },
        },
      ]),
    ],
    [
      "staff",
      responsesOf(projectStudy, "staff", [
        staff(AMAL, {
          st_knows_iv: ["case_management"],
          st_missing: ["outreach"],
          st_wanted_rank: ["outreach", "peer_support"],
        }),
        staff(AMAL, { st_knows_iv: ["case_management", "outreach"], st_missing: ["outreach", "peer_support"] }),
        staff(AMAL, { st_knows_iv: ["peer_support"] }),
        staff(VANERSBORG, { st_knows_iv: ["outreach"] }),
      ]),
    ],
    [
      "voice",
      responsesOf(projectStudy, "voice", [
        { municipality: AMAL, cells: { "v_effect.outreach": "1", v_missing: ["peer_support"] } },
        { municipality: AMAL, cells: { "v_effect.outreach": "2" } },
        { municipality: AMAL, cells: { "v_effect.outreach": "4" } },
        { municipality: AMAL, cells: { "v_effect.outreach": "!too_early", v_missing: ["outreach"] } },
      ]),
    ],
    [
      "case",
      responsesOf(projectStudy, "case", [
        {
          party: "soc",
          municipality: AMAL,
          cells: { "stg_next.mika_1": "child_psychiatry", "stg_next.mika_3": "child_psychiatry" },
        },
        {
          party: "bup",
          municipality: AMAL,
          cells: { "stg_your_action.mika_2": ["no_action"], "stg_your_action.sam_1": ["no_action"] },
        },
        { party: "bup", municipality: VANERSBORG, cells: { "stg_your_action.mika_2": ["no_action"] } },
      ]),
    ],
  ]),
};

describe("interventions", () => {
  test("the effect has a row a group, and the young are not merged with the parties", () => {
    // 1, 2, 4 → n 3, net 100 · (1 − 2) / 3
    expect(row("interventions", "effect", { intervention: "outreach", group: "voice" }, data)).toMatchObject({
      n: 3,
      c1: 1,
      c2: 1,
      c4: 1,
      too_early: 1,
      net: expect.closeTo(-100 / 3, 10) as number,
      median: 2,
    });
    expect(row("interventions", "effect", { intervention: "outreach", group: "party" }, data).n).toBe(0);
  });

  test("whether the staff know the support is counted where a party says that it exists", () => {
    // Case management is in both towns: 2 of 4 know it. Outreach is in Åmål only: 1 of 3 there, 2 of 4 in all. Peer support nowhere.
    expect(table("interventions", "knowledge", data).rows.map((one) => Object.values(one))).toEqual([
      ["case_management", 2, 4, 2, 4],
      ["outreach", 1, 3, 2, 4],
      ["housing_support", 0, 0, 0, 4],
      ["peer_support", 0, 0, 1, 4],
    ]);
    expect(sentencesOf("interventions", data)).toContain(
      "Minst känt bland personalen är uppsökande arbete: 1 av 3 känner det där det finns.",
    );
  });

  test("follow-up of results is counted with don't know apart", () => {
    expect(row("interventions", "followed_up", { intervention: "case_management" }, data)).toMatchObject({
      systematic: 1,
      sometimes: 0,
      no: 1,
      answers: 2,
    });
    expect(row("interventions", "followed_up", { intervention: "outreach" }, data)).toMatchObject({
      dont_know: 1,
      answers: 0,
    });
  });

  test("own words stand with party and municipality, and empty ones nowhere", () => {
    expect(table("interventions", "other_support", data).rows).toEqual([
      { municipality: AMAL, party: "soc", text: "Fältgrupp på kvällar" },
    ]);
    expect(table("gaps", "other_missing", data).rows).toEqual([
      { municipality: AMAL, party: "soc", text: "Jourboende" },
    ]);
  });
});

describe("gaps", () => {
  test("what is missing stands by group, as a share of the group's own answers", () => {
    // Staff: two answered, both name outreach. Young: two answered, one names it.
    const missing = (group: string, intervention = "outreach") =>
      row("gaps", "missing_by_group", { intervention, group }, data);
    expect(missing("staff")).toMatchObject({ n: 2, answers: 2, share: 1 });
    expect(missing("voice")).toMatchObject({ n: 1, answers: 2, share: 0.5 });
    expect(missing("party", "peer_support")).toMatchObject({ n: 1, answers: 1, share: 1 });
  });

  test("wishes of parties and staff are points an answer", () => {
    expect(row("gaps", "wanted_by_group", { intervention: "peer_support", group: "party" }, data)).toMatchObject({
      score: 5,
      answers: 1,
      per_answer: 5,
    });
    expect(row("gaps", "wanted_by_group", { intervention: "peer_support", group: "staff" }, data)).toMatchObject({
      score: 4,
      first_choices: 0,
      per_answer: 4,
    });
  });

  test("support that is there but that the young rate low does not help", () => {
    expect(row("gaps", "quadrants", { intervention: "outreach", municipality: AMAL }, data)).toMatchObject({
      quadrant: "not_helping",
      voice_n: 3,
      party_n: 0,
    });
  });

  test("a hand-over to a party that does nothing in the next stage, and persons in common that the other does not have", () => {
    // The last stage of mika has no next one; sam is another case; BUP in Vänersborg is not the one that soc in Åmål sends to.
    expect(table("gaps", "disagreements", data).rows).toEqual([
      {
        municipality: AMAL,
        kind: "overlap",
        party: "soc",
        says: "12 av våra är också hos dem",
        other: "bup",
        other_says: "ingen av våra är hos dem",
      },
      {
        municipality: AMAL,
        kind: "handover",
        party: "soc",
        says: "de tar vid efter ”Frånvaron börjar”",
        other: "bup",
        other_says: "vi gör inget i ”Polisen ringer”",
      },
    ]);
  });
});

describe("the rule of the quadrants", () => {
  const there: QuadrantFacts = { told: 3, exists: 2, fully: 1, asked: 6, missing: 1, wanted: 0, nets: [50] };

  test.each([
    [{ told: 0, exists: 0, fully: 0 }, "unknown"],
    [{ exists: 0, fully: 0, missing: 1 }, "need_without"],
    [{ exists: 0, fully: 0, missing: 0, wanted: 1 }, "need_without"],
    [{ exists: 0, fully: 0, missing: 0 }, "not_asked_for"],
    [{ fully: 0 }, "not_reaching"],
    [{ missing: 2 }, "not_reaching"],
    [{ missing: 2, asked: 7 }, "works"],
    [{ nets: [50, -10] }, "not_helping"],
    [{ nets: [50, -9] }, "works"],
    [{ nets: [] }, "effect_unknown"],
    [{ asked: 0, missing: 0 }, "works"],
  ] as const)("%o is %s", (facts, quadrant) => {
    expect(quadrantOf({ ...there, ...facts })).toBe(quadrant);
  });
});
