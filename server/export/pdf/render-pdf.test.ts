import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { printedCopy, printedPublication } from "../../../tests/fixtures/printed-report.ts";
import { renderPdf } from "./render-pdf.ts";

let pdf: Uint8Array;
let objects: string;

/** The file with the streams of objects and metadata unpacked: what a checker of structure reads. */
function unpacked(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const text = file.toString("latin1");
  const streams = [...text.matchAll(/<<([^]*?)>>\s*stream\r?\n/g)].map(({ 0: head, index }) => {
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const data = file.subarray(index + head.length, index + head.length + length);
    return /\/Type\s*\/(ObjStm|XRef)/.test(head) && head.includes("/FlateDecode")
      ? inflateSync(data).toString("latin1")
      : "";
  });
  return text + streams.join("\n");
}

beforeAll(async () => {
  pdf = await renderPdf(printedPublication());
  objects = unpacked(pdf);
});

test("it is tagged, in Swedish, says that it follows PDF/UA-1, and shows its title", () => {
  expect(objects).toContain("/StructTreeRoot");
  expect(objects).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  expect(objects).toMatch(/\/Lang\s*\(sv/);
  expect(objects).toMatch(/pdfuaid:part(>|=")1/);
  expect(objects).toMatch(/\/DisplayDocTitle true/);
  expect(objects).toContain("/Outlines");
});

test("every figure has an alternative text, and the head of every table is a head", () => {
  const figures = objects.split(/\/S\s*\/Figure\b/).length - 1;
  expect(figures).toBeGreaterThan(2);
  expect(objects.split(/\/Alt\s*[(<]/).length - 1).toBeGreaterThanOrEqual(figures);
  expect(objects.split(/\/S\s*\/TH\b/).length - 1).toBeGreaterThan(20);
  expect(objects).toMatch(/\/S\s*\/H1\b/);
  expect(objects).toMatch(/\/S\s*\/TOC\b/);
});

test("it carries its own font and no other", () => {
  const fonts = [...objects.matchAll(/\/FontName\s*\/([\w+-]+)/g)].map(([, name]) => name);
  expect(fonts.length).toBeGreaterThan(2);
  for (const name of fonts) expect(name).toMatch(/^[A-Z]{6}\+SourceSans3-/);
});

test("its day is the day of the document, not of the clock", () => {
  const days = [...objects.matchAll(/\/(?:CreationDate|ModDate)\s*\(D:(\d{8})/g)].map(([, day]) => day);
  expect(new Set(days)).toEqual(new Set(["20261122"]));
});

test("the same document gives the same bytes", async () => {
  expect(Buffer.from(await renderPdf(printedPublication())).equals(Buffer.from(pdf))).toBe(true);
});

test(
  "poppler and qpdf read it: what somebody wrote stands as it was written, under headings in order",
  { timeout: 300_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "behovskartan-pdf-"));
    try {
      const [published, copied] = [join(folder, "report.pdf"), join(folder, "copy.pdf")];
      writeFileSync(published, pdf);
      writeFileSync(copied, await renderPdf(printedCopy()));
      const run = (program: string, args: readonly string[]): string | undefined => {
        const ran = spawnSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 27 });
        if (ran.error === undefined) return ran.stdout;
        console.warn(`${program} is not installed: it has not read the PDF.`);
        return undefined;
      };
      const text = run("pdftotext", ["-layout", published, "-"]);
      if (text !== undefined) {
        expect(text).toContain('#let x = 1; <b>&amp; *fet* _kursiv_ $a$ @ref \\ "citat" ~ ` // /* */ [a](b)');
        expect(text).toContain("publicering 3, 22 november 2026, underlag abababababab");
        expect(text).toMatch(/Sida 1 av \d+/);
        expect(text).not.toContain("Arbetskopia");
      }
      const pages = run("pdftotext", [copied, "-"])?.split("\f").slice(0, -1) ?? [];
      for (const page of pages) expect(page).toContain("Arbetskopia med oskyddade uppgifter. Får inte spridas.");
      const structure = run("pdfinfo", ["-struct", published]);
      if (structure !== undefined) {
        const levels = [...structure.matchAll(/^\s*H(\d)\b/gm)].map(([, level]) => Number(level));
        expect(levels.length).toBeGreaterThan(8);
        levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1));
      }
      const checked = run("qpdf", ["--check", published]);
      if (checked !== undefined) expect(checked).toContain("No syntax or stream encoding errors found");
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
