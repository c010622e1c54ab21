import { expect, test } from "vitest";
import type { SectionReport } from "../report.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { changesSince } from "./changes.ts";

const HIDDEN: TableCell = { missing: "suppressed" };

const counts = (rows: readonly TableRow[]): Table => ({
  id: "counts",
  title: "Antal kända",
  columns: [
    { key: "party", label: "Part", unit: "" },
    { key: "party_kind", label: "Slag av part", unit: "code" },
    { key: "municipality", label: "Kommun", unit: "code" },
    { key: "n_known", label: "Kända", unit: "persons" },
    { key: "per_1000", label: "Per 1 000", unit: "per 1 000" },
    { key: "source", label: "Källa", unit: "code" },
  ],
  rows,
  notes: [],
  labels: {
    party: { soc: "Socialtjänsten", bup: "BUP" },
    municipality: { "1492": "Åmål", "1487": "Vänersborg" },
    source: { register: "Verksamhetssystem", judgement: "Bedömning" },
  },
});

const row = (party: string, municipality: string, n: TableCell, source = "register"): TableRow => ({
  party,
  party_kind: party === "soc" ? "social_services" : "child_psychiatry",
  municipality,
  n_known: n,
  per_1000: typeof n === "number" ? n / 10 : n,
  source,
});

const section = (id: string, sentences: readonly string[], tables: readonly Table[]): SectionReport => ({
  id,
  question: "Hur många?",
  status: "ok",
  method: "",
  sentences,
  tables,
  charts: [],
});

const publication = (sections: readonly SectionReport[]) => ({
  number: 3,
  date: "2026-09-01",
  sections: sections.map((one) => ({ ...one, before: "", after: "" })),
});

test("sections are new, removed or changed, and those that are as they were are left out", () => {
  const same = section("gains", ["Lika."], [counts([row("soc", "1492", 60)])]);
  const before = publication([section("profile", ["Borta."], []), same, section("group-size", ["Förr 60."], [])]);
  const now = [same, section("voices", ["Nytt."], []), section("group-size", ["Nu 70."], [])];
  expect(changesSince(before, now)).toEqual({
    number: 3,
    date: "2026-09-01",
    sections: [
      { id: "voices", status: "new", now: "Nytt.", tables: [] },
      { id: "group-size", status: "changed", before: "Förr 60.", now: "Nu 70.", tables: [] },
      { id: "profile", status: "removed", before: "Borta.", tables: [] },
    ],
  });
});

test("rows are added, removed and changed; the largest change for its size stands first, as a reader sees it", () => {
  // soc Åmål 60 → 66 is a tenth of 66 (0.09), bup Åmål 40 → 20 is half of 40 (0.5), soc Vänersborg goes, bup Vänersborg comes.
  const before = counts([row("soc", "1492", 60), row("bup", "1492", 40), row("soc", "1487", 120)]);
  const now = counts([row("soc", "1492", 66), row("bup", "1492", 20), row("bup", "1487", 7)]);
  const [changed] = changesSince(publication([section("a", [], [before])]), [section("a", [], [now])]).sections;
  expect(changed?.tables).toEqual([
    {
      id: "counts",
      title: "Antal kända",
      added: 1,
      removed: 1,
      changed: 2,
      examples: [
        { row: "BUP, Åmål", column: "Kända", before: "40", now: "20" },
        { row: "Socialtjänsten, Åmål", column: "Kända", before: "60", now: "66" },
      ],
    },
  ]);
});

test("rows in another order are the same rows", () => {
  const [a, b] = [row("soc", "1492", 60), row("bup", "1492", 40)];
  const before = publication([section("a", ["Lika."], [counts([a, b])])]);
  expect(changesSince(before, [section("a", ["Lika."], [counts([b, a])])]).sections).toEqual([]);
});

test("a figure that comes or goes is told in the words of both publications, after the figures that both show", () => {
  const before = counts([row("soc", "1492", HIDDEN), row("bup", "1492", 40), row("soc", "1487", 50)]);
  const now = counts([row("soc", "1492", 12), row("bup", "1492", HIDDEN), row("soc", "1487", 51)]);
  const [changed] = changesSince(publication([section("a", [], [before])]), [section("a", [], [now])]).sections;
  const words = "visas inte, för att skydda enskilda";
  expect(changed?.tables[0]?.examples).toEqual([
    { row: "Socialtjänsten, Vänersborg", column: "Kända", before: "50", now: "51" },
    { row: "Socialtjänsten, Åmål", column: "Kända", before: words, now: "12" },
    { row: "BUP, Åmål", column: "Kända", before: "40", now: words },
  ]);
});

test("a figure hidden in both is no change, whatever it was", () => {
  const [before, now] = [counts([row("soc", "1492", HIDDEN)]), counts([row("soc", "1492", { missing: "suppressed" })])];
  expect(changesSince(publication([section("a", [], [before])]), [section("a", [], [now])]).sections).toEqual([]);
});

test("another source of the same figure is a change of the row, told in labels", () => {
  const before = counts([row("soc", "1492", 60)]);
  const now = counts([row("soc", "1492", 60, "judgement")]);
  const [changed] = changesSince(publication([section("a", [], [before])]), [section("a", [], [now])]).sections;
  expect(changed?.tables[0]?.examples).toEqual([
    { row: "Socialtjänsten, Åmål", column: "Källa", before: "Verksamhetssystem", now: "Bedömning" },
  ]);
});

test("at most ten examples are told of a table", () => {
  const many = (extra: number) => ({
    ...counts(Array.from({ length: 25 }, (_, i) => row(`p${i}`, "1492", 100 + i + extra))),
  });
  const [changed] = changesSince(publication([section("a", [], [many(0)])]), [section("a", [], [many(5)])]).sections;
  // 100 → 105 is the largest for its size, then 101 → 106.
  expect(changed?.tables[0]?.changed).toBe(25);
  expect(changed?.tables[0]?.examples.map(({ before }) => before)).toEqual(
    Array.from({ length: 10 }, (_, i) => String(100 + i)),
  );
});

test("a table of one row of figures is the same row when they change", () => {
  const agreement = (w: number): Table => ({
    id: "agreement",
    title: "Enighet",
    columns: [
      { key: "w", label: "Kendalls W", unit: "0–1" },
      { key: "raters", label: "Svar", unit: "responses" },
    ],
    rows: [{ w, raters: 15 }],
    notes: [],
    labels: {},
  });
  const [changed] = changesSince(publication([section("a", [], [agreement(0.25)])]), [
    section("a", [], [agreement(0.5)]),
  ]).sections;
  expect(changed?.tables[0]).toMatchObject({ added: 0, removed: 0, changed: 1 });
  expect(changed?.tables[0]?.examples).toEqual([{ row: "", column: "Kendalls W", before: "0,25", now: "0,5" }]);
});
