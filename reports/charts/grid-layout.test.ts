import { expect, test } from "vitest";
import { layoutGrid } from "./grid-layout.ts";

test("a slanted column name is broken between words only", () => {
  const name = "Arbetsmarknadsenheten i Åmål";
  const scene = layoutGrid(
    {
      columns: [name],
      panels: [{ rows: [{ label: "a", cells: [undefined] }] }],
      legend: [],
      cellWidth: 44,
      heads: "slanted",
    },
    600,
  );
  const lines = scene.texts.filter(({ angle }) => angle !== undefined).map(({ text }) => text);
  expect(lines.join(" ")).toBe(name);
});
