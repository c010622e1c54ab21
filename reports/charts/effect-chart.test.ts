import { expect, test } from "vitest";
import type { Table, TableRow, Tables } from "../section.ts";
import { effectBody } from "./effect-chart.ts";

const LABELS = { one: "Boendestöd", many: "Uppsökande arbete", none: "Kamratstöd" };

/** Five ratings with net 20 + 40 − 40 = 20; one rating with net 100; none. */
const ROWS: readonly TableRow[] = [
  {
    intervention: "one",
    group: "party",
    n: 1,
    c1: 0,
    c2: 0,
    c3: 0,
    c4: 0,
    c5: 1,
    dont_know: 0,
    too_early: 0,
    net: 100,
  },
  {
    intervention: "many",
    group: "party",
    n: 5,
    c1: 0,
    c2: 2,
    c3: 0,
    c4: 2,
    c5: 1,
    dont_know: 1,
    too_early: 0,
    net: 20,
  },
  {
    ...{ intervention: "none", group: "party", n: 0, c1: 0, c2: 0, c3: 0, c4: 0, c5: 0, dont_know: 0, too_early: 0 },
    net: { missing: "not_asked" },
  },
  { intervention: "many", group: "staff", n: 9, c1: 0, c2: 0, c3: 9, c4: 0, c5: 0, dont_know: 0, too_early: 0, net: 0 },
];
const table: Table = {
  id: "effect",
  title: "Effekt",
  columns: [],
  rows: ROWS,
  notes: [],
  labels: { intervention: LABELS, group: { party: "Parterna", staff: "Personalen" } },
};
const tables: Tables = { effect: table };
const draw = (width: number) => effectBody(tables, { width, invented: false }).scene;
const yOf = (width: number, text: string) => draw(width).texts.find((one) => one.text === text)?.y ?? NaN;

test("one rating puts no intervention before another that has enough, and those without any stand last", () => {
  expect(yOf(960, LABELS.many)).toBeLessThan(yOf(960, LABELS.one));
  expect(yOf(960, LABELS.one)).toBeLessThan(yOf(960, LABELS.none));
});

test("the groups stand side by side from 640 px, each intervention named once", () => {
  for (const width of [640, 960]) {
    expect(yOf(width, "Parterna")).toBe(yOf(width, "Personalen"));
    expect(draw(width).texts.filter(({ text }) => text === LABELS.many)).toHaveLength(1);
  }
});

test("on a phone each group is named on the line of its bar", () => {
  const scene = draw(390);
  const figures = scene.marks.flatMap(({ texts }) => texts).find(({ text }) => text === "0, n\u00a0=\u00a09");
  expect(yOf(390, "Personalen")).toBe(figures?.y);
});
