import { readFile } from "node:fs/promises";
import { Document, Packer, PageOrientation, SectionType } from "docx";
import type { ReportDocument } from "../../../reports/publication/publication.ts";
import { FONT, fontFile } from "../font-files.ts";
import { composePrinted } from "../document/compose-printed.ts";
import { LYING_TEXT_WIDTH, PAGE, TEXT_WIDTH } from "../document/page.ts";
import { chapterBlocks } from "./blocks.ts";
import { drawPictures, type Pictures } from "./figure.ts";
import { contentsBlock, coverBlock, pageFooter, pageHeader } from "./front.ts";
import { Lists } from "./own-text.ts";
import { RawBlocks } from "./raw-blocks.ts";
import { settle } from "./settle.ts";
import { numbering, styles, tableStyles, twips } from "./styles.ts";

/** The document as a Word file that somebody goes on writing in. The same document gives the same bytes. */
export async function renderDocx(document: ReportDocument): Promise<Uint8Array> {
  const printed = composePrinted(document);
  const raw = new RawBlocks();
  const pictures = new Map<string, Pictures>();
  for (const block of printed.chapters.flatMap(({ blocks }) => blocks))
    if (block.kind === "figure") pictures.set(block.id, await drawPictures(document, block, raw));
  const context = { lists: new Lists(), pictures, raw };
  const [data, bold, italic] = await Promise.all([
    readFile(fontFile("Regular")),
    readFile(fontFile("Bold")),
    readFile(fontFile("It")),
  ]);
  const header = pageHeader(printed);
  const margin = { top: twips(PAGE.top), bottom: twips(PAGE.bottom), header: twips(12), footer: twips(11) };
  const size = { width: twips(PAGE.width), height: twips(PAGE.height) };
  const word = new Document({
    title: printed.title,
    subject: printed.study,
    creator: "Behovskartan",
    lastModifiedBy: "Behovskartan",
    description: printed.source,
    styles,
    externalStyles: tableStyles(),
    numbering,
    fonts: [{ name: FONT, data, bold, italic }],
    // Fields are written with what is known: captions with their numbers. Word knows the pages, and is not made to ask.
    pageNumbers: () => ({ bookmarks: new Map() }),
    sections: [
      {
        properties: { page: { size, margin: { ...margin, left: twips(PAGE.side), right: twips(PAGE.side) } } },
        headers: { default: header },
        footers: { default: pageFooter(printed, TEXT_WIDTH) },
        children: [
          ...coverBlock(printed),
          ...contentsBlock(),
          ...printed.chapters.flatMap((chapter) => chapterBlocks(chapter, context)),
        ],
      },
      {
        properties: {
          type: SectionType.NEXT_PAGE,
          page: {
            size: { ...size, orientation: PageOrientation.LANDSCAPE },
            margin: { ...margin, left: twips(PAGE.lyingSide), right: twips(PAGE.lyingSide) },
          },
        },
        headers: { default: header },
        footers: { default: pageFooter(printed, LYING_TEXT_WIDTH) },
        children: chapterBlocks(printed.appendix, context),
      },
    ],
  });
  return settle(await Packer.toBuffer(word), printed.date, raw);
}
