import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { projectRoot } from "../root.ts";

const FONT = "Source Sans 3";
const FONT_FILES = ["Regular", "It", "Semibold", "Bold"].map((cut) =>
  join(projectRoot, "node_modules/source-sans/TTF", `SourceSans3-${cut}.ttf`),
);

/** A drawing as PNG at twice its size in px, on white. The font is ours: a machine's fonts would change the picture. */
export function drawPng(svg: string): Uint8Array {
  const drawing = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: FONT, sansSerifFamily: FONT },
    fitTo: { mode: "zoom", value: 2 },
    background: "#FFFFFF",
  });
  return new Uint8Array(drawing.render().asPng());
}
