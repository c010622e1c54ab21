import { beforeAll, describe, expect, test } from "vitest";
import { renderToStaticMarkup } from "react-dom/server";
import type { Dataset } from "../reports/dataset.ts";
import { layoutRows } from "../reports/charts/rows-layout.ts";
import { textBoxes } from "../reports/charts/scene.ts";
import { COLOURS } from "../reports/charts/tokens.ts";
import { measure } from "../reports/text/measure.ts";
import { wrap } from "../reports/text/wrap.ts";
import type { ChartSpec, ComputeContext, Tables } from "../reports/section.ts";
import { sections } from "../reports/sections/index.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { PROJECT_SECTIONS } from "./fixtures/project.ts";
import { withProject } from "./fixtures/large-project.ts";
import { largeStudy } from "./fixtures/large-study.ts";
import { boxesOf, overlapping, unescaped } from "./fixtures/text-boxes.ts";
import { twoTowns } from "./fixtures/two-towns.ts";

let context: ComputeContext;
beforeAll(async () => {
  context = { solver: await loadSolver() };
});

const studies: readonly (readonly [string, () => Dataset])[] = [
  ["two towns", () => twoTowns],
  ["one municipality and three parties", () => withProject(largeStudy({ municipalities: 1, parties: 3 }))],
  [
    "three municipalities and twelve parties with long names",
    () => withProject(largeStudy({ municipalities: 3, parties: 12 })),
  ],
  [
    "60 municipalities and 1 200 parties",
    () => withProject(largeStudy({ municipalities: 60, parties: 1200, each: 2 })),
  ],
];

interface Drawn {
  readonly chart: ChartSpec;
  readonly tables: Tables;
  readonly name: string;
}

const chartsOf = (data: Dataset): readonly Drawn[] =>
  sections
    .filter(({ id }) => !PROJECT_SECTIONS.includes(id))
    .flatMap((section): readonly Drawn[] => {
      const outcome = section.compute(data, context);
      if (outcome.status !== "ok") throw new Error(`${section.id}: ${outcome.status}`);
      return section.charts.map((chart) => ({ chart, tables: outcome.tables, name: `${section.id}/${chart.id}` }));
    });

/** How far to the right each turned text goes, by its measured length and its angle. */
const endsOfTurned = (svg: string): readonly number[] =>
  [...svg.matchAll(/<text ([^>]*)rotate\((-?[\d.]+) [^>]*>([^<]*)</g)].map(([, before = "", angle, text = ""]) => {
    const [x = 0, size = 0] = ["x", "font-size"].map((name) =>
      Number(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(before)?.[1]),
    );
    return x + measure(unescaped(text), size) * Math.cos((Number(angle) * Math.PI) / 180);
  });

describe.each(studies)("the charts of %s", (_, make) => {
  let drawn: readonly Drawn[] = [];
  beforeAll(() => {
    drawn = chartsOf(make());
  });

  test.each([320, 390, 640, 960, 1400])("at %d px no two texts overlap and none leaves the drawing", (width) => {
    for (const { chart, tables, name } of drawn) {
      const svg = renderToStaticMarkup(chart.draw(tables, { width, invented: true }));
      const boxes = boxesOf(svg);
      expect(boxes.length, name).toBeGreaterThan(3);
      expect(overlapping(boxes), name).toEqual([]);
      const height = Number(/height="([\d.]+)"/.exec(svg)?.[1]);
      const outside = boxes.filter(
        ({ left, right, bottom }) => left < -0.5 || right > width + 0.5 || bottom > height + 0.5,
      );
      expect(outside, name).toEqual([]);
      expect(
        endsOfTurned(svg).filter((x) => x > width + 0.5),
        name,
      ).toEqual([]);
    }
  });

  test("no drawing is longer than 60 rows of text and bars", () => {
    for (const { chart, tables, name } of drawn) {
      const svg = renderToStaticMarkup(chart.draw(tables, { width: 960, invented: true }));
      expect(Number(/height="([\d.]+)"/.exec(svg)?.[1]), name).toBeLessThan(6000);
    }
  });
});

test("one municipality in focus is drawn party by party although the study is large", () => {
  const drawn = chartsOf(largeStudy({ municipalities: 60, parties: 1200, each: 2 }));
  const { chart, tables } = drawn.find(({ name }) => name === "group-size/per-1000") ?? {};
  const svg = renderToStaticMarkup(chart?.draw(tables ?? {}, { width: 960, invented: true, focus: "1003" }) ?? "");
  const marks = [...svg.matchAll(/data-key="([^"]*)"/g)].map(([, key]) => key);
  expect(marks.length).toBeGreaterThan(10);
  expect(marks.every((key) => key?.startsWith("1003/"))).toBe(true);
});

test("labels of ticks that would touch are left out, and the first one stays", () => {
  const ticks = Array.from({ length: 41 }, (_, i) => ({ value: i * 25, label: String(i * 25) }));
  const row = { key: "a", label: "A", value: "1", marks: [], tip: "A" };
  const scene = layoutRows(
    { panels: [{ key: "p", rows: [row] }], scale: { min: 0, max: 1000, ticks }, legend: [] },
    320,
  );
  expect(overlapping(textBoxes(scene))).toEqual([]);
  expect(scene.texts.map(({ text }) => text)).toContain("0");
  expect(scene.texts.length).toBeGreaterThan(5);
});

test("the title is set in lines that fit and holds every word", () => {
  const lines = wrap(
    "Minst täckt är behovet inom ekonomi: 2 218 av 6 793 svar säger att behovet är täckt",
    300,
    18,
    "semibold",
  );
  for (const line of lines) expect(measure(line, 18, "semibold")).toBeLessThanOrEqual(300);
});

// WCAG 2.2, 1.4.3: 4.5 : 1 for text; relative luminance as it is defined there.
test.each([COLOURS.ink, COLOURS.inkSoft, COLOURS.deep, COLOURS.rust, COLOURS.blue, COLOURS.ochre, COLOURS.plum])(
  "%s can be read on the paper",
  (colour) => {
    const luminance = (hex: string) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
        const c = parseInt(hex.slice(at, at + 2), 16) / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    expect((luminance(COLOURS.paper) + 0.05) / (luminance(colour) + 0.05)).toBeGreaterThan(4.5);
  },
);
