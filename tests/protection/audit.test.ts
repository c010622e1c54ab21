/**
 * The audit trusts neither the plan of what to hide nor the program that carries it out: tables that show more than was
 * planned, or something that is not true, are found.
 */
import { beforeAll, expect, test } from "vitest";
import { auditTables } from "../../reports/protection/audit.ts";
import type { SectionTables } from "../../reports/protection/claimed-cells.ts";
import { smallCounts } from "../../reports/protection/small-counts.ts";
import { suppressCells } from "../../reports/protection/suppress.ts";
import { claimReport, hidingOf, withoutHidden } from "../../reports/protection/two-computations.ts";
import type { Table, TableCell } from "../../reports/section.ts";
import { sections } from "../../reports/sections/index.ts";
import type { LpSolver } from "../../reports/stats/lp.ts";
import { loadSolver } from "../../server/highs-solver.ts";
import { simulate } from "./simulated.ts";

let solver: LpSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

const TOLD = sections.filter(({ id }) => id === "group-size" || id === "profile");

/** A study that is protected, and its audit when a table is published otherwise than it was made. */
function auditing() {
  const onFailure = (section: string, cause: unknown) => {
    throw new Error(section, { cause });
  };
  const computing = { sections: TOLD, solver, onFailure };
  const small = smallCounts(5);
  const { data } = simulate(2, { parties: 3, municipalities: 2, threshold: 5 });
  const claimed = claimReport(data, small, computing);
  const { own } = claimed;
  const hiding = hidingOf(own, suppressCells(own.system, { solver }), small);
  const { safe, tables } = withoutHidden(claimed, hiding, false, computing);
  const exposedIn = (published: SectionTables) => {
    const of = { people: claimed.people, own, system: own.system, hidden: hiding.hidden };
    const { intervals } = auditTables({ ...of, claimed: claimed.claimed, safe, tables: published }, solver);
    return intervals.filter(({ exposed }) => exposed).map(({ cell }) => own.system.cells[cell]);
  };
  return { real: claimed.real.tables, tables, exposedIn };
}

/** The tables with one cell of one of them changed. */
function withCell(tables: SectionTables, section: string, id: string, row: number, key: string, cell: TableCell) {
  const of = tables.get(section) ?? {};
  const table = of[id];
  if (table === undefined) throw new Error(`no table ${section}.${id}`);
  const changed: Table = { ...table, rows: table.rows.map((one, i) => (i === row ? { ...one, [key]: cell } : one)) };
  return new Map([...tables, [section, { ...of, [id]: changed }]]);
}

/** Rows where a count is hidden, and what it is. */
const hiddenIn = (tables: SectionTables, real: SectionTables, section: string, id: string, key: string) =>
  (tables.get(section)?.[id]?.rows ?? []).flatMap((row, at) => {
    const value = real.get(section)?.[id]?.rows[at]?.[key];
    return typeof row[key] !== "number" && typeof value === "number" ? [{ at, value }] : [];
  });

test("what was made as planned stands", () => {
  const { tables, exposedIn } = auditing();
  expect(exposedIn(tables)).toEqual([]);
});

test("a small count that is shown after all is found", () => {
  const { tables, real, exposedIn } = auditing();
  const small = hiddenIn(tables, real, "group-size", "counts", "n_known").find(({ value }) => value > 0 && value < 5);
  expect(small).toBeDefined();
  const { at, value } = small ?? { at: -1, value: -1 };
  const exposed = exposedIn(withCell(tables, "group-size", "counts", at, "n_known", value));
  expect(exposed.map((cell) => cell?.value)).toContain(value);
});

test("so are the counts that follow when one is shown that was hidden for their sake", () => {
  const { tables, real, exposedIn } = auditing();
  const others = hiddenIn(tables, real, "profile", "groups", "n").filter(({ value }) => value >= 5);
  expect(others.length).toBeGreaterThan(0);
  const found = others.map(({ at, value }) => exposedIn(withCell(tables, "profile", "groups", at, "n", value)).length);
  expect(Math.max(...found)).toBeGreaterThan(0);
});

test("a shown number that is not true stops the publication", () => {
  const { tables, real, exposedIn } = auditing();
  const [row] = hiddenIn(tables, real, "group-size", "counts", "n_known");
  expect(() => exposedIn(withCell(tables, "group-size", "counts", row?.at ?? -1, "n_known", 99))).toThrow(RangeError);
});
