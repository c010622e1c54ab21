/**
 * A drawing as plain data: positions in px, rounded to 0.01, texts with their baselines. Layout functions make it,
 * `Drawing` draws it, and tests ask it whether texts overlap.
 */
import type { FontWeight } from "../text/font-metrics.ts";
import { cleanText } from "../text/format.ts";
import { measure } from "../text/measure.ts";
import { COLOURS, SIZES } from "./tokens.ts";

/** `hatch` is the pattern for what is not there. */
export type Fill = string;
export const HATCH: Fill = "hatch";

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight: FontWeight;
  readonly anchor: "start" | "middle" | "end";
  readonly colour: string;
  /** Degrees clockwise around (x, y). */
  readonly angle?: number;
}

export type Shape =
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Fill;
      readonly stroke?: string;
      readonly radius?: number;
    }
  | {
      readonly kind: "line";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: string;
      readonly width: number;
      readonly dash?: string;
    }
  | {
      readonly kind: "circle";
      readonly cx: number;
      readonly cy: number;
      readonly r: number;
      readonly fill: Fill;
      readonly stroke: string;
      readonly width: number;
    }
  | { readonly kind: "path"; readonly d: string; readonly fill: Fill; readonly stroke: string; readonly width: number };

/** What a reader can point at: one group with the words of its tooltip. */
export interface Mark {
  readonly key: string;
  readonly tip: string;
  readonly shapes: readonly Shape[];
  readonly texts: readonly PlacedText[];
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly texts: readonly PlacedText[];
  readonly marks: readonly Mark[];
}

/** Rounds to 0.01 px, so that a snapshot does not change with the last bits of a float. */
export const px = (value: number): number => Math.round(value * 100) / 100;

/** The baseline of a line of text whose middle is at `middle`. */
export const baseline = (middle: number, size: number): number => px(middle + 0.35 * size);

export function placeText(
  text: string,
  x: number,
  y: number,
  { size = SIZES.label, weight = "regular", anchor = "start", colour = COLOURS.ink, angle }: Partial<PlacedText> = {},
): PlacedText {
  const placed = { text: cleanText(text), x: px(x), y: px(y), size, weight, anchor, colour };
  return angle === undefined ? placed : { ...placed, angle };
}

/** Lines below each other, the first baseline at `y`. */
export const placeLines = (
  lines: readonly string[],
  x: number,
  y: number,
  lineHeight: number,
  style: Partial<PlacedText> = {},
): readonly PlacedText[] => lines.map((line, i) => placeText(line, x, y + i * lineHeight, style));

export const rect = (x: number, y: number, width: number, height: number, fill: Fill, radius?: number): Shape => {
  const placed = { kind: "rect" as const, x: px(x), y: px(y), width: px(Math.max(0, width)), height: px(height), fill };
  return radius === undefined ? placed : { ...placed, radius };
};

export const frameRect = (x: number, y: number, width: number, height: number, fill: Fill, stroke: string): Shape => ({
  kind: "rect",
  x: px(x),
  y: px(y),
  width: px(width),
  height: px(height),
  fill,
  stroke,
});

export const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  width = 1,
  dash?: string,
): Shape => {
  const placed = { kind: "line" as const, x1: px(x1), y1: px(y1), x2: px(x2), y2: px(y2), stroke, width };
  return dash === undefined ? placed : { ...placed, dash };
};

export const circle = (cx: number, cy: number, r: number, fill: Fill, stroke: string, width = 2): Shape => ({
  kind: "circle",
  cx: px(cx),
  cy: px(cy),
  r,
  fill,
  stroke,
  width,
});

export const path = (d: string, fill: Fill, stroke: string, width: number): Shape => ({
  kind: "path",
  d,
  fill,
  stroke,
  width,
});

/** The same scene, lower by `dy`. */
export function moveDown(scene: Scene, dy: number): Scene {
  const text = (placed: PlacedText): PlacedText => ({ ...placed, y: px(placed.y + dy) });
  const shape = (placed: Shape): Shape => {
    switch (placed.kind) {
      case "rect":
        return { ...placed, y: px(placed.y + dy) };
      case "line":
        return { ...placed, y1: px(placed.y1 + dy), y2: px(placed.y2 + dy) };
      case "circle":
        return { ...placed, cy: px(placed.cy + dy) };
      case "path":
        return { ...placed, d: movePath(placed.d, dy) };
    }
  };
  return {
    ...scene,
    shapes: scene.shapes.map(shape),
    texts: scene.texts.map(text),
    marks: scene.marks.map((mark) => ({ ...mark, shapes: mark.shapes.map(shape), texts: mark.texts.map(text) })),
  };
}

/** Paths here are absolute `M x y` and `L x y` only. */
const movePath = (d: string, dy: number): string =>
  d.replace(
    /([ML])(-?[\d.]+) (-?[\d.]+)/g,
    (_, command: string, x: string, y: string) => `${command}${x} ${px(Number(y) + dy)}`,
  );

/** Scenes below each other. */
export function stack(scenes: readonly Scene[], gap = 0): Scene {
  const moved: Scene[] = [];
  let y = 0;
  for (const scene of scenes) {
    if (moved.length > 0) y += gap;
    moved.push(moveDown(scene, y));
    y += scene.height;
  }
  return {
    width: Math.max(0, ...scenes.map(({ width }) => width)),
    height: px(y),
    shapes: moved.flatMap(({ shapes }) => shapes),
    texts: moved.flatMap(({ texts }) => texts),
    marks: moved.flatMap(({ marks }) => marks),
  };
}

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the upright texts of a scene are, from the measuring table: capital height above the baseline, descender below. */
export function textBoxes(scene: Scene): readonly TextBox[] {
  const texts = [...scene.texts, ...scene.marks.flatMap((mark) => mark.texts)];
  return texts.flatMap(({ text, x, y, size, weight, anchor, angle }) => {
    if (angle !== undefined || text === "") return [];
    const width = measure(text, size, weight);
    const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return [{ text, left, right: left + width, top: y - 0.66 * size, bottom: y + 0.2 * size }];
  });
}
