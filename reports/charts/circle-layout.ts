/** Parties on a circle with lines between them. Names beside the circle where there is room, otherwise numbered below. */
import { wrap } from "../text/wrap.ts";
import {
  baseline,
  circle,
  HATCH,
  line,
  placeLines,
  placeText,
  px,
  rect,
  type Mark,
  type PlacedText,
  type Scene,
  type Shape,
} from "./scene.ts";
import { COLOURS, NARROW, SIZES } from "./tokens.ts";
import { inkOn } from "./row-marks.ts";

export interface CircleNode {
  readonly key: string;
  readonly label: string;
  readonly tip: string;
  /** Has said nothing itself: hatched. */
  readonly silent: boolean;
}

export interface CircleLink {
  readonly key: string;
  /** Places in the list of nodes. */
  readonly a: number;
  readonly b: number;
  readonly colour: string;
  readonly width: number;
  readonly dash?: string;
  readonly tip: string;
}

export interface CircleChart {
  readonly heading?: string;
  readonly nodes: readonly CircleNode[];
  readonly links: readonly CircleLink[];
}

const NODE = 11;
const LABEL_LINE = 18;
const heightOf = (lines: readonly string[]): number => lines.length * LABEL_LINE + 6;
const MOST_RADIUS = 170;
/** From a node to its name. */
const LEADER = 26;

export function layoutCircle({ heading, nodes, links }: CircleChart, width: number): Scene {
  const narrow = width < NARROW;
  const top = heading === undefined ? 0 : 30;
  const labelWidth = Math.min(240, width * 0.27);
  const room = narrow ? width / 2 - NODE - 2 : width / 2 - labelWidth - NODE - LEADER - 2;
  const radius = Math.min(MOST_RADIUS, room, 60 + nodes.length * 12);
  const [cx, cy] = [width / 2, top + radius + NODE + 6];
  const spots = nodes.map((_, i) => {
    const angle = (2 * Math.PI * (i + 0.5)) / nodes.length - Math.PI / 2;
    return { x: cx + radius * Math.cos(angle), y: cy + radius * Math.sin(angle) };
  });
  const labels = narrow
    ? listed(nodes, width, cy + radius + NODE + 14)
    : beside(nodes, spots, { cx, labelWidth, radius, top });
  const marks = [
    ...links.map((link) => linkMark(link, spots)),
    ...nodes.map((node, i) => nodeMark(node, spots[i], String(i + 1), labels.texts[i] ?? [])),
  ];
  const texts = heading === undefined ? [] : [placeText(heading, 0, 16, { size: SIZES.subtitle, weight: "semibold" })];
  const height = Math.max(cy + radius + NODE + 6, labels.bottom);
  return { width, height: px(height), shapes: labels.shapes, texts, marks };
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Labels {
  readonly texts: readonly (readonly PlacedText[])[];
  readonly shapes: readonly Shape[];
  readonly bottom: number;
}

interface Column {
  readonly cx: number;
  readonly labelWidth: number;
  readonly radius: number;
  readonly top: number;
}

/** Two columns of names, each name as near its node as the others leave room for, with a thin line to it. */
function beside(nodes: readonly CircleNode[], spots: readonly Spot[], column: Column): Labels {
  const { cx, labelWidth, radius, top } = column;
  const texts: (readonly PlacedText[])[] = nodes.map(() => []);
  const shapes: Shape[] = [];
  let bottom = 0;
  for (const side of [-1, 1]) {
    const here = nodes
      .map((node, i) => ({ i, lines: wrap(node.label, labelWidth, SIZES.label), spot: spots[i] ?? { x: 0, y: 0 } }))
      .filter(({ spot }) => (side < 0 ? spot.x < cx - 0.01 : spot.x >= cx - 0.01))
      .sort((a, b) => a.spot.y - b.spot.y);
    const x = cx + side * (radius + NODE + LEADER);
    let free = top;
    for (const { i, lines, spot } of here) {
      const y = Math.max(free, spot.y - heightOf(lines) / 2);
      free = y + heightOf(lines);
      bottom = Math.max(bottom, free);
      texts[i] = placeLines(lines, x, baseline(y + 3 + LABEL_LINE / 2, SIZES.label), LABEL_LINE, {
        anchor: side < 0 ? "end" : "start",
      });
      shapes.push(
        line(spot.x + side * NODE, spot.y, x - side * 5, y + 3 + (lines.length * LABEL_LINE) / 2, COLOURS.line),
      );
    }
  }
  return { texts, shapes, bottom };
}

/** Numbers and names below each other. */
function listed(nodes: readonly CircleNode[], width: number, from: number): Labels {
  let y = from;
  const texts = nodes.map(({ label }, i) => {
    const lines = wrap(label, width - 30, SIZES.label);
    const placed = [
      placeText(String(i + 1), 20, y + 14, { anchor: "end", weight: "semibold" }),
      ...placeLines(lines, 30, y + 14, LABEL_LINE),
    ];
    y += lines.length * LABEL_LINE + 3;
    return placed;
  });
  return { texts, shapes: [], bottom: y + 4 };
}

function linkMark({ key, a, b, colour, width, dash, tip }: CircleLink, spots: readonly Spot[]): Mark {
  const [from, to] = [spots[a] ?? { x: 0, y: 0 }, spots[b] ?? { x: 0, y: 0 }];
  return { key, tip, shapes: [line(from.x, from.y, to.x, to.y, colour, width, dash)], texts: [] };
}

/** The number in the node is what the list below, and what is said aloud of the drawing, calls it. */
function nodeMark(
  { key, tip, silent }: CircleNode,
  spot: Spot | undefined,
  number: string,
  label: readonly PlacedText[],
): Mark {
  const { x, y } = spot ?? { x: 0, y: 0 };
  const fill = silent ? COLOURS.paper : COLOURS.deep;
  const shapes = [
    circle(x, y, NODE, silent ? HATCH : fill, silent ? COLOURS.hatch : COLOURS.deep),
    ...(silent ? [rect(x - 7, y - 7, 14, 14, COLOURS.paper, 3)] : []),
  ];
  const style = { size: SIZES.small, anchor: "middle" as const, weight: "semibold" as const, colour: inkOn(fill) };
  return { key, tip, shapes, texts: [placeText(number, x, baseline(y, SIZES.small), style), ...label] };
}
