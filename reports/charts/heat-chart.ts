/** A table of shades: rows × columns, the deeper the more, with the figure in each cell. */
import type { DrawContext } from "../section.ts";
import { formatList } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { fitsSlanted, layoutGrid, leastCellWidth, leastLabelWidth, type GridCell } from "./grid-layout.ts";
import { layoutLegend, type LegendItem } from "./legend.ts";
import { layoutList } from "./list-layout.ts";
import { inkOn } from "./row-marks.ts";
import { frameSample, hatchSample, swatch } from "./samples.ts";
import { baseline, frameRect, HATCH, placeLines, placeText, px, rect, stack, type Fill, type Scene } from "./scene.ts";
import { measure } from "../text/measure.ts";
import { wrap } from "../text/wrap.ts";
import { COLOURS, SIZES, STEPS_OF_DEEP } from "./tokens.ts";

export interface HeatCell {
  /** Place in the legend; undefined is hatched: nobody has said. */
  readonly level: number | undefined;
  readonly word: string;
  readonly tip: string;
}

export interface HeatName {
  readonly id: string;
  readonly label: string;
}

export interface HeatPanel {
  readonly key: string;
  readonly heading?: string;
  readonly rows: readonly HeatName[];
  readonly columns: readonly HeatName[];
  /** Undefined where there is nothing to say: the box is left out. */
  readonly cell: (row: string, column: string) => HeatCell | undefined;
}

export interface HeatLevel {
  readonly label: string;
  readonly fill: Fill;
}

export interface HeatChart {
  readonly panels: readonly HeatPanel[];
  readonly levels: readonly HeatLevel[];
  /** What the hatching is. */
  readonly unknown: string;
  /** Rows and columns are the same, in the same order: where names have no room they are numbered. */
  readonly square?: boolean;
}

/** Five levels of a share of answers. */
export const SHARE_LEVELS: readonly HeatLevel[] = [
  { label: "0–20 %", fill: STEPS_OF_DEEP[0] },
  { label: "21–40 %", fill: STEPS_OF_DEEP[1] },
  { label: "41–60 %", fill: STEPS_OF_DEEP[2] },
  { label: "61–80 %", fill: STEPS_OF_DEEP[3] },
  { label: "81–100 %", fill: STEPS_OF_DEEP[4] },
].map(({ label, fill }) => ({ label: label.replace(" ", "\u00a0"), fill }));

/** Level of a share in [0, 1], as its rounded per cent falls into `SHARE_LEVELS`. */
export const levelOf = (share: number): number => Math.max(0, Math.ceil(Math.round(share * 100) / 20) - 1);

const LEAST_CELL = 44;
/** Holds a number of two figures. */
const LEAST_NUMBERED = 22;
const COLUMNS_SHARE = 0.62;

/**
 * A grid where it has room, with rows and columns exchanged where that gives it room, or numbered where they are the same;
 * otherwise, row by row, the names gathered under their level.
 */
export function heatBody(whole: HeatChart, { width }: DrawContext): ChartBody {
  const chart = { ...whole, panels: whole.panels.map(withoutEmptyColumns) };
  const drawn = namedGrid(chart, width);
  if (drawn !== undefined) return drawn;
  if (chart.square === true) return numberedGrid(chart, width) ?? list(chart, width);
  return namedGrid(exchanged(chart), width) ?? list(chart, width);
}

/** A panel has no column about which there is nothing to say: a party that does not cover the municipality. */
const withoutEmptyColumns = (panel: HeatPanel): HeatPanel => ({
  ...panel,
  columns: panel.columns.filter((column) => panel.rows.some((row) => panel.cell(row.id, column.id) !== undefined)),
});

/** Undefined where the columns have no room for their names and the words in the cells. */
function namedGrid(chart: HeatChart, width: number): ChartBody | undefined {
  const columns = chart.panels.flatMap((panel) => panel.columns);
  const words = [...new Set(chart.panels.flatMap((panel) => wordsOf(panel)))];
  const upright = leastCellWidth(
    columns.map(({ label }) => label),
    words,
  );
  const most = Math.max(0, ...chart.panels.map((panel) => panel.columns.length));
  const rows = chart.panels.flatMap((panel) => panel.rows.map(({ label }) => label));
  const hasRoom = (cellWidth: number) =>
    most * cellWidth <= width * COLUMNS_SHARE && fits(rows, most, cellWidth, width);
  if (hasRoom(upright)) return grid(chart, width, upright, "wrapped");
  const slanted = Math.max(LEAST_CELL, wordWidth(words));
  const hasSlantedRoom = chart.panels.every((panel) =>
    fitsSlanted({ columns: panel.columns.map(({ label }) => label), labels: rows, cellWidth: slanted }, width),
  );
  return hasRoom(slanted) && hasSlantedRoom ? grid(chart, width, slanted, "slanted") : undefined;
}

/** Whether the longest word of a row's name and the columns have room beside each other. */
const fits = (rows: readonly string[], columns: number, cellWidth: number, width: number): boolean =>
  leastLabelWidth(rows, width) + columns * cellWidth <= width;

const wordWidth = (words: readonly string[]): number =>
  Math.max(0, ...words.map((word) => Math.ceil(measure(word, SIZES.small)) + 10));

const exchanged = (chart: HeatChart): HeatChart => ({
  ...chart,
  panels: chart.panels.map((panel) => ({
    ...panel,
    rows: panel.columns,
    columns: panel.rows,
    cell: (row, column) => panel.cell(column, row),
  })),
});

/** Numbers above the columns; beside the rows numbers with names, or numbers alone and the names below. */
function numberedGrid(chart: HeatChart, width: number): ChartBody | undefined {
  const most = Math.max(1, ...chart.panels.map(({ columns }) => columns.length));
  const cellWidth = Math.max(LEAST_NUMBERED, wordWidth([...new Set(chart.panels.flatMap((panel) => wordsOf(panel)))]));
  const numbered = (panel: HeatPanel, named: boolean): HeatPanel => ({
    ...panel,
    rows: panel.rows.map(({ id, label }, i) => ({ id, label: named ? `${i + 1} ${label}` : String(i + 1) })),
    columns: panel.columns.map(({ id }, i) => ({ id, label: String(i + 1) })),
  });
  const names = chart.panels.flatMap((panel) => numbered(panel, true).rows.map(({ label }) => label));
  if (most * cellWidth <= width * 0.66 && fits(names, most, cellWidth, width))
    return grid({ ...chart, panels: chart.panels.map((panel) => numbered(panel, true)) }, width, cellWidth, "wrapped");
  const room = Math.floor((width - 34) / most);
  if (room < LEAST_NUMBERED) return undefined;
  const wordless = room < cellWidth;
  const scenes = chart.panels.flatMap((panel, p) => {
    const plain = numbered(panel, false);
    const of = wordless ? { ...plain, cell: withoutWord(panel.cell) } : plain;
    const { scene } = grid({ ...chart, panels: [of] }, width, room, "wrapped", p === 0);
    return [scene, namesBelow(panel.rows, width)];
  });
  return { scene: stack(scenes, 8) };
}

const withoutWord =
  (cell: HeatPanel["cell"]): HeatPanel["cell"] =>
  (row, column) => {
    const found = cell(row, column);
    return found === undefined ? undefined : { ...found, word: "" };
  };

function namesBelow(names: readonly HeatName[], width: number): Scene {
  let y = 0;
  const texts = names.flatMap(({ label }, i) => {
    const lines = wrap(label, width - 30, SIZES.small);
    const top = y + 13;
    y += lines.length * 17;
    return [
      placeText(String(i + 1), 20, top, { size: SIZES.small, anchor: "end", weight: "semibold" }),
      ...placeLines(lines, 30, top, 17, { size: SIZES.small }),
    ];
  });
  return { width, height: px(y + 8), shapes: [], texts, marks: [] };
}

const wordsOf = ({ rows, columns, cell }: HeatPanel): readonly string[] =>
  rows.flatMap((row) => columns.flatMap((column) => cell(row.id, column.id)?.word ?? []));

/** White on paper needs an outline. */
const sampleOf = (fill: Fill) => (fill === COLOURS.card ? frameSample(fill, COLOURS.hatch) : swatch(fill));

function legendOf({ levels, unknown }: HeatChart): readonly LegendItem[] {
  return [
    ...levels.map(({ label, fill }) => ({ label, sample: sampleOf(fill) })),
    { label: unknown, sample: hatchSample },
  ];
}

function grid(
  chart: HeatChart,
  width: number,
  cellWidth: number,
  heads: "wrapped" | "slanted",
  withLegend = true,
): ChartBody {
  const scenes = chart.panels.map((panel) =>
    layoutGrid(
      {
        columns: panel.columns.map(({ label }) => label),
        panels: [
          {
            ...(panel.heading === undefined ? {} : { heading: panel.heading }),
            rows: panel.rows.map((row) => ({
              label: row.label,
              cells: panel.columns.map((column) => {
                const cell = panel.cell(row.id, column.id);
                return cell === undefined ? undefined : shaded(chart, cell, `${panel.key}/${row.id}/${column.id}`);
              }),
            })),
          },
        ],
        legend: [],
        cellWidth,
        heads,
      },
      width,
    ),
  );
  return { scene: stack(withLegend ? [layoutLegend(legendOf(chart), width), ...scenes] : scenes, 14) };
}

function shaded({ levels }: HeatChart, { level, word, tip }: HeatCell, key: string): GridCell {
  const fill = level === undefined ? HATCH : (levels[level]?.fill ?? COLOURS.card);
  return {
    key,
    tip,
    sign: ({ x, y, width, height }) => {
      const middle = x + width / 2;
      const plate = measure(word, SIZES.small) + 6;
      const style = { size: SIZES.small, anchor: "middle" as const, colour: inkOn(fill) };
      return {
        shapes: [
          fill === COLOURS.card
            ? frameRect(x + 0.5, y + 0.5, width - 1, height - 1, fill, COLOURS.line)
            : rect(x, y, width, height, fill),
          ...(fill === HATCH && word !== ""
            ? [rect(middle - plate / 2, y + height / 2 - 9, plate, 18, COLOURS.paper)]
            : []),
        ],
        texts: word === "" ? [] : [placeText(word, middle, baseline(y + height / 2, SIZES.small), style)],
      };
    },
  };
}

function list(chart: HeatChart, width: number): ChartBody {
  const order = [...chart.levels.keys()].reverse();
  const panels = chart.panels.flatMap((panel) => {
    const several = chart.panels.length > 1 && panel.heading !== undefined;
    return panel.rows.map((row) => {
      const cells = panel.columns.flatMap((column) => {
        const cell = panel.cell(row.id, column.id);
        return cell === undefined ? [] : [{ ...cell, name: column.label }];
      });
      const entries = [...order, undefined].flatMap((level) => {
        const here = cells.filter((cell) => cell.level === level);
        if (here.length === 0) return [];
        const said = here.map(({ name, word }) => (word === "" || level === undefined ? name : `${name} ${word}`));
        const of = level === undefined ? undefined : chart.levels[level];
        const label = of?.label ?? chart.unknown;
        return [
          {
            key: `${panel.key}/${row.id}/${level ?? "none"}`,
            sample: of === undefined ? hatchSample : sampleOf(of.fill),
            text: `${label}: ${formatList(said)}`,
          },
        ];
      });
      return { heading: several ? `${row.label}, ${panel.heading ?? ""}` : row.label, entries };
    });
  });
  return { scene: layoutList(panels, width) };
}
