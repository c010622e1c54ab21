/**
 * A workbook written row by row: typed cells, a bold frozen heading, nothing else.
 *
 * Strings are written in their cells (`inlineStr`), never as formulas, so that no table of strings has to be kept.
 * Office Open XML: ECMA-376 part 1, 18.3 (worksheets) and 18.8 (styles).
 */
import { strToU8, Zip, ZipDeflate } from "fflate";

/** `share` is in [0, 1] and shown in percent. */
export type SheetCell = string | number | boolean | { readonly share: number };

export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: Iterable<readonly SheetCell[]>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Bytes are handed on when this many characters of a sheet are ready. */
const CHUNK = 1 << 16;
const BOLD = 1;
const PERCENT = 2;

/**
 * The chunks of a whole .xlsx file. Sheet names are cut to 31 characters, without the signs that Excel refuses, and
 * numbered when two are the same.
 */
export function* writeXlsx(sheets: Iterable<Sheet>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const names: string[] = [];
  for (const sheet of sheets) {
    names.push(sheetName(sheet.name, names));
    const file = addFile(zip, `xl/worksheets/sheet${names.length}.xml`);
    for (const part of chunked(sheetXml(sheet))) {
      file.push(strToU8(part));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
  }
  for (const [path, content] of parts(names)) addFile(zip, path).push(strToU8(XML + content), true);
  zip.end();
  yield* ready;
}

function addFile(zip: Zip, path: string): ZipDeflate {
  const file = new ZipDeflate(path, { level: 1 });
  // The same tables give the same bytes: the time in the archive is fixed.
  file.mtime = new Date(1980, 0, 1);
  zip.add(file);
  return file;
}

function* chunked(pieces: Iterable<string>): Generator<string> {
  let gathered = "";
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < CHUNK) continue;
    yield gathered;
    gathered = "";
  }
  yield gathered;
}

function* sheetXml({ header, rows }: Sheet): Generator<string> {
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>`;
  yield `<cols><col min="1" max="${Math.max(1, header.length)}" width="22" customWidth="1"/></cols><sheetData>`;
  yield `<row r="1">${header.map((text) => textCell(text, BOLD)).join("")}</row>`;
  let r = 1;
  for (const row of rows) yield `<row r="${++r}">${row.map(cellXml).join("")}</row>`;
  yield "</sheetData></worksheet>";
}

function cellXml(cell: SheetCell): string {
  if (typeof cell === "string") return textCell(cell);
  if (typeof cell === "boolean") return `<c t="b"><v>${Number(cell)}</v></c>`;
  if (typeof cell === "object") return `<c s="${PERCENT}"><v>${cell.share}</v></c>`;
  return Number.isFinite(cell) ? `<c><v>${cell}</v></c>` : textCell(String(cell));
}

const textCell = (text: string, style = 0): string =>
  text === ""
    ? `<c s="${style}"/>`
    : `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML 1.0 has no place for most control characters, lone surrogates and U+FFFE/U+FFFF. */
const escape = (text: string): string =>
  text
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD")
    .slice(0, 32_767)
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

function sheetName(wanted: string, taken: readonly string[]): string {
  const clean = wanted.replaceAll(/[:\\/?*[\]]/g, " ").replaceAll(/^'|'$/g, "") || "Blad";
  const has = (name: string) => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  for (let i = 1; ; i++) {
    const name = i === 1 ? clean.slice(0, 31) : `${clean.slice(0, 27)} ${i}`;
    if (!has(name)) return name;
  }
}

/** Everything in the package beside the sheets. */
function parts(names: readonly string[]): readonly (readonly [path: string, content: string])[] {
  const numbers = names.map((_, i) => i + 1);
  const sheets = names.map((name, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const styles = names.length + 1;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const override = (path: string, type: string) => `<Override PartName="${path}" ContentType="${TYPES}.${type}+xml"/>`;
  return [
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${numbers
        .map((n) => relation(n, "worksheet", `worksheets/sheet${n}.xml`))
        .join("")}${relation(styles, "styles", "styles.xml")}</Relationships>`,
    ],
    ["xl/styles.xml", STYLES],
    [
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ],
    [
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override("/xl/workbook.xml", "sheet.main")}${override("/xl/styles.xml", "styles")}${numbers
        .map((n) => override(`/xl/worksheets/sheet${n}.xml`, "worksheet"))
        .join("")}</Types>`,
    ],
  ];
}

/** Cell formats in order: plain, bold (headings), percent with one decimal. */
const STYLES = [
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0\\ %"/></numFmts>`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>',
].join("");
