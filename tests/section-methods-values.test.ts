/** Values of the tables about who answered, what is proposed and how the work was done, worked out by hand. */
import { beforeAll, describe, expect, test } from "vitest";
import type { StudyProposal } from "../survey-definitions/study.ts";
import type { Dataset } from "../reports/dataset.ts";
import { filterDataset } from "../reports/filter.ts";
import { compileReport, type SectionReport } from "../reports/report.ts";
import { sections } from "../reports/sections/index.ts";
import type { LpSolver } from "../reports/stats/lp.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { projectTowns, projectWith } from "./fixtures/project.ts";
import type { InstrumentAnswer } from "./fixtures/responses-of.ts";
import { AMAL, VANERSBORG } from "./fixtures/two-towns.ts";

let solver: LpSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

function sectionOf(id: string, data: Dataset, municipalities: readonly string[] = []): SectionReport {
  const chosen = sections.filter((section) => section.id === id);
  const filter = { municipalities, parties: [] };
  const report = compileReport(chosen, filterDataset(data, filter), filter, { solver }, (_, cause) => {
    throw new Error(id, { cause });
  });
  const [found] = report.sections;
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}

const rows = ({ tables }: SectionReport, id: string) => tables.find((table) => table.id === id)?.rows;

const party = (id: string, cells: InstrumentAnswer["cells"], pairs?: InstrumentAnswer["pairs"]): InstrumentAnswer => ({
  party: id,
  municipality: AMAL,
  cells,
  ...(pairs === undefined ? {} : { pairs }),
});

/**
 * Dates: 30 June, and 30 September twice; the period ends on 31 December: 184 and 92 days before. soc cannot give its caseload and gives
 * the persons as a range; bup counts by hand, exactly, and says for af that an overlap is rough.
 */
const dated = projectWith({
  party: [
    party("soc", {
      ref_date: "2026-06-30",
      ref_period_days: 181,
      inclusion_note: "Med pågående utredning",
      n_known_instead: "range",
      n_caseload_age_instead: "secrecy",
      open_comment: "Listan gicks igenom av två",
    }),
    party(
      "bup",
      { ref_date: "2026-09-30", n_source: "manual_count", n_precision: "exact" },
      { n_overlap_precision: { af: "rough", soc: "exact" } },
    ),
    party("af", { ref_date: "2026-09-30" }),
  ],
});

describe("methods", () => {
  test("response rates are those of AAPOR where everybody who is asked is known", () => {
    const found = rows(sectionOf("methods", projectTowns), "response_rates");
    // The cases: nine places, of which four have answered and one has begun: 4 / 9 and 5 / 9.
    expect(found?.find(({ instrument }) => instrument === "case")).toEqual({
      instrument: "case",
      complete: 4,
      partial: 1,
      declined: 0,
      not_reached: 4,
      rr1: 4 / 9,
      rr2: 5 / 9,
    });
    for (const instrument of ["staff", "voice", "follow-up"])
      expect(found?.find((one) => one.instrument === instrument)).toMatchObject({
        rr1: { missing: "not_applicable" },
        rr2: { missing: "not_applicable" },
      });
  });

  test("the days of the figures are counted, with their distance from the end of the period", () => {
    expect(rows(sectionOf("methods", dated), "ref_dates")).toEqual([
      { ref_date: "2026-06-30", answers: 1, days_after: -184 },
      { ref_date: "2026-09-30", answers: 2, days_after: -92 },
    ]);
  });

  test("each party's line around the group stands in its own words", () => {
    const found = rows(sectionOf("methods", dated), "inclusion");
    expect(found).toHaveLength(3);
    expect(found?.find((one) => one.party === "soc")).toMatchObject({
      municipality: AMAL,
      ref_date: "2026-06-30",
      ref_period_days: 181,
      note: "Med pågående utredning",
    });
    expect(found?.find((one) => one.party === "af")?.note).toEqual({ missing: "not_answered" });
  });

  test("why a count is not given, and what counts rest on, is counted by question", () => {
    const found = sectionOf("methods", dated);
    expect(rows(found, "not_stated")).toEqual([
      { instrument: "party", question: "n_known_instead", reason: "range", answers: 1 },
      { instrument: "party", question: "n_caseload_age_instead", reason: "secrecy", answers: 1 },
    ]);
    expect(rows(found, "basis")).toEqual([
      { instrument: "party", question: "n_source", basis: "manual_count", answers: 1 },
      { instrument: "party", question: "n_precision", basis: "exact", answers: 1 },
      { instrument: "party", question: "n_overlap_precision", basis: "exact", answers: 1 },
      { instrument: "party", question: "n_overlap_precision", basis: "rough", answers: 1 },
    ]);
  });

  test("what staff write stands without place, in alphabetical order, and not at all when few have answered", () => {
    const comment = (text: string): InstrumentAnswer => ({
      party: "soc",
      municipality: AMAL,
      cells: { st_open_comment: text },
    });
    const texts = ["Örat", "Ärligt", "Bra"].map(comment);
    const silent: InstrumentAnswer = { party: "soc", municipality: AMAL, cells: {} };
    const many = sectionOf("methods", projectWith({ staff: [...texts, silent, silent] }));
    expect(rows(many, "texts")?.map(({ text, party: of }) => [text, of])).toEqual([
      ["Bra", { missing: "not_applicable" }],
      ["Ärligt", { missing: "not_applicable" }],
      ["Örat", { missing: "not_applicable" }],
    ]);
    const few = sectionOf("methods", projectWith({ staff: [...texts, silent] }));
    expect(rows(few, "texts")).toEqual([]);
    expect(rows(few, "staff")?.every(({ answers }) => typeof answers === "object")).toBe(true);
  });

  test("staff are counted question by question", () => {
    const years = ["y0_1", "y2_5", "y2_5", "y6_plus", "y6_plus", "y6_plus"];
    const staff = years.map((code, i): InstrumentAnswer => ({
      party: i < 2 ? "soc" : "bup",
      municipality: AMAL,
      cells: { st_years: code },
    }));
    const found = rows(sectionOf("methods", projectWith({ staff })), "staff");
    const of = (question: string, group: string) =>
      found?.find((one) => one.question === question && one.group === group);
    expect(of("years", "y6_plus")).toMatchObject({ answers: 3, share: 0.5 });
    expect(of("party_kind", "social_services")).toMatchObject({ answers: 2, share: 2 / 6 });
    expect(of("municipality", VANERSBORG)).toMatchObject({ answers: 0, share: 0 });
    expect(of("meets_group", "day")).toMatchObject({ answers: 0, share: { missing: "not_answered" } });
  });
});

describe("coverage", () => {
  test("answers of staff and young people are counted by municipality", () => {
    // The voices: twelve answers in Åmål through one link, one in Vänersborg through one.
    expect(rows(sectionOf("coverage", projectTowns), "open_answers")).toEqual(
      expect.arrayContaining([
        { instrument: "voice", municipality: AMAL, answers: 12, asked: 1, answered: 1 },
        { instrument: "voice", municipality: VANERSBORG, answers: 1, asked: 1, answered: 1 },
      ]),
    );
  });
});

const proposals: readonly StudyProposal[] = [
  { id: "a", kind: "proposal", municipality: AMAL, what: "Mötas varje vecka.", who: "Nämnden", by: "2027-03-01" },
  { id: "b", kind: "proposal", municipality: VANERSBORG, what: "Öppna en mottagning", by: "2027-01-15" },
  { id: "c", kind: "proposal", what: "Räkna om" },
  { id: "d", kind: "basis", party: "ohara", what: "Räkna tiden som föreningstid" },
  { id: "e", kind: "transfer", what: "Passar små kommuner." },
];

describe("proposals", () => {
  const written: Dataset = { ...projectTowns, proposals };

  test("the investigator's own stand first, with what is not said as missing", () => {
    const found = sectionOf("proposals", written);
    expect(rows(found, "own")?.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"]);
    expect(rows(found, "own")?.[2]).toMatchObject({
      municipality: { missing: "not_applicable" },
      who: { missing: "not_answered" },
      by: { missing: "not_answered" },
    });
    expect(found.sentences[0]).toBe(
      "Utredaren lägger fram tre förslag; det första ska vara genomfört 15 januari 2027.",
    );
  });

  test("a selection has those of its municipality, of its parties and of all", () => {
    // The society works in Åmål alone.
    const found = sectionOf("proposals", written, [VANERSBORG]);
    expect(rows(found, "own")?.map(({ id }) => id)).toEqual(["b", "c", "e"]);
  });

  test("proposals are shown before anybody has answered", () => {
    expect(sectionOf("proposals", { ...projectWith({}), proposals }).status).toBe("ok");
    expect(sectionOf("proposals", { ...projectWith({}), proposals: [] }).status).toBe("no-answers");
  });
});
