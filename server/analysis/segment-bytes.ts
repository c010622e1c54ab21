/**
 * A segment as bytes: a JSON header and, behind it, the arrays one after another. Each array takes the narrowest type
 * that holds all its values, and none where all values are the same, which makes a stored study five times smaller.
 */
import type { Segment, SegmentColumn } from "./segment.ts";

/** Counted up whenever the bytes, or what is read out of answers, change: older segments are then made anew. */
export const SEGMENT_FORMAT = 1;

const TYPES = {
  i8: Int8Array,
  u8: Uint8Array,
  u16: Uint16Array,
  i16: Int16Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;
type Type = keyof typeof TYPES;
type Numbers = Uint8Array | Uint16Array | Int32Array | Float64Array;

/** Where an array lies, or the value that all its elements have. */
type Stored = { readonly type: Type; readonly at: number } | { readonly all: number };

interface Header {
  readonly n: number;
  readonly response: Stored;
  readonly revision: Stored;
  readonly assignment: Stored;
  readonly submittedAt: Stored;
  readonly columns: readonly {
    readonly name: string;
    readonly kind: SegmentColumn["kind"];
    readonly words: readonly string[];
    readonly values: Stored;
    readonly reasons: Stored;
  }[];
  readonly pairs: readonly {
    readonly base: string;
    readonly row: readonly number[];
    readonly other: readonly string[];
    readonly value: readonly (number | string)[];
  }[];
}

export function encodeSegment(segment: Segment): Uint8Array {
  const parts: Uint8Array[] = [];
  let end = 0;
  const store = (numbers: Numbers): Stored => {
    const first = numbers[0] ?? 0;
    if (numbers.every((each) => each === first)) return { all: first };
    const type = narrowest(numbers);
    const array = new TYPES[type](numbers);
    const at = align(end);
    const part = new Uint8Array(at - end + array.byteLength);
    part.set(new Uint8Array(array.buffer), at - end);
    parts.push(part);
    end = at + array.byteLength;
    return { type, at };
  };
  const header: Header = {
    n: segment.n,
    response: store(segment.response),
    revision: store(segment.revision),
    assignment: store(segment.assignment),
    submittedAt: store(segment.submittedAt),
    columns: [...segment.columns].map(([name, { kind, words, values, reasons }]) => ({
      name,
      kind,
      words,
      values: store(values),
      reasons: store(reasons),
    })),
    pairs: [...segment.pairs].map(([base, { row, other, value }]) => ({ base, row: [...row], other, value })),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = align(4 + text.length);
  const bytes = new Uint8Array(start + end);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = start;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** What `encodeSegment` made; little-endian machines only, as all that Node runs on are. */
export function decodeSegment(stored: Uint8Array): Segment {
  // Typed arrays need their place in memory aligned, which a driver's buffer does not promise.
  const bytes = stored.byteOffset % 8 === 0 ? stored : Uint8Array.from(stored);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
  const start = bytes.byteOffset + align(4 + length);
  const { n } = header;
  const fill = <T extends Numbers>(array: T, from: Stored): T => {
    if ("all" in from) array.fill(from.all);
    else array.set(new TYPES[from.type](bytes.buffer as ArrayBuffer, start + from.at, n));
    return array;
  };
  return {
    n,
    response: fill(new Int32Array(n), header.response),
    revision: fill(new Int32Array(n), header.revision),
    assignment: fill(new Int32Array(n), header.assignment),
    submittedAt: fill(new Float64Array(n), header.submittedAt),
    columns: new Map(
      header.columns.map(({ name, kind, words, values, reasons }) => [
        name,
        {
          kind,
          words,
          values: fill(kind === "number" ? new Float64Array(n) : new Uint16Array(n), values),
          reasons: fill(new Uint8Array(n), reasons),
        },
      ]),
    ),
    pairs: new Map(
      header.pairs.map(({ base, row, other, value }) => [base, { row: Uint16Array.from(row), other, value }]),
    ),
  };
}

const align = (at: number): number => Math.ceil(at / 8) * 8;

function narrowest(numbers: Numbers): Type {
  let [low, high] = [0, 0];
  for (const each of numbers) {
    if (!Number.isInteger(each)) return "f64";
    if (each < low) low = each;
    if (each > high) high = each;
  }
  if (low >= 0 && high <= 255) return "u8";
  if (low >= -128 && high <= 127) return "i8";
  if (low >= 0 && high <= 65_535) return "u16";
  if (low >= -32_768 && high <= 32_767) return "i16";
  return low >= -2_147_483_648 && high <= 2_147_483_647 ? "i32" : "f64";
}
