/**
 * The investigator's own text: Markdown (CommonMark) as a small tree of what a report may hold.
 *
 * What is written can only become text, emphasis, lists, quotes, headings and links. HTML and code stand as the text that
 * was typed, an image as the words that stand for it, a link with another address than http, https or mailto as its words.
 * The page, Word and PDF are drawn from this tree, so none of them has to guard itself against what somebody writes.
 */
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Nodes, PhrasingContent, RootContent } from "mdast";
import { safeAddress } from "./safe-address.ts";

export type Block =
  | { readonly kind: "heading"; readonly level: HeadingLevel; readonly children: readonly Inline[] }
  | { readonly kind: "paragraph"; readonly children: readonly Inline[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      /** Number of the first item of an ordered list; 1 for others. */
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: "quote"; readonly children: readonly Block[] };

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly children: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: "break" };

/** Below the heading of the section in which the text stands; never deeper than the heading before it plus one. */
export type HeadingLevel = 1 | 2 | 3;

/** Quotes and lists inside each other beyond this stand at this depth: deeper ones say nothing more to a reader. */
const MOST_NESTED = 4;
/** Emphasis and links inside each other beyond this are plain. */
const MOST_EMPHASISED = 4;
/** More marks of emphasis, links and code than this in one paragraph are text: to pair them takes time by their square. */
const MOST_MARKS = 1_000;

interface Reading {
  readonly addresses: ReadonlyMap<string, string>;
  /** Levels as they were written, of the headings that the next one stands under. */
  readonly above: number[];
}

/** Reads what somebody has written. Never throws; "" is no blocks. */
export function readMarkdown(text: string): readonly Block[] {
  const root = fromMarkdown(tame(removeControls(text)));
  const addresses = new Map<string, string>();
  collectAddresses(root, addresses);
  return blocks(root.children, { addresses, above: [] }, 0);
}

/** All text of blocks in their order: what a search reads. */
export const plainText = (tree: readonly (Block | Inline)[]): string => tree.map(textOf).join("");

function textOf(node: Block | Inline): string {
  switch (node.kind) {
    case "text":
      return node.text;
    case "break":
      return "\n";
    case "list":
      return node.items.map((item) => plainText(item)).join("");
    case "heading":
    case "paragraph":
      return `${plainText(node.children)}\n`;
    case "quote":
    case "strong":
    case "emphasis":
    case "link":
      return plainText(node.children);
  }
}

/**
 * Without what no reader sees and XML or a terminal may not hold: control characters but line breaks and tabs, marks that
 * turn the direction of the text around, half characters, and U+FFFE and U+FFFF.
 */
function removeControls(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, "")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
  );
}

/** What would take the reader of Markdown minutes is escaped: a line that begins with many marks of quotes and lists, and a
 * paragraph full of marks. */
const tame = (text: string): string =>
  text
    .replace(/^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$)){13,}/gm, (marks) => `\\${marks.trimStart()}`)
    .split(/(\n[ \t]*\n)/)
    .map((part) => ((part.match(/[*_[\]`<]/g) ?? []).length > MOST_MARKS ? part.replace(/[*_[\]`<]/g, "\\$&") : part))
    .join("");

function collectAddresses(node: Nodes, addresses: Map<string, string>): void {
  if (node.type === "definition" && !addresses.has(node.identifier)) addresses.set(node.identifier, node.url);
  if ("children" in node) for (const child of node.children) collectAddresses(child, addresses);
}

const blocks = (nodes: readonly RootContent[], reading: Reading, depth: number): readonly Block[] =>
  nodes.flatMap((node) => block(node, reading, depth));

function block(node: RootContent, reading: Reading, depth: number): readonly Block[] {
  switch (node.type) {
    case "heading": {
      const children = inlines(node.children, reading);
      if (plainText(children).trim() === "") return [];
      // Inside a quote or a list there is no part of the report to be the heading of.
      if (depth > 0) return [{ kind: "paragraph", children: [{ kind: "strong", children }] }];
      return [{ kind: "heading", level: levelBelow(reading.above, node.depth), children }];
    }
    case "paragraph":
      return paragraph(inlines(node.children, reading));
    case "blockquote": {
      const children = blocks(node.children, reading, depth + 1);
      if (children.length === 0) return [];
      return depth < MOST_NESTED ? [{ kind: "quote", children }] : children;
    }
    case "list": {
      const items = node.children.map((item) => blocks(item.children, reading, depth + 1));
      if (depth >= MOST_NESTED) return items.flat();
      return [{ kind: "list", ordered: node.ordered === true, start: node.start ?? 1, items }];
    }
    case "code":
    case "html":
      return paragraph(lines(node.value));
    case "thematicBreak":
    case "definition":
      return [];
    case "text":
    case "strong":
    case "emphasis":
    case "inlineCode":
    case "break":
    case "link":
    case "linkReference":
    case "image":
    case "imageReference":
      return paragraph(inlines([node], reading));
    // CommonMark has none of these.
    case "delete":
    case "footnoteDefinition":
    case "footnoteReference":
    case "listItem":
    case "table":
    case "tableCell":
    case "tableRow":
    case "yaml":
      return [];
  }
}

const paragraph = (children: readonly Inline[]): readonly Block[] =>
  plainText(children).trim() === "" ? [] : [{ kind: "paragraph", children }];

function levelBelow(above: number[], written: number): HeadingLevel {
  while ((above.at(-1) ?? 0) >= written) above.pop();
  above.push(written);
  return Math.min(3, above.length) as HeadingLevel;
}

const inlines = (nodes: readonly PhrasingContent[], reading: Reading, depth = 0): readonly Inline[] =>
  nodes.flatMap((node) => inline(node, reading, depth));

function inline(node: PhrasingContent, reading: Reading, depth: number): readonly Inline[] {
  switch (node.type) {
    case "text":
      return lines(node.value, false);
    case "inlineCode":
    case "html":
      return lines(node.value);
    case "break":
      return [{ kind: "break" }];
    case "strong":
    case "emphasis": {
      const children = inlines(node.children, reading, depth + 1);
      return depth < MOST_EMPHASISED ? [{ kind: node.type, children }] : children;
    }
    case "link":
      return link(node.url, inlines(node.children, reading, depth + 1));
    case "linkReference":
      return link(reading.addresses.get(node.identifier) ?? "", inlines(node.children, reading, depth + 1));
    case "image":
    case "imageReference":
      return lines(node.alt ?? "");
    // CommonMark has neither.
    case "delete":
    case "footnoteReference":
      return [];
  }
}

function link(url: string, children: readonly Inline[]): readonly Inline[] {
  const href = safeAddress(url);
  if (href === undefined || plainText(children).trim() === "") return children;
  return [{ kind: "link", href, children }];
}

/** Text with its line breaks kept, or, in running text, as spaces. */
function lines(text: string, kept = true): readonly Inline[] {
  // Once more: an entity (`&#8238;`) becomes its character only when the Markdown has been read.
  const clean = removeControls(text);
  if (!kept) return [{ kind: "text", text: clean.replace(/[ \t]*[\n\t][ \t]*/g, " ") }];
  return clean
    .replace(/\n+$/, "")
    .replaceAll("\t", "    ")
    .split("\n")
    .flatMap((line, i): Inline[] => [...(i > 0 ? [{ kind: "break" } as const] : []), { kind: "text", text: line }]);
}
