/** The sheets of a document: what is where, what the figures are, then one a table. */
import type { DocumentSection, ReportDocument } from "../../reports/publication/publication.ts";
import type { Table } from "../../reports/section.ts";
import { contentsSheet } from "./contents-sheet.ts";
import { type DocumentStamp, stampOf } from "./document-stamp.ts";
import { methodSheet } from "./method-sheet.ts";
import { headingCell, tableCell, unitCell, widthsOf } from "./table-cells.ts";
import { sheetNames } from "./xlsx-names.ts";
import type { Sheet, SheetLine } from "./xlsx.ts";

export interface OneTable {
  readonly section: string;
  readonly table: string;
}

/** A table with its place in the document: `3.2` is the second table of the third section. */
export interface PlacedTable {
  readonly number: string;
  readonly section: DocumentSection;
  readonly table: Table;
  /** Name of its sheet. */
  readonly sheet: string;
}

export const CONTENTS = "Innehåll";
const METHODS = "Om uppgifterna";

/** @throws {RangeError} when the document has no such table */
export function documentSheets(document: ReportDocument, only?: OneTable): readonly Sheet[] {
  const stamp = stampOf(document);
  const placed = placeTables(document, only);
  return [
    contentsSheet(CONTENTS, document, placed, stamp),
    methodSheet(METHODS, document, only?.section, stamp),
    ...placed.map((each) => tableSheet(each, stamp)),
  ];
}

function placeTables({ sections }: ReportDocument, only: OneTable | undefined): readonly PlacedTable[] {
  const tables = sections.flatMap((section, i) =>
    section.tables.map((table, j) => ({ number: `${i + 1}.${j + 1}`, section, table })),
  );
  const chosen = tables.filter(
    ({ section, table }) => only === undefined || (section.id === only.section && table.id === only.table),
  );
  if (only !== undefined && chosen.length === 0) throw new RangeError(`no table ${only.section}/${only.table}`);
  const names = sheetNames([CONTENTS, METHODS, ...chosen.map(({ number, table }) => `${number} ${shortTitle(table)}`)]);
  return chosen.map((each, i) => ({ ...each, sheet: names[i + 2] ?? each.number }));
}

/** What comes before measure, unit and time in a title. */
const shortTitle = ({ title }: Table): string => title.split(/[,:;(]/, 1)[0] ?? title;

function tableSheet({ number, table, sheet }: PlacedTable, stamp: DocumentStamp): Sheet {
  const { columns, notes } = table;
  return {
    name: sheet,
    above: [
      { cells: [{ value: `Tabell ${number}. ${table.title}`, style: "title" }] },
      { cells: [{ value: stamp.status, style: stamp.warns ? "warning" : "soft" }] },
      { cells: [{ value: "Till innehållet", style: "link", link: CONTENTS }] },
      { cells: columns.map(unitCell) },
    ],
    header: columns.map(headingCell),
    widths: widthsOf(table),
    rows: rowsOf(table),
    below: [
      ...(table.rows.length === 0 ? [note("Tabellen har inga rader.")] : []),
      ...notes.map(note),
      note(`${stamp.source}${stamp.sha256 === undefined ? "" : ` Publikationens SHA-256: ${stamp.sha256}`}`),
    ],
    printed: { top: stamp.warns ? stamp.status : `${stamp.title}. ${stamp.status}`, foot: stamp.source },
  };
}

const note = (text: string): SheetLine => ({ cells: [{ value: text, style: "note" }], wide: true });

function* rowsOf(table: Table): Generator<ReturnType<typeof tableCell>[]> {
  for (const row of table.rows) yield table.columns.map((column) => tableCell(table, column, row[column.key] ?? ""));
}
