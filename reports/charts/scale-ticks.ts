import { scaleLinear } from "d3-scale";
import { formatNumber } from "../text/format.ts";
import type { RowScale } from "./rows-layout.ts";

/**
 * A linear scale from zero that holds `most`, with round ticks.
 *
 * @param most the largest value; 0 or less counts as 1
 * @param wanted about how many ticks there is room for
 */
export function scaleFromZero(most: number, wanted: number): RowScale {
  const nice = scaleLinear()
    .domain([0, most > 0 ? most : 1])
    .nice(wanted);
  const max = nice.domain()[1] ?? 1;
  const ticks = nice.ticks(wanted).map((value) => ({ value, label: formatNumber(value, 2) }));
  return { min: 0, max, ticks };
}

/** A scale for counts: as above, but only whole numbers have ticks. */
export function scaleOfCounts(most: number, wanted: number): RowScale {
  const scale = scaleFromZero(Math.max(1, most), wanted);
  return { ...scale, ticks: scale.ticks.filter(({ value }) => Number.isInteger(value)) };
}
