/** The first page, the contents, and what stands on top and at the foot of every page. */
import { Footer, Header, LeaderType, PageNumber, Paragraph, Tab, TableOfContents, TabStopType, TextRun } from "docx";
import type { PrintedDocument } from "../document/printed.ts";
import { STYLE, twips } from "./styles.ts";

export function coverBlock({ title, study, facts, about, warning }: PrintedDocument): readonly Paragraph[] {
  return [
    new Paragraph({ style: "Title", text: title, spacing: { before: twips(45) } }),
    ...(study === title ? [] : [new Paragraph({ style: STYLE.study, text: study })]),
    ...(warning === "" ? [] : [new Paragraph({ style: STYLE.warning, text: warning })]),
    ...facts.map(
      ({ label, value }) =>
        new Paragraph({
          style: STYLE.fact,
          tabStops: [{ type: TabStopType.LEFT, position: twips(45) }],
          children: [new TextRun({ text: label, bold: true }), new TextRun({ children: [new Tab(), value] })],
        }),
    ),
    ...about
      .filter((text) => text !== warning)
      .map((text, i) => new Paragraph({ text, ...(i === 0 ? { spacing: { before: twips(12) } } : {}) })),
  ];
}

/** Links to the headings; Word adds the pages when somebody updates the contents. */
export const contentsBlock = (): readonly (Paragraph | TableOfContents)[] => [
  new Paragraph({ style: STYLE.contents, text: "Innehåll", pageBreakBefore: true }),
  new TableOfContents("Innehåll", { hyperlink: true, headingStyleRange: "1-2", tabLeader: LeaderType.NONE }),
];

export function pageHeader({ header, warning }: PrintedDocument): Header {
  return new Header({
    children: [
      ...(warning === "" ? [] : [new Paragraph({ style: STYLE.warning, text: warning, spacing: { after: 0 } })]),
      new Paragraph({ style: STYLE.header, text: header }),
    ],
  });
}

/** Its width is that of the text, in mm. */
export function pageFooter({ source }: PrintedDocument, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.footer,
        tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
        children: [
          new TextRun(source),
          new TextRun({ children: [new Tab(), "Sida ", PageNumber.CURRENT, " av ", PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
