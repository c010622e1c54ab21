/**
 * A workbook written row by row: typed cells, a frozen heading with filters, links between its sheets.
 *
 * Strings are written in their cells (`inlineStr`), never as formulas, so that no table of strings has to be kept.
 * Office Open XML: ECMA-376 part 1, 18.3 (worksheets) and 18.8 (styles).
 */
import { strToU8, Zip, ZipDeflate } from "fflate";
import type { CellStyle } from "./xlsx-styles.ts";
import { continuedName, isLegalName } from "./xlsx-names.ts";
import { workbookParts } from "./xlsx-parts.ts";
import { sheetXml } from "./xlsx-sheet.ts";

/** A plain value is a number, a text or a boolean without a format of its own. */
export type SheetCell = string | number | boolean | FormattedCell;

export interface FormattedCell {
  readonly value: string | number | boolean;
  readonly style: CellStyle;
  /** Name of another sheet of the workbook. */
  readonly link?: string;
}

/** A line above or below the table; a single text may run over several columns, in as many lines as it needs. */
export interface SheetLine {
  readonly cells: readonly SheetCell[];
  readonly wide?: boolean;
}

export interface Sheet {
  /** As `sheetNames` gives it. */
  readonly name: string;
  readonly above: readonly SheetLine[];
  /** Frozen and with filters; empty where the sheet has no table. */
  readonly header: readonly SheetCell[];
  /** In characters; one a column. */
  readonly widths: readonly number[];
  readonly rows: Iterable<readonly SheetCell[]>;
  readonly below: readonly SheetLine[];
  /** On top of every printed page, and at the foot; at most 120 characters of each are printed. */
  readonly printed: { readonly top: string; readonly foot: string };
}

export interface Workbook {
  readonly title: string;
  readonly subject: string;
  /** The program that wrote it. */
  readonly creator: string;
  /** ISO date. */
  readonly date: string;
  readonly sheets: readonly Sheet[];
}

/** What Excel takes at most (Microsoft, "Excel specifications and limits"). */
export const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** Characters of a sheet that are packed at a time: with more, the packing makes a buffer of its own for each. */
const CHUNK = 1 << 15;

/**
 * The chunks of a whole .xlsx file. Nothing but the chunk at hand is kept. A table that is longer than a sheet goes on
 * in further sheets, each with the same heading. The same workbook gives the same bytes.
 * `mostRows` are the rows that one sheet may hold, with what is above and below the table.
 *
 * @throws {RangeError} for names that Excel refuses, and for more than 16 384 columns
 */
export function* writeXlsx(workbook: Workbook, mostRows = MOST_ROWS): Generator<Uint8Array> {
  checkSheets(workbook.sheets);
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const written: Sheet[] = [];
  const names = workbook.sheets.map(({ name }) => name);
  for (const sheet of workbook.sheets) {
    for (const part of sheetParts(sheet, mostRows, names)) {
      written.push(part);
      const file = addFile(zip, `xl/worksheets/sheet${written.length}.xml`);
      for (const bytes of chunked(sheetXml(part))) {
        file.push(bytes);
        yield* ready.splice(0);
      }
      file.push(new Uint8Array(0), true);
    }
  }
  for (const [path, content] of workbookParts(workbook, written)) addFile(zip, path).push(strToU8(content), true);
  zip.end();
  yield* ready;
}

function checkSheets(sheets: readonly Sheet[]): void {
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  if (names.size < sheets.length) throw new RangeError("invalid sheets; two have the same name");
  for (const { name, header } of sheets) {
    if (!isLegalName(name)) throw new RangeError(`invalid sheet name: ${name}`);
    if (header.length > MOST_COLUMNS) throw new RangeError(`invalid sheet; more than ${MOST_COLUMNS} columns: ${name}`);
  }
}

/** The sheet, in as many parts as its rows need; rows are read once, and only when they are written. */
function* sheetParts(sheet: Sheet, mostRows: number, names: string[]): Generator<Sheet> {
  const room = mostRows - sheet.above.length - sheet.below.length - 2;
  const source = sheet.rows[Symbol.iterator]();
  let next = source.next();
  let name = sheet.name;
  for (let part = 2; ; part++) {
    const continued = continuedName(sheet.name, part, names);
    const below = [...sheet.below];
    yield { ...sheet, name, rows: take(), below };
    if (next.done === true) return;
    names.push(continued);
    name = continued;

    function* take(): Generator<readonly SheetCell[]> {
      for (let taken = 0; next.done !== true && taken < room; taken++) {
        yield next.value;
        next = source.next();
      }
      if (next.done !== true)
        below.unshift({
          cells: [{ value: `Tabellen fortsätter på bladet ”${continued}”.`, style: "note", link: continued }],
        });
    }
  }
}

function addFile(zip: Zip, path: string): ZipDeflate {
  const file = new ZipDeflate(path, { level: 4 });
  // The same tables give the same bytes: the time in the archive is fixed.
  file.mtime = new Date(1980, 0, 1);
  zip.add(file);
  return file;
}

/** UTF-8 in one buffer that is written over: what is packed is copied out of it at once, and no garbage piles up. */
function* chunked(pieces: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(3 * CHUNK);
  let gathered = "";
  const encode = (text: string): Uint8Array => {
    if (buffer.length < 3 * text.length) buffer = new Uint8Array(3 * text.length);
    return buffer.subarray(0, encoder.encodeInto(text, buffer).written);
  };
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < CHUNK) continue;
    yield encode(gathered);
    gathered = "";
  }
  yield encode(gathered);
}
