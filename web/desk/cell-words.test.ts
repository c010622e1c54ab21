import { expect, test } from "vitest";
import type { CoverageCell } from "../../survey-definitions/wire.ts";
import { cellWords } from "./cell-words.ts";

const cell = (changes: Partial<CoverageCell>): CoverageCell => ({
  assignment: "1",
  instrument: "party",
  status: "not_started",
  responses: 0,
  links: 0,
  ...changes,
});

test("a party's cell says how far its one answer has come", () => {
  expect(cellWords(cell({ status: "answered", responses: 1 }))).toBe("Har svarat");
});

test("a cell of an open questionnaire counts its answers", () => {
  expect(cellWords(cell({ instrument: "staff", status: "answered", responses: 1204 }))).toBe("1\u00a0204 svar");
  expect(cellWords(cell({ instrument: "voice" }))).toBe("Inga svar");
  expect(cellWords(cell({ instrument: "staff", status: "draft" }))).toBe("Påbörjat");
  expect(cellWords(cell({ instrument: "staff", status: "declined" }))).toBe("Avböjt");
});
