import type { Store } from "../store/store.ts";
import { zipArchive } from "./archive.ts";
import { unpackText } from "./packed-text.ts";

/** The archive of a publication as the file that `verify` reads; undefined where there is none. */
export async function readArchiveFile({ publications }: Store, id: string): Promise<Uint8Array | undefined> {
  const [archive, content] = [await publications.archive(id), await publications.content(id)];
  if (archive === undefined || content === undefined) return undefined;
  return zipArchive(Buffer.from(await unpackText(archive)), Buffer.from(await unpackText(content)));
}
