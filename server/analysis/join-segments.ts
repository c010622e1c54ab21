/** Segments, one after another, as the dataset has them. */
import { reasonCode, type Column, type PairCell, type Responses } from "../../reports/dataset.ts";
import type { AssignmentIndex } from "./assignment-index.ts";
import type { Segment, SegmentColumn } from "./segment.ts";

const NOT_ASKED = reasonCode("not_asked");

/** @param segments in the order of their numbers */
export function joinSegments(segments: readonly Segment[], index: AssignmentIndex): Responses {
  const starts: number[] = [];
  let n = 0;
  for (const segment of segments) {
    starts.push(n);
    n += segment.n;
  }
  const party = new Int32Array(n);
  const municipality = new Int32Array(n);
  const submittedAt = new Float64Array(n);
  segments.forEach((segment, k) => {
    const start = starts[k] ?? 0;
    submittedAt.set(segment.submittedAt, start);
    segment.assignment.forEach((assignment, i) => {
      const position = index.position(assignment);
      party[start + i] = index.party[position] ?? -1;
      municipality[start + i] = index.municipality[position] ?? -1;
    });
  });
  const names = new Set(segments.flatMap((segment) => [...segment.columns.keys()]));
  const columns = new Map<string, Column>();
  for (const name of names) {
    const column = joinColumn(
      segments.map((segment) => segment.columns.get(name)),
      starts,
      n,
    );
    if (column !== undefined) columns.set(name, column);
  }
  return { n, party, municipality, submittedAt, columns, pairs: joinPairs(segments, starts) };
}

type Parts = readonly (SegmentColumn | undefined)[];

/** Undefined when nobody was asked, since a newer revision can take the last one who was. */
function joinColumn(parts: Parts, starts: readonly number[], n: number): Column | undefined {
  const kind = parts.find((part) => part !== undefined)?.kind;
  const reasons = new Uint8Array(n).fill(NOT_ASKED);
  const same = parts.map((part) => (part?.kind === kind ? part : undefined));
  same.forEach((part, k) => part && reasons.set(part.reasons, starts[k]));
  if (kind === undefined || reasons.every((reason) => reason === NOT_ASKED)) return undefined;
  switch (kind) {
    case "number": {
      const values = new Float64Array(n);
      same.forEach((part, k) => part && values.set(part.values, starts[k]));
      return { kind, values, reasons };
    }
    case "single":
      return { kind, ...joinCodes(same, starts, n), reasons };
    case "multiple":
    case "ranking":
      return { kind, values: joinWords(same, starts, n, reasons, [], listReader()), reasons };
    case "text":
    case "date":
      return { kind, values: joinWords(same, starts, n, reasons, "", (word) => word), reasons };
  }
}

function joinCodes(parts: Parts, starts: readonly number[], n: number) {
  const codes: string[] = [];
  const places = new Map<string, number>();
  const values = new Uint16Array(n);
  parts.forEach((part, k) => {
    if (part === undefined) return;
    const start = starts[k] ?? 0;
    const place = part.words.map((word) => {
      const known = places.get(word) ?? codes.push(word) - 1;
      places.set(word, known);
      return known;
    });
    if (place.every((each, i) => each === i)) values.set(part.values, start);
    else part.values.forEach((value, i) => (values[start + i] = place[value] ?? 0));
  });
  return { codes, values };
}

function joinWords<T>(
  parts: Parts,
  starts: readonly number[],
  n: number,
  reasons: Uint8Array,
  nothing: T,
  read: (word: string) => T,
): readonly T[] {
  const values = new Array<T>(n).fill(nothing);
  parts.forEach((part, k) => {
    if (part === undefined) return;
    const start = starts[k] ?? 0;
    const words = part.words.map(read);
    for (let i = 0; i < part.values.length; i++) {
      if (reasons[start + i] === 0) values[start + i] = words[part.values[i] ?? 0] ?? nothing;
    }
  });
  return values;
}

/** Equal lists become one and the same, so 100 000 of them cost little more than their places. */
function listReader(): (word: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const list = known.get(word) ?? (JSON.parse(word) as readonly string[]);
    known.set(word, list);
    return list;
  };
}

function joinPairs(segments: readonly Segment[], starts: readonly number[]): ReadonlyMap<string, readonly PairCell[]> {
  const pairs = new Map<string, PairCell[]>();
  segments.forEach((segment, k) => {
    const start = starts[k] ?? 0;
    for (const [base, { row, other, value }] of segment.pairs) {
      const list = pairs.get(base) ?? [];
      pairs.set(base, list);
      row.forEach((place, i) => list.push({ row: start + place, other: other[i] ?? "", value: value[i] ?? "" }));
    }
  });
  return pairs;
}
