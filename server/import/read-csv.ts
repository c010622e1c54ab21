/** From the bytes of a CSV file to its lines, or what is wrong with the file itself. */
import { isUtf8 } from "node:buffer";
import Papa from "papaparse";
import type { FileProblem } from "../problems.ts";

export interface CsvFile {
  readonly header: readonly string[];
  readonly lines: readonly CsvLine[];
}

export interface CsvLine {
  /** Number of the line in the file where it begins; the heading is line 1. */
  readonly row: number;
  readonly fields: readonly string[];
}

type ReadFile = { readonly file: CsvFile } | { readonly problems: readonly FileProblem[] };

const refused = (row: number, code: string, message: string, column = ""): ReadFile => ({
  problems: [{ row, column, code, message }],
});

/**
 * Reads UTF-8 with comma between the fields, as RFC 4180 writes it. Every field is a text; empty lines are skipped.
 * Never throws.
 */
export function readCsv(bytes: Uint8Array): ReadFile {
  const invalid = firstInvalidLine(bytes);
  if (invalid !== undefined) {
    return refused(
      invalid,
      "not-utf-8",
      `Rad ${invalid}: filen är inte sparad i UTF-8, utan troligen i Windows-1252. Öppna den och spara om den som ”CSV UTF-8”.`,
    );
  }
  const text = new TextDecoder("utf-8").decode(bytes);
  if (text.trim() === "") return refused(1, "empty-file", "Filen är tom.");
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const separator = wrongSeparator(firstLine);
  if (separator !== undefined) {
    return refused(
      1,
      "wrong-separator",
      `Rad 1: fälten skiljs åt med ${separator}, men ska skiljas åt med komma. Spara om filen med komma som avgränsare.`,
    );
  }
  return readLines(text);
}

function readLines(text: string): ReadFile {
  const lines: CsvLine[] = [];
  const problems: FileProblem[] = [];
  let row = 1;
  let start = 0;
  Papa.parse<string[]>(text, {
    delimiter: ",",
    step({ data, errors, meta }) {
      if (errors.length > 0) {
        const message = `Rad ${row}: citattecknen går inte ihop. Ett citattecken inne i ett fält skrivs två gånger.`;
        problems.push({ row, column: "", code: "malformed-quotes", message });
      }
      if (data.some((field) => field !== "")) lines.push({ row, fields: data });
      row += countLineBreaks(text, start, meta.cursor);
      start = meta.cursor;
    },
  });
  const [heading, ...rest] = lines;
  const header = heading?.fields.map((name) => name.trim()) ?? [];
  for (const { row: at, fields } of rest) {
    if (fields.length === header.length) continue;
    const message = `Rad ${at}: raden har ${fields.length} fält, men första raden har ${header.length} kolumner.`;
    problems.push({ row: at, column: "", code: "wrong-field-count", message });
  }
  header.forEach((column, i) => {
    if (header.indexOf(column) === i) return;
    problems.push({
      row: 1,
      column,
      code: "duplicate-column",
      message: `Rad 1: kolumnen ”${column}” finns två gånger.`,
    });
  });
  return problems.length > 0 ? { problems } : { file: { header, lines: rest } };
}

/** The separator that the heading has instead of a comma, in words. */
function wrongSeparator(firstLine: string): string | undefined {
  const count = (sign: string) => firstLine.split(sign).length - 1;
  const commas = count(",");
  if (count(";") > commas) return "semikolon";
  if (count("\t") > commas) return "tabb";
  return count("|") > commas ? "lodstreck" : undefined;
}

function firstInvalidLine(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  const lineFeeds = [...bytes.keys()].filter((i) => bytes[i] === 0x0a);
  const ends = [...lineFeeds, bytes.length];
  const line = ends.findIndex((end, i) => !isUtf8(bytes.subarray(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end)));
  return Math.max(line, 0) + 1;
}

function countLineBreaks(text: string, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) {
    const sign = text.charCodeAt(i);
    if (sign === 0x0a || (sign === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) n++;
  }
  return n;
}
