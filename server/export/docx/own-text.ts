/** The investigator's Markdown as paragraphs of Word. */
import { ExternalHyperlink, HeadingLevel, Paragraph, TextRun, type IParagraphOptions, type ParagraphChild } from "docx";
import type { Block, Inline } from "../../../reports/publication/markdown.ts";
import { BULLETS, numbers, STYLE } from "./styles.ts";

const LEVELS = [HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;

interface Marks {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly style?: string;
}

interface Place {
  /** How many lists the block stands in. */
  readonly depth: number;
  readonly quoted: boolean;
}

/** Counts the lists of a document: each ordered one begins at its own number. */
export class Lists {
  #made = 0;
  next(): number {
    return ++this.#made;
  }
}

export const ownParagraphs = (blocks: readonly Block[], lists: Lists): readonly Paragraph[] =>
  blocks.flatMap((block) => paragraphsOf(block, lists, { depth: 0, quoted: false }));

function paragraphsOf(block: Block, lists: Lists, place: Place, first?: IParagraphOptions): readonly Paragraph[] {
  const looks = place.quoted ? { style: STYLE.quote } : {};
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: LEVELS[block.level - 1] ?? LEVELS[2], children: runs(block.children) })];
    case "paragraph":
      return [new Paragraph({ ...looks, ...first, children: runs(block.children) })];
    case "quote":
      return block.children.flatMap((child) => paragraphsOf(child, lists, { ...place, quoted: true }));
    case "list": {
      const instance = lists.next();
      const level = Math.min(4, place.depth);
      return block.items.flatMap((item) =>
        item.flatMap((child, i) =>
          paragraphsOf(
            child,
            lists,
            { ...place, depth: place.depth + 1 },
            i > 0
              ? {}
              : {
                  numbering: { reference: block.ordered ? numbers(block.start) : BULLETS, level, instance },
                },
          ),
        ),
      );
    }
  }
}

function runs(children: readonly Inline[], marks: Marks = {}): ParagraphChild[] {
  return children.flatMap((child): ParagraphChild[] => {
    switch (child.kind) {
      case "text":
        return [new TextRun({ text: child.text, ...marks })];
      case "break":
        return [new TextRun({ break: 1 })];
      case "strong":
        return runs(child.children, { ...marks, bold: true });
      case "emphasis":
        return runs(child.children, { ...marks, italics: true });
      case "link":
        return [
          new ExternalHyperlink({ link: child.href, children: runs(child.children, { ...marks, style: "Hyperlink" }) }),
        ];
    }
  });
}
