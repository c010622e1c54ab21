import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { Resvg } from "@resvg/resvg-js";
import { palettePng } from "./palette-png.ts";

/** Reads a picture back with another program than the one that wrote it. */
function dots(png: Uint8Array, width: number, height: number): Uint8Array {
  const picture = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${picture}"/></svg>`;
  return new Uint8Array(new Resvg(svg, { imageRendering: 1 }).render().pixels);
}

test("what was drawn is what is read, dot for dot", () => {
  const [width, height] = [37, 11];
  const rgba = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++) rgba.set([(i * 7) % 3 === 0 ? 11 : 251, i % 60, 94, 255], 4 * i);
  expect(dots(palettePng(rgba, width, height), width, height)).toEqual(rgba);
});

test("of more than 256 colours those nearest each other become one, and nobody sees it", () => {
  const [width, height] = [64, 64];
  const rgba = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++) rgba.set([i % 64, i >> 6, 128, 255], 4 * i);
  const read = dots(palettePng(rgba, width, height), width, height);
  // 64 × 64 colours, at most 256 of them kept: 4 × 4 of them are one, at most 3 steps of 255 from what they were.
  rgba.forEach((value, i) => expect(Math.abs((read[i] ?? 0) - value)).toBeLessThanOrEqual(3));
});

test("chunks follow the specification: header, palette, data, end, each with its checksum", () => {
  const png = Buffer.from(palettePng(new Uint8Array([1, 2, 3, 255, 4, 5, 6, 255]), 2, 1));
  expect(png.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  expect(png.subarray(12, 16).toString()).toBe("IHDR");
  expect([...png.subarray(16, 29)]).toEqual([0, 0, 0, 2, 0, 0, 0, 1, 8, 3, 0, 0, 0]);
  expect(png.subarray(37, 47)).toEqual(Buffer.from([80, 76, 84, 69, 1, 2, 3, 4, 5, 6]));
  const data = png.subarray(png.indexOf("IDAT") + 4, png.indexOf("IEND") - 8);
  expect([...inflateSync(data)]).toEqual([0, 0, 1]);
  // The last twelve bytes of every PNG.
  expect(png.subarray(-12).toString("hex")).toBe("0000000049454e44ae426082");
});
