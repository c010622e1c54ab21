import { readFile, writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { Refused } from "./outcome.ts";

/** The bytes of a file, or of standard input without one. */
export async function readInput(file: string | undefined): Promise<Buffer> {
  if (file === undefined || file === "-") return await buffer(process.stdin);
  return await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(`${file} gick inte att läsa${error.code === "ENOENT" ? ": filen finns inte" : ""}.`);
  });
}

export async function readJsonFile(file: string | undefined): Promise<unknown> {
  const bytes = await readInput(file);
  try {
    return JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, "")) as unknown;
  } catch (error) {
    throw new Refused(`${file ?? "Det som lästes"} är inte JSON: ${(error as Error).message}`);
  }
}

/** Writes to a file, or to standard output without one. */
export async function writeOutput(
  file: string | undefined,
  content: Uint8Array | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  if (file !== undefined) {
    await writeFile(file, content).catch((error: Error) => {
      throw new Refused(`${file} gick inte att skriva: ${error.message}`);
    });
    return;
  }
  if (content instanceof Uint8Array) return await writeStdout(content);
  for await (const piece of content) await writeStdout(piece);
}

/** A reader that has seen enough (`| head`) closes the stream: that is no error. */
const writeStdout = (piece: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(piece, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== "EPIPE") reject(error);
      else resolve();
    });
  });
