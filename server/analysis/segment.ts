/**
 * The answers of up to 4 096 responses by column. A study × instrument is a row of segments: response number r lies in
 * segment ⌊r / 4096⌋, always, so the order of responses does not depend on when they were read.
 */
import type { Row, Variable } from "../../survey-definitions/dictionary.ts";
import { patchColumns } from "./patch-columns.ts";
import { patchPairs } from "./patch-pairs.ts";

export const SEGMENT_SIZE = 4096;

export const segmentOf = (response: number): number => Math.floor(response / SEGMENT_SIZE);

/** Codes, lists and texts stand in `words` once each (a list as JSON) and `values` holds their places. */
export interface SegmentColumn {
  readonly kind: Variable["kind"];
  readonly words: readonly string[];
  readonly values: Uint16Array | Float64Array;
  /** As in the dataset. */
  readonly reasons: Uint8Array;
}

export interface SegmentPairs {
  readonly row: Uint16Array;
  readonly other: readonly string[];
  readonly value: readonly (number | string)[];
}

/** Position i is the same response in every array; responses ascend. */
export interface Segment {
  readonly n: number;
  readonly response: Int32Array;
  readonly revision: Int32Array;
  readonly assignment: Int32Array;
  readonly submittedAt: Float64Array;
  readonly columns: ReadonlyMap<string, SegmentColumn>;
  readonly pairs: ReadonlyMap<string, SegmentPairs>;
}

/** One response as read by the dictionary. */
export interface ReadResponse {
  readonly response: number;
  readonly revision: number;
  readonly assignment: number;
  readonly submittedAt: number;
  readonly variables: readonly Variable[];
  readonly row: Row;
}

export const emptySegment: Segment = {
  n: 0,
  response: new Int32Array(0),
  revision: new Int32Array(0),
  assignment: new Int32Array(0),
  submittedAt: new Float64Array(0),
  columns: new Map(),
  pairs: new Map(),
};

/**
 * The segment with the responses put in, each in the place of an older revision of itself. Older revisions than those
 * that it holds are left out. `changes` are of this segment's responses, at most one each.
 */
export function patchSegment(segment: Segment, changes: readonly ReadResponse[]): Segment {
  const changed = new Map(changes.map((change) => [change.response, change]));
  const kept = new Map<number, number>();
  segment.response.forEach((response, i) => {
    const change = changed.get(response);
    if (change !== undefined && change.revision > (segment.revision[i] ?? 0)) return;
    changed.delete(response);
    kept.set(response, i);
  });
  if (changed.size === 0) return segment;
  const response = Int32Array.from([...kept.keys(), ...changed.keys()]).sort();
  const from = Int32Array.from(response, (each) => kept.get(each) ?? -1);
  const fresh = Array.from(response, (each) => changed.get(each));
  const numbers = (old: Int32Array, of: (change: ReadResponse) => number) =>
    Int32Array.from(from, (place, i) => old[place] ?? of(fresh[i] as ReadResponse));
  return {
    n: response.length,
    response,
    revision: numbers(segment.revision, (change) => change.revision),
    assignment: numbers(segment.assignment, (change) => change.assignment),
    submittedAt: Float64Array.from(from, (place, i) => segment.submittedAt[place] ?? fresh[i]?.submittedAt ?? 0),
    columns: patchColumns(segment.columns, from, fresh),
    pairs: patchPairs(segment.pairs, from, fresh),
  };
}
