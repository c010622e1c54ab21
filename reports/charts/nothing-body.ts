import type { ChartBody } from "./define-chart.tsx";
import { layoutRows } from "./rows-layout.ts";

/** A chart of which nothing is known: hatching with the reason in words, never an empty space. */
export const nothingBody = (words: string, width: number): ChartBody => ({
  scene: layoutRows(
    {
      panels: [{ key: "none", rows: [{ key: "none", label: "", value: "", marks: [], words, tip: words }] }],
      scale: { min: 0, max: 1, ticks: [] },
      legend: [],
    },
    width,
  ),
});
