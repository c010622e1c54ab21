/** A zip written file by file: only the piece at hand is in memory, and the same files give the same bytes. */
import { createHash } from "node:crypto";
import { Zip, ZipDeflate } from "fflate";

export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

export interface PackedFile {
  readonly path: string;
  /** Called when the file's turn comes: it may tell of every file before it. */
  readonly content: (written: readonly WrittenFile[]) => string | Uint8Array | Pieces;
}

/** @throws {RangeError} when two files have the same path */
export async function* zipFiles(files: readonly PackedFile[]): AsyncGenerator<Uint8Array> {
  if (new Set(files.map(({ path }) => path.toLowerCase())).size < files.length)
    throw new RangeError("invalid files; two have the same path");
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const written: WrittenFile[] = [];
  for (const { path, content } of files) {
    const entry = new ZipDeflate(path, { level: 6 });
    // The same content gives the same bytes: the time in the archive is fixed.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of piecesOf(content(written))) {
      const chunk = typeof piece === "string" ? Buffer.from(piece) : piece;
      hash.update(chunk);
      bytes += chunk.length;
      entry.push(chunk);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    written.push({ path, bytes, sha256: hash.digest("hex") });
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready;
}

const piecesOf = (content: string | Uint8Array | Pieces): Pieces =>
  typeof content === "string" || content instanceof Uint8Array ? [content] : gathered(content);

const CHUNK = 1 << 16;

/** Many short lines are hashed and packed faster as few long ones. */
async function* gathered(pieces: Pieces): AsyncGenerator<string | Uint8Array> {
  let text = "";
  for await (const piece of pieces) {
    if (typeof piece !== "string") {
      if (text !== "") yield text;
      text = "";
      yield piece;
      continue;
    }
    text += piece;
    if (text.length < CHUNK) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

/** What `sha256sum -c` reads, of every file before it. */
export const checksums: PackedFile = {
  path: "sha256sums.txt",
  content: (written) => written.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(""),
};
