import type { ReactElement, ReactNode } from "react";
import { readMarkdown, type Block, type Inline } from "../../reports/publication/markdown.ts";

function inlines(nodes: readonly Inline[]): ReactNode {
  return nodes.map((node, i) => {
    switch (node.kind) {
      case "text":
        return node.text;
      case "break":
        return <br key={i} />;
      case "strong":
        return <strong key={i}>{inlines(node.children)}</strong>;
      case "emphasis":
        return <em key={i}>{inlines(node.children)}</em>;
      case "link":
        return (
          <a key={i} href={node.href} target="_blank" rel="noreferrer">
            {inlines(node.children)}
          </a>
        );
    }
  });
}

function List({ list }: { list: Block & { readonly kind: "list" } }): ReactElement {
  const items = list.items.map((item, i) => <li key={i}>{blocks(item)}</li>);
  return list.ordered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>;
}

function blocks(nodes: readonly Block[]): ReactNode {
  return nodes.map((node, i) => {
    switch (node.kind) {
      case "heading":
        // A picture of a heading: the headings of this page are others.
        return (
          <p key={i} className={`markdown-heading markdown-heading-${node.level}`}>
            {inlines(node.children)}
          </p>
        );
      case "paragraph":
        return <p key={i}>{inlines(node.children)}</p>;
      case "list":
        return <List key={i} list={node} />;
      case "quote":
        return <blockquote key={i}>{blocks(node.children)}</blockquote>;
    }
  });
}

/** A formatted text as it will stand in the report. */
export const MarkdownView = ({ text }: { text: string }): ReactElement => (
  <div className="markdown">{blocks(readMarkdown(text))}</div>
);
