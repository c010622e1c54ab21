/**
 * What a publication hides is neither drawn nor told: sentences and drawings are made of the protected tables and of
 * nothing else, and they take no hidden figure for 0, for an answer that is missing, or for the least or the most.
 */
import { beforeAll, describe, expect, test, vi } from "vitest";
import type * as ReadTable from "../reports/charts/read-table.ts";
import type { Section, Table, TableRow } from "../reports/section.ts";
import { hideCells, HIDDEN, isAboutPeople, isWritten } from "./fixtures/hide-cells.ts";
import { expectSound, PLANTED, saidOf, saidOfPlace, sectionsOfStudies, type Found } from "./fixtures/said.ts";

// Everywhere else a hidden figure would silently count as 0.
vi.mock("../reports/charts/read-table.ts", async (original) => {
  const real = await original<typeof ReadTable>();
  const countIn: typeof real.countIn = (cell) => {
    if (real.isHidden(cell)) throw new Error("a hidden figure was counted");
    return real.countIn(cell);
  };
  return { ...real, countIn };
});

/** Numbers in [0, 1): Numerical Recipes' constants. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const about = (section: Section) => (table: Table, row: TableRow, key: string) =>
  isAboutPeople(section.id, table, row, key);

const hidden = ({ section, tables }: Found, chosen: (table: Table, row: TableRow, key: string) => boolean): Found => ({
  section,
  tables: hideCells(
    tables,
    (table, row, key) =>
      (about(section)(table, row, key) || isWritten(section.id, table, row, key)) && chosen(table, row, key),
  ),
});

let example: readonly Found[] = [];
let large: readonly Found[] = [];
beforeAll(async () => {
  ({ example, large } = await sectionsOfStudies());
}, 120_000);

test("the example has figures about people in every section that counts them", () => {
  const counted = example.filter((found) =>
    Object.values(found.tables).some((table) =>
      table.rows.some((row) => Object.keys(row).some((key) => about(found.section)(table, row, key))),
    ),
  );
  expect(counted.map(({ section }) => section.id)).toEqual([
    "coverage",
    "group-size",
    "unduplicated",
    "profile",
    "interventions",
    "gaps",
    "lead-times",
    "responsibility",
    "cooperation",
    "barriers",
    "voices",
    "follow-up",
    "proposals",
    "methods",
  ]);
});

describe("hidden in the example", () => {
  test("all figures about people, and all that they have written", () => {
    for (const found of example)
      expectSound(
        saidOf(
          hidden(found, () => true),
          [320, 900],
        ),
      );
  });

  test("one column at a time", () => {
    for (const found of example) {
      const tables = Object.values(found.tables);
      for (const key of new Set(tables.flatMap(({ columns }) => columns.map((column) => column.key)))) {
        const isCounted = (table: Table) => table.rows.some((row) => about(found.section)(table, row, key));
        if (tables.some(isCounted))
          expectSound(
            saidOf(
              hidden(found, (_table, _row, column) => column === key),
              [640],
            ),
          );
      }
    }
  }, 180_000);

  test("everything of one group", () => {
    for (const found of example)
      for (const group of ["staff", "voice", "young", "guardian"])
        expectSound(
          saidOf(
            hidden(found, (_, row) => row.group === group),
            [640],
          ),
        );
  });

  test.each([1, 2])("some figures by chance, draw %d, also place by place", (seed) => {
    const next = sequence(seed);
    for (const found of example) {
      const some = hidden(found, () => next() < seed / 8);
      expectSound(saidOf(some, [seed % 2 === 0 ? 320 : 900]));
      for (const place of ["1492", "1487"]) expectSound(saidOfPlace(some, place, [320]));
    }
  });
});

test("ranges that stand in place of small figures are drawn and told as ranges", () => {
  const found = example.find(({ section }) => section.id === "group-size");
  if (found === undefined) throw new Error("no group-size");
  const small = (row: TableRow) => row.party === "bup" || row.party === "vuxenpsykiatrin";
  const range = { n_known: HIDDEN, low: 1, high: 4, per_1000: HIDDEN, share_of_caseload: HIDDEN };
  const perMille = (row: TableRow) => ({ low_per_1000: row.municipality === "1492" ? 0.9 : 0.2, high_per_1000: 3.4 });
  const counts = found.tables["counts"];
  if (counts === undefined) throw new Error("no counts");
  const rows = counts.rows.map((row) => (small(row) ? { ...row, ...range, ...perMille(row) } : row));
  const said = saidOf({ ...found, tables: { ...found.tables, counts: { ...counts, rows } } }, [900]);
  expectSound(said);
  const svg = said.get("group-size/per-1000 900 px") ?? "";
  expect(svg).toContain("1–4 personer (antalet visas inte)");
  expect(svg).toContain("Antalet visas inte: det ligger här någonstans");
});

test("some figures by chance in a study of twelve municipalities and 96 parties, also place by place", () => {
  const next = sequence(9);
  for (const found of large) {
    const some = hidden(found, () => next() < 0.3);
    expectSound(saidOf(some, [320, 900]));
    for (const place of ["1001", "1007"]) expectSound(saidOfPlace(some, place, [320]));
  }
}, 60_000);

test("a figure that no longer stands in the tables stands nowhere", () => {
  for (const found of example) {
    const planted = {
      ...found,
      tables: Object.fromEntries(
        Object.entries(found.tables).map(([id, table]) => [
          id,
          {
            ...table,
            rows: table.rows.map((row) =>
              Object.fromEntries(
                Object.entries(row).map(([key, cell]) => [key, about(found.section)(table, row, key) ? PLANTED : cell]),
              ),
            ),
          },
        ]),
      ),
    };
    expectSound(
      saidOf(
        hidden(planted, () => true),
        [640],
      ),
    );
  }
});

/** Words that say that nobody gave a figure. */
const NOBODY =
  /inget svar|ingen part har (angett|svarat)|har inte (angett|svarat)|ingen person|inget är angivet|för få/gi;

test("what is hidden is never told as not answered, as nobody or as few", () => {
  for (const found of example) {
    const shown = [...saidOf(found, [900]).values()].join(" ");
    for (const [at, text] of saidOf(
      hidden(found, () => true),
      [900],
    ))
      for (const [words] of text.matchAll(NOBODY)) expect(shown, `${at}: ${words}`).toContain(words);
  }
});

test("a small figure and one that is hidden to protect it look the same", () => {
  const found = example.find(({ section }) => section.id === "profile");
  if (found === undefined) throw new Error("no profile");
  const sexAge = found.tables["sex_age"];
  if (sexAge === undefined) throw new Error("no sex_age");
  const of = (women: number) => {
    const rows = sexAge.rows.map((row, i) => (i === 0 ? { ...row, women } : row));
    const tables = { ...found.tables, sex_age: { ...sexAge, rows } };
    return [
      ...saidOf(
        hidden(
          { ...found, tables },
          (table, row, key) => table.id === "sex_age" && key === "women" && row.age === rows[0]?.age,
        ),
        [640],
      ).values(),
    ];
  };
  expect(of(2)).toEqual(of(4_711));
});
