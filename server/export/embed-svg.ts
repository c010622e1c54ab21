/**
 * A drawing that stands alone: on another site, in an image element, it is drawn without our font, since an image may
 * load nothing. Letters of another font are wider, and texts would run into each other. So each text is told the width
 * that it was laid out with, and a program with another font draws its letters that much narrower. The font itself,
 * 300 kB of it, would make every drawing ten times as large.
 */
import { measure } from "../../reports/text/measure.ts";

const TEXT = /<text ([^>]*)>([^<]+)<\/text>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** The drawing with the length of every text in it. With our font it looks as before. */
export const standaloneSvg = (svg: string): string =>
  svg.replaceAll(TEXT, (whole, attributes: string, content: string) => {
    const size = Number(/font-size="([\d.]+)"/.exec(attributes)?.[1]);
    if (!(size > 0)) return whole;
    const text = content.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => ENTITIES[name] ?? "");
    const width = measure(text, size, attributes.includes('font-weight="600"') ? "semibold" : "regular");
    const length = Math.round(width * 10) / 10;
    return length === 0 || text.trim() === ""
      ? whole
      : `<text ${attributes} textLength="${length}" lengthAdjust="spacingAndGlyphs">${content}</text>`;
  });
