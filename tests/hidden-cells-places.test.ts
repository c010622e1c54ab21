/** What a reader of one municipality is told is about that one. */
import { beforeAll, expect, test } from "vitest";
import { narrowTables } from "../reports/publication/narrow-tables.ts";
import { chartsOf, type Tables } from "../reports/section.ts";
import { saidOfPlace, sectionsOfStudies, type Found } from "./fixtures/said.ts";

let example: readonly Found[] = [];
let large: readonly Found[] = [];
beforeAll(async () => {
  ({ example, large } = await sectionsOfStudies());
}, 120_000);

/** The tables, and which of them were read. */
const watched = (tables: Tables) => {
  const read = new Set<string>();
  return {
    read,
    tables: new Proxy(tables, {
      get: (all, id) => {
        if (typeof id === "string") read.add(id);
        return typeof id === "string" ? all[id] : undefined;
      },
    }),
  };
};

test.each([
  ["the example", () => example, ["1492", "1487"]],
  ["twelve municipalities", () => large, ["1001", "1007"]],
] as const)("reads only tables that tell municipalities apart: %s", (_, found, places) => {
  for (const { section, tables } of found())
    for (const place of places) {
      const { read, tables: narrow } = watched(narrowTables(tables, place));
      section.placeSentences?.(narrow);
      for (const chart of chartsOf(
        { ...section, charts: section.charts.filter((one) => one.place === true) },
        narrow,
      )) {
        chart.title(narrow);
        chart.subtitle(narrow);
        chart.description(narrow);
        for (const width of [320, 900]) chart.draw(narrow, { width, invented: false });
      }
      const apart = [...read].filter((id) => tables[id]?.columns.some(({ key }) => key === "municipality") !== true);
      expect(apart, `${section.id} in ${place}`).toEqual([]);
    }
});

test("names no other municipality", () => {
  for (const found of example)
    for (const [at, text] of saidOfPlace(found, "1492", [])) {
      expect(text, at).not.toContain("Vänersborg");
    }
});

test("compares no municipalities", () => {
  for (const found of [...example, ...large])
    for (const place of ["1492", "1487", "1001"])
      for (const [at, text] of saidOfPlace(found, place, [])) {
        // The titles of cases may name what they like.
        expect(text.replaceAll(/”[^”]*”/g, ""), at).not.toMatch(/kommuner|beroende på kommun/);
      }
});
