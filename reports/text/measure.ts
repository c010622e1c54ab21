import { FONT_WIDTHS, type FontWeight } from "./font-metrics.ts";

const widths: Record<FontWeight, ReadonlyMap<string, number>> = {
  regular: widthByCharacter("regular"),
  semibold: widthByCharacter("semibold"),
};

/** An unknown character counts as the widest letter: a text may come out too wide, never too narrow. */
const UNKNOWN: Record<FontWeight, number> = { regular: widest("regular"), semibold: widest("semibold") };

/** Width in px of one line of text in Source Sans 3 at `size` px, without kerning. Never throws. */
export function measure(text: string, size: number, weight: FontWeight = "regular"): number {
  let thousandths = 0;
  for (const character of text) thousandths += widths[weight].get(character) ?? UNKNOWN[weight];
  return (thousandths * size) / 1000;
}

function widthByCharacter(weight: FontWeight): ReadonlyMap<string, number> {
  return new Map(FONT_WIDTHS[weight].flatMap(([width, characters]) => [...characters].map((c) => [c, width] as const)));
}

function widest(weight: FontWeight): number {
  return Math.max(...FONT_WIDTHS[weight].map(([width]) => width));
}
