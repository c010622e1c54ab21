import { expect, test } from "vitest";
import { sections } from "./sections/index.ts";
import { SECTION_GROUPS, sectionName } from "./section-groups.ts";

test("the map of contents has every section once, in the order of the report", () => {
  const mapped = SECTION_GROUPS.flatMap((group) => group.sections.map(({ id }) => id));
  expect(mapped).toEqual(sections.map(({ id }) => id));
});

test("a name is short enough for one or two lines beside the text", () => {
  for (const { id } of sections) expect(sectionName(id).length, id).toBeLessThanOrEqual(34);
});
