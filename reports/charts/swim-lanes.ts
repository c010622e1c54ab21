/** Stages from left to right, a lane a party: what each does in each stage, and how the case moves between them. */
import { measure } from "../text/measure.ts";
import { longestWord, wrap } from "../text/wrap.ts";
import { inkOn } from "./row-marks.ts";
import {
  baseline,
  frameRect,
  HATCH,
  line,
  path,
  placeLines,
  px,
  rect,
  type Fill,
  type Mark,
  type PlacedText,
  type Scene,
  type Shape,
} from "./scene.ts";
import { COLOURS, SIZES } from "./tokens.ts";

export interface LaneCell {
  readonly key: string;
  readonly tip: string;
  readonly fill: Fill;
  readonly stroke?: string;
  readonly words: string;
}

export interface SwimLane {
  readonly label: string;
  /** One a stage; undefined where there is nothing to say. */
  readonly cells: readonly (LaneCell | undefined)[];
}

/** From the lane `from` in the stage to the lane `to` in the stage after it. */
export interface Handover {
  readonly stage: number;
  readonly from: number;
  readonly to: number;
  readonly dash?: string;
}

/** A row of figures under the lanes; `low` and `high` draw a bar below the words, on one scale a row. */
export interface FigureRow {
  readonly label: string;
  readonly cells: readonly {
    readonly key: string;
    readonly tip: string;
    readonly words: string;
    readonly colour?: string;
    readonly low?: number;
    readonly high?: number;
  }[];
}

export interface SwimLanes {
  readonly heading: string;
  readonly stages: readonly string[];
  readonly lanes: readonly SwimLane[];
  readonly handovers: readonly Handover[];
  readonly figures: readonly FigureRow[];
}

const LANE = 42;
const CELL = 32;
const GUTTER = 20;
const LINE = 15;
/** Wider columns say nothing more. */
const MOST_PITCH = 280;
const HEAD_LINE = 17;
const LABEL_LINE = 17;
const WORDS = { size: SIZES.small } as const;
const BAR = 5;

/** Room for the words in a cell of the narrowest column. */
const innerWidth = (pitch: number): number => pitch - GUTTER - 6;

/** Whether the words of every stage and cell have room at this width. */
export function lanesFit(chart: SwimLanes, width: number): boolean {
  const { pitch } = columnsOf(chart, width);
  const words = [
    ...chart.lanes.flatMap(({ cells }) => cells.map((cell) => cell?.words ?? "")),
    ...chart.figures.flatMap(({ cells }) => cells.map((cell) => cell.words)),
  ];
  const longest = Math.max(
    0,
    ...chart.stages.map((stage) => longestWord(stage, SIZES.small, "semibold")),
    ...words.map((text) => longestWord(text, SIZES.small)),
  );
  return longest <= innerWidth(pitch) && words.every((text) => wrap(text, innerWidth(pitch), SIZES.small).length <= 4);
}

function columnsOf({ lanes, figures, stages }: SwimLanes, width: number) {
  const labels = [...lanes, ...figures].map(({ label }) => label);
  const words = Math.max(0, ...labels.map((label) => longestWord(label, SIZES.label)));
  const longest = Math.max(0, ...labels.map((label) => measure(label, SIZES.label)));
  const labelWidth = Math.min(longest, Math.max(words, width * 0.19));
  const left = labelWidth + 12;
  return { labelWidth, left, pitch: Math.min(MOST_PITCH, (width - left) / Math.max(1, stages.length)) };
}

export function layoutSwimLanes(chart: SwimLanes, width: number): Scene {
  const columns = columnsOf(chart, width);
  const { labelWidth, left, pitch } = columns;
  const shapes: Shape[] = [];
  const texts: PlacedText[] = [];
  const marks: Mark[] = [];
  const heading = wrap(chart.heading, width, SIZES.subtitle, "semibold");
  texts.push(...placeLines(heading, 0, 15, 20, { size: SIZES.subtitle, weight: "semibold" }));
  let y = heading.length * 20 + 8;

  const heads = chart.stages.map((stage) => wrap(stage, pitch - GUTTER, SIZES.small, "semibold"));
  const headLines = Math.max(1, ...heads.map(({ length }) => length));
  heads.forEach((lines, s) =>
    texts.push(...placeLines(lines, left + s * pitch, y + 13, HEAD_LINE, { size: SIZES.small, weight: "semibold" })),
  );
  y += headLines * HEAD_LINE + 8;

  const middles: number[] = [];
  for (const lane of chart.lanes) {
    const label = wrap(lane.label, labelWidth, SIZES.label);
    const wrapped = lane.cells.map((cell) => wrap(cell?.words ?? "", innerWidth(pitch), SIZES.small));
    const lines = Math.max(1, ...wrapped.map(({ length }) => length));
    const cellHeight = Math.max(CELL, lines * LINE + 8);
    const height = Math.max(LANE, cellHeight + 10, label.length * LABEL_LINE + 8);
    const middle = y + height / 2;
    middles.push(middle);
    const first = baseline(middle - ((label.length - 1) * LABEL_LINE) / 2, SIZES.label);
    texts.push(...placeLines(label, 0, first, LABEL_LINE));
    shapes.push(line(left, middle, left + chart.stages.length * pitch - GUTTER, middle, COLOURS.line));
    lane.cells.forEach((cell, s) => {
      if (cell === undefined) return;
      const box = { x: left + s * pitch, y: middle - cellHeight / 2, width: pitch - GUTTER, height: cellHeight };
      marks.push(drawCell(cell, wrapped[s] ?? [], box));
    });
    y += height;
  }
  shapes.push(...chart.handovers.flatMap((one, i) => drawHandover(one, i, middles, columns)));

  for (const row of chart.figures) {
    shapes.push(line(0, y, width, y, COLOURS.line));
    const figures = layoutFigures(row, columns, y);
    texts.push(...figures.texts);
    marks.push(...figures.marks);
    y += figures.height;
  }
  return { width, height: px(y), shapes, texts, marks };
}

function drawCell(
  { key, tip, fill, stroke, words }: LaneCell,
  lines: readonly string[],
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Mark {
  const { x, y, width, height } = box;
  const middle = y + height / 2;
  const plate = Math.max(0, ...lines.map((one) => measure(one, SIZES.small))) + 6;
  const ground = stroke === undefined ? rect(x, y, width, height, fill) : frameRect(x, y, width, height, fill, stroke);
  const plated = fill === HATCH && words !== "";
  const colour = fill === HATCH ? COLOURS.inkSoft : inkOn(fill);
  return {
    key,
    tip,
    shapes: plated
      ? [ground, rect(x + 2, middle - (lines.length * LINE + 2) / 2, plate, lines.length * LINE + 2, COLOURS.paper)]
      : [ground],
    texts: placeLines(lines, x + 4, baseline(middle - ((lines.length - 1) * LINE) / 2, SIZES.small), LINE, {
      ...WORDS,
      colour,
    }),
  };
}

/** Through the gutter between two stages: right, up or down, right, with a head. Neighbours keep apart. */
function drawHandover(
  { stage, from, to, dash }: Handover,
  i: number,
  middles: readonly number[],
  { left, pitch }: { readonly left: number; readonly pitch: number },
): readonly Shape[] {
  const [y1, y2] = [middles[from] ?? 0, middles[to] ?? 0];
  const start = left + (stage + 1) * pitch - GUTTER;
  const end = left + (stage + 1) * pitch;
  const turn = start + 4 + (i % 3) * 4;
  const stroke = COLOURS.rust;
  const head = path(
    `M${px(end - 6)} ${px(y2 - 4)}L${px(end)} ${px(y2)}L${px(end - 6)} ${px(y2 + 4)}`,
    "none",
    stroke,
    2,
  );
  return [
    line(start, y1, turn, y1, stroke, 2, dash),
    line(turn, y1, turn, y2, stroke, 2, dash),
    line(turn, y2, end - 1, y2, stroke, 2, dash),
    head,
  ];
}

function layoutFigures(row: FigureRow, { labelWidth, left, pitch }: ReturnType<typeof columnsOf>, top: number) {
  const label = wrap(row.label, labelWidth, SIZES.label);
  const wrapped = row.cells.map(({ words }) => wrap(words, innerWidth(pitch), SIZES.small));
  const hasBars = row.cells.some(({ low }) => low !== undefined);
  const lines = Math.max(1, ...wrapped.map(({ length }) => length));
  const most = Math.max(
    1,
    ...row.cells.map(({ low = 0, high }) => (high === undefined || high === Infinity ? low : high)),
  );
  const height = Math.max(lines * LINE + (hasBars ? BAR + 6 : 0) + 10, label.length * LABEL_LINE + 10);
  const texts = placeLines(label, 0, top + 18, LABEL_LINE, { colour: COLOURS.inkSoft });
  const marks = row.cells.map((cell, s): Mark => {
    const x = left + s * pitch;
    const scale = (days: number) => (Math.min(days, most) / most) * (pitch - GUTTER);
    const barTop = top + lines * LINE + 9;
    const { low, high = low } = cell;
    const bar =
      low === undefined || high === undefined
        ? []
        : [
            rect(x, barTop, scale(low), BAR, COLOURS.rust),
            rect(x + scale(low), barTop, Math.max(0, scale(high) - scale(low)), BAR, "#DDA888"),
          ];
    return {
      key: cell.key,
      tip: cell.tip,
      shapes: [rect(x, top + 1, pitch - GUTTER, height - 2, "transparent"), ...bar],
      texts: placeLines(wrapped[s] ?? [], x, top + 17, LINE, { ...WORDS, colour: cell.colour ?? COLOURS.ink }),
    };
  });
  return { height, texts, marks };
}
