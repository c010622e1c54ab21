/** The investigator's own words as elements. */
import { Fragment, type ReactElement } from "react";
import { readMarkdown, type Block, type Inline } from "../../reports/publication/markdown.ts";

interface Props {
  readonly text: string;
  /** The level of the heading above: headings in the text stand below it. */
  readonly below: 1 | 2;
}

/** Nothing where nothing is written. */
export function OwnWords({ text, below }: Props): ReactElement | null {
  const blocks = readMarkdown(text);
  return blocks.length === 0 ? null : <div className="own-words">{drawBlocks(blocks, below)}</div>;
}

const drawBlocks = (blocks: readonly Block[], below: number): readonly ReactElement[] =>
  blocks.map((block, index) => <DrawnBlock key={index} block={block} below={below} />);

function DrawnBlock({ block, below }: { block: Block; below: number }): ReactElement {
  switch (block.kind) {
    case "heading": {
      const Heading = `h${Math.min(6, below + block.level)}` as "h2";
      return <Heading>{drawInlines(block.children)}</Heading>;
    }
    case "paragraph":
      return <p>{drawInlines(block.children)}</p>;
    case "quote":
      return <blockquote>{drawBlocks(block.children, below)}</blockquote>;
    case "list": {
      const items = block.items.map((item, index) => <li key={index}>{drawBlocks(item, below)}</li>);
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

const drawInlines = (inlines: readonly Inline[]): readonly ReactElement[] =>
  inlines.map((inline, index) => <DrawnInline key={index} inline={inline} />);

function DrawnInline({ inline }: { inline: Inline }): ReactElement {
  switch (inline.kind) {
    case "text":
      return <Fragment>{inline.text}</Fragment>;
    case "strong":
      return <strong>{drawInlines(inline.children)}</strong>;
    case "emphasis":
      return <em>{drawInlines(inline.children)}</em>;
    case "link":
      return <a href={inline.href}>{drawInlines(inline.children)}</a>;
    case "break":
      return <br />;
  }
}
