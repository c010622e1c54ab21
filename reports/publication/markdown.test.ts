import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText, readMarkdown, type Block, type Inline } from "./markdown.ts";

const text = (value: string): Inline => ({ kind: "text", text: value });
const paragraph = (...children: Inline[]): Block => ({ kind: "paragraph", children });

test("headings, paragraphs, emphasis, lists, quotes and links become a small tree", () => {
  expect(
    readMarkdown(
      "# Rubrik\n\nEtt *stycke* med **vikt** och [länk](https://exempel.se/a?b=1).\n\n2. två\n3. tre\n\n> citat",
    ),
  ).toEqual([
    { kind: "heading", level: 1, children: [text("Rubrik")] },
    paragraph(
      text("Ett "),
      { kind: "emphasis", children: [text("stycke")] },
      text(" med "),
      { kind: "strong", children: [text("vikt")] },
      text(" och "),
      { kind: "link", href: "https://exempel.se/a?b=1", children: [text("länk")] },
      text("."),
    ),
    { kind: "list", ordered: true, start: 2, items: [[paragraph(text("två"))], [paragraph(text("tre"))]] },
    { kind: "quote", children: [paragraph(text("citat"))] },
  ]);
});

test("HTML stands as the text that was typed", () => {
  expect(readMarkdown('<script>alert("x")</script>')).toEqual([paragraph(text('<script>alert("x")</script>'))]);
  expect(plainText(readMarkdown("a <img src=x onerror=alert(1)> b"))).toBe("a <img src=x onerror=alert(1)> b\n");
});

test("an image is the words that stand for it, and nothing is fetched", () => {
  expect(readMarkdown("![en karta](https://exempel.se/karta.png)")).toEqual([paragraph(text("en karta"))]);
  expect(readMarkdown("![](https://exempel.se/karta.png)")).toEqual([]);
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java&#x0A;script:alert(1)",
  "data:text/html,<script>",
  "vbscript:x",
  "file:///etc/passwd",
  "//exempel.se",
  "/utredning",
  "#del",
  "http:exempel",
  "mailto:",
])("a link to %s is its words alone", (address) => {
  expect(readMarkdown(`[ord](${address})`)).toEqual([paragraph(text("ord"))]);
  expect(JSON.stringify(readMarkdown(`[ord][a]\n\n[a]: ${address}`))).not.toContain('"link"');
});

test("a reference to an address further down is a link, and mail and plain addresses in brackets too", () => {
  const [block] = readMarkdown("[ord][a] <https://scb.se> <anna@exempel.se>\n\n[a]: http://exempel.se");
  const addresses =
    block?.kind === "paragraph" ? block.children.flatMap((c) => (c.kind === "link" ? [c.href] : [])) : [];
  expect(addresses).toEqual(["http://exempel.se", "https://scb.se", "mailto:anna@exempel.se"]);
});

test("an address cannot leave the attribute in which it stands", () => {
  const [block] = readMarkdown(String.raw`[ord](<https://exempel.se/"\>\<b x='>)`);
  const link = block?.kind === "paragraph" ? block.children[0] : undefined;
  expect(link).toMatchObject({ kind: "link", href: "https://exempel.se/%22%3E%3Cb%20x=%27" });
});

test("no level of heading is skipped, and none is deeper than three", () => {
  const levels = readMarkdown("### a\n\n##### b\n\n# c\n\n## d\n\n### e\n\n#### f\n\n## g").map((b) =>
    b.kind === "heading" ? b.level : 0,
  );
  expect(levels).toEqual([1, 2, 1, 2, 3, 3, 2]);
});

test("an empty heading, a rule and a definition leave nothing behind", () => {
  expect(readMarkdown("#\n\n---\n\n[a]: http://exempel.se")).toEqual([]);
});

test("a heading in a list is a bold line", () => {
  expect(readMarkdown("- # Rubrik")).toEqual([
    { kind: "list", ordered: false, start: 1, items: [[paragraph({ kind: "strong", children: [text("Rubrik")] })]] },
  ]);
});

test("control characters, marks that turn text around and half characters are removed", () => {
  expect(readMarkdown("a\u0000b\u0007c\u001b[31md\u0085e\u202ef\u2066g\ufffeh\ud800i")).toEqual([
    paragraph(text("abc[31mdefghi")),
  ]);
  expect(plainText(readMarkdown("a&#0;b&#8238;c"))).toBe("a\ufffdbc\n");
  expect(readMarkdown("en\r\nrad")).toEqual([paragraph(text("en rad"))]);
});

test("code keeps its lines as text", () => {
  expect(readMarkdown("```\n# inte rubrik\nrad\n```")).toEqual([
    paragraph(text("# inte rubrik"), { kind: "break" }, text("rad")),
  ]);
});

test.each([">", "- ", "1. ", "> - ", "*", "[", "![", "<", "`", "_a", "**a", "&", "\\"])(
  "ten thousand of %j are read in less than two seconds of processor time and not deeper than a page can show",
  (mark) => {
    const started = process.cpuUsage();
    const tree = readMarkdown(mark.repeat(10_000));
    // Microseconds. The clock on the wall would tell how busy the machine is.
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
    expect(depthOf(tree)).toBeLessThan(40);
  },
);

function depthOf(nodes: readonly (Block | Inline)[]): number {
  const below = nodes.map((node) =>
    node.kind === "list" ? depthOf(node.items.flat()) : "children" in node ? depthOf(node.children) : 0,
  );
  return 1 + below.reduce((most, depth) => Math.max(most, depth), 0);
}

const SAFE = /^(https?:\/\/|mailto:)[^\s"'<>]+$/i;
function check(nodes: readonly (Block | Inline)[]): void {
  for (const node of nodes) {
    // eslint-disable-next-line no-control-regex
    if (node.kind === "text") expect(node.text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    if (node.kind === "link") expect(node.href).toMatch(SAFE);
    if (node.kind === "list") check(node.items.flat());
    else if ("children" in node) check(node.children);
  }
}

test("whatever is written becomes text, emphasis and links to the web, and nothing else", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "# ",
      "> ",
      "- ",
      "[a](",
      "javascript:",
      "https://a.se",
      ")",
      "<b>",
      "&#9;",
      "&#x202e;",
      "\n",
      "**",
      "`",
    ),
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => check(readMarkdown(pieces.join("")))));
});
