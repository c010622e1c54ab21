import { textIn } from "../../reports/charts/read-table.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { protectReport, type ProtectionMemory } from "../../reports/protection/protect-report.ts";
import type { ProtectedReport } from "../../reports/publication/publication.ts";
import type { Report } from "../../reports/report.ts";
import type { Table, TableRow } from "../../reports/section.ts";
import { sections } from "../../reports/sections/index.ts";
import { loadSolver } from "../../server/highs-solver.ts";
import { exampleReport } from "../fixtures/example-report.ts";

const THRESHOLD = 5;
let raw: Report;
let published: ProtectedReport;
let memory: ProtectionMemory;
const failures: string[] = [];

beforeAll(async () => {
  const { data, report } = await exampleReport();
  const result = protectReport(
    sections,
    data,
    { threshold: THRESHOLD, freeTexts: false },
    {
      solver: await loadSolver(),
      earlier: [],
      onFailure: (section, error) => failures.push(`${section}: ${String(error)}`),
    },
  );
  if (result.status !== "protected") throw new Error(JSON.stringify(result.counts));
  [raw, published, memory] = [report, result.report, result.memory];
}, 180_000);

const tablesOf = (report: Report) =>
  report.sections.flatMap(({ id, tables }) => tables.map((table) => ({ name: `${id}.${table.id}`, table })));
const tableOf = (report: Report, name: string): Table => {
  const found = tablesOf(report).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found.table;
};
const isHidden = (cell: unknown): boolean =>
  typeof cell === "object" && cell !== null && "missing" in cell && cell.missing === "suppressed";

test("every claim of a table about people holds in the example study", () => {
  expect(failures).toEqual([]);
});

test("the audit is passed, and no small count is left with less than the rule itself tells", () => {
  const { audit, threshold, protection } = published.protection;
  expect({ passed: audit.passed, threshold, protection }).toEqual({ passed: true, threshold: 5, protection: 3 });
  expect(audit.narrowest).toBeGreaterThanOrEqual(3);
  expect(audit.primary).toBeGreaterThan(50);
});

/** Counts of persons themselves: not the ends of ranges, and not the public statistics of the whole population. */
const COUNTS =
  /^(n|n_known|caseload|reached|referred|entered|went_on|dropped|remaining|women|men|other|only_us|one_more|two_or_more|known|sum_reported|once|total)$/;

test("no published table holds a count of persons from 1 to 4", () => {
  const small = tablesOf(published).flatMap(({ name, table }) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap(({ key, unit }) => {
        const cell = row[key];
        const counts = unit.startsWith("persons") && COUNTS.test(key);
        return counts && typeof cell === "number" && cell > 0 && cell < THRESHOLD ? [`${name} ${key} ${cell}`] : [];
      }),
    ),
  );
  expect(small).toEqual([]);
});

test("the single figures of the follow-up are hidden where they are of one to four persons", () => {
  const { rows } = tableOf(published, "follow-up.measures");
  const persons = rows.filter(({ unit }) => unit === "persons");
  expect(
    persons.filter(({ value, base }) => [value, base].some((n) => typeof n === "number" && n > 0 && n < 5)),
  ).toEqual([]);
  expect(persons.filter(({ value }) => isHidden(value)).length).toBeGreaterThan(10);
});

/** Worked out from the protected answers, with a note that says so: another number than that of the real ones, and true. */
const FROM_PROTECTED: Readonly<Record<string, RegExp>> = {
  "group-size.counts": /^(low|high|low_per_1000|high_per_1000)$/,
  "group-size.totals": /^sum_(low|high)$/,
  "group-size.by_kind": /^(n|min|q1|median|q3|max)$/,
  "unduplicated.bounds": /^(counts_lower|counts_upper|lower|upper|feasible|sum_low)$/,
  "unduplicated.sums": /^(low|high|party)$/,
  "unduplicated.estimates": /^(note|parties)$/,
  "profile.groups": /^(low|high)$/,
  "profile.group_totals": /^sum_(low|high)$/,
  "profile.by_group": /^sum_(low|high)$/,
  "interventions.supply_need": /^known_(least|most)$/,
  "gaps.quadrants": /^quadrant$/,
  "gaps.quadrants_total": /./,
  "gaps.disagreements": /^says$/,
  "proposals.by_municipality": /^known_(low|high)$/,
};

test("what differs from the real tables is hidden, or is a figure that is said to be worked out from the protected ones", () => {
  const wrong: string[] = [];
  for (const { name, table } of tablesOf(published)) {
    const real = tableOf(raw, name);
    if (name === "methods.submissions") continue;
    expect(table.rows.length, name).toBe(real.rows.length);
    table.rows.forEach((row, i) => {
      for (const { key } of table.columns)
        if (
          JSON.stringify(row[key]) !== JSON.stringify(real.rows[i]?.[key]) &&
          !isHidden(row[key]) &&
          FROM_PROTECTED[name]?.test(key) !== true
        )
          wrong.push(`${name} ${i} ${key}: ${JSON.stringify(real.rows[i]?.[key])} became ${JSON.stringify(row[key])}`);
    });
  }
  expect(wrong).toEqual([]);
});

test("every range that stands instead of a figure holds it", () => {
  const inside = (name: string, n: string, low: string, high: string) => {
    const real = tableOf(raw, name).rows;
    tableOf(published, name).rows.forEach((row, i) => {
      const value = real[i]?.[n];
      if (!isHidden(row[n]) || typeof value !== "number") return;
      expect(Number(row[low]), `${name} ${i}`).toBeLessThanOrEqual(value);
      if (typeof row[high] === "number") expect(row[high], `${name} ${i}`).toBeGreaterThanOrEqual(value);
    });
  };
  inside("group-size.counts", "n_known", "low", "high");
  inside("profile.groups", "n", "low", "high");
  for (const name of ["profile.group_totals", "profile.by_group", "group-size.totals"]) {
    const real = tableOf(raw, name).rows;
    tableOf(published, name).rows.forEach((row, i) => {
      const [low, high] = [real[i]?.sum_low, real[i]?.sum_high];
      if (typeof low === "number" && typeof row.sum_low === "number") expect(row.sum_low).toBeLessThanOrEqual(low);
      if (typeof high === "number" && typeof row.sum_high === "number")
        expect(row.sum_high).toBeGreaterThanOrEqual(high);
    });
  }
});

describe("those who have answered", () => {
  const persons = ({ group }: TableRow) => ["staff", "voice", "young", "guardian"].includes(textIn(group));

  test("no group of persons with one to four answers has any figure", () => {
    const few = tablesOf(published).flatMap(({ name, table }) =>
      table.rows.filter(persons).flatMap((row) => {
        const n = "answers" in row ? row.answers : row.n;
        return typeof n === "number" && n > 0 && n < THRESHOLD ? [`${name} ${JSON.stringify(row)}`] : [];
      }),
    );
    expect(few).toEqual([]);
  });

  test("young people and guardians who all say the same are hidden", () => {
    const alike = tableOf(published, "voices.statements").rows.filter(
      ({ group, n, positive, middle, negative }) =>
        (group === "young" || group === "guardian") &&
        typeof n === "number" &&
        n > 0 &&
        [positive, middle, negative].includes(n),
    );
    expect(alike).toEqual([]);
    expect(
      tableOf(published, "voices.statements").rows.some((row) => row.group === "guardian" && isHidden(row.net)),
    ).toBe(true);
  });

  test("neither the day of an anonymous answer nor what somebody wrote is told", () => {
    const days = tableOf(published, "methods.submissions").rows.map(({ instrument }) => instrument);
    expect(days).not.toContain("staff");
    expect(days).not.toContain("voice");
    for (const name of ["cooperation.notes", "background.remarks", "proposals.proposals", "methods.texts"]) {
      const { columns, rows } = tableOf(published, name);
      const words = columns.filter(({ key }) => /text|note|conditions|ref$/.test(key));
      expect(rows.length, name).toBeGreaterThan(0);
      expect(
        rows.flatMap((row) => words.filter(({ key }) => typeof row[key] === "string")),
        name,
      ).toEqual([]);
    }
  });
});

test("the memory is plain JSON", () => {
  expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
});
