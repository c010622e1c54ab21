/** Tables of many kinds at once: linked by shared sums, three-way (ages by sex by party), and tied by inequalities. */
import { beforeAll, describe, expect, test } from "vitest";
import { countSystem } from "../../bench/count-systems.ts";
import { loadSolver } from "../../server/highs-solver.ts";
import type { LpSolver } from "../stats/lp.ts";
import { attackCells } from "./attack.ts";
import type { CountSystem } from "./count-system.ts";
import { suppressCells } from "./suppress.ts";

let solver: LpSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** The attacker's programme as it is written in the literature: counts themselves, one at a time, nothing left out. */
function end(system: CountSystem, hidden: ReadonlySet<number>, cell: number, sense: "minimise" | "maximise"): number {
  const { cells, relations } = system;
  const found = solver.solve({
    sense,
    objective: cells.map((_, i) => (i === cell ? 1 : 0)),
    constraints: [
      ...relations,
      ...cells.map(({ value, low }, i) => ({
        terms: [[i, 1]] as const,
        low: hidden.has(i) ? low : value,
        high: hidden.has(i) ? Infinity : value,
      })),
    ],
    upper: cells.map(({ high }) => (high === Infinity ? undefined : high)),
    whole: true,
  });
  if (found.status === "unbounded") return Infinity;
  if (found.status === "infeasible") throw new Error("no table at all");
  return Math.round(found.value);
}

const protectedCells = ({ cells }: CountSystem) => cells.flatMap(({ protection }, i) => (protection > 0 ? [i] : []));

test("intervals agree with programmes that are set up from the counts themselves", () => {
  const system = countSystem({ municipalities: 2, kinds: 3 });
  const { hidden, intervals, method } = suppressCells(system, { solver });
  expect(method).toBe("optimal");
  expect(intervals.map(({ cell }) => cell)).toEqual([...hidden].sort((a, b) => a - b));
  const sample = intervals.filter((_, i) => i % 4 === 0);
  expect(sample.length).toBeGreaterThan(10);
  for (const { cell, low, high } of sample)
    expect([low, high]).toEqual([end(system, hidden, cell, "minimise"), end(system, hidden, cell, "maximise")]);
});

// The first is small enough for a proof of least cost, the second for rings and neighbourhoods, the third is large.
describe.each([
  { municipalities: 1, kinds: 6, method: "optimal" },
  { municipalities: 5, kinds: 12, method: "heuristic" },
  { municipalities: 12, kinds: 12, method: "heuristic" },
])("a study of $municipalities municipalities and $kinds kinds of parties", ({ municipalities, kinds, method }) => {
  test("leaves exposed only what is exposed with everything hidden, and an attacker from nothing agrees", () => {
    const system = countSystem({ municipalities, kinds });
    const small = protectedCells(system);
    const found = suppressCells(system, { solver });
    expect(found.method).toBe(method);
    const exposedOf = (hidden: ReadonlySet<number>) =>
      attackCells(system, hidden, small, solver).flatMap(({ cell, exposed }) => (exposed ? [cell] : []));
    expect(exposedOf(found.hidden)).toEqual(found.exposed);
    expect(found.exposed).toEqual(exposedOf(new Set(system.cells.keys())));
    expect(found.hidden.size).toBeLessThan(system.cells.length / 2);
    // The same result again.
    expect(suppressCells(countSystem({ municipalities, kinds }), { solver })).toEqual(found);
  });
});
