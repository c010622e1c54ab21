/** Population figures from a CSV file: our own form, and what Statistics Sweden's database writes. */
import { isUtf8 } from "node:buffer";
import Papa from "papaparse";
import type { FileProblem } from "../problems.ts";
import type { StatisticsRow } from "../store/store.ts";
import {
  columnOf,
  isTotal,
  readAges,
  readPersons,
  readRegion,
  readSex,
  readYear,
  SKIP,
  yearOfHeading,
  type StatisticsColumn,
} from "./statistics-values.ts";

export type ReadStatistics =
  { readonly rows: readonly StatisticsRow[] } | { readonly problems: readonly FileProblem[] };

const MOST_PROBLEMS = 50;
const HEADING_WITHIN = 10;

/** Where each thing stands in a line. */
interface Layout {
  readonly headings: readonly string[];
  /** Index in the file of the line with the headings. */
  readonly line: number;
  readonly columns: ReadonlyMap<StatisticsColumn, number>;
  /** Columns of a table with one column a year. */
  readonly years: readonly { readonly place: number; readonly year: number }[];
}

/**
 * Reads `region,age,sex,year,population` (or `age_from,age_to` in place of `age`), and Statistics Sweden's tables:
 * comma, semicolon or tab; UTF-8 with or without mark, UTF-16 or Windows-1252; a title above the headings; Swedish or
 * English; one column a year. Marital statuses are added up. Rows for the whole country, for counties and for all ages
 * together are left out, as are cells marked "..".
 *
 * @returns rows in the order of the file, or every problem found (at most 50), each naming row and column; never throws
 */
export function readStatistics(bytes: Uint8Array): ReadStatistics {
  const text = decode(bytes);
  if (text.trim() === "") return refused(1, "", "empty-file", "Filen är tom.");
  const parsed = [",", ";", "\t"].map((delimiter) => Papa.parse<string[]>(text, { delimiter }).data);
  const tables = parsed.map((lines) => ({ lines, layout: findLayout(lines) }));
  const [best] = tables.sort((a, b) => known(b.layout) - known(a.layout));
  if (best?.layout === undefined) {
    const message =
      "Rad 1: rubrikerna saknas. Filen ska ha kolumnerna region, ålder, kön, år och folkmängd (eller ett år i varje kolumn).";
    return refused(1, "", "missing-column", message);
  }
  const missing = missingColumns(best.layout);
  if (missing.length > 0) {
    const row = best.layout.line + 1;
    const message = `Rad ${row}: kolumnen ${missing.map((name) => `”${name}”`).join(" och ")} saknas.`;
    return refused(row, missing[0] ?? "", "missing-column", message);
  }
  return readLines(best.lines, best.layout);
}

const refused = (row: number, column: string, code: string, message: string): ReadStatistics => ({
  problems: [{ row, column, code, message }],
});

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  return new TextDecoder(isUtf8(bytes) ? "utf-8" : "windows-1252").decode(bytes);
}

const known = (layout: Layout | undefined): number =>
  layout ? layout.columns.size + Math.min(1, layout.years.length) : 0;

/** The first of the top lines that names a region and something else: what stands above it is a title. */
function findLayout(lines: readonly (readonly string[])[]): Layout | undefined {
  for (const [line, headings] of lines.slice(0, HEADING_WITHIN).entries()) {
    const columns = new Map<StatisticsColumn, number>();
    headings.forEach((heading, place) => {
      const column = columnOf(heading);
      if (column !== undefined && !columns.has(column)) columns.set(column, place);
    });
    const years = headings.flatMap((heading, place) => {
      const year = yearOfHeading(heading);
      return year === undefined ? [] : [{ place, year }];
    });
    if (columns.size + Math.min(1, years.length) >= 2) return { headings, line, columns, years };
  }
  return undefined;
}

function missingColumns({ columns, years }: Layout): readonly string[] {
  const missing: string[] = [];
  if (!columns.has("region")) missing.push("region");
  if (!columns.has("age") && !(columns.has("age_from") && columns.has("age_to"))) missing.push("ålder");
  if (!columns.has("sex")) missing.push("kön");
  if (years.length === 0 && !columns.has("year")) missing.push("år");
  if (years.length === 0 && !columns.has("population")) missing.push("folkmängd");
  return missing;
}

function readLines(lines: readonly (readonly string[])[], layout: Layout): ReadStatistics {
  const { headings, columns, years } = layout;
  const problems: FileProblem[] = [];
  const totals = new Map<string, StatisticsRow>();
  const seen = new Map<string, number>();
  const civil = columns.get("civil");
  const onlyTotals = civil !== undefined && lines.some((fields) => isTotal(fields[civil] ?? ""));
  for (const [i, fields] of lines.entries()) {
    // A line with one field is a note below the table.
    if (i <= layout.line || fields.filter((field) => field.trim() !== "").length < 2) continue;
    const row = i + 1;
    const fail = (place: number | undefined, code: string, what: string) => {
      const column = headings[place ?? -1]?.trim() ?? "";
      const where = column === "" ? `Rad ${row}` : `Rad ${row}, kolumnen ”${column}”`;
      problems.push({ row, column, code, message: `${where}: ${what}` });
    };
    if (fields.length !== headings.length) {
      fail(undefined, "wrong-field-count", `raden har ${fields.length} fält, men rubrikraden har ${headings.length}.`);
      continue;
    }
    if (civil !== undefined && onlyTotals !== isTotal(fields[civil] ?? "")) continue;
    const place = readPlace(fields, columns, fail);
    if (place === undefined) continue;
    const cells = years.length > 0 ? years : [{ place: columns.get("population") ?? -1, year: undefined }];
    for (const { place: at, year: fromHeading } of cells) {
      const yearText = fields[columns.get("year") ?? -1] ?? "";
      const year = fromHeading ?? readYear(yearText);
      const population = readPersons(fields[at] ?? "");
      if (year === undefined) fail(columns.get("year"), "not-a-year", `”${yearText}” är inget årtal.`);
      else if (population === undefined)
        fail(at, "not-a-number", `”${fields[at] ?? ""}” är inte ett helt antal personer.`);
      if (year === undefined || population === undefined || population === SKIP) continue;
      const key = [place.region, place.ageFrom, place.ageTo, place.sex, year].join(" ");
      const statement = `${key} ${civil === undefined ? "" : (fields[civil] ?? "")}`;
      const before = seen.get(statement);
      if (before !== undefined) {
        fail(undefined, "duplicate-row", `samma region, ålder, kön och år står också på rad ${before}.`);
        continue;
      }
      seen.set(statement, row);
      totals.set(key, { ...place, year, population: (totals.get(key)?.population ?? 0) + population });
    }
  }
  if (problems.length > 0) return { problems: problems.slice(0, MOST_PROBLEMS) };
  if (totals.size === 0) return refused(1, "", "no-rows", "Filen har inga uppgifter om någon kommun.");
  return { rows: [...totals.values()] };
}

/** Undefined for a line that is left out, and for one with a problem, which is then noted. */
function readPlace(
  fields: readonly string[],
  columns: Layout["columns"],
  fail: (place: number | undefined, code: string, what: string) => void,
): Pick<StatisticsRow, "region" | "ageFrom" | "ageTo" | "sex"> | undefined {
  const text = (column: StatisticsColumn) => fields[columns.get(column) ?? -1] ?? "";
  const region = readRegion(text("region"));
  if (region === undefined)
    fail(columns.get("region"), "not-a-region", `”${text("region")}” börjar inte med en kommunkod på fyra siffror.`);
  const band = columns.has("age") ? text("age") : `${text("age_from")}-${text("age_to")}`;
  const ages = readAges(band);
  if (ages === undefined)
    fail(columns.get("age") ?? columns.get("age_from"), "not-an-age", `”${band}” är ingen ålder.`);
  const sex = readSex(text("sex"));
  if (sex === undefined) fail(columns.get("sex"), "not-a-sex", `”${text("sex")}” är varken män, kvinnor eller totalt.`);
  if (region === undefined || ages === undefined || sex === undefined || region === SKIP || ages === SKIP)
    return undefined;
  return { region, ...ages, sex };
}
