import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { loadSolver } from "../../server/highs-solver.ts";
import { everyTable, tableOf, type MadeTable } from "../../tests/fixtures/count-tables.ts";
import type { LpSolver } from "../stats/lp.ts";
import type { CountSystem } from "./count-system.ts";
import { deviationsOf } from "./deviations.ts";
import { Evidence } from "./evidence.ts";
import { hideMore } from "./suppress-heuristic.ts";
import { suppressCells } from "./suppress.ts";

let solver: LpSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

const costOf = ({ cells }: CountSystem, hidden: Iterable<number>): number =>
  [...hidden].reduce((sum, cell) => sum + (cells[cell]?.cost ?? 0), 0);

test.each([1, 10, 16])(
  "investments by activity and region are protected by %i at the least value hidden, 59",
  (width) => {
    // Fischetti & Salazar-González (2001), figure 1: (II, C) = 22 is sensitive; trying all patterns gives 8 + 22 + 17 + 12,
    // also for 5 and 8 either way, widths of 10 and 16.
    const table = tableOf([[20, 50, 10], [8, 19, 22], [17, 32, 12]], (row, column) =>
    row === 1 && column === 2 ? { protection: width } : {}); // prettier-ignore
    const { hidden, method, exposed } = suppressCells(table, { solver });
    expect({ method, exposed, value: costOf(table, hidden) }).toEqual({ method: "optimal", exposed: [], value: 59 });
    expect(hidden).toEqual(new Set([table.at(1, 0), table.at(1, 2), table.at(2, 0), table.at(2, 2)]));
  },
);

test("a zero is protected by the cells that GaussSuppression prints", () => {
  // Langsrud, GaussSuppression, vignette on small counts, example1 2014, maxN = 1. Young × Portugal is 0.
  const table = tableOf([[5, 2, 0], [6, 3, 4]], (row, column) => (row === 0 && column === 2 ? { protection: 1 } : {})); // prettier-ignore
  const { hidden, intervals } = suppressCells(table, { solver });
  expect(hidden).toEqual(new Set([table.at(0, 1), table.at(0, 2), table.at(1, 1), table.at(1, 2)]));
  expect(intervals.map(({ low, high }) => [low, high])).toEqual([[0, 2], [0, 2], [3, 5], [2, 4]]); // prettier-ignore
});

test("nothing more is hidden where nothing more is needed", () => {
  const rows = [[1, 2], [2, 1]]; // prettier-ignore
  const table = tableOf(rows, (row, column, value) => (row < 2 && column < 2 && value < 5 ? { protection: 2 } : {}));
  expect(suppressCells(table, { solver })).toMatchObject({ method: "none-needed", exposed: [] });
});

test("what has been shown before cannot be hidden: the cells that it gives away are named", () => {
  const table = tableOf([[20, 3], [8, 19]], (row, column) =>
    row === 0 && column === 1 ? { protection: 1 } : row === 0 ? { state: "shown" } : {}); // prettier-ignore
  expect(suppressCells(table, { solver }).exposed).toEqual([table.at(0, 1)]);
});

test("a total is hidden when that costs less than hiding its parts", () => {
  const table = tableOf([[3, 900]], (row, column) => ({
    cost: column === 2 || row === 1 ? 1 : 500,
    ...(row === 0 && column === 0 ? { protection: 1 } : {}),
  }));
  const { hidden } = suppressCells(table, { solver });
  expect(hidden.has(table.at(0, 1))).toBe(false);
  expect(hidden.has(table.at(0, 2))).toBe(true);
});

test("the bar moves from 0 to 1 and never back", () => {
  const seen: number[] = [];
  suppressCells(twoWay([[3, 1, 7], [9, 2, 4], [6, 8, 12]]), { solver, onProgress: (done) => seen.push(done) }); // prettier-ignore
  expect(seen.at(-1)).toBeCloseTo(1, 9);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

/** Small cells inside, 1 … 3, need a width of 2; nobody is taken to know more than that a cell is at most 12. */
const twoWay = (rows: readonly (readonly number[])[]): MadeTable =>
  tableOf(rows, (row, column, value) => ({
    high: Math.max(12, value),
    ...(row < rows.length && column < (rows[0]?.length ?? 0) && value > 0 && value < 4 ? { protection: 2 } : {}),
  }));

const stands = (system: CountSystem, hidden: readonly number[]): boolean => {
  const found = everyTable(system, hidden);
  return system.cells.every(({ protection }, cell) => {
    const [low, high] = found.get(cell) ?? [0, 0];
    return high - low >= protection;
  });
};

test("the optimum costs what trying every set of cells finds", () => {
  const rows = fc.array(fc.array(fc.nat(6), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(rows, (values) => {
      const table = twoWay(values);
      const small = table.cells.flatMap(({ protection }, cell) => (protection > 0 ? [cell] : []));
      const others = table.cells.flatMap(({ protection }, cell) => (protection > 0 ? [] : [cell]));
      const sets = Array.from({ length: 2 ** others.length }, (_, mask) =>
        [...small, ...others.filter((_, i) => (mask >> i) % 2 === 1)].sort((a, b) => a - b),
      ).sort((a, b) => costOf(table, a) - costOf(table, b));
      const cheapest = sets.find((hidden) => stands(table, hidden));
      const { hidden, method, exposed } = suppressCells(table, { solver });
      expect(exposed).toEqual([]);
      expect(method).not.toBe("heuristic");
      expect(costOf(table, hidden)).toBeCloseTo(costOf(table, cheapest ?? []), 9);
    }),
    { numRuns: 40 },
  );
});

test("every result stands against somebody who tries every table, and no heuristic is cheaper than the optimum", () => {
  const rows = fc.array(fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 3 });
  fc.assert(
    fc.property(rows, (values) => {
      const table = twoWay(values);
      const { hidden, exposed, method } = suppressCells(table, { solver });
      expect(exposed).toEqual([]);
      expect(method).not.toBe("heuristic");
      if (hidden.size <= 7)
        expect(
          stands(
            table,
            [...hidden].sort((a, b) => a - b),
          ),
        ).toBe(true);
      const targets = table.cells.flatMap(({ protection }, cell) => (protection > 0 ? [cell] : []));
      const quick = new Set(targets);
      expect(hideMore(deviationsOf(table), quick, targets, new Evidence(), solver, () => undefined)).toEqual([]);
      expect(costOf(table, hidden)).toBeLessThanOrEqual(costOf(table, quick) + 1e-9);
      if (quick.size <= 7)
        expect(
          stands(
            table,
            [...quick].sort((a, b) => a - b),
          ),
        ).toBe(true);
    }),
    { numRuns: 60 },
  );
});
