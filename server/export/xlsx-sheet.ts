/** One sheet of a workbook as XML, piece by piece: ECMA-376 part 1, 18.3.1.99, whose order of parts is kept. */
import { isWrapped, styleIndex } from "./xlsx-styles.ts";
import { escapeCell, escapeXml } from "./xlsx-text.ts";
import type { FormattedCell, Sheet, SheetCell, SheetLine } from "./xlsx.ts";

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Of a line of text that runs over several columns, in characters: about what is seen without scrolling. */
const WIDE = 110;
/** Of one line of text, in points. */
const LINE_HEIGHT = 15;
const DEFAULT_WIDTH = 10;

export function* sheetXml(sheet: Sheet): Generator<string> {
  const { above, header, widths, rows, below, printed } = sheet;
  const found: Found = { links: [], merges: [] };
  const headerRow = header.length === 0 ? 0 : above.length + 1;
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;
  yield `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${frozen(headerRow)}</sheetView></sheetViews>`;
  if (widths.length > 0)
    yield `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`;
  yield "<sheetData>";
  let r = 0;
  for (const line of above) yield lineXml(line, ++r, widths, found);
  if (headerRow > 0) yield rowXml(header, ++r, found, heightOf(header, widths));
  for (const row of rows) yield rowXml(row, ++r, found, heightOf(row, widths));
  const last = r;
  if (below.length > 0) r++;
  for (const line of below) yield lineXml(line, ++r, widths, found);
  yield "</sheetData>";
  if (headerRow > 0) yield `<autoFilter ref="A${headerRow}:${columnName(header.length - 1)}${last}"/>`;
  if (found.merges.length > 0)
    yield `<mergeCells count="${found.merges.length}">${found.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
  if (found.links.length > 0) yield `<hyperlinks>${found.links.join("")}</hyperlinks>`;
  yield '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';
  yield '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';
  yield `<headerFooter><oddHeader>&amp;L${codes(printed.top)}</oddHeader><oddFooter>&amp;L${codes(printed.foot)}&amp;RSida &amp;P av &amp;N</oddFooter></headerFooter>`;
  yield "</worksheet>";
}

interface Found {
  readonly links: string[];
  readonly merges: string[];
}

const frozen = (row: number): string =>
  row === 0
    ? ""
    : `<pane ySplit="${row}" topLeftCell="A${row + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${row + 1}" sqref="A${row + 1}"/>`;

function lineXml({ cells, wide }: SheetLine, r: number, widths: readonly number[], found: Found): string {
  if (wide !== true) return rowXml(cells, r, found, heightOf(cells, widths));
  const { columns, width } = runOver(widths);
  if (columns > 1) found.merges.push(`A${r}:${columnName(columns - 1)}${r}`);
  return rowXml(cells, r, found, heightOf(cells, [width]));
}

/** Room for the longest text of a row that runs on in its cell: not every program makes room by itself. */
function heightOf(cells: readonly SheetCell[], widths: readonly number[]): string {
  let most = 1;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (typeof cell !== "object" || typeof cell.value !== "string" || !isWrapped(cell.style)) continue;
    const width = (widths[i] ?? DEFAULT_WIDTH) / (cell.style.endsWith("heading") ? BOLD_WIDTH : 1);
    if (cell.value.length > width || cell.value.includes("\n")) most = Math.max(most, linesIn(cell.value, width));
  }
  return most === 1 ? "" : ` ht="${Math.min(TALLEST, most * LINE_HEIGHT)}" customHeight="1"`;
}

/** Of a bold letter, to a plain one. */
const BOLD_WIDTH = 1.15;
/** What Excel takes, in points. */
const TALLEST = 409;

/** Words are kept whole: a line holds as many as there is room for. */
function linesIn(text: string, width: number): number {
  let lines = 0;
  for (const part of text.split("\n")) {
    let left = 0;
    lines++;
    for (const { length } of part.split(" ")) {
      if (left > 0 && left + length > width) {
        lines++;
        left = 0;
      }
      left += length + 1;
    }
  }
  return lines;
}

/** How many columns a wide line takes, and how many characters fit in them. */
function runOver(widths: readonly number[]): { columns: number; width: number } {
  let [columns, width] = [0, 0];
  while (width < WIDE) width += widths[columns++] ?? DEFAULT_WIDTH;
  return { columns, width };
}

function rowXml(cells: readonly SheetCell[], r: number, found: Found, attributes = ""): string {
  let text = `<row r="${r}"${attributes}>`;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? "";
    text += cellXml(cell);
    if (typeof cell === "object" && cell.link !== undefined)
      found.links.push(linkXml(cell.link, `${columnName(i)}${r}`));
  }
  return `${text}</row>`;
}

function cellXml(cell: SheetCell): string {
  if (typeof cell !== "object") return valueXml(cell, "");
  const { value, style }: FormattedCell = cell;
  return valueXml(value, ` s="${styleIndex(style)}"`);
}

function valueXml(value: string | number | boolean, style: string): string {
  if (typeof value === "boolean") return `<c${style} t="b"><v>${Number(value)}</v></c>`;
  if (typeof value === "number" && Number.isFinite(value)) return `<c${style}><v>${value}</v></c>`;
  if (value === "") return `<c${style}/>`;
  return `<c${style} t="inlineStr"><is><t xml:space="preserve">${escapeCell(String(value))}</t></is></c>`;
}

const linkXml = (sheet: string, at: string): string =>
  `<hyperlink ref="${at}" location="${escapeXml(sheetReference(sheet))}!A1" display="${escapeXml(sheet)}"/>`;

/** A sheet's name as it stands in a reference: `'Bo''s blad'`. */
export const sheetReference = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** `A` for 0, `AA` for 26. */
export function columnName(index: number): string {
  let name = "";
  for (let left = index; left >= 0; left = Math.floor(left / 26) - 1) {
    name = String.fromCharCode(65 + (left % 26)) + name;
  }
  return name;
}

/** Text in a page's head or foot, where `&` begins a code; 255 characters with the codes are the most. */
const codes = (text: string): string => {
  const short = text.length <= 120 ? text : `${text.slice(0, 119)}…`;
  return escapeXml(short.replaceAll("&", "&&"));
};
