import { Bookmark, HeadingLevel, Paragraph, SimpleField, TextRun, type ParagraphChild } from "docx";
import type { PrintedBlock, PrintedChapter, Reference } from "../document/printed.ts";
import { figureBlock, type Pictures } from "./figure.ts";
import { ownParagraphs, type Lists } from "./own-text.ts";
import type { RawBlocks } from "./raw-blocks.ts";
import { BULLETS, STYLE } from "./styles.ts";
import { tableBlock } from "./table.ts";

/** What the blocks of a document are made with. */
export interface WordContext {
  readonly lists: Lists;
  readonly raw: RawBlocks;
  /** By the figure's id. */
  readonly pictures: ReadonlyMap<string, Pictures>;
}

export function chapterBlocks(chapter: PrintedChapter, context: WordContext): readonly Paragraph[] {
  return [
    heading(HeadingLevel.HEADING_1, chapter.title, chapter.id),
    ...chapter.blocks.flatMap((block) => wordBlocks(block, context)),
  ];
}

function wordBlocks(block: PrintedBlock, { lists, pictures, raw }: WordContext): readonly Paragraph[] {
  switch (block.kind) {
    case "heading":
      return [heading(block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3, block.text, block.id)];
    case "own-text":
      return ownParagraphs(block.blocks, lists);
    case "headline":
      return [new Paragraph({ style: STYLE.headline, text: block.text })];
    case "paragraph":
      return [new Paragraph({ text: block.text })];
    case "note":
      return [new Paragraph({ style: STYLE.note, text: block.text })];
    case "list": {
      const instance = lists.next();
      return block.items.map((text) => new Paragraph({ numbering: { reference: BULLETS, level: 0, instance }, text }));
    }
    case "method":
      return [
        new Paragraph({
          style: STYLE.method,
          children: [
            new TextRun({ text: `${block.term} `, bold: true }),
            new TextRun(block.text),
            ...references(block.tables),
          ],
        }),
      ];
    case "figure":
      return figureBlock(block, pictures.get(block.id) ?? { pictures: [], note: "" });
    case "table":
      return tableBlock(block, raw);
  }
}

const heading = (level: (typeof HeadingLevel)[keyof typeof HeadingLevel], text: string, id: string): Paragraph =>
  new Paragraph({ heading: level, children: [new Bookmark({ id, children: [new TextRun(text)] })] });

/** "Siffrorna står i tabell 4–7.", as fields that follow the tables when they are moved. */
function references(tables: readonly Reference[]): ParagraphChild[] {
  const [first, last] = [tables[0], tables.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    new TextRun(" Alla siffror: "),
    reference(first),
    ...(last === first ? [] : [new TextRun("\u2013"), reference(last)]),
    new TextRun("."),
  ];
}

const reference = ({ id, number }: Reference): ParagraphChild =>
  new SimpleField(`REF ${id} \\h`, `Tabell\u00a0${number}`);
