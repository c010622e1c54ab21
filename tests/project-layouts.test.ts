/** The charts of the other questionnaires in small, middling and large studies: no text over another, none cut. */
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import type { Dataset } from "../reports/dataset.ts";
import type { ChartSpec, ComputeContext, Tables } from "../reports/section.ts";
import { sections } from "../reports/sections/index.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { boxesOf, overlapping } from "./fixtures/text-boxes.ts";
import { withProject } from "./fixtures/large-project.ts";
import { largeStudy } from "./fixtures/large-study.ts";
import { PROJECT_SECTIONS, projectTowns } from "./fixtures/project.ts";

let context: ComputeContext;
beforeAll(async () => {
  context = { solver: await loadSolver() };
});

const studies: readonly (readonly [string, () => Dataset])[] = [
  ["two towns", () => projectTowns],
  ["one municipality and three parties", () => withProject(largeStudy({ municipalities: 1, parties: 3 }))],
  ["three municipalities and twelve parties", () => withProject(largeStudy({ municipalities: 3, parties: 12 }))],
  [
    "60 municipalities and 1 200 parties",
    () => withProject(largeStudy({ municipalities: 60, parties: 1200, each: 2 })),
  ],
];

describe.each(studies)("the charts of %s", (_, make) => {
  const drawn: { chart: ChartSpec; tables: Tables; name: string }[] = [];
  beforeAll(() => {
    const data = make();
    for (const section of sections.filter(({ id }) => PROJECT_SECTIONS.includes(id))) {
      const outcome = section.compute(data, context);
      if (outcome.status !== "ok") throw new Error(`${section.id}: ${outcome.status}`);
      for (const chart of section.charts)
        drawn.push({ chart, tables: outcome.tables, name: `${section.id}/${chart.id}` });
    }
  });

  test.each([320, 390, 640, 960, 1400])("at %d px no two texts overlap and none leaves the drawing", (width) => {
    for (const { chart, tables, name } of drawn) {
      const svg = renderToStaticMarkup(chart.draw(tables, { width, invented: true }));
      const boxes = boxesOf(svg);
      expect(boxes.length, name).toBeGreaterThan(3);
      expect(overlapping(boxes), name).toEqual([]);
      const height = Number(/height="([\d.]+)"/.exec(svg)?.[1]);
      for (const box of boxes) {
        expect(box.left, `${name}: ${box.text}`).toBeGreaterThanOrEqual(-0.5);
        expect(box.right, `${name}: ${box.text}`).toBeLessThanOrEqual(width + 0.5);
        expect(box.bottom, `${name}: ${box.text}`).toBeLessThanOrEqual(height + 0.5);
      }
    }
  });

  test("no drawing is longer than 60 rows of text and bars", () => {
    for (const { chart, tables, name } of drawn) {
      const svg = renderToStaticMarkup(chart.draw(tables, { width: 960, invented: true }));
      expect(Number(/height="([\d.]+)"/.exec(svg)?.[1]), name).toBeLessThan(6000);
    }
  });
});

test("one municipality in focus shows its own journeys in a large study", () => {
  const data = withProject(largeStudy({ municipalities: 60, parties: 1200, each: 2 }));
  const section = sections.find(({ id }) => id === "case-journey");
  const outcome = section?.compute(data, context);
  if (section === undefined || outcome?.status !== "ok") throw new Error("no case-journey");
  const lanes = section.charts.find(({ id }) => id === "lanes");
  const svg = renderToStaticMarkup(lanes?.draw(outcome.tables, { width: 1200, invented: true, focus: "1003" }) ?? "");
  const keys = [...svg.matchAll(/data-key="([^"]*)"/g)].map(([, key]) => key);
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.every((key) => key?.split("/")[1] === "1003")).toBe(true);
});
