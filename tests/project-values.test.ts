/** Values of the tables of the other questionnaires, worked out by hand from tests/fixtures/project.ts. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { LEAD_TIME_BINS } from "../survey-definitions/codes.ts";
import { medianOf } from "../reports/sections/proposals-figures.ts";
import { turnbull } from "../reports/stats/turnbull.ts";
import { compileReport, type Report, type ReportFilter } from "../reports/report.ts";
import { filterDataset } from "../reports/filter.ts";
import type { Dataset } from "../reports/dataset.ts";
import type { Table, TableRow } from "../reports/section.ts";
import { leadVerdict, namedLead, pointAtEachOther } from "../reports/sections/case-journey-lead.ts";
import { sections } from "../reports/sections/index.ts";
import type { LpSolver } from "../reports/stats/lp.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { allAnswers, PROJECT_SECTIONS, projectTowns, projectWith } from "./fixtures/project.ts";
import { onlyRow, tableIn } from "./fixtures/read-report.ts";
import { AMAL, VANERSBORG } from "./fixtures/two-towns.ts";

const ALL: ReportFilter = { municipalities: [], parties: [] };
const chosen = sections.filter(({ id }) => PROJECT_SECTIONS.includes(id));
let solver: LpSolver;
let report: Report;

const reportOf = (data: Dataset, filter = ALL): Report =>
  compileReport(chosen, filterDataset(data, filter), filter, { solver }, (id, cause) => {
    throw new Error(id, { cause });
  });

beforeAll(async () => {
  solver = await loadSolver();
  report = reportOf(projectTowns);
});

const table = (section: string, id: string, of = report): Table => tableIn(of, section, id);
const row = (section: string, id: string, keys: TableRow, of = report): TableRow =>
  onlyRow(table(section, id, of), keys);

const statusOf = (id: string, of: Report) => of.sections.find((one) => one.id === id)?.status;

describe("who leads a stage", () => {
  const said = (...pairs: readonly (readonly [string, string | undefined])[]) =>
    pairs.map(([kind, named]) => ({ kind, named }));

  test.each([
    ["nobody says anything", said(["a", undefined]), undefined],
    ["all name one that says so itself", said(["a", "a"], ["b", "a"]), "agreed"],
    ["all name one that has not said so", said(["a", "c"], ["b", "c"]), "unconfirmed"],
    ["they name different parties", said(["a", "a"], ["b", "b"]), "disputed"],
    ["one names a party, another says that it is unclear", said(["a", "a"], ["b", "unclear"]), "disputed"],
    ["all say that nobody does", said(["a", "none"], ["b", "unclear"]), "nobody"],
  ])("%s", (_, statements, verdict) => expect(leadVerdict(statements)).toBe(verdict));

  test.each([
    ["A says B and B says A", said(["a", "b"], ["b", "a"]), true],
    ["A says B, B says C and C says A", said(["a", "b"], ["b", "c"], ["c", "a"]), true],
    ["A and B say C, and C says so itself", said(["a", "c"], ["b", "c"], ["c", "c"]), false],
    ["A says B, B says C, and C says so itself", said(["a", "b"], ["b", "c"], ["c", "c"]), false],
    ["both lead by their own word", said(["a", "a"], ["b", "b"]), false],
    ["A says B, and B that it is unclear", said(["a", "b"], ["b", "unclear"]), false],
    ["two of a kind, of which one says that it leads", said(["a", "a"], ["a", "b"], ["b", "a"]), false],
    ["only one has said anything", said(["a", "b"], ["b", undefined]), undefined],
  ])("pointing at each other: %s", (_, statements, points) => expect(pointAtEachOther(statements)).toBe(points));

  test("who believes that somebody else leads is asked when the first answer names no party", () => {
    expect(namedLead("unclear", "social_services")).toBe("social_services");
    expect(namedLead("child_psychiatry", "social_services")).toBe("child_psychiatry");
    expect(namedLead("none", undefined)).toBe("none");
    expect(namedLead(undefined, "unclear")).toBe("unclear");
  });
});

describe("case-journey", () => {
  test("a row for every stage, party and municipality, answered or not", () => {
    // (3 + 1) stages × 9 places
    expect(table("case-journey", "stages").rows).toHaveLength(36);
    expect(row("case-journey", "stages", { case: "mika", stage: 2, party: "soc", municipality: AMAL })).toMatchObject({
      detects: "certainly",
      actions: "outreach|case_management",
      lead: "child_psychiatry",
      next: "none",
      wait_low: 40,
      wait_high: { missing: "not_answered" },
      retell: "yes",
    });
    expect(row("case-journey", "stages", { case: "mika", stage: 2, party: "af", municipality: AMAL }).lead).toEqual({
      missing: "not_answered",
    });
  });

  test("the stages of Mika in Åmål: agreed, disputed, unconfirmed", () => {
    const of = (stage: number) => row("case-journey", "stage_summary", { case: "mika", stage, municipality: AMAL });
    expect(of(1)).toMatchObject({
      verdict: "agreed",
      leads: "student_health",
      lead_answers: 3,
      passed: false,
      contacts_young: "student_health|social_services",
      contacts_parents: "student_health",
      handovers: 2,
      next_answers: 2,
      retellings: 1,
      retell_answers: 2,
      wait_low: 5,
      wait_high: 30,
    });
    expect(of(2)).toMatchObject({
      verdict: "disputed",
      // soc is named by bup and by eh (who first says that it is unclear), bup by soc
      leads: "social_services|child_psychiatry",
      passed: true,
      handovers: 0,
      next_answers: 2,
      wait_low: 40,
      wait_high: "∞",
    });
    expect(of(3)).toMatchObject({ verdict: "unconfirmed", wait_low: { missing: "not_answered" } });
  });

  test("the measures are sums over the stages", () => {
    expect(row("case-journey", "measures", { case: "mika", municipality: AMAL })).toEqual({
      case: "mika",
      municipality: AMAL,
      answers: 3,
      stages: 3,
      contacts: 7,
      contacts_young: 5,
      contacts_parents: 2,
      actors: 4,
      handovers: 2,
      handovers_all: 1,
      retellings: 2,
      retellings_all: 1,
      wait_low: 45,
      wait_high: "∞",
      wait_stages: 2,
      lead_stages: 3,
      no_lead: 1,
      unconfirmed: 1,
      passed_share: 1 / 3,
    });
    expect(row("case-journey", "measures", { case: "mika", municipality: VANERSBORG })).toMatchObject({
      contacts: 2,
      handovers: { missing: "not_answered" },
      retellings: 0,
      wait_low: 7,
      wait_high: 14,
      lead_stages: 2,
      no_lead: 1,
      // one answer a stage: nothing to compare
      passed_share: { missing: "not_answered" },
    });
    expect(row("case-journey", "measures", { case: "sam", municipality: VANERSBORG })).toMatchObject({
      answers: 1,
      contacts: { missing: "not_answered" },
      no_lead: { missing: "not_answered" },
    });
  });

  test("a stage about which nobody says anything is no handover that all agree on", () => {
    const cells = { "stg_lead.mika_1": "social_services", "stg_next.mika_1": "child_psychiatry" };
    const found = reportOf(projectWith({ case: [{ party: "soc", municipality: AMAL, cells }] }));
    expect(row("case-journey", "measures", { case: "mika", municipality: AMAL }, found)).toMatchObject({
      handovers: 1,
      handovers_all: 1,
      retellings: { missing: "not_answered" },
    });
  });

  test("what would help and how real the case is are ratings with their missing answers beside", () => {
    // stage 1: 5, 4, 5; stage 2: 4, 2 and one don't know
    expect(row("case-journey", "difference", { case: "mika", stage: 1 })).toMatchObject({
      n: 3,
      c4: 1,
      c5: 2,
      median: 5,
    });
    expect(row("case-journey", "difference", { case: "mika", stage: 2 })).toMatchObject({ n: 2, dont_know: 1, net: 0 });
    expect(row("case-journey", "realism", { case: "mika" })).toMatchObject({ n: 2, median: 4.5, dont_know: 1 });
    expect(row("case-journey", "answers", { answer: "stg_info_stop.no_consent" })).toMatchObject({ n: 1, answers: 1 });
    expect(table("case-journey", "words").rows.map(({ text }) => text)).toEqual([
      "Vi skulle träffas före lovet",
      "Utredning enligt 11 kap. SoL",
    ]);
  });
});

describe("voices", () => {
  test("each group stands for itself, and good answers are good whichever way the question is put", () => {
    const young = {
      n: 6,
      positive: 1,
      middle: 1,
      negative: 4,
      dont_know: 1,
      net: -50,
      median: { missing: "not_applicable" },
    };
    expect(row("voices", "statements", { statement: "one_person", group: "young" })).toMatchObject(young);
    expect(row("voices", "statements", { statement: "one_person", group: "staff" })).toMatchObject({
      n: 6,
      positive: 1,
      middle: 1,
      negative: 4,
      dont_know: 1,
      median: 2,
    });
    expect(row("voices", "statements", { statement: "one_person", group: "party" })).toMatchObject({
      n: 3,
      positive: 0,
      middle: 1,
      negative: 2,
    });
    // often ×3 bad, sometimes between, rarely good: 100 · (1 − 3) / 5
    expect(row("voices", "statements", { statement: "no_restart", group: "staff" })).toMatchObject({ n: 5, net: -40 });
    expect(row("voices", "statements", { statement: "no_restart", group: "young" })).toMatchObject({ n: 6, net: -50 });
    expect(row("voices", "statements", { statement: "v_listened", group: "young" })).toMatchObject({
      n: 6,
      net: 0,
      median: 3,
    });
  });

  test("a group below the threshold, and a question with too few answers, have no figure at all", () => {
    const suppressed = { missing: "suppressed" };
    const hidden = {
      n: suppressed,
      positive: suppressed,
      negative: suppressed,
      dont_know: suppressed,
      net: suppressed,
    };
    expect(row("voices", "statements", { statement: "v_listened", group: "guardian" })).toMatchObject(hidden);
    expect(row("voices", "statements", { statement: "clear_next", group: "young" })).toMatchObject(hidden);
    expect(row("voices", "respondents", { group: "guardian" }).n).toEqual(suppressed);
    expect(row("voices", "respondents", { group: "young" }).n).toBe(10);
    expect(row("voices", "experience", { answer: "v_wait_first.d180_plus", group: "guardian" }).share).toEqual(
      suppressed,
    );
    expect(row("voices", "experience", { answer: "v_wait_first.d31_60", group: "young" }).n).toEqual(suppressed);
    expect(row("voices", "support", { question: "missing", intervention: "outreach", group: "guardian" }).n).toEqual(
      suppressed,
    );
  });

  test("parties are authorities and are shown however few they are", () => {
    expect(row("voices", "statements", { statement: "handover", group: "party" })).toMatchObject({ n: 2, net: 0 });
  });

  test("what is missing is counted in each group", () => {
    const of = (group: string) =>
      row("voices", "support", { question: "missing", intervention: "peer_support", group });
    expect(of("young")).toMatchObject({ n: 4, answers: 5, share: 0.8 });
    expect(of("staff")).toMatchObject({ n: 1, answers: 5, share: 0.2 });
    expect(of("party")).toMatchObject({ n: 2, answers: 3, share: 2 / 3 });
  });

  test("with fewer voices than the threshold the section says so, and without any there are none", () => {
    const few = reportOf(projectWith({ ...allAnswers, voice: allAnswers.voice.slice(0, 4) }));
    expect(statusOf("voices", few)).toBe("too-few");
    expect(statusOf("voices", reportOf(projectWith({ staff: allAnswers.staff })))).toBe("no-answers");
  });
});

describe("follow-up", () => {
  const flow = (period: string, step: string) => row("follow-up", "flow", { period, step });

  test("the way through the project, over both periods", () => {
    expect(flow("all", "referred")).toMatchObject({
      entered: 26,
      went_on: 21,
      dropped: 3,
      remaining: 2,
      share_on: 21 / 26,
    });
    expect(flow("all", "enrolled")).toMatchObject({ entered: 21, went_on: 15, dropped: 2, remaining: 4 });
    expect(flow("all", "mapped")).toMatchObject({ entered: 15, went_on: 12, dropped: 1, remaining: 2 });
    expect(flow("all", "plan")).toMatchObject({
      entered: 12,
      went_on: 11,
      dropped: { missing: "not_answered" },
      remaining: 1,
    });
    expect(flow("all", "intervention")).toMatchObject({
      entered: 11,
      went_on: 8,
      dropped: { missing: "not_applicable" },
    });
    // 2 + 1 + 4 + 4; the 3 who left before they were enrolled were never participants
    expect(flow("all", "exit")).toMatchObject({ entered: 11, went_on: { missing: "not_applicable" } });
  });

  test("periods stand in the order of time, and more may go on from a step than come to it", () => {
    expect(table("follow-up", "flow").labels["period"]).toEqual({
      p1: "1 januari–30 juni 2027",
      p2: "1 juli–31 december 2027",
      all: "Alla perioder",
    });
    // Second period: 5 come to the plan, 6 go on
    expect(flow("p2", "plan")).toMatchObject({ entered: 5, went_on: 6, remaining: { missing: "cannot_state" } });
    expect(flow("p2", "plan").share_on).toEqual({ missing: "cannot_state" });
  });

  test("counts are added over periods, states are not", () => {
    const of = (measure: string) => row("follow-up", "measures", { period: "all", measure });
    expect(of("fu_enrolled")).toMatchObject({ value: 21, periods: 2 });
    expect(of("fu_within_14d")).toMatchObject({ value: 9, base: 21, share: 9 / 21 });
    expect(of("fu_waiting")).toMatchObject({ value: 3, periods: 2 });
    expect(of("fu_participants")).toMatchObject({ value: 16 });
    expect(of("fu_consent_signed")).toMatchObject({ value: 12, base: 16, share: 0.75 });
    // Planned exits: 4 of 5 and 2 of 6
    expect(of("fu_exit_planned")).toMatchObject({ value: 6, base: 11 });
    expect(of("fu_merits").value).toEqual({ missing: "not_asked" });
  });

  test("times, outcomes and backgrounds are shares of what is stated", () => {
    // 5 within 7 days, 4 more within 14, 12 more within 30
    expect(row("follow-up", "times", { period: "all", bin: "d8_14" })).toMatchObject({ n: 4, share_within: 9 / 21 });
    expect(row("follow-up", "outcomes", { period: "all", outcome: "fu_exit_outcome.dropout" })).toMatchObject({
      n: 5,
      total: 11,
      share: 5 / 11,
    });
    expect(row("follow-up", "outcomes", { period: "all", outcome: "fu_status_12m.work" }).n).toEqual({
      missing: "not_answered",
    });
    expect(row("follow-up", "profile", { period: "p2", background: "sex_women" })).toMatchObject({
      n: 9,
      share: 9 / 16,
    });
  });

  test("hours and money are compared where both sides are stated", () => {
    expect(row("follow-up", "parties", { period: "p2", party: "bup" })).toMatchObject({
      referred: { missing: "not_answered" },
      attended: 2,
      meetings: 6,
      hours_planned: 10,
      hours_actual: 4,
      hours_difference: -6,
    });
    expect(row("follow-up", "parties", { period: "p2", party: "af" }).hours_difference).toEqual({
      missing: "not_answered",
    });
    expect(row("follow-up", "money", { period: "all", line: "staff" })).toMatchObject({
      budget: 500_000,
      cost: 540_000,
      difference: 40_000,
      used: 1.08,
    });
    // External: 50 000 + 50 000 budgeted, 20 000 spent in the first period, unknown in the second
    expect(row("follow-up", "money", { period: "all", line: "external" })).toMatchObject({
      budget: 100_000,
      cost: 20_000,
      difference: -30_000,
      used: 0.4,
    });
    expect(row("follow-up", "money", { period: "all", line: "total" })).toMatchObject({ difference: 10_000 });
  });

  test("too early is a result, with its reason", () => {
    expect(table("follow-up", "assessment").rows.map(({ too_early, why }) => [too_early, why])).toEqual([
      ["yes", "Projektet har just börjat"],
      ["partly", "Få har avslutats"],
    ]);
    const text = report.sections.find(({ id }) => id === "follow-up")?.sentences.join(" ");
    expect(text).toContain("Resultatet går bara delvis att bedöma än");
  });

  test("a change is told where the study and the follow-up have the same statement", () => {
    const of = (statement: string, group: string) => row("follow-up", "change", { statement, group, period: "p2" });
    // Staff: 2, 3, 3, 4, 4 → 3 before, 4 now
    expect(of("st_shared_view", "staff")).toMatchObject({ baseline_n: 5, baseline: 3, n: 6, median: 4, difference: 1 });
    // Young people: 1, 2, 2, 4, 4, 5 → 3 before
    expect(of("v_listened", "young")).toMatchObject({ baseline: 3, median: 4, difference: 1 });
    expect(of("v_listened", "guardian")).toMatchObject({
      baseline: { missing: "suppressed" },
      difference: { missing: "suppressed" },
    });
    expect(of("rewarding", "staff")).toMatchObject({ baseline: { missing: "not_applicable" }, median: 5 });
    expect(of("v_influence", "young").median).toEqual({ missing: "too_early" });
  });

  test("improvements are listed by period with their status", () => {
    expect(table("follow-up", "improvements").rows.map(({ period, no, status }) => [period, no, status])).toEqual([
      ["p1", 1, "planned"],
      ["p2", 1, "done"],
      ["p2", 2, "ongoing"],
    ]);
  });

  test("exits that two questions count differently are a sentence", () => {
    const [second, first] = allAnswers["follow-up"];
    const other = { ...first, cells: { ...first?.cells, fu_exits: 7 } };
    const found = reportOf(projectWith({ "follow-up": second ? [second, other] : [other] }));
    const text = found.sections.find(({ id }) => id === "follow-up")?.sentences.join(" ");
    expect(text).toContain("stegen ger 11, men 12 är angivna");
    expect(report.sections.find(({ id }) => id === "follow-up")?.sentences.join(" ")).not.toContain("går inte ihop");
  });
});

describe("proposals", () => {
  test("the median of a wait is Turnbull's, whether the intervals overlap or not", () => {
    const ends = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 6 }), fc.boolean());
    const interval = ends.map(([from, length, isOpen]) => ({ from, to: isOpen ? null : from + length }));
    const bins = LEAD_TIME_BINS.map(({ from, to }) => ({ from, to }));
    const stated = (of: fc.Arbitrary<{ from: number; to: number | null }>) =>
      fc.uniqueArray(fc.record({ interval: of, n: fc.integer({ min: 1, max: 9 }) }), {
        selector: ({ interval: { from, to } }) => `${from} ${to}`,
        maxLength: 8,
      });
    fc.assert(
      fc.property(fc.oneof(stated(interval), stated(fc.constantFrom(...bins))), (all) => {
        const intervals = all.map((one) => one.interval);
        const weights = all.map(({ n }) => n);
        expect(medianOf(all)).toEqual(turnbull(intervals, weights)?.median);
      }),
    );
  });

  test("the key figures of a municipality", () => {
    expect(row("proposals", "by_municipality", { municipality: AMAL })).toMatchObject({
      known_low: 80,
      known_high: 80,
      need: "work",
      need_covered: 0,
      need_answers: 3,
      wanted: "peer_support|outreach",
      wanted_points: 9,
      wait_step: "assessment",
      wait_low: 14,
      answered: 3,
      expected: 5,
      proposals: 2,
    });
    expect(row("proposals", "by_municipality", { municipality: VANERSBORG })).toMatchObject({
      known_low: 120,
      // The only answer says that the only need is met
      need: { missing: "not_applicable" },
      need_covered: 1,
      wanted: { missing: "not_answered" },
      wait_step: "first_contact",
      wait_low: 0,
      wait_high: 3,
      answered: 1,
      expected: 4,
    });
  });

  test("the key figures of a party are over its municipalities", () => {
    // soc: 60 + 120; work partly and met → 1 of 2; housing met → 1 of 1
    expect(row("proposals", "by_party", { party: "soc" })).toMatchObject({
      known: 180,
      known_municipalities: 2,
      need: "work",
      need_covered: 0.5,
      need_answers: 2,
      wanted: "peer_support",
      answered: 2,
      expected: 2,
    });
    expect(row("proposals", "by_party", { party: "ohara" })).toMatchObject({
      known: { missing: "not_answered" },
      answered: 0,
      expected: 1,
    });
  });

  test("proposals stand by the date on which they are due", () => {
    expect(
      table("proposals", "proposals").rows.map(({ municipality, owner, due }) => [municipality, owner, due]),
    ).toEqual([
      [VANERSBORG, "social_services", "2026-12-15"],
      [AMAL, "joint", "2027-03-01"],
      [AMAL, "child_psychiatry", { missing: "not_answered" }],
    ]);
  });
});

describe("methods", () => {
  test("the definitions, who answered and who did not", () => {
    expect(table("methods", "definitions").rows).toHaveLength(5);
    expect(row("methods", "answers", { instrument: "case" })).toEqual({
      instrument: "case",
      responses: 4,
      expected: 9,
      answered: 4,
      partial: 1,
      rate: 4 / 9,
      first: "2026-11-21",
      last: "2026-11-21",
    });
    expect(row("methods", "answers", { instrument: "staff" })).toMatchObject({
      responses: 7,
      expected: 0,
      rate: { missing: "not_applicable" },
    });
    // Five parties' own answers and five to the cases are not there
    expect(table("methods", "silent").rows).toHaveLength(10);
    expect(row("methods", "silent", { instrument: "case", status: "draft" })).toMatchObject({
      party: "af",
      municipality: AMAL,
    });
  });

  test("every section of the report is told of, this one last", () => {
    expect(table("methods", "sections").rows.map((one) => one.section)).toEqual(sections.map(({ id }) => id));
  });

  test("norms and settings are those of the study", () => {
    expect(table("methods", "norms").rows).toHaveLength(5);
    expect(row("methods", "settings", { setting: "threshold" }).value).toBe(5);
  });
});

describe("a selection", () => {
  test("one municipality has its own journey, proposals and no follow-up, which is about the whole", () => {
    const found = reportOf(projectTowns, { municipalities: [VANERSBORG], parties: [] });
    expect(table("case-journey", "measures", found).rows.map(({ municipality }) => municipality)).toEqual([
      VANERSBORG,
      VANERSBORG,
    ]);
    expect(table("proposals", "proposals", found).rows).toHaveLength(1);
    expect(statusOf("follow-up", found)).toBe("no-answers");
    // One young person lives there
    expect(statusOf("voices", found)).toBe("too-few");
  });
});
