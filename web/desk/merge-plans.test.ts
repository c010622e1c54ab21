import { expect, test } from "vitest";
import { mergePlans } from "./merge-plans.ts";
import { moveTo, takeOut, writeAt, type EditedPlan } from "./publication-plan.ts";

const BASE: EditedPlan = {
  title: "Rapport",
  introduction: "Inledning",
  conclusion: "",
  sections: ["coverage", "gaps", "methods"].map((id) => ({ id, before: "", after: "" })),
  freeTexts: false,
  setAside: [],
};

test("changes in different places are both kept", () => {
  const { merged, conflicts } = mergePlans(
    BASE,
    writeAt({ ...BASE, title: "Min rubrik" }, "gaps", "before", "Min text"),
    writeAt({ ...BASE, conclusion: "Deras slut", freeTexts: true }, "gaps", "after", "Deras text"),
  );
  expect(conflicts).toEqual([]);
  expect(merged).toMatchObject({
    title: "Min rubrik",
    introduction: "Inledning",
    conclusion: "Deras slut",
    freeTexts: true,
  });
  expect(merged.sections[1]).toEqual({ id: "gaps", before: "Min text", after: "Deras text" });
});

test("where both wrote in the same place mine stands, and theirs is told", () => {
  const { merged, conflicts } = mergePlans(
    BASE,
    writeAt({ ...BASE, introduction: "Min" }, "gaps", "before", "Min text"),
    writeAt({ ...BASE, introduction: "Deras" }, "gaps", "before", "Deras text"),
  );
  expect(merged.introduction).toBe("Min");
  expect(merged.sections[1]?.before).toBe("Min text");
  expect(conflicts).toEqual([
    { place: "introduction", theirs: "Deras" },
    { place: "before:gaps", theirs: "Deras text" },
  ]);
});

test("the same change by both is no disagreement", () => {
  const same = { ...BASE, title: "Ny rubrik" };
  expect(mergePlans(BASE, same, same)).toEqual({ merged: same, conflicts: [] });
});

test("my order and their words go together", () => {
  const { merged, conflicts } = mergePlans(
    BASE,
    moveTo(BASE, "methods", 0),
    writeAt(BASE, "methods", "before", "Så gjorde vi."),
  );
  expect(merged.sections).toEqual([
    { id: "methods", before: "Så gjorde vi.", after: "" },
    { id: "coverage", before: "", after: "" },
    { id: "gaps", before: "", after: "" },
  ]);
  expect(conflicts).toEqual([]);
});

test("a section that one took out stays when the other wrote in it, whichever was first", () => {
  const out = takeOut(BASE, "gaps");
  const written = writeAt(BASE, "gaps", "after", "Viktigt");
  for (const { merged } of [mergePlans(BASE, out, written), mergePlans(BASE, written, out)])
    expect(merged.sections.find(({ id }) => id === "gaps")?.after).toBe("Viktigt");
  expect(mergePlans(BASE, out, BASE).merged.sections.map(({ id }) => id)).toEqual(["coverage", "methods"]);
  expect(mergePlans(BASE, BASE, out).merged.sections.map(({ id }) => id)).toEqual(["coverage", "methods"]);
});

test("two orders cannot both be: mine stands and it is told", () => {
  const { merged, conflicts } = mergePlans(BASE, moveTo(BASE, "methods", 0), moveTo(BASE, "coverage", 2));
  expect(merged.sections.map(({ id }) => id)).toEqual(["methods", "coverage", "gaps"]);
  expect(conflicts).toEqual([{ place: "sections", theirs: "" }]);
});

test("everything in its order stays written as an empty list while nobody has chosen", () => {
  const empty = { ...BASE, sections: [] };
  expect(mergePlans(empty, { ...empty, title: "Min" }, { ...empty, conclusion: "Slut" }).merged.sections).toEqual([]);
});
