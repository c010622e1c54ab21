import { expect, test } from "vitest";
import { optionsFound, partyOptions } from "./filter-options.ts";

const party = (id: string, kind: string, name: string) => ({ id, kind, name });
/** Fifty schools and one clinic. */
const many = [
  ...Array.from({ length: 50 }, (_, i) => party(`skola-${i}`, "student_health", `Elevhälsan i skola ${i}`)),
  party("um", "youth_clinic", "Ungdomsmottagningen"),
];
const few = [party("bup", "child_psychiatry", "BUP"), ...many.slice(0, 2)];

const values = (options: readonly { value: string }[]): string[] => options.map(({ value }) => value);

test("few parties stand one by one, with their kind where there are several of it", () => {
  expect(values(partyOptions(few))).toEqual(["bup", "student_health", "skola-0", "skola-1"]);
});

test("of many parties only the kinds are in view until one searches, or has chosen one", () => {
  const options = partyOptions(many);
  expect(values(optionsFound(options, [], "").shown)).toEqual(["youth_clinic", "student_health"]);
  expect(values(optionsFound(options, ["skola-7"], "").shown)).toEqual(["skola-7", "youth_clinic", "student_health"]);
});

test("a search finds every word, whatever the case, and counts what does not fit", () => {
  const options = partyOptions(many);
  expect(values(optionsFound(options, [], "SKOLA elev 49").shown)).toEqual(["skola-49"]);
  expect(optionsFound(options, [], "bup")).toEqual({ shown: [], more: 0 });
  const more = partyOptions(Array.from({ length: 100 }, (_, i) => party(`p${i}`, "other", `Part ${i}`)));
  // 100 parties called "Part n", and their kind "Annan part": 101 hits, of which 60 are in view.
  expect(optionsFound(more, [], "part").more).toBe(41);
});
