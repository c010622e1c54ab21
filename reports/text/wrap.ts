import { cleanText } from "./format.ts";
import type { FontWeight } from "./font-metrics.ts";
import { measure } from "./measure.ts";

/**
 * Breaks a text into lines no wider than `width` px. Breaks at spaces, after hyphens and slashes; a word that
 * is wider than a whole line is broken between letters. Nothing is cut and nothing is added.
 *
 * @returns at least one line; an empty text is one empty line
 */
export function wrap(text: string, width: number, size: number, weight: FontWeight = "regular"): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(cleanText(text))) {
    if (line === "" || measure(trimmed(line + piece), size, weight) <= width) {
      line += piece;
    } else {
      lines.push(trimmed(line));
      line = piece;
    }
    while (measure(trimmed(line), size, weight) > width && [...line].length > 1) {
      const head = longestHead(line, width, size, weight);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (trimmed(line) !== "" || lines.length === 0) lines.push(trimmed(line));
  return lines;
}

/** Width in px of the longest piece that `wrap` does not break unless it must. */
export const longestWord = (text: string, size: number, weight: FontWeight = "regular"): number =>
  Math.max(0, ...pieces(cleanText(text)).map((piece) => measure(trimmed(piece), size, weight)));

/** Without the spaces that a line does not need at its end; a no-break space is text. */
const trimmed = (line: string): string => line.replace(/ +$/, "");

/** U+00A0 and U+202F do not break. */
const pieces = (text: string): readonly string[] => text.match(/[^ \-/]*[ \-/]+|[^ \-/]+$/g) ?? [];

function longestHead(line: string, width: number, size: number, weight: FontWeight): string {
  let head = "";
  for (const letter of line) {
    if (head !== "" && measure(head + letter, size, weight) > width) break;
    head += letter;
  }
  return head;
}
