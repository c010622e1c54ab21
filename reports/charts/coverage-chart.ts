import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { countsWord } from "./coverage-words.ts";
import { measure } from "../text/measure.ts";
import type { ChartBody } from "./define-chart.tsx";
import { layoutGrid, leastCellWidth, type GridCell } from "./grid-layout.ts";
import { countIn, distinct, labelIn, tableOf, textIn } from "./read-table.ts";
import { layoutRows, type ChartRow } from "./rows-layout.ts";
import { hatchSample, swatch } from "./samples.ts";
import { baseline, frameRect, HATCH, placeText, rect, type Fill } from "./scene.ts";
import { COLOURS, SIZES, STEPS_OF_DEEP } from "./tokens.ts";
import { inkOn } from "./row-marks.ts";

const FILLS: Readonly<Record<string, Fill>> = {
  answered: COLOURS.deep,
  draft: STEPS_OF_DEEP[1],
  not_started: HATCH,
  declined: COLOURS.card,
};
const MOST_PARTIES = 40;
const MOST_ROWS = 60;

/** Party × municipality with a word in each cell; a bar a municipality (or a kind of party) where cells have no room. */
export function coverageBody(tables: Tables, context: DrawContext): ChartBody {
  const cells = tableOf(tables, "cells");
  const rows = cells.rows.filter((row) => row.instrument === "party");
  const municipalities = distinct({ ...cells, rows }, "municipality");
  const names = municipalities.map((code) => labelIn(cells, "municipality", code));
  const words = ["answered", "draft", "not_started", "declined"].map((status) => labelIn(cells, "status", status));
  const cellWidth = leastCellWidth(names, words);
  const parties = distinct({ ...cells, rows }, "party");
  const labels = Math.min(
    context.width * 0.3,
    Math.max(0, ...parties.slice(0, MOST_PARTIES).map((id) => measure(labelIn(cells, "party", id), SIZES.label))),
  );
  const room = Math.floor((context.width - labels - 14) / cellWidth);
  if (parties.length > MOST_PARTIES || municipalities.length > room)
    return bars(tables, context, municipalities.length);
  const byPlace = new Map(rows.map((row) => [`${textIn(row.party)} ${textIn(row.municipality)}`, row]));
  const scene = layoutGrid(
    {
      columns: names,
      panels: [
        {
          rows: parties.map((party) => ({
            label: labelIn(cells, "party", party),
            cells: municipalities.map((code) => {
              const row = byPlace.get(`${party} ${code}`);
              return row === undefined ? undefined : statusCell(cells, row);
            }),
          })),
        },
      ],
      legend: [],
      cellWidth,
      heads: "wrapped",
    },
    context.width,
  );
  const uncovered = byPlace.size < parties.length * municipalities.length;
  return { scene, notes: uncovered ? ["Tom ruta: parten verkar inte i kommunen."] : [] };
}

function statusCell(cells: Table, row: TableRow): GridCell {
  const status = textIn(row.status);
  const word = labelIn(cells, "status", status);
  const place = `${labelIn(cells, "party", row.party)}, ${labelIn(cells, "municipality", row.municipality)}`;
  return {
    key: `${textIn(row.party)}/${textIn(row.municipality)}`,
    tip: `${place}: ${word.toLowerCase()}`,
    sign: ({ x, y, width, height }) => {
      const fill = FILLS[status] ?? COLOURS.card;
      const middle = x + width / 2;
      const plate = measure(word, SIZES.small) + 8;
      const ground =
        fill === HATCH
          ? [rect(x, y, width, height, HATCH), rect(middle - plate / 2, y + height / 2 - 9, plate, 18, COLOURS.paper)]
          : fill === COLOURS.card
            ? [frameRect(x + 0.5, y + 0.5, width - 1, height - 1, fill, COLOURS.hatch)]
            : [rect(x, y, width, height, fill)];
      const style = {
        size: SIZES.small,
        anchor: "middle" as const,
        colour: fill === HATCH ? COLOURS.inkSoft : inkOn(fill),
      };
      return { shapes: ground, texts: [placeText(word, middle, baseline(y + height / 2, SIZES.small), style)] };
    },
  };
}

function bars(tables: Tables, { width }: DrawContext, municipalities: number): ChartBody {
  const key = municipalities > 1 ? "municipality" : "party_kind";
  const table = tableOf(tables, municipalities > 1 ? "by_municipality" : "by_kind");
  const share = (row: TableRow) => countIn(row.answered) / Math.max(1, countIn(row.expected));
  const ordered = [...table.rows].sort((a, b) => share(a) - share(b) || countIn(b.expected) - countIn(a.expected));
  const shown = ordered.slice(0, MOST_ROWS);
  const rows = shown.map((row): ChartRow => {
    const expected = Math.max(1, countIn(row.expected));
    let before = 0;
    const marks = (["answered", "draft", "declined", "not_started"] as const).flatMap((status) => {
      const n = countIn(row[status]);
      const from = before;
      before += n / expected;
      const fill = status === "declined" ? COLOURS.neutral : (FILLS[status] ?? COLOURS.card);
      return n === 0 ? [] : [{ kind: "bar" as const, from, to: before, fill }];
    });
    const label = labelIn(table, key, row[key]);
    return {
      key: textIn(row[key]),
      label,
      value: countsWord(row),
      marks,
      tip: `${label}: ${countsWord(row)} har svarat`,
    };
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: `${value * 100}\u00a0%` }));
  const scene = layoutRows(
    {
      panels: [{ key: "all", rows }],
      scale: { min: 0, max: 1, ticks },
      legend: [
        { label: "Svarat", sample: swatch(COLOURS.deep) },
        { label: "Påbörjat", sample: swatch(STEPS_OF_DEEP[1]) },
        { label: "Avböjt", sample: swatch(COLOURS.neutral) },
        { label: "Inte svarat", sample: hatchSample },
      ],
      valueHead: "Svarat",
    },
    width,
  );
  const left = ordered.length - shown.length;
  return {
    scene,
    notes: left > 0 ? [`Visar de ${MOST_ROWS} med lägst svarsandel. De andra ${left} finns i tabellen.`] : [],
  };
}
