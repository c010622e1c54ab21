import { wrap } from "../text/wrap.ts";
import {
  frameRect,
  placeLines,
  px,
  rect,
  stack,
  type Fill,
  type Mark,
  type PlacedText,
  type Scene,
  type Shape,
} from "./scene.ts";
import { COLOURS, NARROW, SIZES } from "./tokens.ts";

export interface QuadrantBox {
  readonly key: string;
  readonly heading: string;
  readonly fill: Fill;
  readonly entries: readonly { readonly label: string; readonly sub: string }[];
}

export interface NamedGroup {
  readonly key: string;
  readonly heading: string;
  readonly names: readonly string[];
}

const GAP = 14;
const INSET = 14;
const BAND = 6;

/** Two boxes beside each other, or below where there is no room; what fits in none of them as lines under. */
export function layoutBoxes(boxes: readonly QuadrantBox[], others: readonly NamedGroup[], width: number): Scene {
  const perRow = width < NARROW ? 1 : 2;
  const boxWidth = (width - GAP * (perRow - 1)) / perRow;
  const scenes: Scene[] = [];
  for (let i = 0; i < boxes.length; i += perRow) {
    const row = boxes.slice(i, i + perRow);
    const height = Math.max(...row.map((box) => contents(box, 0, boxWidth).height));
    const drawn = row.map((box, c) => drawBox(box, c * (boxWidth + GAP), boxWidth, height));
    scenes.push({ width, height, shapes: [], texts: [], marks: drawn });
  }
  return stack([...scenes, ...(others.length > 0 ? [lines(others, width)] : [])], GAP);
}

function drawBox(box: QuadrantBox, x: number, width: number, height: number): Mark {
  const { shapes, texts } = contents(box, x, width);
  const names = box.entries.map(({ label }) => label.toLowerCase()).join(", ");
  return {
    key: box.key,
    tip: `${box.heading}: ${names === "" ? "ingen insats" : names}`,
    shapes: [
      frameRect(x + 0.5, 0.5, width - 1, height - 1, COLOURS.card, COLOURS.line),
      rect(x, 0, width, BAND, box.fill),
      ...shapes,
    ],
    texts,
  };
}

function contents({ heading, entries }: QuadrantBox, x: number, width: number) {
  const room = width - 2 * INSET;
  const texts: PlacedText[] = [];
  const shapes: Shape[] = [];
  let y = BAND + 10;
  const put = (text: string, size: number, style: Partial<PlacedText>) => {
    const found = wrap(text, room, size, style.weight);
    const lineHeight = Math.round(size * 1.35);
    texts.push(...placeLines(found, x + INSET, y + size, lineHeight, { size, ...style }));
    y += found.length * lineHeight;
  };
  put(`${heading} (${entries.length})`, SIZES.subtitle, { weight: "semibold" });
  y += 4;
  if (entries.length === 0) put("Ingen insats", SIZES.label, { colour: COLOURS.inkSoft });
  for (const { label, sub } of entries) {
    put(label, SIZES.label, {});
    if (sub !== "") put(sub, SIZES.small, { colour: COLOURS.inkSoft });
    y += 3;
  }
  return { shapes, texts, height: px(y + 10) };
}

function lines(groups: readonly NamedGroup[], width: number): Scene {
  const texts: PlacedText[] = [];
  let y = 0;
  for (const { heading, names } of groups) {
    const found = wrap(`${heading}: ${names.join(", ")}`, width, SIZES.label);
    texts.push(...placeLines(found, 0, y + 14, 19));
    y += found.length * 19 + 4;
  }
  return { width, height: px(y), shapes: [], texts, marks: [] };
}
