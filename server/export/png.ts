import { Resvg } from "@resvg/resvg-js";
import { FONT } from "./font-files.ts";
import { palettePng } from "./palette-png.ts";
import { withFontFiles } from "./small-fonts.ts";

/** A drawing as PNG at `zoom` times its size in px, on white. */
export function drawPng(svg: string, zoom = 2): Uint8Array {
  // The letters have become shapes when the drawing has been read.
  const drawing = withFontFiles(
    svg,
    (files) =>
      new Resvg(svg, {
        font: { loadSystemFonts: false, fontFiles: [...files], defaultFontFamily: FONT, sansSerifFamily: FONT },
        fitTo: { mode: "zoom", value: zoom },
        background: "#FFFFFF",
      }),
  );
  const { pixels, width, height } = drawing.render();
  return palettePng(pixels, width, height);
}
