/** What is worked out from protected answers against what is worked out from the real ones. */
import { beforeAll, expect, test } from "vitest";
import { protectReport } from "../../reports/protection/protect-report.ts";
import type { Report } from "../../reports/report.ts";
import { compileReport } from "../../reports/report.ts";
import type { TableRow } from "../../reports/section.ts";
import { sections } from "../../reports/sections/index.ts";
import type { LpSolver } from "../../reports/stats/lp.ts";
import { loadSolver } from "../../server/highs-solver.ts";
import { simulate } from "./simulated.ts";

let solver: LpSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

const BOUNDS = sections.filter(({ id }) => ["unduplicated", "proposals"].includes(id));
const rowsOf = (report: Report, section: string, table: string): readonly TableRow[] =>
  report.sections.find(({ id }) => id === section)?.tables.find(({ id }) => id === table)?.rows ?? [];

/** An end that is not there bounds nothing. */
const numberOr = (cell: unknown, otherwise: number): number => (typeof cell === "number" ? cell : otherwise);

test.each(Array.from({ length: 12 }, (_, seed) => [seed, 3 + (seed % 3), [3, 5, 10][seed % 3] ?? 5] as const))(
  "published bounds hold the real ones, and no contradiction is published that is not there (study %i, %i parties, threshold %i)",
  (seed, parties, threshold) => {
    const { data } = simulate(seed, { parties, municipalities: 2, threshold, overlaps: true });
    const onFailure = (section: string, cause: unknown) => {
      throw new Error(section, { cause });
    };
    const raw = compileReport(BOUNDS, data, { municipalities: [], parties: [] }, { solver }, onFailure);
    const result = protectReport(BOUNDS, data, { threshold, freeTexts: false }, { solver, earlier: [], onFailure });
    if (result.status !== "protected") throw new Error(JSON.stringify(result.counts));
    const published = rowsOf(result.report, "unduplicated", "bounds");
    rowsOf(raw, "unduplicated", "bounds").forEach((real, i) => {
      const row = published[i] ?? {};
      if (real.feasible === false) return;
      expect(row.feasible, JSON.stringify([real, row])).toBe(true);
      for (const [low, high] of [
        ["lower", "upper"],
        ["counts_lower", "counts_upper"],
      ] as const) {
        expect(numberOr(row[low], 0)).toBeLessThanOrEqual(numberOr(real[low], 0));
        expect(numberOr(row[high], Infinity)).toBeGreaterThanOrEqual(numberOr(real[high], Infinity));
      }
      const why = (report: Report) =>
        rowsOf(report, "unduplicated", "conflicts").filter(({ municipality }) => municipality === real.municipality);
      const written = new Set(why(raw).map((one) => JSON.stringify(one)));
      expect(why(result.report).filter((one) => !written.has(JSON.stringify(one)))).toEqual([]);
    });
    const known = rowsOf(result.report, "proposals", "by_municipality");
    rowsOf(raw, "proposals", "by_municipality").forEach((real, i) => {
      expect(numberOr(known[i]?.known_low, 0)).toBeLessThanOrEqual(numberOr(real.known_low, 0));
      expect(numberOr(known[i]?.known_high, Infinity)).toBeGreaterThanOrEqual(numberOr(real.known_high, Infinity));
    });
  },
);
