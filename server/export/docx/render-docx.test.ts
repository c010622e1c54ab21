import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { printedCopy, printedPublication } from "../../../tests/fixtures/printed-report.ts";
import { renderDocx } from "./render-docx.ts";

let copy: Uint8Array;
let publication: Uint8Array;
let parts: Record<string, string>;
let xml: string;

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).flatMap(([path, content]) =>
      /\.(xml|rels)$/.test(path) ? [[path, strFromU8(content)] as const] : [],
    ),
  );
const textOf = (part: string): string =>
  [...part.matchAll(/<w:t[ >][^<]*|<\/w:p>/g)]
    .map(([piece]) => (piece === "</w:p>" ? "\n" : piece.replace(/^[^>]*>/, "")))
    .join("");

beforeAll(async () => {
  [copy, publication] = [await renderDocx(printedCopy()), await renderDocx(printedPublication())];
  parts = partsOf(publication);
  xml = parts["word/document.xml"] ?? "";
}, 300_000);

test("headings of Word begin at one and never skip a level", () => {
  const levels = [...xml.matchAll(/<w:pStyle w:val="Heading(\d)"/g)].map(([, level]) => Number(level));
  expect(levels.length).toBeGreaterThan(8);
  expect(levels[0]).toBe(1);
  levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1));
});

test("every drawing has an alternative text, and drawings and bookmarks have numbers of their own", () => {
  const drawings = [...xml.matchAll(/<wp:docPr id="(\d+)" name="([^"]*)" descr="([^"]*)" title="([^"]*)"/g)];
  expect(drawings.length).toBe(xml.split("<w:drawing>").length - 1);
  expect(drawings.length).toBeGreaterThan(2);
  for (const [, , name, description, title] of drawings) {
    expect(name).toMatch(/^Figur \d+/);
    expect((description ?? "").length).toBeGreaterThan(20);
    expect((title ?? "").length).toBeGreaterThan(10);
  }
  expect(new Set(drawings.map(([, id]) => id)).size).toBe(drawings.length);
  const bookmarks = [...xml.matchAll(/<w:bookmarkStart[^>]*w:id="(\d+)"/g)].map(([, id]) => id);
  expect(new Set(bookmarks).size).toBe(bookmarks.length);
});

test("figures and tables are counted by Word, and references lead to bookmarks that are there", () => {
  expect(xml).toContain("SEQ Figur");
  expect(xml).toContain("SEQ Tabell");
  expect(textOf(xml)).toMatch(/Figur\u00a01\. \S/);
  const names = new Set([...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]*)"/g)].map(([, name]) => name));
  const wanted = [...xml.matchAll(/(?:PAGEREF|REF) (\S+) /g)].map(([, name]) => name ?? "");
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});

test("the contents hold every chapter before anybody has updated them", () => {
  const contents = xml.slice(xml.indexOf("<w:sdt>"), xml.indexOf("</w:sdt>"));
  const lines = textOf(contents).split("\n").filter(Boolean);
  const chapters = [...xml.matchAll(/<w:p><w:pPr><w:pStyle w:val="Heading[12]"\/>.*?<\/w:p>/g)].map(([p]) =>
    textOf(p).trim(),
  );
  expect(lines.length).toBe(chapters.length);
  expect(lines).toEqual(chapters);
});

test("heads of tables are repeated on every page and figures stand to the right", () => {
  const tables = xml.split("<w:tbl>").slice(1);
  expect(tables.length).toBeGreaterThan(5);
  for (const table of tables) expect(table.slice(0, table.indexOf("</w:tr>"))).toContain("<w:tblHeader/>");
  expect(xml).toMatch(/<w:pStyle w:val="Tabelltext"\/><w:jc w:val="right"\/>/);
});

test("a hidden figure is a mark that is explained, and so is the protection", () => {
  const text = textOf(xml);
  expect(text).toContain("x = visas inte");
  expect(text).toContain("Antal personer från 1 till 4 visas inte");
  expect(text).toContain("4 antal har prövats, och inget gick att räkna ut.");
});

test("a working copy says on every page that it is not protected; a publication does not", () => {
  const warning = "Arbetskopia med oskyddade uppgifter. Får inte spridas.";
  const headers = Object.entries(partsOf(copy)).filter(([path]) => path.startsWith("word/header"));
  expect(headers.length).toBe(2);
  for (const [, header] of headers) expect(textOf(header)).toContain(warning);
  expect(Object.values(parts).join("")).not.toContain(warning);
});

test("the foot of the page has its source and its number, and the document its language and its day", () => {
  const foot = textOf(parts["word/footer1.xml"] ?? "");
  expect(foot).toContain("Källa: Behovskartan, publicering 3, 22 november 2026, underlag abababababab");
  expect(parts["word/footer1.xml"]).toContain("NUMPAGES");
  expect(parts["word/styles.xml"]).toContain('<w:lang w:val="sv-SE"');
  expect(parts["docProps/core.xml"]).toContain("2026-11-22T00:00:00Z");
});

test("what somebody writes stays text: no element comes of it, and all parts are well-formed", () => {
  expect(textOf(xml)).toContain("&lt;w:p/&gt;");
  expect(textOf(xml)).toContain("#let x = 1; &lt;b&gt;&amp;amp; *fet*");
  for (const [path, part] of Object.entries(parts)) expect(`${path} ${unbalanced(part)}`).toBe(`${path} `);
});

/** The first element that is not closed where it should be, or "". */
function unbalanced(part: string): string {
  const open: string[] = [];
  for (const [, close, name = "", empty] of part.matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close) {
      if (open.pop() !== name) return name;
    } else if (!empty) open.push(name);
  }
  return open.join();
}

test("the same document gives the same bytes", { timeout: 300_000 }, async () => {
  expect(Buffer.from(await renderDocx(printedPublication())).equals(Buffer.from(publication))).toBe(true);
});

test("LibreOffice opens it and finds its pages, fonts and headings", { timeout: 300_000 }, () => {
  if (spawnSync("soffice", ["--version"]).status !== 0) {
    console.warn("LibreOffice is not installed: the Word file has not been opened by another program.");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "behovskartan-docx-"));
  try {
    writeFileSync(join(folder, "report.docx"), publication);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const ran = spawnSync("soffice", [
      profile,
      "--headless",
      "--convert-to",
      "html",
      "--outdir",
      folder,
      join(folder, "report.docx"),
    ]);
    expect(ran.status).toBe(0);
    const html = readFileSync(join(folder, "report.html"), "utf8");
    expect(html).toContain("Hur många känner varje part till?");
    expect(html.split("<h1").length).toBeGreaterThan(6);
    expect(html.split("<img").length).toBeGreaterThan(3);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
