/** A table of cells: rows with names at the left, columns with names above, one sign or word a cell. */
import { measure } from "../text/measure.ts";
import { longestWord, wrap } from "../text/wrap.ts";
import { layoutLegend, type LegendItem } from "./legend.ts";
import {
  baseline,
  placeLines,
  placeText,
  px,
  rect,
  stack,
  line,
  type Mark,
  type PlacedText,
  type Scene,
  type Shape,
} from "./scene.ts";
import { COLOURS, SIZES } from "./tokens.ts";

export interface GridCell {
  readonly key: string;
  readonly tip: string;
  /** Draws the cell in the box given. */
  readonly sign: (box: Box) => { readonly shapes: readonly Shape[]; readonly texts: readonly PlacedText[] };
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface GridRow {
  readonly label: string;
  /** One a column; undefined where there is nothing to say (a party that does not cover the municipality). */
  readonly cells: readonly (GridCell | undefined)[];
}

export interface GridChart {
  readonly columns: readonly string[];
  readonly panels: readonly { readonly heading?: string; readonly rows: readonly GridRow[] }[];
  readonly legend: readonly LegendItem[];
  /** Words in the cells need this much room, in px; 0 for signs. */
  readonly cellWidth: number;
  /** Column names upright and wrapped, or slanted when the columns are narrow. */
  readonly heads: "wrapped" | "slanted";
}

const ROW = 30;
const GAP = 3;
/** Degrees from the level: the first with which every name ends within the drawing. */
const SLANTS = [50, 65, 75] as const;
const STEEPEST = 75;
const HEAD_LINE = 17;
const LABEL_LINE = 18;
/** Slanted names take two lines at the most while they can, and no word is broken: the first of these widths that does. */
const SLANTED_WIDTHS = [130, 170, 210, 250];
const SLANTED_LINE = 15;

/** The narrowest cell that holds the names of wrapped columns and the words in the cells. */
export const leastCellWidth = (columns: readonly string[], words: readonly string[]): number =>
  Math.ceil(
    Math.max(
      ...columns.map((name) => longestWord(name, SIZES.small)),
      ...words.map((word) => measure(word, SIZES.small)),
    ),
  ) + 12;

const LABEL_GAP = 14;

/** What the names of the rows take of a drawing, with the space to the first column. */
export const leastLabelWidth = (labels: readonly string[], width: number): number =>
  LABEL_GAP +
  Math.min(
    Math.max(0, ...labels.map((label) => measure(label, SIZES.label))),
    Math.max(width * 0.3, ...labels.map((label) => longestWord(label, SIZES.label))),
  );

interface SlantedColumns {
  readonly columns: readonly string[];
  /** Names of the rows. */
  readonly labels: readonly string[];
  readonly cellWidth: number;
}

/** Whether cells of the least width stand beside the names of the rows, and no slanted name of a column leaves the drawing. */
export const fitsSlanted = ({ columns, labels, cellWidth }: SlantedColumns, width: number): boolean =>
  slantFor(columns, width - leastLabelWidth(labels, width), cellWidth) !== undefined;

const slantFor = (columns: readonly string[], room: number, cellWidth: number): number | undefined =>
  SLANTS.find((slant) => slantedRoom(columns, room, slant) >= Math.max(cellWidth, slantedPitch(columns, slant)));

export function layoutGrid(chart: GridChart, width: number): Scene {
  const labels = chart.panels.flatMap((panel) => panel.rows.map(({ label }) => label));
  const left = leastLabelWidth(labels, width);
  const labelWidth = left - LABEL_GAP;
  const isSlanted = chart.heads === "slanted";
  const slant = slantFor(chart.columns, width - left, chart.cellWidth) ?? STEEPEST;
  const least = Math.max(chart.cellWidth, isSlanted ? slantedPitch(chart.columns, slant) : 0);
  const most = Math.max(least, isSlanted ? 64 : 120);
  const room = isSlanted
    ? slantedRoom(chart.columns, width - left, slant)
    : (width - left) / Math.max(1, chart.columns.length);
  const cellWidth = Math.min(most, Math.max(room, least));
  const head =
    chart.heads === "slanted"
      ? slantedHeads(chart.columns, left, cellWidth, slant)
      : wrappedHeads(chart.columns, left, cellWidth);
  const panels = chart.panels.map((panel) => layoutPanel(panel, { width, left, labelWidth, cellWidth }));
  const table = stack([{ ...head, width }, stack(panels, 12)], 6);
  return chart.legend.length === 0 ? table : stack([layoutLegend(chart.legend, width), table], 10);
}

function wrappedHeads(columns: readonly string[], left: number, cellWidth: number): Scene {
  const wrapped = columns.map((name) => wrap(name, cellWidth - 6, SIZES.small, "semibold"));
  const lines = Math.max(1, ...wrapped.map(({ length }) => length));
  const texts = wrapped.flatMap((names, c) =>
    placeLines(names, left + (c + 0.5) * cellWidth, 13 + (lines - names.length) * HEAD_LINE, HEAD_LINE, {
      size: SIZES.small,
      weight: "semibold",
      anchor: "middle",
    }),
  );
  return { width: left + columns.length * cellWidth, height: lines * HEAD_LINE + 2, shapes: [], texts, marks: [] };
}

function slantedLines(name: string): readonly string[] {
  const word = longestWord(name, SIZES.small);
  const tried = SLANTED_WIDTHS.map((width) => wrap(name, Math.max(width, word), SIZES.small));
  return tried.find((lines) => lines.length <= 2) ?? tried.at(-1) ?? [];
}

const radiansOf = (degrees: number): number => (degrees * Math.PI) / 180;

const headLength = (name: string): number => Math.max(...slantedLines(name).map((one) => measure(one, SIZES.small)));

/** Lines of neighbouring names must not touch: a line is this wide where the slant crosses the level. */
const slantedPitch = (columns: readonly string[], slant: number): number =>
  Math.max(0, ...columns.map((name) => slantedLines(name).length)) * (SLANTED_LINE / Math.sin(radiansOf(slant))) + 4;

/** From the middle of a column to where its slanted name begins. */
const HEAD_SHIFT = 4;

/** The widest cells with which every slanted name ends within the room. */
const slantedRoom = (columns: readonly string[], room: number, slant: number): number =>
  Math.min(
    room / Math.max(1, columns.length),
    ...columns.map((name, c) => (room - HEAD_SHIFT - Math.cos(radiansOf(slant)) * headLength(name)) / (c + 0.5)),
  );

/** Two lines at the most side by side along the slant; the drawing is as high as the longest. */
function slantedHeads(columns: readonly string[], left: number, cellWidth: number, slant: number): Scene {
  const radians = radiansOf(slant);
  const height = Math.ceil(Math.sin(radians) * Math.max(0, ...columns.map(headLength)) + 14);
  const texts = columns.flatMap((name, c) => {
    const lines = slantedLines(name);
    return lines.map((text, i) => {
      // Lines are stacked at a right angle to the slant, the last one nearest to the column.
      const back = (lines.length - 1 - i) * SLANTED_LINE;
      const x = left + (c + 0.5) * cellWidth - back * Math.sin(radians) + HEAD_SHIFT;
      const y = height - 4 - back * Math.cos(radians) + (lines.length > 1 ? 4 : 0);
      return placeText(text, x, y, { size: SIZES.small, angle: -slant });
    });
  });
  return { width: left + columns.length * cellWidth, height, shapes: [], texts, marks: [] };
}

interface Columns {
  readonly width: number;
  readonly left: number;
  readonly labelWidth: number;
  readonly cellWidth: number;
}

function layoutPanel({ heading, rows }: GridChart["panels"][number], columns: Columns): Scene {
  const texts: PlacedText[] = [];
  const shapes: Shape[] = [];
  const marks: Mark[] = [];
  let y = 0;
  if (heading !== undefined) {
    texts.push(placeText(heading, 0, y + 15, { size: SIZES.subtitle, weight: "semibold" }));
    y += 26;
  }
  for (const row of rows) {
    const lines = wrap(row.label, columns.labelWidth, SIZES.label);
    const height = Math.max(ROW, lines.length * LABEL_LINE + 8);
    const first = baseline(y + height / 2 - ((lines.length - 1) * LABEL_LINE) / 2, SIZES.label);
    texts.push(...placeLines(lines, 0, first, LABEL_LINE));
    row.cells.forEach((cell, c) => {
      if (cell === undefined) return;
      const box = {
        x: columns.left + c * columns.cellWidth + GAP / 2,
        y: y + GAP / 2,
        width: columns.cellWidth - GAP,
        height: height - GAP,
      };
      const hit = rect(box.x, box.y, box.width, box.height, "transparent");
      const { shapes: signs, texts: words } = cell.sign(box);
      marks.push({ key: cell.key, tip: cell.tip, shapes: [hit, ...signs], texts: words });
    });
    y += height;
    shapes.push(line(0, y, columns.left + row.cells.length * columns.cellWidth, y, COLOURS.line));
  }
  return { width: columns.width, height: px(y), shapes, texts, marks };
}
