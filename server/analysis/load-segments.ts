import type { Instrument } from "../../survey-definitions/codes.ts";
import type { Study } from "../../survey-definitions/study.ts";
import type { PendingKey, SegmentKey } from "../store/analysis-store.ts";
import type { Store } from "../store/store.ts";
import { groupBy } from "./group-by.ts";
import type { ResponseReader } from "./read-responses.ts";
import { decodeSegment } from "./segment-bytes.ts";
import { SEGMENT_SIZE, emptySegment, patchSegment, segmentOf, type ReadResponse, type Segment } from "./segment.ts";

const PAGE = 500;

interface Part {
  /** Of the stored segment; undefined while there is none. */
  readonly version: number | undefined;
  readonly stored: Segment;
  /** Answers that the stored segment lacks, as read. */
  readonly waiting: ReadonlyMap<number, ReadResponse>;
  /** Both together. */
  readonly whole: Segment;
}

/** One instrument's answers. `content` is the same object as before when no answer has come since. */
export interface LoadedSegments {
  readonly parts: ReadonlyMap<number, Part>;
  readonly content: readonly Segment[];
}

interface Wanted {
  readonly study: Study;
  readonly instrument: Instrument;
  readonly pending: readonly PendingKey[];
  readonly stored: readonly (SegmentKey & { readonly version: number })[];
}

export async function loadSegments(
  store: Store,
  reader: ResponseReader,
  { study, instrument, pending, stored }: Wanted,
  before: LoadedSegments | undefined,
): Promise<LoadedSegments> {
  const versions = new Map(stored.map(({ segment, version }) => [segment, version]));
  const waiting = groupBy(pending, ({ response }) => segmentOf(response));
  const parts = new Map<number, Part>();
  for (const segment of [...new Set([...versions.keys(), ...waiting.keys()])].sort((a, b) => a - b)) {
    const key = { study: study.id, instrument, segment };
    const keys = waiting.get(segment) ?? [];
    const known = before?.parts.get(segment);
    const read = await readWaiting(store, reader, study, key, keys, known);
    // What was waiting and is so no more has come into the stored segment since that was listed.
    const moved = keys.some(({ response }) => !read.has(response));
    const part =
      known !== undefined && known.version === versions.get(segment) && !moved
        ? known
        : await readStored(store, key, moved || versions.has(segment));
    parts.set(segment, together(part, read, known));
  }
  const content = [...parts.values()].map(({ whole }) => whole);
  const isSame = before?.content.length === content.length && content.every((whole, i) => whole === before.content[i]);
  return { parts, content: isSame ? before.content : content };
}

/** Answers that have been read before are not read again. */
async function readWaiting(
  store: Store,
  reader: ResponseReader,
  study: Study,
  { instrument, segment }: SegmentKey,
  keys: readonly PendingKey[],
  known: Part | undefined,
): Promise<ReadonlyMap<number, ReadResponse>> {
  const waiting = new Map<number, ReadResponse>();
  const unread: PendingKey[] = [];
  for (const key of keys) {
    const read = known?.waiting.get(key.response);
    if (read?.revision === key.revision) waiting.set(key.response, read);
    else unread.push(key);
  }
  const last = unread.at(-1)?.response ?? -1;
  const end = Math.min(last + 1, (segment + 1) * SEGMENT_SIZE);
  for (let from = unread[0]?.response ?? 0; from < end;) {
    const page = await store.analysis.readPending(study.id, instrument, from, end, PAGE);
    for (const read of await reader.read(study, page)) waiting.set(read.response, read);
    from = page.length < PAGE ? end : (page.at(-1)?.response ?? end) + 1;
  }
  return waiting;
}

async function readStored(store: Store, key: SegmentKey, exists: boolean): Promise<Pick<Part, "version" | "stored">> {
  const found = exists ? await store.analysis.readSegment(key) : undefined;
  return { version: found?.version, stored: found === undefined ? emptySegment : decodeSegment(found.data) };
}

/** Keeps the segment that is known when it holds the same revisions: projecting an answer does not change it. */
function together(
  { version, stored }: Pick<Part, "version" | "stored">,
  waiting: ReadonlyMap<number, ReadResponse>,
  known: Part | undefined,
): Part {
  const whole = patchSegment(stored, [...waiting.values()]);
  const isKnown =
    known !== undefined &&
    isEqual(known.whole.response, whole.response) &&
    isEqual(known.whole.revision, whole.revision);
  return { version, stored, waiting, whole: isKnown ? known.whole : whole };
}

const isEqual = (a: Int32Array, b: Int32Array): boolean => a.length === b.length && a.every((each, i) => each === b[i]);
