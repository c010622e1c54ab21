import fc from "fast-check";
import { expect, test } from "vitest";
import { MISSING_REASONS } from "../../survey-definitions/codes.ts";
import type { Cell } from "../../survey-definitions/dictionary.ts";
import { joinSegments } from "./join-segments.ts";
import { decodeSegment, encodeSegment } from "./segment-bytes.ts";
import { emptySegment, patchSegment, type ReadResponse, type Segment } from "./segment.ts";
import { variables } from "../../tests/store/variables.ts";

const missing = fc.constantFrom(...MISSING_REASONS).map((reason): Cell => ({ missing: reason }));
const cellOf = (kind: string): fc.Arbitrary<Cell> => {
  const code = fc.constantFrom("outreach", "housing", "work");
  const value: fc.Arbitrary<number | string | readonly string[]> =
    kind === "number"
      ? fc.oneof(fc.integer(), fc.nat(300), fc.double({ noNaN: true, noDefaultInfinity: true })).map((each) => each + 0)
      : kind === "multiple" || kind === "ranking"
        ? fc.uniqueArray(code)
        : kind === "single"
          ? fc.constantFrom("decreased", "unchanged", "increased")
          : fc.string();
  return fc.oneof(
    missing,
    value.map((each): Cell => ({ value: each })),
  );
};

const row = fc
  .tuple(...variables.map(({ name, kind }) => fc.option(cellOf(kind)).map((cell) => [name, cell] as const)))
  .map((cells) => new Map(cells.flatMap(([name, cell]) => (cell === null ? [] : [[name, cell] as const]))));

const response: fc.Arbitrary<ReadResponse> = fc.record({
  response: fc.integer({ min: 4096, max: 4115 }),
  revision: fc.integer({ min: 1, max: 4 }),
  assignment: fc.integer({ min: 1, max: 1_000_000 }),
  submittedAt: fc.integer({ min: 0, max: 2 ** 45 }),
  variables: fc.constant(variables),
  row,
});
const history = fc.array(response, { maxLength: 25 });

/** One change at a time, the later of equal revisions left out: the plainest way to the same end. */
const oneByOne = (changes: readonly ReadResponse[]): Segment =>
  changes.reduce((segment, change) => patchSegment(segment, [change]), emptySegment);

/** The party is the last digit of the assignment. */
const index = {
  party: Int32Array.from({ length: 10 }, (_, i) => i),
  municipality: new Int32Array(10).fill(-1),
  position: (id: number) => id % 10,
};
const join = (segment: Segment) => joinSegments([segment], index);

/** The newest revision of each response, in the order of responses. */
function newest(changes: readonly ReadResponse[]): readonly ReadResponse[] {
  const kept = new Map<number, ReadResponse>();
  for (const change of changes) {
    if (change.revision > (kept.get(change.response)?.revision ?? 0)) kept.set(change.response, change);
  }
  return [...kept.values()].sort((a, b) => a.response - b.response);
}

test("every cell of the newest revisions comes back as it was read, and nothing else does", () => {
  fc.assert(
    fc.property(history, (changes) => {
      const joined = join(oneByOne(changes));
      const expected = newest(changes);
      expect(joined.n).toBe(expected.length);
      expected.forEach(({ row, submittedAt, assignment }, i) => {
        expect([joined.submittedAt[i], joined.party[i]]).toEqual([submittedAt, assignment % 10]);
        for (const { name, base, personal, overParties } of variables) {
          const cell = row.get(name);
          const column = joined.columns.get(name);
          if (personal || overParties) {
            expect(column).toBeUndefined();
            const pair = joined.pairs.get(base)?.find((each) => each.row === i && `${base}.${each.other}` === name);
            if (overParties) expect(pair?.value).toEqual(cell?.value);
            continue;
          }
          const reason = cell?.value === undefined ? (cell?.missing ?? "not_asked") : undefined;
          if (column === undefined) expect(reason).toBe("not_asked");
          else if (reason !== undefined) expect(MISSING_REASONS[(column.reasons[i] ?? 0) - 1]).toBe(reason);
          else {
            expect(column.reasons[i]).toBe(0);
            const stored = column.values[i];
            expect(column.kind === "single" ? column.codes[stored as number] : stored).toEqual(cell?.value);
          }
        }
      });
    }),
  );
});

test("the road to a segment makes no difference: all at once, one by one, or through its bytes", () => {
  fc.assert(
    fc.property(history, fc.nat(25), (changes, cut) => {
      const stored = decodeSegment(encodeSegment(oneByOne(changes.slice(0, cut))));
      const patched = patchSegment(stored, newest(changes.slice(cut)));
      expect(join(patched)).toEqual(join(patchSegment(emptySegment, newest(changes))));
      expect(decodeSegment(encodeSegment(patched))).toEqual(patched);
    }),
  );
});

test("bytes that lie anywhere in memory can be decoded", () => {
  const change: ReadResponse = {
    response: 1,
    revision: 1,
    assignment: 1,
    submittedAt: 1_700_000_000_123,
    variables,
    row: new Map<string, Cell>([["n_known", { value: 70_000 }]]),
  };
  const bytes = encodeSegment(patchSegment(emptySegment, [change, { ...change, response: 2, submittedAt: 5 }]));
  for (let shift = 0; shift < 8; shift++) {
    const shifted = new Uint8Array(bytes.length + shift);
    shifted.set(bytes, shift);
    const { submittedAt, columns } = decodeSegment(shifted.subarray(shift));
    expect([...submittedAt]).toEqual([1_700_000_000_123, 5]);
    expect(columns.get("n_known")?.values[0]).toBe(70_000);
  }
});

test("nothing changed gives the same segment", () => {
  const segment = oneByOne([]);
  expect(patchSegment(segment, [])).toBe(segment);
});
