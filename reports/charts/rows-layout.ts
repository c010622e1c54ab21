/**
 * Rows of marks on a common scale: bars, ranges, bounds, points. Wide drawings have labels beside the lanes and values
 * at the right; narrow ones are laid out anew with the label and the value above each lane.
 */
import { scalePow } from "d3-scale";
import { measure } from "../text/measure.ts";
import { longestWord, wrap } from "../text/wrap.ts";
import { layoutLegend, type LegendItem } from "./legend.ts";
import { drawMark, markReach, type Lane, type RowMark } from "./row-marks.ts";
import {
  baseline,
  HATCH,
  line,
  placeLines,
  placeText,
  px,
  rect,
  stack,
  type Mark,
  type PlacedText,
  type Scene,
  type Shape,
} from "./scene.ts";
import { COLOURS, NARROW, SIZES } from "./tokens.ts";

export interface ChartRow {
  readonly key: string;
  readonly label: string;
  /** A second, quieter line under the label: n, or why something is missing. */
  readonly sub?: string;
  /** The figure in words, at the right of the lane. */
  readonly value: string;
  readonly marks: readonly RowMark[];
  /** Drawn on hatching instead of marks when there is no value. */
  readonly words?: string;
  readonly tip: string;
}

export interface RowPanel {
  readonly key: string;
  readonly heading?: string;
  readonly rows: readonly ChartRow[];
}

export interface RowScale {
  readonly min: number;
  /** Larger than `min`. */
  readonly max: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** Exponent of the scale: 1 is linear, 0.5 gives the small values more room. */
  readonly exponent?: number;
}

export interface RowsChart {
  readonly panels: readonly RowPanel[];
  readonly scale: RowScale;
  readonly legend: readonly LegendItem[];
  /** Heading of the values at the right. */
  readonly valueHead?: string;
}

interface Columns {
  readonly narrow: boolean;
  readonly width: number;
  readonly labelWidth: number;
  readonly left: number;
  readonly right: number;
  readonly x: (value: number) => number;
}

const LABEL_LINE = 19;
const SUB_LINE = 17;
const LANE = 30;
const AXIS = 24;
/** A long drawing repeats its axis. */
const AXIS_EVERY = 520;
/** Half of a dot, so that it is not cut at either end. */
const EDGE = 7;

export function layoutRows(chart: RowsChart, width: number): Scene {
  const columns = columnsOf(chart, width);
  const scenes: Scene[] = [];
  let sinceAxis = Infinity;
  for (const panel of chart.panels) {
    if (panel.rows.length === 0) continue;
    const withAxis = sinceAxis > AXIS_EVERY;
    const scene = layoutPanel(panel, chart, columns, withAxis);
    sinceAxis = (withAxis ? 0 : sinceAxis) + scene.height;
    scenes.push(scene);
  }
  return stack([...(chart.legend.length > 0 ? [layoutLegend(chart.legend, width)] : []), stack(scenes, 14)], 10);
}

function columnsOf({ panels, scale, valueHead = "" }: RowsChart, width: number): Columns {
  const rows = panels.flatMap((panel) => panel.rows);
  const widest = (texts: readonly number[]) => texts.reduce((most, one) => Math.max(most, one), 0);
  const narrow = width < NARROW;
  const valueWidth = widest([measure(valueHead, SIZES.small), ...rows.map(({ value }) => measure(value, SIZES.label))]);
  const words = widest(rows.map(({ label }) => longestWord(label, SIZES.label)));
  const wanted = widest(
    rows.flatMap(({ label, sub = "" }) => [measure(label, SIZES.label), measure(sub, SIZES.small)]),
  );
  const labelWidth = narrow
    ? Math.max(width - valueWidth - 14, width / 3)
    : Math.min(wanted, Math.max(words, width * 0.3));
  const left = narrow ? EDGE : labelWidth + 18;
  const right = narrow ? width - EDGE : width - (valueWidth > 0 ? valueWidth + 22 : EDGE);
  const x = scalePow()
    .exponent(scale.exponent ?? 1)
    .domain([scale.min, scale.max])
    .range([left, right]);
  return { narrow, width, labelWidth, left, right, x };
}

function layoutPanel(panel: RowPanel, chart: RowsChart, columns: Columns, withAxis: boolean): Scene {
  const texts: PlacedText[] = [];
  const marks: Mark[] = [];
  let y = 0;
  if (panel.heading !== undefined) {
    const lines = wrap(panel.heading, columns.width, SIZES.subtitle, "semibold");
    texts.push(...placeLines(lines, 0, y + 17, 21, { size: SIZES.subtitle, weight: "semibold" }));
    y += lines.length * 21 + 6;
  }
  const axisTop = y;
  if (withAxis) {
    texts.push(...axisTexts(chart, columns, y));
    y += AXIS;
  }
  const rowsTop = y;
  const lanes: { from: number; to: number }[] = [];
  for (const row of panel.rows) {
    const placed = layoutRow(row, `${panel.key}/${row.key}`, columns, y);
    marks.push(placed.mark);
    lanes.push(placed.lane);
    y += placed.height;
  }
  const reach = columns.narrow ? lanes : [{ from: withAxis ? axisTop + AXIS - 5 : rowsTop, to: y }];
  const grid = keptTicks(chart.scale, columns).flatMap(({ value }) => {
    const x = columns.x(value);
    return reach.map(({ from, to }) => line(x, from, x, to, value === 0 ? COLOURS.hatch : COLOURS.line));
  });
  return { width: columns.width, height: px(y), shapes: grid, texts, marks };
}

/** Ticks whose labels do not touch each other. */
function keptTicks(
  { ticks }: RowScale,
  columns: Columns,
): readonly { readonly value: number; readonly label: string }[] {
  let reached = -Infinity;
  return ticks.filter(({ value, label }) => {
    const half = measure(label, SIZES.small) / 2;
    const { left, right } = tickSpan(columns.x(value), half, columns);
    if (left < reached + 8) return false;
    reached = right;
    return true;
  });
}

function tickSpan(x: number, half: number, { width, narrow, left }: Columns) {
  const from = narrow ? 0 : left - 14;
  const start = Math.min(Math.max(x - half, from), width - 2 * half);
  return { left: start, right: start + 2 * half };
}

function axisTexts({ scale, valueHead }: RowsChart, columns: Columns, y: number): readonly PlacedText[] {
  const style = { size: SIZES.small, colour: COLOURS.inkSoft };
  const ticks = keptTicks(scale, columns).map(({ value, label }) => {
    const half = measure(label, SIZES.small) / 2;
    const { left } = tickSpan(columns.x(value), half, columns);
    return placeText(label, left, y + 13, style);
  });
  const head =
    !columns.narrow && valueHead ? [placeText(valueHead, columns.width, y + 13, { ...style, anchor: "end" })] : [];
  return [...ticks, ...head];
}

function layoutRow(row: ChartRow, key: string, columns: Columns, top: number) {
  const { narrow, width, labelWidth, left, right } = columns;
  const label = wrap(row.label, labelWidth, SIZES.label);
  const sub = row.sub === undefined ? [] : wrap(row.sub, narrow ? width : labelWidth, SIZES.small);
  const textHeight = label.length * LABEL_LINE + sub.length * SUB_LINE;
  const words = row.words === undefined ? [] : wrap(row.words, right - left - 30, SIZES.small);
  const reach = row.marks.reduce((most, mark) => Math.max(most, markReach(mark)), 0);
  const laneHeight = Math.max(narrow ? 26 : LANE, words.length * SUB_LINE + 10, 2 * reach + 4);
  const height = narrow ? textHeight + laneHeight + 10 : Math.max(textHeight + 10, laneHeight);
  const textTop = narrow ? top + 4 : top + (height - textHeight) / 2;
  const middle = narrow ? top + 4 + textHeight + laneHeight / 2 : top + height / 2;
  const texts = [
    ...placeLines(label, 0, textTop + 14.5, LABEL_LINE),
    ...placeLines(sub, 0, textTop + label.length * LABEL_LINE + 12.5, SUB_LINE, {
      size: SIZES.small,
      colour: COLOURS.inkSoft,
    }),
  ];
  if (row.value !== "") {
    const y = narrow ? textTop + 14.5 : baseline(middle, SIZES.label);
    texts.push(placeText(row.value, width, y, { anchor: "end" }));
  }
  const lane: Lane = { middle, left, right, x: columns.x };
  const drawn = words.length > 0 ? [hatched(words, lane)] : row.marks.map((mark) => drawMark(mark, lane));
  const hit = rect(0, top, width, height, "transparent");
  const mark: Mark = {
    key,
    tip: row.tip,
    shapes: [hit, ...drawn.flatMap(({ shapes }) => shapes)],
    texts: [...texts, ...drawn.flatMap((one) => one.texts)],
  };
  return { height, mark, lane: { from: middle - laneHeight / 2, to: middle + laneHeight / 2 } };
}

/** Words on a plate of paper over hatching: never a pattern alone. */
function hatched(
  words: readonly string[],
  { left, right, middle }: Lane,
): { shapes: readonly Shape[]; texts: readonly PlacedText[] } {
  const height = words.length * SUB_LINE + 1;
  const plate = Math.max(...words.map((one) => measure(one, SIZES.small))) + 12;
  const first = baseline(middle - ((words.length - 1) * SUB_LINE) / 2, SIZES.small);
  return {
    shapes: [
      rect(left, middle - height / 2, right - left, height, HATCH),
      rect(left, middle - height / 2, plate, height, COLOURS.paper),
    ],
    texts: placeLines(words, left + 4, first, SUB_LINE, { size: SIZES.small, colour: COLOURS.inkSoft }),
  };
}
