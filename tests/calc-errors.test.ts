/** What `calc` refuses, and what it calls wrong input. */
import { beforeAll, expect, test } from "vitest";
import { calculate, CalcInputError, type CalcContext } from "../reports/calc.ts";
import { loadSolver } from "../server/highs-solver.ts";

let context: CalcContext;
beforeAll(async () => {
  context = { solver: await loadSolver() };
});

const waiting = { times: [1, 2], events: [true, 0] };
const threeLists = { lists: ["P", "Q", "E"], patterns: [{ members: ["P", "E"], n: 3 }] };
const sameTwice = [
  { members: ["a", "b"], n: 1 },
  { members: ["b", "a"], n: 1 },
];

test.each([
  ["log-linear", { lists: ["a", "b"], patterns: [] }],
  ["log-linear", { lists: ["a", "b"], patterns: [{ members: ["a"], n: 3 }] }],
  ["log-linear", { lists: ["a", "b", "c", "d", "e", "f"], patterns: [{ members: ["a", "b"], n: 3 }] }],
  ["chao", { f1: 0, f2: 0, n: 0 }],
  ["network", { nodes: [], ties: [] }],
  ["likert", { counts: [0, 0] }],
  ["response-rates", {}],
  ["cohens-w", { table: [[1, 2]] }],
  ["cohens-w", { expected: [1], observed: [0] }],
  ["log-rank", { groups: [waiting] }],
  [
    "fisher",
    {
      table: [
        [50000, 50000, 1],
        [50000, 50000, 1],
      ],
    },
  ],
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
    "network",
    {
      nodes: ["a", "b"],
      ties: [
        { from: "a", to: "b" },
        { from: "a", to: "b" },
      ],
    },
    "upprepar",
  ],
  ["network", { nodes: ["a", "a"], ties: [] }, "samma nod"],
  ["network", { nodes: ["a"], ties: [{ from: "a", to: "b" }] }, "”ties[1].to” är ”b”"],
  ["network", { nodes: ["a"], ties: [{ from: "a", to: "a" }] }, "till sig själv"],
  ["network", { nodes: ["a", "b"], ties: [{ from: "a", to: "b", value: -1 }] }, "”ties[1].value”"],
  ["log-linear", { ...threeLists, lists: ["P"] }, "två till 10 listor"],
  ["log-linear", { ...threeLists, lists: ["P", "P"] }, "samma lista två gånger"],
  ["log-linear", { ...threeLists, lists: ["P", "Q"] }, "”E”, som saknas i ”lists”"],
  ["log-linear", { ...threeLists, terms: [["P", "X"]] }, "”terms[1]” har listan ”X”"],
  ["log-linear", { ...threeLists, terms: ["P"] }, "”terms[1]” ska vara en lista"],
  ["log-linear", { lists: ["a", "b"], patterns: [{ members: [], n: 1 }] }, "är tom"],
  ["log-linear", { lists: ["a", "b"], patterns: [...sameTwice] }, "ett tidigare mönster"],
  ["chao", { f1: 3, f2: 2, n: 4 }, "”n” är mindre"],
  ["chao", { f1: 3, f2: 2, n: 9, f3: 0, parties: 3, answered: 4 }, "”answered” är större"],
  ["likert", { counts: [1] }, "minst två kategorier"],
  ["response-rates", { complete: 1, eligible: 2 }, "mellan 0 och 1"],
  ["cohens-w", { table: [[1]], expected: [1] }, "antingen ”table”"],
  ["cohens-w", { expected: [0, 1], observed: [1, 1] }, "får inte innehålla noll"],
  ["cohens-w", { expected: [1], observed: [1, 1] }, "1 värden och ”observed” 2"],
  ["cohens-w", { table: [[-1, 2]] }, "”table[1][1]”"],
  ["intersections", { sets: { a: [null] } }, "”sets.a[1]”"],
  ["log-rank", { groups: [{ times: [1], events: [] }] }, "”groups[1].times” har 1 värden"],
  ["fisher", { table: [[1, 2]] }, "minst två rader"],
])("%s says what is wrong with %j", (method, input, message) => {
  expect(() => calculate(method, input, context)).toThrow(CalcInputError);
  expect(() => calculate(method, input, context)).toThrow(message);
});

test("an unknown method is wrong input that lists the methods", () => {
  expect(() => calculate("mean", {}, context)).toThrow(
    /Okänd metod ”mean”\. Metoderna är audit, chao, cohens-w, .*wilson\./,
  );
  expect(() => calculate("constructor", {}, context)).toThrow("Okänd metod");
});
