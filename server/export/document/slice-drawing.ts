/** A drawing that is taller than a page, in pieces that each fit on one, cut where nothing is drawn. */

import { measure } from "../../../reports/text/measure.ts";

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

export interface Slice {
  /** A whole `<svg>`. */
  readonly svg: string;
  /** In px. */
  readonly width: number;
  readonly height: number;
}

/** A drawing that is a little too tall is drawn smaller: down to this share its letters can be read. */
const LEAST_SCALE = 0.8;
/** Pieces beyond this are not printed: the drawing is read on the page of the report, where it can be searched. */
export const MOST_SLICES = 6;
/** Taller shapes are grounds and grid lines: a cut through them does no harm. */
const GROUND = 140;
/** A cut is not made higher up than this share of the page only to find a wider gap. */
const LEAST_FILLED = 0.6;
const AIR = 4;
/** Between groups of rows; a heading stands closer to the rows that it is over. */
const GROUP_GAP = 30;

/** In order from the top; one where the drawing fits on a page. */
export function sliceDrawing(svg: string, page: number): readonly Slice[] {
  const [, width = 0, height = 0] = (/width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []).map(Number);
  if (height <= page / LEAST_SCALE) return [{ svg, width, height }];
  const cuts = [0];
  const gaps = gapsBetween(extents(svg, height), height);
  for (let from = 0; height - from > page && cuts.length < MOST_SLICES; from = cuts.at(-1) ?? height)
    cuts.push(bestCut(gaps, from, page));
  const ends = [...cuts.slice(1), Math.min(height, (cuts.at(-1) ?? 0) + page)];
  return cuts.map((from, i) => {
    const tall = Math.round(((ends[i] ?? height) - from) * 100) / 100;
    return { svg: windowOf(svg, width, from, tall), width, height: tall };
  });
}

/** The same drawing through a window. */
const windowOf = (svg: string, width: number, from: number, height: number): string =>
  svg.replace(
    /width="[\d.]+" height="[\d.]+" viewBox="[^"]*"/,
    `width="${width}" height="${height}" viewBox="0 ${from} ${width} ${height}"`,
  );

/** The widest gap in the lower part of the page; the lowest of those as wide. Without any, the page's end. */
function bestCut(gaps: readonly Extent[], from: number, page: number): number {
  const within = (least: number) =>
    gaps
      .filter(({ top, bottom }) => bottom > from + page * least && top + AIR < from + page)
      .map(({ top, bottom }) => ({ top, bottom: Math.min(bottom, from + page) }))
      .sort(
        (a, b) => Math.min(GROUP_GAP, b.bottom - b.top) - Math.min(GROUP_GAP, a.bottom - a.top) || b.bottom - a.bottom,
      );
  const best = within(LEAST_FILLED)[0] ?? within(0.2)[0];
  return best === undefined ? from + page : Math.round((best.top + best.bottom) / 2);
}

/** Heights at which nothing is drawn, from the top. */
function gapsBetween(drawn: readonly Extent[], height: number): readonly Extent[] {
  const gaps: Extent[] = [];
  let reached = 0;
  for (const { top, bottom } of [...drawn].sort((a, b) => a.top - b.top)) {
    if (top - reached > 1) gaps.push({ top: reached, bottom: top });
    reached = Math.max(reached, bottom);
  }
  if (height - reached > 1) gaps.push({ top: reached, bottom: height });
  return gaps;
}

/** What each element of the drawing covers from top to bottom. */
function extents(svg: string, height: number): readonly Extent[] {
  const found: Extent[] = [];
  const body = svg.slice(svg.indexOf("</defs>") + 1);
  for (const [, name = "", attributes = "", text = ""] of body.matchAll(
    /<(rect|circle|line|path|text)\b([^>]*)>([^<]*)/g,
  )) {
    // What a pointer finds a row by covers the air between rows.
    if (attributes.includes('fill="transparent"')) continue;
    const extent = extentOf(name, attributes, text);
    if (extent === undefined || extent.bottom - extent.top > Math.min(GROUND, height / 2)) continue;
    found.push(extent);
  }
  return found;
}

function extentOf(name: string, attributes: string, text: string): Extent | undefined {
  const value = (key: string): number => Number(new RegExp(`(?:^|\\s)${key}="(-?[\\d.]+)"`).exec(attributes)?.[1] ?? 0);
  switch (name) {
    case "rect":
      return { top: value("y"), bottom: value("y") + value("height") };
    case "circle":
      return { top: value("cy") - value("r"), bottom: value("cy") + value("r") };
    case "line":
      return { top: Math.min(value("y1"), value("y2")) - 1, bottom: Math.max(value("y1"), value("y2")) + 1 };
    case "text":
      return textExtent(value("y"), value("font-size"), attributes, text);
    default:
      return pathExtent(/ d="([^"]*)"/.exec(attributes)?.[1] ?? "");
  }
}

/** A turned text reaches as far up or down as its length and its angle say. */
function textExtent(y: number, size: number, attributes: string, text: string): Extent {
  const angle = Number(/rotate\((-?[\d.]+)/.exec(attributes)?.[1] ?? 0);
  const rise = Math.sin((angle * Math.PI) / 180) * measure(text, size, "semibold");
  const [from, to] = attributes.includes('text-anchor="end"') ? [-rise, 0] : [0, rise];
  return { top: y + Math.min(from, to) - size, bottom: y + Math.max(from, to) + 0.3 * size };
}

/** Of a path of absolute commands; an arc counts with its ends and its radius. */
function pathExtent(d: string): Extent | undefined {
  const heights: number[] = [];
  for (const [, command = "", numbers = ""] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const values = (numbers.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    if (command === "V") heights.push(...values);
    else if (command === "A") heights.push((values[6] ?? 0) - (values[1] ?? 0), (values[6] ?? 0) + (values[1] ?? 0));
    else if (command !== "H") heights.push(...values.filter((_, i) => i % 2 === 1));
  }
  return heights.length === 0 ? undefined : { top: Math.min(...heights), bottom: Math.max(...heights) };
}
