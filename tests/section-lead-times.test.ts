/** Lead times side by side, worked out by hand but for the published example of Turnbull's estimate. */
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../reports/dataset.ts";
import type { Instrument } from "../survey-definitions/codes.ts";
import { datasetOf, studyOf } from "./fixtures/dataset.ts";
import { responsesOf, type InstrumentAnswer } from "./fixtures/responses-of.ts";
import { row, sectionNamed, sentencesOf, table, tablesOf } from "./fixtures/section-tables.ts";
import { AMAL, parties } from "./fixtures/two-towns.ts";

const study = studyOf(parties, {
  municipalities: [AMAL],
  norms: [{ step: "first_contact", days: 7, source: "Egen", valid_from: "2020-01-01" }],
});

function times(answers: Partial<Record<Instrument, readonly InstrumentAnswer["cells"][]>>, party = "soc"): Dataset {
  const base = datasetOf({ study, names: { [AMAL]: "Åmål" }, answers: [] });
  return {
    ...base,
    responses: new Map(
      (["party", "staff", "voice"] as const).map((instrument) => [
        instrument,
        responsesOf(
          study,
          instrument,
          (answers[instrument] ?? []).map((cells) => ({
            municipality: AMAL,
            ...(instrument === "voice" ? {} : { party }),
            cells,
          })),
        ),
      ]),
    ),
  };
}

const repeat = (n: number, cells: InstrumentAnswer["cells"]) => Array.from({ length: n }, () => cells);

/**
 * First contact: parties (0, 3] ×3 and (7, 14] ×1 → median (0, 3], 3 of 4 within 7 days.
 * Staff (14, 30] ×2, (3, 7] ×1, one vet ej → median (14, 30], 1 of 3 within, 2 over; reasonable yes 1, partly 1, no 2.
 * Young people (30, 60] ×3, (60, 90] ×2 → median (30, 60]; nobody within. Help began: (90, 120] ×1.
 */
const three = times({
  party: [
    ...repeat(3, { "lt_typical.first_contact": "d1_3", "lt_source.first_contact": "judgement" }),
    { "lt_typical.first_contact": "d8_14", "lt_source.first_contact": "register", "lt_typical.exit": "d180_plus" },
  ],
  staff: [
    ...repeat(2, { "st_lt.first_contact": "d15_30", "st_lt_ok.first_contact": "no" }),
    { "st_lt.first_contact": "d4_7", "st_lt_ok.first_contact": "yes" },
    { "st_lt.first_contact": "!dont_know", "st_lt_ok.first_contact": "partly" },
  ],
  voice: [
    ...repeat(3, { v_wait_first: "d31_60" }),
    { v_wait_first: "d61_90", v_wait_support: "d91_120" },
    { v_wait_first: "d61_90", v_wait_support: "!not_applicable" },
  ],
});

const byStep = (group: string, step: string, kind = "all") =>
  row("lead-times", "by_step", { group, step, party_kind: kind }, three);

describe("groups side by side", () => {
  test("the parties, the staff and the young each have their own median and shares", () => {
    expect(byStep("party", "first_contact")).toMatchObject({ n: 4, median_low: 0, median_high: 3, within_norm: 0.75 });
    expect(byStep("staff", "first_contact")).toMatchObject({
      n: 3,
      median_low: 14,
      median_high: 30,
      within_norm: expect.closeTo(1 / 3, 10) as number,
      over_norm: expect.closeTo(2 / 3, 10) as number,
      dont_know: 1,
    });
    expect(byStep("voice", "first_contact")).toMatchObject({
      n: 5,
      median_low: 30,
      median_high: 60,
      within_norm: 0,
      over_norm: 1,
    });
    expect(byStep("voice", "intervention_start")).toMatchObject({ n: 1, median_low: 90, not_applicable: 1 });
  });

  test("the kind of the staff is that of their party, and young people have none", () => {
    expect(byStep("staff", "first_contact", "social_services")).toMatchObject({ n: 3, median_high: 30 });
    expect(byStep("staff", "first_contact", "child_psychiatry").n).toBe(0);
    const voices = table("lead-times", "by_step", three).rows.filter(({ group }) => group === "voice");
    expect(voices.map(({ step, party_kind }) => [step, party_kind])).toEqual([
      ["first_contact", "all"],
      ["intervention_start", "all"],
    ]);
  });

  test("each group has its own distribution, and its shares add up to one", () => {
    const { rows } = table("lead-times", "distribution", three);
    const of = (group: string) => rows.filter((one) => one.group === group && one.step === "first_contact");
    expect(of("voice").map(({ from_days, to_days, mass }) => [from_days, to_days, mass])).toEqual([
      [30, 60, expect.closeTo(0.6, 8)],
      [60, 90, expect.closeTo(0.4, 8)],
    ]);
    expect(of("staff").map(({ mass }) => mass)).toEqual([expect.closeTo(1 / 3, 8), expect.closeTo(2 / 3, 8)]);
  });

  test("without answers of the staff and the young there are rows of the parties alone", () => {
    const { rows } = table("lead-times", "by_step", times({ party: [{ "lt_typical.exit": "d0" }] }));
    expect(new Set(rows.map(({ group }) => group))).toEqual(new Set(["party"]));
    expect(sentencesOf("lead-times", times({ party: [{ "lt_typical.exit": "d0" }] })).join(" ")).not.toContain("unga");
  });

  // interval::icfit, vignette intervalCensoring.Rnw: L = (2, 5, 1, 1, 9, 8, 10), R = (3, 6, 7, 7, 12, 10, 13) gives
  // (2, 3] 2/7, (5, 6] 2/7, (9, 10] 3/14, (10, 12] 3/14. Whole days, both included, begin one day later.
  test("the published masses of seven intervals", () => {
    const [left, right] = [
      [2, 5, 1, 1, 9, 8, 10],
      [3, 6, 7, 7, 12, 10, 13],
    ];
    const data = times({
      party: left.map((low, i) => ({ "lt_low.decision": low + 1, "lt_high.decision": right[i] ?? 0 })),
    });
    expect(
      table("lead-times", "distribution", data).rows.map(({ from_days, to_days, mass }) => [from_days, to_days, mass]),
    ).toEqual([
      [2, 3, expect.closeTo(2 / 7, 5)],
      [5, 6, expect.closeTo(2 / 7, 5)],
      [9, 10, expect.closeTo(3 / 14, 5)],
      [10, 12, expect.closeTo(3 / 14, 5)],
    ]);
    expect(row("lead-times", "by_step", { step: "decision", group: "party", party_kind: "all" }, data)).toMatchObject({
      n: 7,
      median_low: 5,
      median_high: 6,
    });
  });
});

describe("measured and perceived", () => {
  test("the parties' times are divided by what they build on", () => {
    const of = (source: string, step = "first_contact") => row("lead-times", "measured", { step, source }, three);
    expect(of("measured")).toMatchObject({ n: 1, median_low: 7, median_high: 14, within_norm: 0, over_norm: 1 });
    expect(of("perceived")).toMatchObject({ n: 3, median_low: 0, median_high: 3, within_norm: 1 });
    expect(of("unstated", "exit").n).toBe(1);
    expect(sentencesOf("lead-times", three)).toContain("Av parternas fem tider är 1 uppmätta och 3 uppfattade.");
  });

  test("counting by hand is measuring too", () => {
    const data = times({ party: [{ "lt_typical.exit": "d4_7", "lt_source.exit": "manual_count" }] });
    expect(row("lead-times", "measured", { step: "exit", source: "measured" }, data).n).toBe(1);
  });
});

describe("the chain from detection to exit", () => {
  // Detection (0, 3], assessment (14, 30], decision nothing, exit (60, 90]: 0 + 14 + 60 = 74 and 3 + 30 + 90 = 123.
  const chain = times({
    party: [{ "lt_typical.detection": "d1_3", "lt_typical.assessment": "d15_30", "lt_typical.exit": "d61_90" }],
  });

  test("bounds of the medians' sum, of the steps that have a time", () => {
    const at = (step: string) => row("lead-times", "chain", { group: "party", step }, chain);
    expect(at("detection")).toMatchObject({ sum_low: 0, sum_high: 3, steps: 1 });
    expect(at("assessment")).toMatchObject({ sum_low: 14, sum_high: 33, steps: 2 });
    expect(at("decision")).toMatchObject({ median_low: { missing: "not_answered" }, sum_low: 14, sum_high: 33 });
    expect(at("exit")).toMatchObject({ sum_low: 74, sum_high: 123, steps: 3 });
  });

  test("the sentence says what the sum is not", () => {
    const said = sentencesOf("lead-times", chain);
    expect(said).toContain("Lägger man stegens medianer efter varandra blir det 75–123 dagar (3 av 8 steg).");
    expect(said.join(" ")).toContain("Medianer går inte att lägga ihop till en persons väntan");
    expect(table("lead-times", "chain", chain).notes.join(" ")).toContain("en persons väntan");
  });

  test("a step without an upper end leaves the sum without one", () => {
    const open = times({ party: [{ "lt_typical.detection": "d180_plus", "lt_typical.exit": "d0" }] });
    expect(row("lead-times", "chain", { group: "party", step: "exit" }, open)).toMatchObject({
      sum_low: 180,
      sum_high: "∞",
    });
  });
});

test("the staff's own view of the wait is counted step by step", () => {
  expect(row("lead-times", "reasonable", { step: "first_contact", group: "staff" }, three)).toEqual({
    step: "first_contact",
    group: "staff",
    n: 4,
    yes: 1,
    partly: 1,
    no: 2,
    dont_know: 0,
  });
  expect(tablesOf("lead-times", times({ party: [{ "lt_typical.exit": "d0" }] })).reasonable?.rows).toEqual([]);
});

test.each(["chain", "steps", "norms"])("the chart %s is drawn like this with every group", async (chart) => {
  const spec = sectionNamed("lead-times").charts.find(({ id }) => id === chart);
  for (const width of [390, 960]) {
    const drawing = spec?.draw(tablesOf("lead-times", three), { width, invented: true });
    const svg = renderToStaticMarkup(drawing ?? "");
    await expect(svg.replaceAll("><", ">\n<")).toMatchFileSnapshot(`snapshots/groups-lead-times-${chart}-${width}.svg`);
  }
});
