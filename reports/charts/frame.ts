import { wrap } from "../text/wrap.ts";
import { placeLines, px, stack, type PlacedText, type Scene } from "./scene.ts";
import { COLOURS, NARROW, SIZES } from "./tokens.ts";

export interface FrameTexts {
  /** The finding; "" where the text around the drawing says it. */
  readonly title: string;
  /** Measure, unit, group and date. */
  readonly subtitle: string;
  readonly invented: boolean;
  readonly notes: readonly string[];
  readonly source: string;
}

export const INVENTED = "Exempel med påhittade svar";
/** Wider lines are hard to read. */
const MEASURE = 760;

/** A body between its title and its source. */
export function frameScene(texts: FrameTexts, body: Scene, width: number): Scene {
  const head = column(
    [
      ...(texts.invented
        ? [
            {
              text: INVENTED,
              style: { size: SIZES.small, weight: "semibold", colour: COLOURS.rust },
              after: 4,
            } as const,
          ]
        : []),
      ...(texts.title === ""
        ? []
        : [
            {
              text: texts.title,
              style: { size: width < NARROW ? SIZES.titleNarrow : SIZES.title, weight: "semibold" },
              after: 3,
            } as const,
          ]),
      { text: texts.subtitle, style: { size: SIZES.subtitle, colour: COLOURS.inkSoft }, after: 0 },
    ],
    width,
  );
  const style = { size: SIZES.small, colour: COLOURS.inkSoft };
  const foot = column(
    [...texts.notes, texts.source].map((text) => ({ text, style, after: 2 })),
    width,
  );
  return stack([head, { ...body, width }, foot], 20);
}

interface Paragraph {
  readonly text: string;
  readonly style: Partial<PlacedText>;
  readonly after: number;
}

/** Paragraphs below each other, wrapped to the width. */
function column(paragraphs: readonly Paragraph[], width: number): Scene {
  const texts: PlacedText[] = [];
  let y = 0;
  for (const { text, style, after } of paragraphs) {
    const size = style.size ?? SIZES.label;
    const lineHeight = Math.round(size * 1.35);
    const lines = wrap(text, Math.min(width, MEASURE), size, style.weight);
    texts.push(...placeLines(lines, 0, y + size, lineHeight, style));
    y += lines.length * lineHeight + after;
  }
  return { width, height: px(y), shapes: [], texts, marks: [] };
}
