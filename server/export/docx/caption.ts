import { Bookmark, Paragraph, SequentialIdentifier, TextRun } from "docx";

type Sort = "Figur" | "Tabell";

/** "Figur 3. …": Word counts the numbers itself, so that figures can be added and moved. */
export const caption = (sort: Sort, { id, title }: { readonly id: string; readonly title: string }): Paragraph =>
  new Paragraph({
    style: "Caption",
    children: [
      new Bookmark({ id, children: [new TextRun(`${sort}\u00a0`), new SequentialIdentifier(sort)] }),
      new TextRun({ text: `. ${title}`, bold: false }),
    ],
  });

/** Above a part that did not fit. */
export const continued = (sort: Sort, number: number): Paragraph =>
  new Paragraph({
    style: "Caption",
    children: [new TextRun({ text: `${sort}\u00a0${number}, fortsättning`, bold: false })],
  });
