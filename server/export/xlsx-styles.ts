/** The formats that a cell may have. Colours as on the page: ink, soft ink, deep, rust. */

interface StyleSpec {
  readonly font: keyof typeof FONTS;
  /** Number format: one of Excel's own by number, or a pattern. */
  readonly format?: number | string;
  readonly fill?: "heading";
  readonly border?: "below";
  readonly align?: "top" | "wrap" | "right" | "wrap-right";
}

const FONTS = {
  plain: '<sz val="11"/><color rgb="FF1B2A34"/><name val="Calibri"/><family val="2"/>',
  bold: '<b/><sz val="11"/><color rgb="FF1B2A34"/><name val="Calibri"/><family val="2"/>',
  title: '<b/><sz val="14"/><color rgb="FF1B2A34"/><name val="Calibri"/><family val="2"/>',
  soft: '<sz val="10"/><color rgb="FF5C6B73"/><name val="Calibri"/><family val="2"/>',
  missing: '<i/><sz val="11"/><color rgb="FF5C6B73"/><name val="Calibri"/><family val="2"/>',
  link: '<u/><sz val="11"/><color rgb="FF0B5A5E"/><name val="Calibri"/><family val="2"/>',
  warning: '<b/><sz val="11"/><color rgb="FFB4531F"/><name val="Calibri"/><family val="2"/>',
} as const;

/** The first is what a cell without a style has. */
const STYLES = {
  plain: { font: "plain" },
  title: { font: "title" },
  heading: { font: "bold", fill: "heading", border: "below", align: "wrap" },
  "number-heading": { font: "bold", fill: "heading", border: "below", align: "wrap-right" },
  unit: { font: "soft", align: "wrap-right" },
  strong: { font: "bold", align: "wrap" },
  warning: { font: "warning" },
  soft: { font: "soft" },
  note: { font: "soft", align: "wrap" },
  text: { font: "plain", align: "wrap" },
  missing: { font: "missing", align: "right" },
  link: { font: "link" },
  whole: { font: "plain", format: 3, align: "top" },
  tenths: { font: "plain", format: "#,##0.0", align: "top" },
  hundredths: { font: "plain", format: 4, align: "top" },
  /** Without a blank between thousands. */
  year: { font: "plain", format: 1, align: "top" },
  percent: { font: "plain", format: "0\\ %", align: "top" },
  date: { font: "plain", format: "yyyy\\-mm\\-dd", align: "top" },
} as const satisfies Readonly<Record<string, StyleSpec>>;

export type CellStyle = keyof typeof STYLES;

const NAMES = Object.keys(STYLES) as CellStyle[];
const INDEX: Readonly<Record<string, number>> = Object.fromEntries(NAMES.map((name, i) => [name, i]));

/** The number by which a cell refers to its style. */
export const styleIndex = (style: CellStyle): number => INDEX[style] ?? 0;

/** Whether a text in it runs on in further lines of its cell. */
export function isWrapped(style: CellStyle): boolean {
  const { align }: StyleSpec = STYLES[style];
  return align === "wrap" || align === "wrap-right";
}

const FILLS = ["none", "gray125"].map((type) => `<fill><patternFill patternType="${type}"/></fill>`);
const HEADING_FILL =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF1EEE7"/><bgColor indexed="64"/></patternFill></fill>';
const PLAIN_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>";
const LINE_BELOW =
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF1B2A34"/></bottom><diagonal/></border>';
const ALIGNMENT = {
  top: '<alignment vertical="top"/>',
  wrap: '<alignment vertical="top" wrapText="1"/>',
  right: '<alignment horizontal="right" vertical="top"/>',
  "wrap-right": '<alignment horizontal="right" vertical="top" wrapText="1"/>',
} as const;

export function stylesXml(namespace: string): string {
  const specs: readonly StyleSpec[] = NAMES.map((name) => STYLES[name]);
  const patterns = [...new Set(specs.map(({ format }) => format).filter((format) => typeof format === "string"))];
  const fonts = Object.keys(FONTS) as (keyof typeof FONTS)[];
  const formatId = (format: StyleSpec["format"]) =>
    typeof format === "string" ? FIRST_PATTERN + patterns.indexOf(format) : (format ?? 0);
  const formats = specs.map(({ font, format, fill, border, align }) => {
    const applied = [
      `numFmtId="${formatId(format)}" fontId="${fonts.indexOf(font)}" fillId="${fill ? 2 : 0}" borderId="${border ? 1 : 0}" xfId="0" applyFont="1"`,
      ...(format === undefined ? [] : ['applyNumberFormat="1"']),
      ...(fill === undefined ? [] : ['applyFill="1"']),
      ...(border === undefined ? [] : ['applyBorder="1"']),
      ...(align === undefined ? [] : ['applyAlignment="1"']),
    ].join(" ");
    return align === undefined ? `<xf ${applied}/>` : `<xf ${applied}>${ALIGNMENT[align]}</xf>`;
  });
  return [
    `<styleSheet xmlns="${namespace}">`,
    list(
      "numFmts",
      patterns.map((pattern, i) => `<numFmt numFmtId="${FIRST_PATTERN + i}" formatCode="${pattern}"/>`),
    ),
    list(
      "fonts",
      fonts.map((font) => `<font>${FONTS[font]}</font>`),
    ),
    list("fills", [...FILLS, HEADING_FILL]),
    list("borders", [PLAIN_BORDER, LINE_BELOW]),
    list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list("cellXfs", formats),
    list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    "</styleSheet>",
  ].join("");
}

/** Numbers below belong to Excel's own formats. */
const FIRST_PATTERN = 164;

const list = (name: string, entries: readonly string[]): string =>
  `<${name} count="${entries.length}">${entries.join("")}</${name}>`;
