/** Charts in which the staff stand beside the parties. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { sectionNamed, tablesOf, withStaff } from "./fixtures/section-tables.ts";

test.each([
  ["profile", "trend"],
  ["responsibility", "need"],
  ["responsibility", "experience"],
  ["barriers", "ratings"],
])("%s/%s is drawn like this with the staff", async (section, chart) => {
  const spec = sectionNamed(section).charts.find(({ id }) => id === chart);
  for (const width of [390, 960]) {
    const svg = renderToStaticMarkup(spec?.draw(tablesOf(section, withStaff), { width, invented: true }) ?? <svg />);
    await expect(svg.replaceAll("><", ">\n<")).toMatchFileSnapshot(`snapshots/staff-${section}-${chart}-${width}.svg`);
  }
});
