import { beforeAll, expect, test } from "vitest";
import { calculate } from "../reports/calc.ts";
import type { LpSolver } from "../reports/stats/lp.ts";
import { loadSolver } from "../server/highs-solver.ts";

let solver: LpSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Rows and columns named r1c1 …, with sums r1, c1 and all. */
function tableOf(rows: readonly (readonly number[])[]) {
  const cells: Record<string, number> = {};
  const sums: { total: string; parts: string[] }[] = [];
  const add = (total: string, parts: string[]) => {
    cells[total] = parts.reduce((sum, part) => sum + (cells[part] ?? 0), 0);
    sums.push({ total, parts });
  };
  rows.forEach((row, r) => row.forEach((value, c) => (cells[`r${r + 1}c${c + 1}`] = value)));
  const columns = (rows[0] ?? []).map((_, c) => c + 1);
  rows.forEach((_, r) => add(`r${r + 1}`, columns.map((c) => `r${r + 1}c${c}`))); // prettier-ignore
  columns.forEach((c) => add(`c${c}`, rows.map((_, r) => `r${r + 1}c${c}`))); // prettier-ignore
  add("all", rows.map((_, r) => `r${r + 1}`)); // prettier-ignore
  sums.push({ total: "all", parts: columns.map((c) => `c${c}`) });
  return { cells, sums };
}

const run = (method: string, input: unknown): unknown => calculate(method, input, { solver });

const SMALL = [[20, 50, 10, 19], [8, 19, 22, 3], [17, 32, 12, 20], [6, 9, 2, 11]]; // prettier-ignore

test("audit tells that only hiding the small cells hides nothing", () => {
  expect(run("audit", { table: tableOf(SMALL), suppressed: ["r2c4", "r4c3"] })).toEqual({
    passed: false,
    intervals: [
      { cell: "r2c4", low: 3, high: 3, exposed: true },
      { cell: "r4c3", low: 2, high: 2, exposed: true },
    ],
  });
});

test("audit measures against the protection asked for", () => {
  const suppressed = ["r2c4", "r4c3", "r2c3", "r4c4"];
  expect(run("audit", { table: tableOf(SMALL), suppressed })).toMatchObject({ passed: true });
  // Every cell of the rectangle can move by 13: 3 in [1, 14], 2 in [0, 13].
  expect(run("audit", { table: tableOf(SMALL), suppressed, protection: 13 })).toMatchObject({ passed: true });
  expect(run("audit", { table: tableOf(SMALL), suppressed, protection: 14 })).toMatchObject({ passed: false });
});

test("a hidden cell that no sum gives away has no upper end", () => {
  expect(run("audit", { table: { cells: { a: 3, b: 4 }, sums: [] }, suppressed: ["a"] })).toEqual({
    passed: true,
    intervals: [{ cell: "a", low: 0, high: "∞", exposed: false }],
  });
});

test("suppress hides the small cells and what protects them, and its audit passes", () => {
  const found = run("suppress", { table: tableOf(SMALL), threshold: 5 }) as Record<string, string[]>;
  expect(found).toMatchObject({ primary: ["r2c4", "r4c3"], method: "optimal" });
  expect([...(found.primary ?? []), ...(found.secondary ?? [])].sort()).toEqual([...(found.suppressed ?? [])].sort());
  expect(run("audit", { table: tableOf(SMALL), suppressed: found.suppressed })).toMatchObject({ passed: true });
});

test("with zeros the secondary cells are those that GaussSuppression prints", () => {
  // Langsrud, GaussSuppression, vignette on small counts, example1 2014, maxN = 1: zeros and ones are primary.
  expect(run("suppress", { table: tableOf([[5, 2, 0], [6, 3, 4]]), threshold: 2, zeros: true })).toMatchObject({
    primary: ["r1c3"],
    secondary: ["r1c2", "r2c2", "r2c3"],
    intervals: [
      { cell: "r1c2", low: 0, high: 2, exposed: false },
      { cell: "r1c3", low: 0, high: 2, exposed: false },
      { cell: "r2c2", low: 3, high: 5, exposed: false },
      { cell: "r2c3", low: 2, high: 4, exposed: false },
    ],
  }); // prettier-ignore
});

test("a named cell is protected at the least value hidden", () => {
  // Fischetti & Salazar-González (2001), figure 1: 8 + 22 + 17 + 12 = 59.
  const table = tableOf([[20, 50, 10], [8, 19, 22], [17, 32, 12]]); // prettier-ignore
  expect(run("suppress", { table, threshold: 5, primary: ["r2c3"], protection: 16 })).toMatchObject({
    suppressed: ["r2c1", "r2c3", "r3c1", "r3c3"],
    intervals: [{ cell: "r2c1", low: 0, high: 25 }, { cell: "r2c3", low: 5, high: 30 }, {}, {}],
  });
});

const TWO = { cells: { a: 3, b: 4, t: 7 }, sums: [{ total: "t", parts: ["a", "b"] }] };

test.each([
  [
    "suppress",
    { table: { ...TWO, cells: { a: 3, b: 4, t: 8 } }, threshold: 5 },
    "”t” är 8, men delarna är tillsammans 7",
  ],
  ["suppress", { table: TWO }, "saknar ”threshold”"],
  ["suppress", { table: { cells: { a: -1 }, sums: [] }, threshold: 5 }, "”table.cells.a” ska vara ett helt tal"],
  ["suppress", { table: { cells: {}, sums: [] }, threshold: 5 }, "”table.cells” är tom"],
  ["suppress", { table: TWO, threshold: 5, protection: 0 }, "”protection” ska vara minst 1"],
  ["suppress", { table: TWO, threshold: 5, primary: ["x"] }, "”primary” har cellen ”x”, som saknas i ”table.cells”"],
  ["suppress", { table: TWO, threshold: 5, zeros: 1 }, "”zeros” ska vara true eller false"],
  ["suppress", { table: TWO, threshold: 5, costs: { a: 0 } }, "”costs.a” ska vara större än noll"],
  ["audit", { table: TWO, suppressed: ["a", "a"] }, "”suppressed” har samma cell två gånger"],
  ["audit", { table: TWO, suppressed: ["q"] }, "”suppressed” har cellen ”q”"],
  ["audit", { table: { ...TWO, sums: [{ total: "t", parts: [] }] }, suppressed: [] }, "”table.sums[1].parts” är tom"],
  [
    "audit",
    { table: { ...TWO, sums: [{ total: "t", parts: ["t"] }] }, suppressed: [] },
    "kan inte vara en del av sig själv",
  ],
  [
    "audit",
    { table: { ...TWO, sums: [{ total: "x", parts: ["a"] }] }, suppressed: [] },
    "”table.sums[1].total” är cellen ”x”",
  ],
])("%s names what is wrong: %j", (method, input, message) => {
  expect(() => run(method, input)).toThrow(message);
});
