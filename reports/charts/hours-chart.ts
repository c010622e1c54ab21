import type { DrawContext, Tables } from "../section.ts";
import { formatNumber } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { mostOf, RANGE_COLOUR, rangeMarks, rangeWord, statedWord } from "./range-bars.ts";
import { countIn, labelIn, tableOf, textIn } from "./read-table.ts";
import { layoutRows, type ChartRow } from "./rows-layout.ts";
import { spanSample, swatch } from "./samples.ts";
import { scaleFromZero } from "./scale-ticks.ts";
import { COLOURS, NARROW } from "./tokens.ts";

const MOST_ROWS = 60;

/** Hours a month by municipality, the most first; in the study's order while they are few. */
export function hoursBody(tables: Tables, { width, focus }: DrawContext): ChartBody {
  const table = tableOf(tables, "hours");
  const all = table.rows.filter((row) => focus === undefined || row.municipality === focus);
  const ordered = all.length <= 4 ? all : [...all].sort((a, b) => countIn(b.sum_low) - countIn(a.sum_low));
  const shown = ordered.slice(0, MOST_ROWS);
  const rows = shown.map((row): ChartRow => {
    const label = labelIn(table, "municipality", row.municipality);
    const key = textIn(row.municipality);
    const sub = statedWord(row, "timmar");
    if (countIn(row.stated) === 0)
      return {
        key,
        label,
        value: "",
        marks: [],
        words: "Ingen har angett timmar",
        tip: `${label}: ingen har angett timmar`,
      };
    const value = rangeWord(row);
    return { key, label, sub, value, marks: rangeMarks(row, COLOURS.deep), tip: `${label}: ${value} timmar, ${sub}` };
  });
  const ranged = shown.some((row) => row.sum_high !== row.sum_low && countIn(row.stated) > 0);
  const scene = layoutRows(
    {
      panels: [{ key: "hours", rows }],
      scale: scaleFromZero(mostOf(shown), width < NARROW ? 4 : 7),
      legend: ranged
        ? [
            { label: "Minst", sample: swatch(COLOURS.deep) },
            { label: "Upp till, där parter angett intervall", sample: spanSample(RANGE_COLOUR, 5) },
          ]
        : [],
      valueHead: "Timmar per månad",
    },
    width,
  );
  const left = ordered.length - shown.length;
  return {
    scene,
    notes:
      left > 0
        ? [`Visar de ${MOST_ROWS} kommunerna med flest timmar. De andra ${formatNumber(left)} finns i tabellen.`]
        : [],
  };
}
