/** Which columns stand beside each other on a page, and how wide each is. Widths in mm. */
import { measure } from "../../../reports/text/measure.ts";
import { CELL_PADDING, TABLE_SIZE } from "./page.ts";

export interface ColumnTexts {
  readonly label: string;
  readonly unit: string;
  readonly numeric: boolean;
  readonly cells: readonly string[];
}

interface Wanted {
  /** Below this a word breaks. */
  readonly least: number;
  /** Every text on as few lines as is pleasant. */
  readonly ideal: number;
}

const MM_PER_POINT = 25.4 / 72;
/** A word may break rather than take more than this. */
const WIDEST_WORD = 105;
/** A text goes over to the next line rather than take more than this. */
const WIDEST_TEXT = 75;
/** Columns that are repeated in every part may take this share of the page. */
const MOST_REPEATED = 0.45;
/** A table that nearly fills the page fills it. */
const NEARLY_FULL = 0.7;

/** The programs that set the page round and kern each in their own way: a word gets a little more than it was measured to. */
const ROUNDING = 1.03;

const widthOf = (text: string, weight: "regular" | "semibold" = "regular"): number =>
  measure(text, TABLE_SIZE, weight) * MM_PER_POINT * ROUNDING;

/** Widths of all columns, or undefined where they do not fit. */
export function fitColumns(columns: readonly ColumnTexts[], available: number): readonly number[] | undefined {
  const wanted = columns.map(wantedWidth);
  const least = sum(wanted.map((column) => column.least));
  if (least > available && columns.length > 1) return undefined;
  const ideal = sum(wanted.map((column) => column.ideal));
  if (ideal <= available) {
    const stretch = ideal > available * NEARLY_FULL ? available / ideal : 1;
    return wanted.map((column) => round(column.ideal * stretch));
  }
  const spread = Math.max(0, available - least) / (ideal - least || 1);
  return wanted.map((column) => round(Math.min(available, column.least + (column.ideal - column.least) * spread)));
}

/**
 * Parts of a table that each fit on a page, as positions of columns. The first columns of words, which say what a row is
 * about, stand in every part.
 */
export function splitColumns(columns: readonly ColumnTexts[], available: number): readonly (readonly number[])[] {
  const all = columns.map((_, i) => i);
  if (fitColumns(columns, available) !== undefined) return [all];
  const least = columns.map((column) => wantedWidth(column).least);
  const keys: number[] = [];
  for (const i of all) {
    if (
      columns[i]?.numeric !== false ||
      sum(keys.map((k) => least[k] ?? 0)) + (least[i] ?? 0) > available * MOST_REPEATED
    )
      break;
    keys.push(i);
  }
  const parts: number[][] = [];
  let room = 0;
  for (const i of all.slice(keys.length)) {
    const width = least[i] ?? 0;
    if (parts.length === 0 || width > room) {
      parts.push([...keys]);
      room = available - sum(keys.map((k) => least[k] ?? 0));
    }
    parts.at(-1)?.push(i);
    room -= width;
  }
  return parts;
}

function wantedWidth({ label, unit, cells, numeric }: ColumnTexts): Wanted {
  const head = widthOf(label, "semibold");
  const words = Math.max(longestWord(label, "semibold"), longestWord(unit), ...cells.map((cell) => longestWord(cell)));
  const least = Math.min(WIDEST_WORD, words);
  const longest = Math.max(0, ...cells.map((cell) => widthOf(cell)));
  const body = Math.min(numeric ? Infinity : WIDEST_TEXT, longest);
  return { least: least + 2 * CELL_PADDING, ideal: Math.max(least, body, Math.min(head, 28)) + 2 * CELL_PADDING + 0.5 };
}

const longestWord = (text: string, weight: "regular" | "semibold" = "regular"): number =>
  Math.max(0, ...text.split(/[ \n]/).map((word) => widthOf(word, weight)));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const round = (mm: number): number => Math.floor(mm * 100) / 100;
