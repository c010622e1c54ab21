import { expect, test } from "vitest";
import { sliceDrawing } from "./slice-drawing.ts";

const svgOf = (height: number, body: string) =>
  `<svg width="640" height="${height}" viewBox="0 0 640 ${height}"><defs></defs><rect width="640" height="${height}" fill="#fff"></rect>${body}</svg>`;

/** A row of 20 px in its own band of 30, which a pointer finds it by. */
const row = (y: number) =>
  `<rect x="0" y="${y}" width="640" height="30" fill="transparent"></rect><rect x="0" y="${y + 5}" width="300" height="20" fill="#000"></rect>`;
const rows = (from: number, n: number) => Array.from({ length: n }, (_, i) => row(from + 30 * i)).join("");

const windows = (svg: string, page: number) =>
  sliceDrawing(svg, page).map((slice) => Number(/viewBox="0 ([\d.]+) /.exec(slice.svg)?.[1] ?? 0));

test("a drawing that nearly fits stays whole, to be drawn smaller", () => {
  expect(sliceDrawing(svgOf(620, rows(0, 20)), 500)).toHaveLength(1);
});

// Rows from 0 to 1200 with 10 px between bars: the lowest gap above 500 is that of the rows that meet at 480; from there 960.
test("a cut goes between two rows although their bands meet", () => {
  expect(windows(svgOf(1200, rows(0, 40)), 500)).toEqual([0, 480, 960]);
});

// The first group ends at 415, its bar at 410; the second group's heading is drawn from 441, and its rows begin at 460.
test("a heading goes with the rows that it is over", () => {
  const heading = '<rect x="0" y="441" width="100" height="14" fill="#000"></rect>';
  expect(windows(svgOf(900, rows(-5, 14) + heading + rows(460, 12)), 500)).toEqual([0, 426]);
});
