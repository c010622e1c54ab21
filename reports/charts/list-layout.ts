/** Names gathered under what they have in common: what a table of signs becomes where it has no room. */
import { wrap } from "../text/wrap.ts";
import { placeLines, px, stack, type Scene, type Shape, type PlacedText, type Mark } from "./scene.ts";
import { SIZES } from "./tokens.ts";

export interface ListEntry {
  readonly key: string;
  readonly sample: (x: number, y: number) => readonly Shape[];
  readonly text: string;
}

export interface ListPanel {
  readonly heading: string;
  readonly entries: readonly ListEntry[];
}

const LINE = 19;

export function layoutList(panels: readonly ListPanel[], width: number): Scene {
  return stack(
    panels.map(({ heading, entries }): Scene => {
      const lines = wrap(heading, width, SIZES.subtitle, "semibold");
      const texts: PlacedText[] = [...placeLines(lines, 0, 15, 20, { size: SIZES.subtitle, weight: "semibold" })];
      const marks: Mark[] = [];
      let y = lines.length * 20 + 4;
      for (const { key, sample, text } of entries) {
        const words = wrap(text, width - 26, SIZES.label);
        marks.push({
          key,
          tip: `${heading}. ${text}`,
          shapes: sample(0, y + 3),
          texts: placeLines(words, 26, y + 14.5, LINE),
        });
        y += words.length * LINE + 3;
      }
      return { width, height: px(y), shapes: [], texts, marks };
    }),
    16,
  );
}
