/**
 * The fonts of drawings, with the letters that nearly all drawings are written in and no others. The program that draws
 * PNG reads the whole file of a font again for every letter that it draws, so that a small file makes it several times
 * faster. Letters are spaced as the charts are laid out: without kerning.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { FONT_FILES } from "./font-files.ts";
import { glyphIndexes } from "./glyph-indexes.ts";

/** What the small fonts hold: Latin letters with accents, punctuation, arrows, signs and simple shapes. */
const HELD = /^[\s\u0020-\u017f\u2000-\u206f\u20ac\u2190-\u21ff\u2200-\u22ff\u25a0-\u25ff]*$/;

/** Tables that letters are drawn from (OpenType 1.9, chapter 5). The others are about kerning and other forms. */
const KEPT = ["OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name"];

let made: readonly (readonly [name: string, font: Buffer])[] | undefined;

/**
 * Does something with the files of the fonts for a text: small ones where they hold every character of it, the whole ones
 * otherwise and where nothing may be written. The small ones are there only for as long as it is done.
 */
export function withFontFiles<T>(text: string, read: (files: readonly string[]) => T): T {
  if (!HELD.test(text)) return read(FONT_FILES);
  made ??= FONT_FILES.map((file) => [
    basename(file),
    smallFont(readFileSync(file), (code) => HELD.test(String.fromCodePoint(code))),
  ]);
  const folder = newFolder();
  if (folder === undefined) return read(FONT_FILES);
  try {
    return read(
      made.map(([name, font]) => {
        const file = join(folder, name);
        writeFileSync(file, font);
        return file;
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function newFolder(): string | undefined {
  try {
    return mkdtempSync(join(tmpdir(), "behovskartan-fonts-"));
  } catch {
    return undefined;
  }
}

/** A TrueType font in which only the characters wanted are drawn. All glyphs keep their numbers. */
export function smallFont(font: Buffer, wanted: (code: number) => boolean): Buffer {
  const tables = tablesOf(font);
  const [head, loca, glyf] = [tables.get("head"), tables.get("loca"), tables.get("glyf")];
  if (head === undefined || loca === undefined || glyf === undefined) throw new Error("not a TrueType font");
  const long = head.readInt16BE(50) === 1;
  const at = (glyph: number): number => (long ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  const drawing = (glyph: number): Buffer => glyf.subarray(at(glyph), at(glyph + 1));
  const kept = new Set([0]);
  for (const [code, glyph] of glyphIndexes(font)) if (wanted(code)) kept.add(glyph);
  for (const glyph of kept) for (const part of partsOf(drawing(glyph))) kept.add(part);
  const drawings: Buffer[] = [];
  const count = loca.length / (long ? 4 : 2) - 1;
  const places = Buffer.alloc(4 * (count + 1));
  let end = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    if (kept.has(glyph)) end += drawings[drawings.push(drawing(glyph)) - 1]?.length ?? 0;
    places.writeUInt32BE(end, 4 * (glyph + 1));
  }
  const longHead = Buffer.from(head);
  longHead.writeInt16BE(1, 50);
  const changed: Readonly<Record<string, Buffer>> = { glyf: Buffer.concat(drawings), loca: places, head: longHead };
  return fontOf(KEPT.flatMap((tag) => [[tag, changed[tag] ?? tables.get(tag) ?? Buffer.alloc(0)] as const]));
}

/** Glyphs that a glyph is put together from (OpenType 1.9, glyf: composite glyphs). */
function partsOf(drawing: Buffer): readonly number[] {
  if (drawing.length === 0 || drawing.readInt16BE(0) >= 0) return [];
  const parts: number[] = [];
  for (let at = 10, flags = 0x20; (flags & 0x20) !== 0;) {
    flags = drawing.readUInt16BE(at);
    parts.push(drawing.readUInt16BE(at + 2));
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
  }
  return parts;
}

function tablesOf(font: Buffer): ReadonlyMap<string, Buffer> {
  return new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
      const record = 12 + 16 * i;
      const start = font.readUInt32BE(record + 8);
      return [
        font.toString("latin1", record, record + 4),
        font.subarray(start, start + font.readUInt32BE(record + 12)),
      ] as const;
    }),
  );
}

/** The checksums of the tables are left at zero: the one program that reads the file does not look at them. */
function fontOf(tables: readonly (readonly [tag: string, content: Buffer])[]): Buffer {
  const directory = Buffer.alloc(12 + 16 * tables.length);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  const contents: Buffer[] = [];
  let at = directory.length;
  tables.forEach(([tag, content], i) => {
    directory.write(tag, 12 + 16 * i, "latin1");
    directory.writeUInt32BE(at, 12 + 16 * i + 8);
    directory.writeUInt32BE(content.length, 12 + 16 * i + 12);
    const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)]);
    contents.push(padded);
    at += padded.length;
  });
  return Buffer.concat([directory, ...contents]);
}
