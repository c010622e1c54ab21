/** Texts with the characters that the documents' font has: a PDF for everybody may hold no character that is not drawn. */
import { readFileSync } from "node:fs";
import { FONT_FILES } from "../font-files.ts";
import { glyphIndexes } from "../glyph-indexes.ts";

/** Stands where the font has no character: an emoji, another script. */
const UNKNOWN = "\u25a1";
/** Say something to the line, and are not drawn. */
const UNDRAWN = new Set([..."\n\u00ad\u200b\u2060\ufe0f"].map((character) => character.codePointAt(0)));

let known: ReadonlySet<number> | undefined;

/** Every text in a value of plain data, made printable; everything else as it is. */
export function printableTexts<T>(value: T): T {
  if (typeof value === "string") return printable(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => printableTexts(item)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableTexts(item)])) as T;
}

/** One mark for each character, and for what it is joined with, that the font does not have. */
export function printable(text: string): string {
  if (/^[\u0020-\u007e\u00a0-\u017f\u2013\u2014\u201d\u2212]*$/.test(text)) return text;
  known ??= commonCharacters();
  let result = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (known.has(code) || UNDRAWN.has(code)) result += character;
    else if (/\p{M}|\p{Cf}/u.test(character)) continue;
    else result += UNKNOWN;
  }
  return result;
}

/** What all cuts of the font have. */
function commonCharacters(): ReadonlySet<number> {
  const [first = new Set<number>(), ...others] = FONT_FILES.map(
    (file) => new Set(glyphIndexes(readFileSync(file)).keys()),
  );
  return new Set([...first].filter((code) => others.every((characters) => characters.has(code))));
}
