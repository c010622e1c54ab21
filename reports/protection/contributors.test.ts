import { expect, test } from "vitest";
import { withoutContributors } from "./contributors.ts";

const staff = (groups: readonly (readonly [question: string, answers: number])[]) => ({
  id: "staff",
  title: "",
  columns: [
    { key: "question", label: "", unit: "code" },
    { key: "answers", label: "", unit: "responses" },
    { key: "share", label: "", unit: "share" },
  ],
  rows: groups.map(([question, answers]) => ({ question, answers, share: answers / 100 })),
  notes: [],
  labels: {},
});
const shown = (groups: readonly (readonly [question: string, answers: number])[]) =>
  withoutContributors("methods", staff(groups), 5).rows.map(({ answers }) => answers);
const hidden = { missing: "suppressed" };

test("of the places of the staff never just one is hidden: the next smallest goes with it", () => {
  const groups = [12, 3, 40, 7].map((n) => ["municipality", n] as const);
  expect(shown(groups)).toEqual([12, hidden, 40, hidden]);
});

test("two small ones hide each other, and the share goes with the count", () => {
  const groups = [12, 3, 4].map((n) => ["party_kind", n] as const);
  expect(shown(groups)).toEqual([12, hidden, hidden]);
  expect(withoutContributors("methods", staff(groups), 5).rows[1]?.share).toEqual(hidden);
});

test("how long they have worked is no place", () => {
  expect(shown([["years", 3]])).toEqual([3]);
});
