import { expect, test } from "vitest";
import { sourceNames } from "./source-names.ts";

const fielded = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ instrument: "party" as const, version: 1, sha256: `${i}`.repeat(64) }));

test("one questionnaire is named with its checksum", () => {
  expect(sourceNames(fielded(1))).toEqual(["partsenkäten version 1 (kontrollsumma 000000000000)"]);
});

test("one that is resolved for two municipalities has two checksums", () => {
  expect(sourceNames(fielded(2))).toEqual(["partsenkäten version 1 (kontrollsummor 000000000000 och 111111111111)"]);
});

test("one that is resolved for many is counted", () => {
  expect(sourceNames(fielded(60))).toEqual(["partsenkäten version 1 (i 60 utformningar, en per kommun)"]);
});
