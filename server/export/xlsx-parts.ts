/** Everything in a workbook's package beside its sheets: what they are called, how cells look, who wrote it. */
import { MAIN, sheetReference, XML } from "./xlsx-sheet.ts";
import { stylesXml } from "./xlsx-styles.ts";
import { escapeXml } from "./xlsx-text.ts";
import type { Sheet, Workbook } from "./xlsx.ts";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument";
const PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

type Part = readonly [path: string, content: string];

/** The sheets are those written, in order: tables that go on in further sheets included. */
export function workbookParts(workbook: Workbook, sheets: readonly Sheet[]): readonly Part[] {
  const parts: readonly Part[] = [
    ["xl/workbook.xml", workbookXml(sheets)],
    [
      "xl/_rels/workbook.xml.rels",
      relationships([
        ...sheets.map((_, i) => [`${RELATIONS}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
        [`${RELATIONS}/styles`, "styles.xml"],
      ]),
    ],
    ["xl/styles.xml", stylesXml(MAIN)],
    ["docProps/core.xml", coreXml(workbook)],
    [
      "docProps/app.xml",
      `<Properties xmlns="${PROPERTIES}"><Application>${escapeXml(workbook.creator)}</Application></Properties>`,
    ],
    [
      "_rels/.rels",
      relationships([
        [`${RELATIONS}/officeDocument`, "xl/workbook.xml"],
        [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
        [`${RELATIONS}/extended-properties`, "docProps/app.xml"],
      ]),
    ],
    ["[Content_Types].xml", contentTypes(sheets.length)],
  ];
  return parts.map(([path, content]) => [path, XML + content]);
}

function workbookXml(sheets: readonly Sheet[]): string {
  const entries = sheets.map(
    ({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, above, header }, i) => {
    const row = above.length + 1;
    const titles = escapeXml(`${sheetReference(name)}!$${row}:$${row}`);
    return header.length === 0
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${titles}</definedName>`];
  });
  const defined = names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`;
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${entries.join("")}</sheets>${defined}</workbook>`;
}

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const coreXml = ({ title, subject, creator, date }: Workbook): string =>
  [
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>${escapeXml(creator)}</dc:creator><dc:language>sv</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:created></cp:coreProperties>`,
  ].join("");

function contentTypes(sheets: number): string {
  const override = (path: string, type: string) => `<Override PartName="${path}" ContentType="${type}"/>`;
  const main = `${TYPES}.spreadsheetml`;
  return [
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    override("/xl/workbook.xml", `${main}.sheet.main+xml`),
    override("/xl/styles.xml", `${main}.styles+xml`),
    ...Array.from({ length: sheets }, (_, i) => override(`/xl/worksheets/sheet${i + 1}.xml`, `${main}.worksheet+xml`)),
    override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    override("/docProps/app.xml", `${TYPES}.extended-properties+xml`),
    "</Types>",
  ].join("");
}
