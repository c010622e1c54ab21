import { expect, test } from "vitest";
import type { LinkSummary } from "../../survey-definitions/wire.ts";
import { linkFacts, linkState } from "./link-words.ts";

const link = (changes: Partial<LinkSummary>): LinkSummary => ({
  id: "1",
  kind: "answer",
  createdAt: "2027-01-01T10:00:00Z",
  answers: 0,
  ...changes,
});
const noon = (day: string): Date => new Date(`${day}T12:00:00`);

test("a link says how many answers have come and how many it takes", () => {
  expect(linkFacts(link({}))).toEqual(["inga svar än"]);
  expect(linkFacts(link({ answers: 4 }))).toEqual(["4 svar"]);
  expect(linkFacts(link({ answers: 4, maxAnswers: 50, until: "2027-03-31" }))).toEqual([
    "4 av högst 50 svar",
    "till och med 31 mars 2027",
  ]);
  expect(linkFacts(link({ kind: "view" }))).toEqual([]);
});

test("a link is full with its last answer, and past on the day after its last day", () => {
  expect(linkState(link({ answers: 49, maxAnswers: 50 }), noon("2027-02-01"))).toBeUndefined();
  expect(linkState(link({ answers: 50, maxAnswers: 50 }), noon("2027-02-01"))).toBe("Full");
  expect(linkState(link({ until: "2027-03-31" }), noon("2027-03-31"))).toBeUndefined();
  expect(linkState(link({ until: "2027-03-31" }), noon("2027-04-01"))).toBe("Tiden har gått ut");
});
