/**
 * Makes a Word file of the `docx` package the same each time it is written: the package numbers bookmarks and drawings on
 * from one file to the next, and draws lots for relationships and the keys of fonts.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import type { RawBlocks } from "./raw-blocks.ts";

/** The earliest time that an archive can hold. */
const MTIME = new Date(1980, 0, 1);

/** The date is ISO: when the document was made. */
export function settle(bytes: Uint8Array, date: string, raw: RawBlocks): Uint8Array {
  const files = unzipSync(bytes);
  const settled: Zippable = {};
  const relations = renamer((n) => `rIdLink${n}`);
  const contents = renamer((n) => `_Toc${n}`);
  const bookmarks = renamer((n) => n);
  const drawings = renamer((n) => n);
  for (const [path, content] of Object.entries(rekeyedFonts(files))) {
    if (!/\.(xml|rels)$/.test(path)) {
      settled[path] = [raw.picture(content), { mtime: MTIME, level: path.endsWith(".png") ? 0 : 6 }];
      continue;
    }
    const text = strFromU8(content)
      .replace(/rId[a-z0-9_-]{21}(?=")/g, relations)
      .replace(/_Toc\d+/g, contents)
      .replace(
        /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)/g,
        (_, before: string, id: string) => before + bookmarks(id),
      )
      .replace(/(<wp:docPr id=")(\d+)/g, (_, before: string, id: string) => before + drawings(id))
      .replace(/(W3CDTF">)[^<]*/g, `$1${date}T00:00:00Z`);
    settled[path] = [strToU8(path === "word/document.xml" ? raw.put(text) : text), { mtime: MTIME, level: 6 }];
  }
  return zipSync(settled);
}

/** Gives each name its number, in the order in which they are met. */
function renamer(name: (n: string) => string): (old: string) => string {
  const names = new Map<string, string>();
  return (old) => {
    const known = names.get(old) ?? name(String(names.size + 1));
    names.set(old, known);
    return known;
  };
}

/**
 * Embedded fonts under keys that are always the same. ECMA-376 part 4, 14.2.1: the first 32 bytes of a font are combined
 * with the 16 bytes of its key, written backwards.
 */
function rekeyedFonts(files: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, Uint8Array>> {
  const result = { ...files };
  const table = files["word/fontTable.xml"];
  if (table === undefined) return result;
  let fonts = 0;
  const text = strFromU8(table).replace(/w:fontKey="\{([0-9A-F-]{36})\}"/g, (_, key: string) => {
    const path = `word/fonts/font${++fonts}.odttf`;
    const settledKey = `5BE40F5C-0000-4000-8000-00000000000${fonts}`;
    const [before, after] = [keyBytes(key), keyBytes(settledKey)];
    result[path] = (files[path] ?? new Uint8Array()).map((byte, i) =>
      i < 32 ? byte ^ (before[15 - (i % 16)] ?? 0) ^ (after[15 - (i % 16)] ?? 0) : byte,
    );
    return `w:fontKey="{${settledKey}}"`;
  });
  result["word/fontTable.xml"] = strToU8(text);
  return result;
}

const keyBytes = (key: string): Uint8Array => Uint8Array.from(Buffer.from(key.replaceAll("-", ""), "hex"));
