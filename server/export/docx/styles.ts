/** The styles of the Word document: Word's own names, so that whoever goes on writing finds them where they always are. */
import { AlignmentType, LevelFormat, LineRuleType, type INumberingOptions, type IStylesOptions } from "docx";
import { COLOURS } from "../../../reports/charts/tokens.ts";
import { FONT } from "../font-files.ts";
import { CELL_PADDING, TABLE_SIZE } from "../document/page.ts";

const hex = (colour: string): string => colour.slice(1);
const INK = hex(COLOURS.ink);
const SOFT = hex(COLOURS.inkSoft);
const DEEP = hex(COLOURS.deep);
const LINE = hex(COLOURS.line);

/** Half points, as Word counts letters. */
const points = (size: number): number => size * 2;
/** Twentieths of a point, as Word counts distances. */
export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440);
const space = (before: number, after: number) => ({ before: before * 20, after: after * 20 });
const lines = (share: number) => ({ line: Math.round(share * 240), lineRule: LineRuleType.AUTO });

const heading = (size: number, before: number, after: number) => ({
  run: { font: FONT, size: points(size), bold: true, color: INK },
  paragraph: { spacing: { ...space(before, after), ...lines(1.1) }, keepNext: true, keepLines: true },
});

export const STYLE = {
  table: "Rapporttabell",
  headline: "Rapportsvar",
  method: "Rapportmetod",
  note: "Tabellnot",
  figure: "Figur",
  cell: "Tabelltext",
  cellHead: "Tabellhuvud",
  quote: "Quote",
  fact: "Omslagsrad",
  study: "Subtitle",
  warning: "Varning",
  contents: "TOCHeading",
  header: "Header",
  footer: "Footer",
} as const;

const body = (id: string, name: string, style: object) => ({
  id,
  name,
  basedOn: "Normal",
  quickFormat: true,
  ...style,
});

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: points(11), color: INK, language: { value: "sv-SE", eastAsia: "sv-SE" } },
      paragraph: { spacing: { ...space(0, 7), ...lines(1.25) } },
    },
    title: {
      run: { font: FONT, size: points(34), bold: true, color: INK },
      paragraph: { spacing: { ...space(0, 8), ...lines(1.05) } },
    },
    heading1: heading(20, 24, 8),
    heading2: heading(14.5, 16, 5),
    heading3: heading(12, 12, 4),
    heading4: heading(11, 10, 3),
    listParagraph: { paragraph: { spacing: { ...space(0, 3), ...lines(1.25) } } },
    caption: {
      run: { font: FONT, size: points(10.5), bold: true, color: INK, italics: false },
      paragraph: { spacing: { ...space(14, 4), ...lines(1.15) }, keepNext: true, keepLines: true },
    },
    hyperlink: { run: { color: DEEP, underline: {} } },
  },
  paragraphStyles: [
    { id: "Normal", name: "Normal", quickFormat: true },
    body(STYLE.headline, "Rapportsvar", {
      run: { size: points(14), bold: true, color: DEEP },
      paragraph: { spacing: { ...space(0, 7), ...lines(1.2) }, keepLines: true },
    }),
    body(STYLE.method, "Rapportmetod", {
      run: { size: points(9.5), color: SOFT },
      paragraph: {
        spacing: { ...space(12, 6), ...lines(1.2) },
        border: { top: { style: "single", size: 4, color: LINE, space: 6 } },
      },
    }),
    body(STYLE.note, "Tabellnot", {
      run: { size: points(8.5), color: SOFT },
      paragraph: { spacing: { ...space(2, 2), ...lines(1.15) } },
    }),
    body(STYLE.figure, "Figur", { paragraph: { spacing: { ...space(0, 8), ...lines(1) } } }),
    body(STYLE.cell, "Tabelltext", {
      run: { size: points(TABLE_SIZE) },
      paragraph: { spacing: { ...space(0, 0), ...lines(1.1) } },
    }),
    body(STYLE.cellHead, "Tabellhuvud", {
      run: { size: points(TABLE_SIZE), bold: true },
      paragraph: { spacing: { ...space(0, 0), ...lines(1.1) }, keepNext: true },
    }),
    body(STYLE.quote, "Quote", {
      run: { italics: true },
      paragraph: { indent: { left: twips(8), right: twips(8) }, spacing: space(6, 8) },
    }),
    body(STYLE.study, "Subtitle", {
      run: { size: points(16), color: SOFT },
      paragraph: { spacing: { ...space(0, 30), ...lines(1.15) } },
    }),
    body(STYLE.fact, "Omslagsrad", {
      paragraph: { indent: { left: twips(45), hanging: twips(45) }, spacing: space(0, 5) },
    }),
    body(STYLE.warning, "Varning", {
      run: { bold: true, color: hex(COLOURS.rust) },
      paragraph: { spacing: space(0, 8) },
    }),
    body(STYLE.contents, "TOC Heading", heading(20, 0, 8)),
    body("TOC1", "toc 1", { paragraph: { spacing: { ...space(3, 2), ...lines(1.1) } } }),
    body("TOC2", "toc 2", {
      run: { size: points(10), color: SOFT },
      paragraph: { indent: { left: twips(6) }, spacing: { ...space(0, 1), ...lines(1.1) } },
    }),
    body(STYLE.header, "header", { run: { size: points(8.5), color: SOFT }, paragraph: { spacing: space(0, 0) } }),
    body(STYLE.footer, "footer", { run: { size: points(8.5), color: SOFT }, paragraph: { spacing: space(0, 0) } }),
  ],
};

/** The style of tables, which `docx` has no words for: rules between the rows and a stronger one below the head. */
export function tableStyles(): string {
  const rule = (side: string, size: number, colour: string) =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"/>`;
  const margin = (side: string, mm: number) => `<w:${side} w:w="${twips(mm)}" w:type="dxa"/>`;
  const margins =
    margin("top", 0.7) + margin("left", CELL_PADDING) + margin("bottom", 0.7) + margin("right", CELL_PADDING);
  return `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="${STYLE.table}">
<w:name w:val="Rapporttabell"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>
<w:tblPr><w:tblBorders>${rule("top", 8, INK)}${rule("bottom", 8, INK)}${rule("insideH", 4, LINE)}</w:tblBorders>
<w:tblCellMar>${margins}</w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>${rule("bottom", 8, INK)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>
</w:style></w:styles>`.replaceAll("\n", "");
}

export const BULLETS = "punkter";

const LEVELS = [0, 1, 2, 3, 4];
const listLevel = (i: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, start = 1) => ({
  level: i,
  format,
  text,
  start,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: twips(6 * (i + 1)), hanging: twips(5) } } },
});

/** A numbered list that begins at a number of its own. */
export const numbers = (start: number) => ({
  reference: `nummer_${start}`,
  levels: LEVELS.map((i) => listLevel(i, LevelFormat.DECIMAL, `%${i + 1}.`, start)),
});

export const numbering: INumberingOptions = {
  config: [
    { reference: BULLETS, levels: LEVELS.map((i) => listLevel(i, LevelFormat.BULLET, i % 2 === 0 ? "•" : "–")) },
    numbers(1),
  ],
};
