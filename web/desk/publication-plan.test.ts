import { expect, test } from "vitest";
import {
  ALL_SECTIONS,
  listedSections,
  moveTo,
  plannedSections,
  planOf,
  takeIn,
  takeOut,
  writeAt,
  type EditedPlan,
} from "./publication-plan.ts";

const EMPTY: EditedPlan = { title: "", introduction: "", conclusion: "", sections: [], freeTexts: false, setAside: [] };
const plan = (...ids: readonly string[]): EditedPlan => ({
  ...EMPTY,
  sections: ids.map((id) => ({ id, before: "", after: "" })),
});
const idsOf = (edited: EditedPlan) => plannedSections(edited).map(({ id }) => id);

test("nothing chosen is everything, in the report's order", () => {
  expect(idsOf(EMPTY)).toEqual(ALL_SECTIONS);
  expect(idsOf(EMPTY).slice(0, 3)).toEqual(["coverage", "group-size", "unduplicated"]);
});

test("a section that is taken out with words comes back where it belongs, with its words", () => {
  const written = writeAt(plan("coverage", "gaps", "methods"), "gaps", "before", "Det här saknas.");
  const out = takeOut(written, "gaps");
  expect(idsOf(out)).toEqual(["coverage", "methods"]);
  expect(planOf(out)).not.toHaveProperty("setAside");
  const back = takeIn(out, "gaps");
  expect(back.sections).toEqual(written.sections);
  expect(back.setAside).toEqual([]);
});

test("a section comes in after the nearest one before it in the report, also in an order of one's own", () => {
  // In the report: coverage, group-size, unduplicated … methods.
  expect(idsOf(takeIn(plan("methods", "group-size", "coverage"), "unduplicated"))).toEqual([
    "methods",
    "group-size",
    "coverage",
    "unduplicated",
  ]);
  expect(idsOf(takeIn(plan("methods"), "coverage"))).toEqual(["coverage", "methods"]);
});

test("the last section stays: an empty list would mean everything", () => {
  expect(idsOf(takeOut(plan("methods"), "methods"))).toEqual(["methods"]);
});

test("a section moves to a place, and no further than the ends", () => {
  const three = plan("coverage", "gaps", "methods");
  expect(idsOf(moveTo(three, "methods", 0))).toEqual(["methods", "coverage", "gaps"]);
  expect(idsOf(moveTo(three, "coverage", 9))).toEqual(["gaps", "methods", "coverage"]);
  expect(idsOf(moveTo(three, "gaps", -1))).toEqual(["gaps", "coverage", "methods"]);
});

test("the list of the editor has every section once, those that are out without a place", () => {
  const listed = listedSections(plan("methods", "coverage"));
  expect(listed.map(({ section }) => section.id).toSorted()).toEqual([...ALL_SECTIONS].toSorted());
  expect(listed.filter(({ place }) => place !== undefined).map(({ section, place }) => [section.id, place])).toEqual([
    ["methods", 0],
    ["coverage", 1],
  ]);
  // Group-size follows coverage in the report.
  expect(listed.findIndex(({ section }) => section.id === "group-size")).toBe(2);
});
