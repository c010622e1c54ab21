import { Paragraph } from "docx";
import type { PrintedColumn, PrintedTable, TablePart } from "../document/printed.ts";
import { caption, continued } from "./caption.ts";
import type { RawBlocks } from "./raw-blocks.ts";
import { STYLE, twips } from "./styles.ts";

/**
 * Caption above, the table in its parts, what the marks mean below. The tables are written as XML here: as objects of the
 * `docx` package their tens of thousands of cells take most of the time and memory of the whole file.
 */
export function tableBlock(table: PrintedTable, raw: RawBlocks): readonly Paragraph[] {
  return [
    caption("Tabell", table),
    ...table.parts.flatMap((part, i) => [
      ...(i === 0 ? [] : [continued("Tabell", table.number)]),
      raw.add(tableXml(part)),
      ...(i === table.parts.length - 1 ? [] : [new Paragraph({ style: STYLE.note })]),
    ]),
    ...table.notes.map((text) => new Paragraph({ style: STYLE.note, text })),
    ...(table.notes.length === 0 ? [new Paragraph({ style: STYLE.note })] : []),
  ];
}

/** ECMA-376 part 1, 17.4: a table of fixed widths whose first row is repeated on every page. */
function tableXml({ columns, rows }: TablePart): string {
  const widths = columns.map(({ width }) => twips(width));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const cells = (style: string, contents: readonly string[]): string =>
    contents.map((content, i) => cellXml(widths[i] ?? 0, style, columns[i]?.numeric ?? false, content)).join("");
  const head = cells(STYLE.cellHead, columns.map(headXml));
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="${STYLE.table}"/><w:tblW w:type="dxa" w:w="${total}"/><w:tblLayout w:type="fixed"/>`,
    '<w:tblLook w:firstRow="true" w:lastRow="false" w:firstColumn="false" w:lastColumn="false" w:noHBand="true" w:noVBand="true"/>',
    `</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`,
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>`,
    ...rows.map((row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(STYLE.cell, row.map(runXml))}</w:tr>`),
    "</w:tbl>",
  ].join("");
}

const cellXml = (width: number, style: string, numeric: boolean, content: string): string =>
  `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/><w:jc w:val="${numeric ? "right" : "left"}"/></w:pPr>${content}</w:p></w:tc>`;

const headXml = ({ label, unit }: PrintedColumn): string =>
  runXml(label) +
  (unit === "" ? "" : `<w:r><w:rPr><w:b w:val="false"/><w:bCs w:val="false"/></w:rPr><w:br/>${textXml(unit)}</w:r>`);

const runXml = (text: string): string => (text === "" ? "" : `<w:r>${textXml(text)}</w:r>`);

const textXml = (text: string): string => `<w:t xml:space="preserve">${escaped(text)}</w:t>`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
