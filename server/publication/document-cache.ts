/** Bytes that the documents of publications may take together in memory: some hundred of an ordinary study. */
const MOST_BYTES = 96 * 1_048_576;

export interface DocumentCache {
  /** What is kept under the key, or what `make` gives; several who ask at once share the work. Failures are not kept. */
  readonly get: (key: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;
}

/** Keeps what was used last. A document that is larger than a quarter of the room is not kept. */
export function createDocumentCache(mostBytes: number = MOST_BYTES): DocumentCache {
  const kept = new Map<string, Uint8Array>();
  const making = new Map<string, Promise<Uint8Array>>();
  let size = 0;

  function keep(key: string, bytes: Uint8Array): void {
    if (bytes.length > mostBytes / 4) return;
    kept.set(key, bytes);
    size += bytes.length;
    for (const [oldest, { length }] of kept) {
      if (size <= mostBytes) return;
      kept.delete(oldest);
      size -= length;
    }
  }

  return {
    get(key, make) {
      const known = kept.get(key);
      if (known !== undefined) {
        kept.delete(key);
        kept.set(key, known);
        return Promise.resolve(known);
      }
      const begun = making.get(key);
      if (begun !== undefined) return begun;
      const made = make()
        .then((bytes) => {
          keep(key, bytes);
          return bytes;
        })
        .finally(() => making.delete(key));
      making.set(key, made);
      return made;
    },
  };
}
