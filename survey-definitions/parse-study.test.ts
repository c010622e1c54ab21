import { describe, expect, test } from "vitest";
import { INSTRUMENTS } from "./codes.ts";
import { assignmentsOf, parseStudy } from "./parse-study.ts";
import type { Study } from "./study.ts";

const defaults = {
  interventions: [{ code: "outreach", label: "Uppsökande arbete" }],
  norms: [{ step: "assessment", days: 30, source: "Vårdgarantin", valid_from: "2010-07-01" }],
} as const;

const file = {
  id: "amal-2026",
  title: "Unga i Dalsland",
  target_group: { age_min: 16, age_max: 25, description: "Unga med sammansatta behov" },
  reference_period: { from: "2026-01-01", to: "2026-12-31" },
  municipalities: ["1492", "1487"],
  parties: [
    { id: "soc", kind: "social_services", name: "Socialtjänsten", municipalities: ["1492"] },
    { id: "bup", kind: "child_psychiatry", name: "BUP", municipalities: ["1487", "1492"] },
  ],
};

const story = {
  id: "flickan",
  version: 1,
  title: "Flickan",
  persons: [{ role: "Flickan", description: "är åtta år." }],
  stages: [
    { no: 1, title: "Skolan ser", text: "En dag i maj.\n\nOch en till.", age: 8 },
    { no: 2, title: "Efteråt", text: "Ett år senare.", age: 9 },
  ],
};
const [first, second] = story.stages;

const studyOf = (input: unknown): Study => {
  const { study, problems } = parseStudy(input, defaults);
  if (!study) throw new Error(JSON.stringify(problems));
  return study;
};
const problemsOf = (input: unknown) => parseStudy(input, defaults).problems ?? [];

const budget = {
  from: "2026-01-01",
  to: "2027-12-31",
  full_time_equivalents: 1.5,
  lines: [
    { label: "Samordnare", amount: 900_000, funder: "Samordningsförbundet" },
    { label: "Lokal", amount: 0 },
  ],
};

describe("parseStudy", () => {
  test("fills in what the file leaves out", () => {
    expect(studyOf(file)).toMatchObject({
      interventions: defaults.interventions,
      norms: defaults.norms,
      suppression_threshold: 5,
      invented: false,
      instruments: [
        { instrument: "party", version: 1 },
        { instrument: "staff", version: 1 },
      ],
    });
    expect(studyOf(file).problem_domains).toHaveLength(12);
    expect(studyOf(file)).not.toHaveProperty("cases");
  });

  test("takes everything that the contract allows", () => {
    const whole = {
      ...file,
      interventions: [{ code: "sysselsattning", label: "Sysselsättning" }],
      problem_domains: [{ code: "skola", label: "Skola" }],
      instruments: [{ instrument: "party", version: 1 }],
      cases: [story],
      suppression_threshold: 10,
      norms: [
        { step: "assessment", party_kind: "child_psychiatry", days: 30, source: "Lag", valid_from: "2020-01-01" },
      ],
      budget,
      invented: true,
    };
    expect(studyOf(whole)).toEqual({ ...whole, parties: studyOf(file).parties });
  });

  test("takes the cases of the installation where cases are asked about and the file has none", () => {
    const asked = { ...file, instruments: [{ instrument: "case", version: 1 }], cases: [] };
    expect(parseStudy(asked, { ...defaults, cases: [story] }).study?.cases).toEqual([story]);
    expect(parseStudy(file, { ...defaults, cases: [story] }).study).not.toHaveProperty("cases");
  });

  test("puts the municipalities of a party in the order of the study", () => {
    expect(studyOf(file).parties[1]?.municipalities).toEqual(["1492", "1487"]);
  });

  test.each([
    ["no object", [], "", "bad-format"],
    ["a missing title", { ...file, title: undefined }, "title", "required"],
    ["a misspelt field", { ...file, intervention: [] }, "intervention", "unknown-field"],
    ["an id with capitals", { ...file, id: "Åmål 2026" }, "id", "bad-format"],
    ["a municipality as a number", { ...file, municipalities: [1492] }, "municipalities[0]", "bad-format"],
    ["a municipality twice", { ...file, municipalities: ["1492", "1487", "1492"] }, "municipalities[2]", "duplicate"],
    ["no parties", { ...file, parties: [] }, "parties", "required"],
    [
      "a municipality that the study does not have",
      { ...file, municipalities: ["1492"] },
      "parties[1].municipalities",
      "unknown-reference",
    ],
    [
      "an unknown kind of party",
      { ...file, parties: [{ ...file.parties[0], kind: "socialtjänst" }] },
      "parties[0].kind",
      "unknown-code",
    ],
    ["a party twice", { ...file, parties: [file.parties[0], file.parties[0]] }, "parties[1].id", "duplicate"],
    [
      "ages the wrong way round",
      { ...file, target_group: { ...file.target_group, age_min: 30 } },
      "target_group.age_min",
      "low-above-high",
    ],
    [
      "an age that is no whole number",
      { ...file, target_group: { ...file.target_group, age_min: "16" } },
      "target_group.age_min",
      "out-of-range",
    ],
    [
      "a period that ends before it begins",
      { ...file, reference_period: { from: "2026-12-31", to: "2026-01-01" } },
      "reference_period.from",
      "low-above-high",
    ],
    [
      "a day that does not exist",
      { ...file, reference_period: { from: "2026-02-29", to: "2026-12-31" } },
      "reference_period.from",
      "not-a-date",
    ],
    [
      "an unknown version",
      { ...file, instruments: [{ instrument: "party", version: 99 }] },
      "instruments[0].version",
      "unknown-version",
    ],
    [
      "an instrument twice",
      { ...file, instruments: [1, 1].map((version) => ({ instrument: "party", version })) },
      "instruments[1]",
      "duplicate",
    ],
    [
      "an intervention called like a missing reason",
      { ...file, interventions: [{ code: "dont_know", label: "Vet ej" }] },
      "interventions[0].code",
      "duplicate",
    ],
    [
      "an unknown step in a norm",
      { ...file, norms: [{ step: "wait", days: 30, source: "Lag", valid_from: "2020-01-01" }] },
      "norms[0].step",
      "unknown-code",
    ],
    ["a threshold of zero", { ...file, suppression_threshold: 0 }, "suppression_threshold", "out-of-range"],
    ["a text for invented", { ...file, invented: "ja" }, "invented", "bad-format"],
    ["an identity number", { ...file, title: "Om 811218-9876" }, "title", "identity-number"],
    ["a case without a title", { ...file, cases: [{ ...story, title: undefined }] }, "cases[0].title", "required"],
    ["a case with a misspelt field", { ...file, cases: [{ ...story, stage: [] }] }, "cases[0].stage", "unknown-field"],
    ["a budget without an end", { ...file, budget: { ...budget, to: undefined } }, "budget.to", "required"],
    [
      "a budget that ends before it begins",
      { ...file, budget: { ...budget, to: "2025-12-31" } },
      "budget.from",
      "low-above-high",
    ],
    [
      "a misspelt field of a budget",
      { ...file, budget: { ...budget, currency: "SEK" } },
      "budget.currency",
      "unknown-field",
    ],
    ["a budget without lines", { ...file, budget: { ...budget, lines: [] } }, "budget.lines", "required"],
    [
      "half a krona",
      { ...file, budget: { ...budget, lines: [{ label: "Lokal", amount: 0.5 }] } },
      "budget.lines[0].amount",
      "out-of-range",
    ],
    [
      "an amount as text",
      { ...file, budget: { ...budget, lines: [{ label: "Lokal", amount: "100" }] } },
      "budget.lines[0].amount",
      "out-of-range",
    ],
    [
      "a line without a label",
      { ...file, budget: { ...budget, lines: [...budget.lines, { amount: 1 }] } },
      "budget.lines[2].label",
      "required",
    ],
    [
      "fewer than no posts",
      { ...file, budget: { ...budget, full_time_equivalents: -0.5 } },
      "budget.full_time_equivalents",
      "out-of-range",
    ],
    ["a case twice", { ...file, cases: [story, story] }, "cases[1].id", "duplicate"],
    ["a case without stages", { ...file, cases: [{ ...story, stages: [] }] }, "cases[0].stages", "required"],
    ["a case without persons", { ...file, cases: [{ ...story, persons: [] }] }, "cases[0].persons", "required"],
    [
      "stages in another order than the story",
      { ...file, cases: [{ ...story, stages: [first, { ...second, no: 3 }] }] },
      "cases[0].stages[1].no",
      "out-of-range",
    ],
    [
      "a stage without a text",
      { ...file, cases: [{ ...story, stages: [{ ...first, text: " " }] }] },
      "cases[0].stages[0].text",
      "not-text",
    ],
    [
      "an identity number in a story",
      { ...file, cases: [{ ...story, stages: [{ ...first, text: "Om 811218-9876." }] }] },
      "cases[0].stages[0].text",
      "identity-number",
    ],
    ["no cases to ask about", { ...file, instruments: [{ instrument: "case", version: 1 }] }, "cases", "required"],
  ])("refuses %s and names the field", (_, input, variable, code) => {
    expect(problemsOf(input)).toMatchObject([{ variable, code }]);
  });

  test("says what was written and the way out, in Swedish", () => {
    expect(problemsOf({ ...file, municipalities: [1492, "1487"] })[0]?.message).toBe(
      'Fältet ”municipalities[0]” måste vara en kommunkod med fyra siffror inom citattecken, till exempel "1492". Där står ”1492”.',
    );
  });

  test("tells every problem at once", () => {
    expect(problemsOf({ ...file, id: "", title: 3, municipalities: "1492" }).map(({ variable }) => variable)).toEqual([
      "id",
      "title",
      "municipalities",
    ]);
  });

  test("refuses a municipality that does not exist when the names are known", () => {
    const municipalityNames = new Map([["1492", "Åmål"]]);
    expect(parseStudy(file, { ...defaults, municipalityNames }).problems).toMatchObject([
      { variable: "municipalities[1]", code: "unknown-reference" },
    ]);
  });
});

describe("assignmentsOf", () => {
  test("asks parties where they are, the municipalities for voices, and the study once for follow-up", () => {
    const study = { ...studyOf(file), instruments: INSTRUMENTS.map((instrument) => ({ instrument, version: 1 })) };
    const where = ["soc 1492", "bup 1492", "bup 1487"];
    expect(
      assignmentsOf(study).map(({ instrument, party, municipality }) =>
        [instrument, party, municipality].filter((part) => part !== undefined).join(" "),
      ),
    ).toEqual([
      ...where.map((place) => `party ${place}`),
      ...where.map((place) => `staff ${place}`),
      ...where.map((place) => `case ${place}`),
      "voice 1492",
      "voice 1487",
      "follow-up",
    ]);
  });
});
