import { measure } from "../text/measure.ts";
import { wrap } from "../text/wrap.ts";
import { baseline, placeLines, px, type PlacedText, type Scene, type Shape } from "./scene.ts";
import { SIZES } from "./tokens.ts";

export interface LegendItem {
  readonly label: string;
  /** Draws the sample in a box of 18 × 14 px whose upper left corner is (x, y). */
  readonly sample: (x: number, y: number) => readonly Shape[];
}

const SAMPLE = 18;
const LINE = 22;

/** Samples with their words, side by side as long as they fit, then on the next line. */
export function layoutLegend(items: readonly LegendItem[], width: number): Scene {
  const shapes: Shape[] = [];
  const texts: PlacedText[] = [];
  let [x, y] = [0, 0];
  for (const { label, sample } of items) {
    const room = width - SAMPLE - 7;
    const lines = wrap(label, room, SIZES.small);
    const needed = SAMPLE + 7 + Math.max(...lines.map((one) => measure(one, SIZES.small)));
    if (x > 0 && x + needed > width) [x, y] = [0, y + LINE];
    shapes.push(...sample(x, y + 3));
    texts.push(...placeLines(lines, x + SAMPLE + 7, baseline(y + 10, SIZES.small), 17, { size: SIZES.small }));
    y += (lines.length - 1) * 17;
    x += needed + 18;
  }
  return { width, height: items.length === 0 ? 0 : px(y + LINE), shapes, texts, marks: [] };
}
