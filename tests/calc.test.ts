/** The shapes of `calc` as the contract has them; the values themselves are tested beside each estimator. */
import { beforeAll, expect, test } from "vitest";
import { calcMethods, calculate, CalcInputError, type CalcContext } from "../reports/calc.ts";
import { loadSolver } from "../server/highs-solver.ts";

let context: CalcContext;
beforeAll(async () => {
  context = { solver: await loadSolver() };
});

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
  ["consensus", { counts: [1, 2, 3] }, ["consensus"]],
  ["wilson", { successes: 1, n: 29 }, ["share", "low", "high"]],
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
  ["tau-b", { x: [1, 2, 3], y: [1, 3, 2] }, ["tau_b", "p"]],
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

test("every method is tried above", () => {
  expect(calcMethods).toHaveLength(11);
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

test.each([
  ["two-list", { n1: 0, n2: 4, m: 0 }],
  ["kendall-w", { ranks: [[1, 2, 3]] }],
  [
    "krippendorff",
    {
      ratings: [
        [1, 1],
        [1, 1],
      ],
      level: "nominal",
    },
  ],
  ["consensus", { counts: [0, 0] }],
  ["wilson", { successes: 0, n: 0 }],
  ["turnbull", { intervals: [] }],
  ["union-bounds", { sizes: {}, overlaps: [] }],
  ["kruskal-wallis", { groups: [[1]] }],
  ["kaplan-meier", { times: [], events: [] }],
  ["tau-b", { x: [1, 1], y: [1, 2] }],
])("%s refuses %j with a reason", (method, input) => {
  const output = calculate(method, input, context);
  expect(output).toEqual({ refused: expect.stringMatching(/^\p{Lu}.+\.$/u) as string });
});

test.each([
  ["two-list", { n1: 3, n2: 4 }, "saknar ”m”"],
  ["two-list", { n1: 3, n2: 4, m: 5 }, "”m” är större än den mindre listan"],
  ["two-list", { n1: 3.5, n2: 4, m: 1 }, "”n1” ska vara ett helt tal"],
  ["two-list", { n1: -3, n2: 4, m: 1 }, "”n1” ska vara ett helt tal"],
  ["two-list", { n1: "3", n2: 4, m: 1 }, "”n1” ska vara ett tal"],
  ["two-list", { n1: 3, n2: 4, m: 1, k: 2 }, "okända fält: ”k”"],
  ["two-list", null, "ska vara ett objekt"],
  ["two-list", [1, 2, 3], "ska vara ett objekt"],
  ["kendall-w", { ranks: [[1, 2], [1]] }, "rad 2 har 1"],
  ["kendall-w", { ranks: [[1, null]] }, "”ranks[1][2]” ska vara ett tal"],
  ["krippendorff", { ratings: [[1]], level: "metric" }, "”level”"],
  [
    "krippendorff",
    {
      ratings: [
        [-1, 2],
        [1, 2],
      ],
      level: "ratio",
    },
    "negativt",
  ],
  ["consensus", { counts: [3] }, "minst två kategorier"],
  ["wilson", { successes: 3, n: 2 }, "större än ”n”"],
  ["turnbull", { intervals: [[3, 2]] }, "slutar före sin början"],
  ["turnbull", { intervals: [[3]] }, "två värden"],
  ["turnbull", { intervals: [[null, 2]] }, "”intervals[1] från” ska vara ett tal"],
  ["union-bounds", { sizes: { a: 1 }, overlaps: [{ parties: ["a", "b"], n: 1 }] }, "”b”, som saknas i ”sizes”"],
  ["union-bounds", { sizes: { a: 1 }, overlaps: [{ parties: ["a"], n: 1 }] }, "två eller tre"],
  ["union-bounds", { sizes: { a: 1 }, overlaps: [{ parties: ["a", "a"], n: 1 }] }, "två gånger"],
  ["union-bounds", { sizes: { a: 1, b: 1 }, overlaps: [{ parties: ["a", "b"] }] }, "saknar ”n”"],
  ["union-bounds", { sizes: { a: { low: 3, high: 2 } } }, "”low” är större än ”high”"],
  ["union-bounds", { sizes: { a: null } }, "”sizes.a” ska vara ett objekt"],
  ["union-bounds", { sizes: [1, 2] }, "”sizes” ska vara ett objekt"],
  ["union-bounds", { sizes: { a: 1e12 } }, "för stort"],
  ["kaplan-meier", { times: [1], events: ["ja"] }, "”events[1]”"],
  [
    "fisher",
    {
      table: [
        [1, 2, 3],
        [1, 2, 3],
      ],
    },
    "två rader med två tal",
  ],
])("%s says what is wrong with %j", (method, input, message) => {
  expect(() => calculate(method, input, context)).toThrow(CalcInputError);
  expect(() => calculate(method, input, context)).toThrow(message);
});

test("an unknown method is wrong input that lists the methods", () => {
  expect(() => calculate("mean", {}, context)).toThrow(
    /Okänd metod ”mean”\. Metoderna är consensus, fisher, .*wilson\./,
  );
  expect(() => calculate("constructor", {}, context)).toThrow("Okänd metod");
});
