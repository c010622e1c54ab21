/** Values of the sections' tables, worked out by hand from tests/fixtures/two-towns.ts. */
import { beforeAll, describe, expect, test } from "vitest";
import { compileReport, type Report, type ReportFilter } from "../reports/report.ts";
import type { Table, TableRow } from "../reports/section.ts";
import { sections } from "../reports/sections/index.ts";
import { filterDataset } from "../reports/filter.ts";
import type { Dataset } from "../reports/dataset.ts";
import { loadSolver } from "../server/highs-solver.ts";
import type { LpSolver } from "../reports/stats/lp.ts";
import { datasetOf, studyOf } from "./fixtures/dataset.ts";
import { onlyRow, tableIn } from "./fixtures/read-report.ts";
import { AMAL, answers, study, twoTowns, VANERSBORG } from "./fixtures/two-towns.ts";

let solver: LpSolver;
let report: Report;
const ALL: ReportFilter = { municipalities: [], parties: [] };

const reportOf = (data: Dataset, filter = ALL): Report =>
  compileReport(sections, filterDataset(data, filter), filter, { solver }, (id, cause) => {
    throw new Error(id, { cause });
  });

beforeAll(async () => {
  solver = await loadSolver();
  report = reportOf(twoTowns);
});

const table = (section: string, id: string, of = report): Table => tableIn(of, section, id);
const row = (section: string, id: string, keys: TableRow, of = report): TableRow =>
  onlyRow(table(section, id, of), keys);

describe("coverage", () => {
  test("seven of nine have answered, and a draft is no answer", () => {
    expect(table("coverage", "rates").rows).toEqual([
      { instrument: "party", expected: 9, answered: 7, partial: 1, rate: 7 / 9 },
    ]);
    expect(row("coverage", "cells", { party: "eh", municipality: VANERSBORG })).toMatchObject({
      status: "draft",
      responses: 0,
    });
    expect(row("coverage", "cells", { party: "ohara" })).toMatchObject({ status: "not_started", municipality: AMAL });
  });
});

test("what belongs to no party or municipality says so in the coverage", () => {
  const { assignments } = twoTowns;
  const voices = {
    n: 1,
    instrument: ["voice" as const],
    party: Int32Array.of(-1),
    municipality: Int32Array.of(0),
    status: ["answered" as const],
    responses: Int32Array.of(14),
  };
  const found = reportOf({ ...twoTowns, assignments: voices });
  expect(table("coverage", "cells", found).rows).toEqual([
    {
      instrument: "voice",
      party: { missing: "not_applicable" },
      party_kind: { missing: "not_applicable" },
      municipality: AMAL,
      status: "answered",
      responses: 14,
    },
  ]);
  expect(
    filterDataset({ ...twoTowns, assignments: voices }, { municipalities: [], parties: ["soc"] }).assignments.n,
  ).toBe(0);
  expect(
    filterDataset({ ...twoTowns, assignments: voices }, { municipalities: [AMAL], parties: [] }).assignments.n,
  ).toBe(1);
  expect(assignments.n).toBe(9);
});

describe("group-size", () => {
  test("a figure, its share of the caseload and its number per 1 000 of the target ages", () => {
    // 60 of 240 = 0.25; 1000 · 60 / 1200 = 50
    expect(row("group-size", "counts", { party: "soc", municipality: AMAL })).toMatchObject({
      n_known: 60,
      low: { missing: "not_answered" },
      source: "register",
      precision: "pm10",
      caseload: 240,
      share_of_caseload: 0.25,
      per_1000: 50,
    });
  });

  test("a range without a figure keeps its ends and its reason", () => {
    // 1000 · 15 / 1200 = 12.5
    expect(row("group-size", "counts", { party: "eh", municipality: AMAL })).toMatchObject({
      n_known: { missing: "cannot_state" },
      low: 15,
      high: 25,
      per_1000: { missing: "cannot_state" },
      low_per_1000: 12.5,
    });
  });

  test("a party that has not answered is a row that says so", () => {
    expect(row("group-size", "counts", { party: "ohara" })).toMatchObject({ n_known: { missing: "not_answered" } });
  });

  test("an unknown caseload is the reason that there is no share", () => {
    expect(row("group-size", "counts", { party: "af", municipality: AMAL }).share_of_caseload).toEqual({
      missing: "dont_know",
    });
  });

  test("totals sum what is stated and say how many stated it", () => {
    // Åmål 60 + 40 + 42 = 142 from three parties; with the range 15–25: 157 to 167
    expect(row("group-size", "totals", { municipality: AMAL })).toMatchObject({
      sum_reported: 142,
      parties_answered: 3,
      parties_expected: 5,
      parties_range: 1,
      sum_low: 157,
      sum_high: 167,
    });
    expect(row("group-size", "totals", { municipality: VANERSBORG })).toMatchObject({
      sum_reported: 210,
      parties_answered: 2,
      parties_expected: 4,
    });
  });

  test("an approximated population is noted, and without population there is no figure per 1 000", () => {
    expect(table("group-size", "counts").notes.join(" ")).toContain("ungefärlig i Vänersborg");
    const without = reportOf({ ...twoTowns, population: new Map() });
    expect(row("group-size", "counts", { party: "soc", municipality: AMAL }, without).per_1000).toEqual({
      missing: "cannot_state",
    });
    expect(table("group-size", "counts", without).notes.join(" ")).toContain(
      "Befolkning saknas för Åmål och Vänersborg",
    );
  });

  test("the kinds are summarised over the answers with a figure", () => {
    // Socialtjänst: 50 and 30 per 1 000; R: quantile(c(30, 50), c(.25, .5, .75)) = 35 40 45
    expect(row("group-size", "by_kind", { party_kind: "social_services" })).toMatchObject({
      n: 2,
      min: 30,
      q1: 35,
      median: 40,
      q3: 45,
      max: 50,
    });
  });
});

describe("unduplicated", () => {
  test("bounds from counts alone and with overlaps", () => {
    // Åmål: sizes 60, 40, 42, 15–25; soc∩bup 20, soc∩af 18.
    // Counts: at least 60, at most 60 + 40 + 42 + 25 = 167. With overlaps: |soc∪bup∪af| is least 60 + 20 + 24 − |bup∩af outside soc|
    // with up to 20 shared outside soc = 84, and at most 142 − 20 − 18 = 104; eh adds 0 to 25.
    expect(row("unduplicated", "bounds", { municipality: AMAL })).toMatchObject({
      counts_lower: 60,
      counts_upper: 167,
      lower: 84,
      upper: 129,
      feasible: true,
    });
    expect(row("unduplicated", "bounds", { municipality: VANERSBORG })).toMatchObject({ lower: 120, upper: 210 });
  });

  test("statements that cannot all be true give no bounds, a row that says why, and a sentence", () => {
    // More in common (8) than BUP has in all (5).
    const two = ["social_services", "child_psychiatry"] as const;
    const parties = two.map((kind) => ({
      id: kind,
      kind,
      name: kind === two[0] ? "Socialtjänsten" : "BUP",
      municipalities: [AMAL],
    }));
    const data = datasetOf({
      study: studyOf(parties),
      names: { [AMAL]: "Åmål" },
      answers: [
        { party: two[0], municipality: AMAL, cells: { n_known: 10 }, pairs: { n_overlap: { [two[1]]: 8 } } },
        { party: two[1], municipality: AMAL, cells: { n_known: 5 } },
      ],
    });
    const found = reportOf(data);
    expect(row("unduplicated", "bounds", { municipality: AMAL }, found)).toMatchObject({
      counts_lower: 10,
      counts_upper: 15,
      lower: { missing: "cannot_state" },
      upper: { missing: "cannot_state" },
      feasible: false,
    });
    expect(table("unduplicated", "conflicts", found).rows).toHaveLength(1);
    const [first] = found.sections.find(({ id }) => id === "unduplicated")?.sentences ?? [];
    expect(first).toBe(
      "I Åmål går det inte att räkna ut hur många olika personer det är: uppgifter från två parter motsäger varandra.",
    );
  });

  test("a size without upper end is unbounded where no population is known", () => {
    const parties = [{ id: "a", kind: "other" as const, name: "A", municipalities: [AMAL] }];
    const cells = { n_known: "!cannot_state", n_known_low: 7 };
    const data = datasetOf({
      study: studyOf(parties),
      names: {},
      answers: [{ party: "a", municipality: AMAL, cells }],
    });
    expect(row("unduplicated", "bounds", {}, reportOf(data))).toMatchObject({
      lower: 7,
      upper: "∞",
      counts_upper: "∞",
    });
    expect(row("group-size", "totals", {}, reportOf(data))).toMatchObject({
      sum_reported: { missing: "not_answered" },
      sum_low: 7,
      sum_high: "∞",
    });
  });

  test("estimates of pairs with an overlap, none where there is none", () => {
    // Chapman 61 · 41 / 21 − 1 = 118.0952 and 61 · 43 / 19 − 1 = 137.0526
    const estimates = table("unduplicated", "estimates").rows.filter(
      ({ municipality, method }) => municipality === AMAL && method === "chapman",
    );
    expect(estimates.map(({ estimate }) => estimate)).toEqual([
      expect.closeTo(118.0952, 4),
      expect.closeTo(137.0526, 4),
    ]);
    expect(row("unduplicated", "estimates", { municipality: VANERSBORG, method: "chapman" }).estimate).toEqual({
      missing: "cannot_state",
    });
  });

  test("every method has a row for every municipality, with an estimate or with why there is none", () => {
    const { rows } = table("unduplicated", "estimates");
    expect(rows.map(({ municipality, method }) => [municipality, method])).toEqual([
      [AMAL, "chapman"],
      [AMAL, "chapman"],
      [AMAL, "log_linear"],
      [AMAL, "chao"],
      [VANERSBORG, "chapman"],
      [VANERSBORG, "log_linear"],
      [VANERSBORG, "chao"],
    ]);
    expect(rows.filter(({ estimate }) => typeof estimate !== "number").map(({ note }) => note)).toEqual([
      expect.stringContaining("med fler än fyra parter räcker svaren inte") as string,
      expect.stringContaining("alla parter har inte svarat") as string,
      expect.stringContaining("inget par av dem har uppgett hur många de har gemensamt") as string,
      expect.stringContaining("alla parter i kommunen har inte angett ett antal") as string,
      expect.stringContaining("ingen part har svarat på frågan") as string,
    ]);
  });

  test("the figures of the sum stand largest first, a range with both ends", () => {
    expect(
      table("unduplicated", "sums")
        .rows.filter(({ municipality }) => municipality === AMAL)
        .map(({ party, low, high }) => [party, low, high]),
    ).toEqual([
      ["soc", 60, 60],
      ["af", 42, 42],
      ["bup", 40, 40],
      ["eh", 15, 25],
    ]);
  });
});

describe("interventions", () => {
  test("a row an intervention and place, with the reason where there is no answer", () => {
    expect(table("interventions", "availability").rows).toHaveLength(4 * 9);
    expect(
      row("interventions", "availability", { intervention: "case_management", party: "soc", municipality: AMAL }),
    ).toMatchObject({
      availability: "available",
      capacity: 20,
      reached: 14,
    });
    expect(
      row("interventions", "availability", { intervention: "outreach", party: "af", municipality: AMAL }).availability,
    ).toEqual({
      missing: "dont_know",
    });
  });

  test("ratings are counted, too early stands apart, net and median come from the ratings", () => {
    // 5, 4, 4, 2: net 100 · (3 − 1) / 4 = 50, median (4 + 4) / 2
    expect(row("interventions", "effect", { intervention: "case_management" })).toEqual({
      intervention: "case_management",
      group: "party",
      n: 4,
      c1: 0,
      c2: 1,
      c3: 0,
      c4: 2,
      c5: 1,
      dont_know: 0,
      too_early: 2,
      net: 50,
      median: 4,
    });
    // 3, 1, 4: net 100 · (1 − 1) / 3 = 0, median 3
    expect(row("interventions", "effect", { intervention: "outreach" })).toMatchObject({ n: 3, net: 0, median: 3 });
    expect(row("interventions", "effect", { intervention: "peer_support" })).toMatchObject({
      n: 0,
      net: { missing: "not_asked" },
    });
  });

  test("places and persons reached stand beside who is known, and never through it", () => {
    // Åmål: soc and eh have it, af partly, bup not; only soc states places. Known: at least soc's 60, at most 60 + 40 + 42 + 25.
    expect(row("interventions", "supply_need", { intervention: "case_management", municipality: AMAL })).toEqual({
      intervention: "case_management",
      municipality: AMAL,
      offering: 3,
      told: 4,
      capacity: 20,
      capacity_stated: 1,
      reached: 14,
      reached_stated: 1,
      known_least: 60,
      known_most: 167,
    });
    expect(row("interventions", "supply_need", { intervention: "peer_support", municipality: AMAL })).toMatchObject({
      offering: 0,
      capacity: { missing: "not_applicable" },
    });
    expect(row("interventions", "supply_need", { intervention: "outreach", municipality: VANERSBORG })).toMatchObject({
      offering: 1,
      capacity: { missing: "cannot_state" },
      known_least: 120,
      known_most: 210,
    });
  });

  test("limits are counted by intervention", () => {
    expect(row("interventions", "limits", { intervention: "case_management", limit: "queue" })).toMatchObject({
      mentions: 2,
      answers: 2,
    });
    expect(row("interventions", "limits", { intervention: "case_management", limit: "age" })).toMatchObject({
      mentions: 1,
    });
  });
});

describe("gaps", () => {
  test("missing interventions against the answers to the question", () => {
    expect(row("gaps", "missing", { intervention: "peer_support" })).toMatchObject({
      parties_missing: 4,
      parties_answered: 5,
    });
    expect(row("gaps", "missing", { intervention: "outreach" })).toMatchObject({ parties_missing: 2 });
    expect(row("gaps", "missing", { intervention: "case_management" })).toMatchObject({ parties_missing: 0 });
  });

  test("wishes give five to one points", () => {
    // peer: first, first, second = 5 + 5 + 4; outreach: second, first = 4 + 5; housing: third = 3; case: second = 4
    expect(
      table("gaps", "wanted").rows.map(({ intervention, score, first_choices }) => [
        intervention,
        score,
        first_choices,
      ]),
    ).toEqual([
      ["case_management", 4, 0],
      ["outreach", 9, 1],
      ["housing_support", 3, 0],
      ["peer_support", 14, 2],
    ]);
  });

  test("coverage of a need leaves out those without need and without answer", () => {
    expect(row("gaps", "coverage", { domain: "housing", municipality: AMAL })).toEqual({
      domain: "housing",
      municipality: AMAL,
      no_need: 0,
      met: 1,
      partly: 1,
      unmet: 1,
      unknown: 1,
      coverage: 1 / 3,
    });
    expect(row("gaps", "coverage", { domain: "housing", municipality: VANERSBORG })).toMatchObject({
      no_need: 2,
      unknown: 1,
      coverage: { missing: "dont_know" },
    });
  });

  test("unranked items share the remaining places", () => {
    // Ranks (case, outreach, housing, peer): (4, 2, 3, 1), (2, 3.5, 3.5, 1), (3.5, 1, 3.5, 2). Sums 9.5, 6.5, 10, 4; mean 7.5;
    // S = 4 + 1 + 6.25 + 12.25 = 23.5; ties: two of two = 6 each = 12; W = 12 · 23.5 / (9 · 60 − 3 · 12) = 282 / 504
    expect(table("gaps", "agreement").rows).toEqual([
      { w: expect.closeTo(282 / 504, 10) as number, raters: 3, items: 4 },
    ]);
  });
});

describe("quadrants", () => {
  const quadrant = (intervention: string, municipality: string) =>
    row("gaps", "quadrants", { intervention, municipality }).quadrant;

  test("an intervention that no party has and somebody misses is a need without it", () => {
    // peer_support in Åmål: missing with all four; named by soc, bup and af.
    expect(quadrant("peer_support", AMAL)).toBe("need_without");
  });

  test("one that exists only partly, or that a third of the answers miss, does not reach", () => {
    // peer_support in Vänersborg: partly at soc, missing at the others. outreach in Åmål: partly at soc, fully at eh, named by 1 of 3.
    expect(quadrant("peer_support", VANERSBORG)).toBe("not_reaching");
    expect(quadrant("outreach", AMAL)).toBe("not_reaching");
  });

  test("one that is there and missed by nobody, with fewer than three ratings, has no known effect", () => {
    // case_management in Åmål is rated 5 and 4, too early by af.
    expect(row("gaps", "quadrants", { intervention: "case_management", municipality: AMAL })).toEqual({
      intervention: "case_management",
      municipality: AMAL,
      quadrant: "effect_unknown",
      told: 4,
      exists: 3,
      fully: 2,
      asked: 3,
      missing: 0,
      wanted: 1,
      party_net: 100,
      party_n: 2,
      staff_net: { missing: "not_answered" },
      staff_n: 0,
      voice_net: { missing: "not_answered" },
      voice_n: 0,
    });
  });

  test("the totals count municipalities", () => {
    expect(row("gaps", "quadrants_total", { intervention: "peer_support" })).toMatchObject({
      need_without: 1,
      not_reaching: 1,
      works: 0,
    });
  });
});

test("disagreements: support that one misses and another has, and cooperation that the other denies", () => {
  // Åmål: soc names outreach as missing, eh has it in full; eh says it meets soc monthly, soc says never; soc says oral, bup none.
  // Vänersborg: soc itself has the outreach that it names as missing, and that is no disagreement.
  expect(
    table("gaps", "disagreements").rows.map(({ municipality, kind, party, other }) => [
      municipality,
      kind,
      party,
      other,
    ]),
  ).toEqual([
    [AMAL, "support", "soc", "eh"],
    [AMAL, "cooperation", "eh", "soc"],
    [AMAL, "agreement", "soc", "bup"],
  ]);
});

describe("lead-times", () => {
  test("days go before the bin, and what is no time is counted apart", () => {
    // Assessment: soc 15–30 twice, bup 10–14 days = (9, 14] and 31–60; af "vet ej", eh "inte aktuellt", af in Vänersborg nothing.
    // Masses 1/4 on (9, 14], 1/2 on (14, 30], 1/4 on (30, 60]: the median lies in (14, 30]. Norm 30: 3 of 4 within, 1 over.
    expect(row("lead-times", "by_step", { step: "assessment", party_kind: "all" })).toEqual({
      step: "assessment",
      group: "party",
      party_kind: "all",
      n: 4,
      median_low: 14,
      median_high: 30,
      norm_days: 30,
      within_norm: 0.75,
      possibly_within: 0,
      over_norm: 0.25,
      dont_know: 1,
      not_applicable: 1,
      no_answer: 1,
    });
    expect(table("lead-times", "distribution").rows.filter(({ step }) => step === "assessment")).toEqual([
      { step: "assessment", group: "party", from_days: 9, to_days: 14, mass: expect.closeTo(0.25, 8) as number },
      { step: "assessment", group: "party", from_days: 14, to_days: 30, mass: expect.closeTo(0.5, 8) as number },
      { step: "assessment", group: "party", from_days: 30, to_days: 60, mass: expect.closeTo(0.25, 8) as number },
    ]);
  });

  test("the kind's own norm goes before the general one, and a norm of the future is not in force", () => {
    expect(row("lead-times", "by_step", { step: "assessment", party_kind: "child_psychiatry" })).toMatchObject({
      norm_days: 14,
      within_norm: 0.5,
      over_norm: 0.5,
    });
    expect(row("lead-times", "by_step", { step: "first_contact", party_kind: "all" }).norm_days).toBe(7);
    expect(row("lead-times", "by_step", { step: "exit", party_kind: "all" }).norm_days).toEqual({
      missing: "not_applicable",
    });
  });

  test("the same day is 0 to 0, over 180 days has no upper end", () => {
    const masses = table("lead-times", "distribution").rows.filter(({ step }) => step === "first_contact");
    expect(masses.map(({ from_days, to_days }) => [from_days, to_days])).toEqual([
      [0, 0],
      [0, 3],
      [7, 14],
      [180, "∞"],
    ]);
  });

  test("an interval across the norm is possibly within", () => {
    const parties = [{ id: "a", kind: "other" as const, name: "A", municipalities: [AMAL] }];
    const data = datasetOf({
      study: studyOf(parties, { norms: study.norms }),
      names: {},
      answers: [{ party: "a", municipality: AMAL, cells: { "lt_low.assessment": 20, "lt_high.assessment": 40 } }],
    });
    expect(row("lead-times", "by_step", { step: "assessment", party_kind: "all" }, reportOf(data))).toMatchObject({
      median_low: 19,
      median_high: 40,
      within_norm: 0,
      possibly_within: 1,
      over_norm: 0,
    });
  });
});

describe("a filter", () => {
  test("narrows parties, municipalities, assignments, answers and overlaps together", () => {
    const filter = { municipalities: [AMAL], parties: ["child_psychiatry", "soc"] };
    const narrowed = filterDataset(twoTowns, filter);
    expect(narrowed.study.parties.map(({ id, municipalities }) => [id, municipalities])).toEqual([
      ["soc", [AMAL]],
      ["bup", [AMAL]],
    ]);
    expect(narrowed.assignments.n).toBe(2);
    expect(narrowed.responses.get("party")?.n).toBe(2);
    // soc's overlap with af falls away with af
    expect(narrowed.responses.get("party")?.pairs.get("n_overlap")).toEqual([
      { row: 0, other: "bup", value: 20 },
      { row: 1, other: "soc", value: 20 },
    ]);
    const found = reportOf(twoTowns, filter);
    expect(row("group-size", "totals", { municipality: AMAL }, found)).toMatchObject({
      sum_reported: 100,
      parties_expected: 2,
    });
    // 60 + 40 − 20
    expect(row("unduplicated", "bounds", { municipality: AMAL }, found)).toMatchObject({ lower: 80, upper: 80 });
  });

  test("an empty filter is the dataset itself, and a choice of nothing has no answers", () => {
    expect(filterDataset(twoTowns, ALL)).toBe(twoTowns);
    const nothing = reportOf(twoTowns, { municipalities: [], parties: ["probation"] });
    expect(nothing.sections.map(({ status }) => status)).toEqual(sections.map(() => "no-answers"));
  });

  test("the order of the answers changes no table", () => {
    const backwards = datasetOf({
      study,
      names: Object.fromEntries(twoTowns.municipalityNames),
      population: Object.fromEntries(twoTowns.population),
      answers: [...answers].reverse(),
      statuses: { [`eh ${VANERSBORG}`]: "draft" },
    });
    expect(JSON.stringify(reportOf(backwards))).toBe(JSON.stringify(report));
  });
});
