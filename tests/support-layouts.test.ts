/** The charts of different persons, support and gaps with every group beside the parties: no text over another, none cut. */
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { declaredInputs } from "../reports/declared-inputs.ts";
import type { Dataset } from "../reports/dataset.ts";
import type { ComputeContext, Tables } from "../reports/section.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { withProject } from "./fixtures/large-project.ts";
import { largeStudy } from "./fixtures/large-study.ts";
import { sectionNamed, withStaff } from "./fixtures/section-tables.ts";
import { boxesOf, overlapping } from "./fixtures/text-boxes.ts";

let context: ComputeContext;
beforeAll(async () => {
  context = { solver: await loadSolver() };
});

const SECTIONS = ["unduplicated", "interventions", "gaps"];
const studies: readonly (readonly [string, string, () => Dataset])[] = [
  ["two towns", "1492", () => withStaff],
  ["one municipality and three parties", "1000", () => withProject(largeStudy({ municipalities: 1, parties: 3 }))],
  [
    "three municipalities and twelve parties",
    "1001",
    () => withProject(largeStudy({ municipalities: 3, parties: 12 })),
  ],
  [
    "60 municipalities and 1 200 parties",
    "1003",
    () => withProject(largeStudy({ municipalities: 60, parties: 1200, each: 2 })),
  ],
];

describe.each(studies)("the charts of %s", (_, focus, make) => {
  const drawn: { readonly id: string; readonly tables: Tables }[] = [];
  beforeAll(() => {
    const data = make();
    for (const id of SECTIONS) {
      const section = sectionNamed(id);
      const outcome = section.compute(declaredInputs(data, section.reads), context);
      if (outcome.status !== "ok") throw new Error(`${id}: ${outcome.status}`);
      drawn.push({ id, tables: outcome.tables });
    }
  });

  test.each([320, 390, 640, 960, 1400])("at %d px are whole, for all and for one municipality in focus", (width) => {
    for (const { id, tables } of drawn)
      for (const chart of sectionNamed(id).charts)
        for (const chosen of [{}, { focus }]) {
          const name = `${id}/${chart.id} ${JSON.stringify(chosen)}`;
          const svg = renderToStaticMarkup(chart.draw(tables, { width, invented: true, ...chosen }));
          const boxes = boxesOf(svg);
          expect(boxes.length, name).toBeGreaterThan(3);
          expect(overlapping(boxes), name).toEqual([]);
          const height = Number(/height="([\d.]+)"/.exec(svg)?.[1]);
          expect(height, name).toBeLessThan(6000);
          for (const box of boxes) {
            expect(box.left, `${name}: ${box.text}`).toBeGreaterThanOrEqual(-0.5);
            expect(box.right, `${name}: ${box.text}`).toBeLessThanOrEqual(width + 0.5);
            expect(box.bottom, `${name}: ${box.text}`).toBeLessThanOrEqual(height + 0.5);
          }
          const keys = [...svg.matchAll(/data-key="([^"]*)"/g)].map(([, key]) => key);
          expect(new Set(keys).size, name).toBe(keys.length);
        }
  });
});
