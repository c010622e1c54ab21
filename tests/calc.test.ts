/** The shapes of `calc` as the contract has them; the values themselves are tested beside each estimator. */
import { beforeAll, expect, test } from "vitest";
import { calcMethods, calculate, type CalcContext } from "../reports/calc.ts";
import { loadSolver } from "../server/highs-solver.ts";

let context: CalcContext;
beforeAll(async () => {
  context = { solver: await loadSolver() };
});

/** Hepatitis A in Taiwan (Chao et al. 1997). */
const hepatitis = {
  lists: ["P", "Q", "E"],
  patterns: [
    { members: ["P"], n: 69 },
    { members: ["Q"], n: 55 },
    { members: ["E"], n: 63 },
    { members: ["P", "Q"], n: 21 },
    { members: ["P", "E"], n: 17 },
    { members: ["Q", "E"], n: 18 },
    { members: ["P", "Q", "E"], n: 28 },
  ],
};
/** Chan, Silverman & Vincent (2021), table 2. */
const sparse = {
  lists: ["A", "B", "C"],
  patterns: [
    { members: ["A"], n: 40 },
    { members: ["B"], n: 30 },
    { members: ["C"], n: 20 },
    { members: ["B", "A"], n: 6 },
  ],
};
const two = { times: [1, 2], events: [true, 0] };

test.each([
  ["two-list", { n1: 10, n2: 15, m: 5 }, ["lincoln_petersen", "chapman", "se", "log_normal", "logit"]],
  [
    "kendall-w",
    {
      ranks: [
        [1, 2, 3],
        [1, 3, 2],
      ],
    },
    ["w", "w_uncorrected", "chi_square", "df", "p"],
  ],
  [
    "krippendorff",
    {
      ratings: [
        [1, 2, null],
        [1, 3, 2],
      ],
      level: "ordinal",
    },
    ["alpha"],
  ],
  ["consensus", { counts: [1, 2, 3] }, ["consensus", "agreement"]],
  ["wilson", { successes: 1, n: 29 }, ["share", "low", "high", "corrected", "clopper_pearson"]],
  ["log-linear", { ...hepatitis, terms: [] }, ["models"]],
  ["log-linear", hepatitis, ["models", "range", "not_estimable"]],
  [
    "chao",
    { f1: 187, f2: 56, n: 271 },
    ["lower_bound", "bias_corrected", "zelterman", "se", "low", "high", "objections"],
  ],
  [
    "network",
    { nodes: ["a", "b", "c"], ties: [{ from: "a", to: "b" }], answered: ["a"] },
    ["ties", "known", "density", "density_low", "density_high", "reciprocity", "nodes", "pairs", "confirmed", "either"],
  ],
  [
    "likert",
    { counts: [5, 10, 20, 40, 25] },
    ["n", "shares", "net", "median", "lower_quartile", "upper_quartile", "interpolated_median", "left", "right"],
  ],
  ["response-rates", { complete: 100, not_reached: 20 }, ["rr1", "rr2", "rr3", "rr4", "rr5", "rr6"]],
  ["cohens-w", { expected: [1, 1], observed: [1, 2] }, ["w"]],
  ["intersections", { sets: { a: [1, 2], b: [2] } }, ["sizes", "intersections"]],
  ["log-rank", { groups: [two, { times: [3, 4], events: [1, 1] }] }, ["chi_square", "df", "p", "groups"]],
  [
    "turnbull",
    {
      intervals: [
        [0, 0],
        [0, 3],
        [180, null],
      ],
    },
    ["masses", "log_likelihood", "median"],
  ],
  [
    "kruskal-wallis",
    {
      groups: [
        [1, 2],
        [3, 4],
      ],
    },
    ["h", "df", "p"],
  ],
  ["kaplan-meier", { times: [1, 2], events: [true, 0] }, ["steps", "median"]],
  [
    "fisher",
    {
      table: [
        [3, 1],
        [1, 3],
      ],
    },
    ["p", "p_less", "p_greater"],
  ],
  ["tau-b", { x: [1, 2, 3], y: [1, 3, 2] }, ["tau_b", "p", "p_exact"]],
  [
    "union-bounds",
    { sizes: { a: 3, b: 4 }, overlaps: [{ parties: ["a", "b"], n: 1 }], cap: 100 },
    ["feasible", "lower", "upper", "counts_lower", "counts_upper", "lower_whole", "upper_whole", "conflicts", "method"],
  ],
])("%s answers with the fields of the contract", (method, input, fields) => {
  const output = calculate(method, input, context);
  expect(Object.keys(Object(output) as object)).toEqual(fields);
  expect(JSON.parse(JSON.stringify(output))).toEqual(output);
});

test("every method is tried above, but those of small numbers, which are tried in calc-disclosure.test.ts", () => {
  expect(calcMethods.filter((method) => method !== "suppress" && method !== "audit")).toHaveLength(19);
});

test("union-bounds answers a contradiction, a range and an open end", () => {
  const conflict = { sizes: { a: 3, b: 4 }, overlaps: [{ parties: ["a", "b"], n: 5 }] };
  expect(calculate("union-bounds", conflict, context)).toMatchObject({
    feasible: false,
    lower: null,
    upper: null,
    counts_lower: 4,
    counts_upper: 7,
    conflicts: [{ parties: ["a", "b"] }],
  });
  const open = { sizes: { a: { low: 3, high: null }, b: 4 }, overlaps: [{ parties: ["a", "b"], low: 1, high: 2 }] };
  // At fewest 3 + 4 − 2 persons.
  expect(calculate("union-bounds", open, context)).toMatchObject({ lower: 5, upper: "∞", counts_upper: "∞" });
});

test("turnbull keeps null for an unbounded end, as in its input", () => {
  expect(calculate("turnbull", { intervals: [[5, null]] }, context)).toEqual({
    masses: [{ from: 5, to: null, mass: 1 }],
    log_likelihood: 0,
    median: { from: 5, to: null },
  });
});

test("two lists with nobody in common have an unbounded Lincoln–Petersen", () => {
  expect(calculate("two-list", { n1: 3, n2: 4, m: 0 }, context)).toMatchObject({ lincoln_petersen: "∞", chapman: 19 });
});

test("log-linear lists the models best AIC first, with the range of those that can be tested", () => {
  const found = calculate("log-linear", hepatitis, context);
  expect(found).toMatchObject({
    models: [
      {
        terms: [
          ["P", "Q"],
          ["P", "E"],
          ["Q", "E"],
        ],
        df: 0,
        warnings: [expect.stringContaining("df = 0")],
      },
      {
        terms: [
          ["P", "Q"],
          ["Q", "E"],
        ],
        df: 1,
        warnings: [],
      },
      ...Array.from({ length: 6 }, () => ({})),
    ],
    range: { models: 7 },
    not_estimable: [],
  });
});

test("log-linear fits one model with its profile interval, whatever the order of the members", () => {
  const found = calculate("log-linear", { ...hepatitis, terms: [["E", "Q"], ["P"]] }, context);
  expect(found).toMatchObject({
    models: [{ terms: [["Q", "E"]], estimate: expect.closeTo(413.18, 2) as number, profile: {} }],
  });
});

test("log-linear refuses one model that has no answer, and names it among several", () => {
  for (const terms of [
    [["A", "B"]],
    [
      ["A", "B"],
      ["A", "C"],
      ["B", "C"],
    ],
  ])
    expect(calculate("log-linear", { ...sparse, terms }, context)).toEqual({
      refused: expect.stringMatching(/^\p{Lu}.+\.$/u) as string,
    });
  expect(calculate("log-linear", { ...sparse, terms: [["C", "A"]] }, context)).toMatchObject({
    models: [{ terms: [["A", "C"]], warnings: [expect.stringContaining("A, C")] }],
  });
  const all = calculate("log-linear", sparse, context) as { models: unknown[]; not_estimable: unknown[] };
  expect([all.models.length, all.not_estimable.length]).toEqual([4, 4]);
});

test("chao has no upper end where nobody is known to two parties, and says when it should not be used", () => {
  expect(calculate("chao", { f1: 3, f2: 0, n: 3, f3: 0, parties: 4, answered: 3 }, context)).toMatchObject({
    lower_bound: "∞",
    se: null,
    objections: ["Alla parter har inte svarat.", "För få personer är kända av två parter."],
  });
});

test("network takes a null value as not known and a missing one as a tie", () => {
  const ties = [
    { from: "a", to: "b" },
    { from: "b", to: "a", value: null },
  ];
  expect(calculate("network", { nodes: ["a", "b"], ties }, context)).toMatchObject({
    known: 1,
    density: 1,
    density_low: 0.5,
    pairs: [{ status: "unanswered", a_says: 1, b_says: null }],
  });
});

test("fisher takes any table, tau-b is exact without ties, and a small scale has no agreement", () => {
  const satisfaction = [
    [1, 3, 10, 6],
    [2, 3, 10, 7],
    [1, 6, 14, 12],
    [0, 1, 9, 11],
  ];
  expect(calculate("fisher", { table: satisfaction }, context)).toEqual({
    p: expect.closeTo(0.782684939, 8) as number,
  });
  expect(calculate("tau-b", { x: [1, 1, 2], y: [1, 2, 3] }, context)).toMatchObject({ p_exact: null });
  // Three units in order: one of six orders at either end.
  expect(calculate("tau-b", { x: [1, 2, 3], y: [4, 5, 6] }, context)).toMatchObject({
    p_exact: expect.closeTo(1 / 3, 12) as number,
  });
  expect(calculate("consensus", { counts: [1, 1] }, context)).toMatchObject({ agreement: null });
});
