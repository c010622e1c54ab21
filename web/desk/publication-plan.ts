/** The plan of a publication while it is written: which sections in which order, and the investigator's own texts. */
import type { PlannedSection, PublicationPlan } from "../../survey-definitions/wire.ts";
import { SECTION_GROUPS } from "../../reports/section-groups.ts";

/** A plan in the editor. Sections that were taken out with a text of their own are kept, and come back with it. */
export interface EditedPlan extends PublicationPlan {
  readonly setAside: readonly PlannedSection[];
}

/** Every section of the report in its order. */
export const ALL_SECTIONS: readonly string[] = SECTION_GROUPS.flatMap(({ sections }) => sections.map(({ id }) => id));

const without = (sections: readonly PlannedSection[], id: string): readonly PlannedSection[] =>
  sections.filter((section) => section.id !== id);

const hasWords = ({ before, after }: PlannedSection): boolean => before.trim() !== "" || after.trim() !== "";

/** The sections that a plan shows: an empty list is all of them. */
export const plannedSections = ({ sections }: PublicationPlan): readonly PlannedSection[] =>
  sections.length > 0 ? sections : ALL_SECTIONS.map((id) => ({ id, before: "", after: "" }));

/** As it is sent: what is set aside stays in the browser. */
export const planOf = ({ title, introduction, conclusion, sections, freeTexts }: EditedPlan): PublicationPlan => ({
  title: title.trim(),
  introduction,
  conclusion,
  sections,
  freeTexts,
});

/** Takes a section out, with its texts set aside. The last one stays: nothing chosen would mean everything. */
export function takeOut(plan: EditedPlan, id: string): EditedPlan {
  const sections = plannedSections(plan);
  const section = sections.find((one) => one.id === id);
  if (section === undefined || sections.length === 1) return plan;
  const setAside = hasWords(section) ? [...without(plan.setAside, id), section] : plan.setAside;
  return { ...plan, sections: without(sections, id), setAside };
}

/** Where a section that is not in the list belongs: after the nearest one before it in the report. */
function placeOf(sections: readonly PlannedSection[], id: string): number {
  const earlier = new Set(ALL_SECTIONS.slice(0, ALL_SECTIONS.indexOf(id)));
  return sections.findLastIndex((section) => earlier.has(section.id)) + 1;
}

/** Takes a section in where it belongs, with the texts that it had. */
export function takeIn(plan: EditedPlan, id: string): EditedPlan {
  const sections = plannedSections(plan);
  if (sections.some((section) => section.id === id)) return plan;
  const section = plan.setAside.find((one) => one.id === id) ?? { id, before: "", after: "" };
  const place = placeOf(sections, id);
  return { ...plan, sections: sections.toSpliced(place, 0, section), setAside: without(plan.setAside, id) };
}

/** Every section once, as the editor lists them: those that are in by their order, the others where they would come in. */
export function listedSections(
  plan: EditedPlan,
): readonly { readonly section: PlannedSection; readonly place?: number }[] {
  const planned = plannedSections(plan);
  const places = new Map(planned.map(({ id }, place) => [id, place]));
  let listed = planned;
  for (const id of ALL_SECTIONS)
    if (!places.has(id)) listed = listed.toSpliced(placeOf(listed, id), 0, { id, before: "", after: "" });
  return listed.map((section) => {
    const place = places.get(section.id);
    return place === undefined ? { section } : { section, place };
  });
}

/** Moves a section to a place in the list, counted from 0 without it; a place outside the list is its end. */
export function moveTo(plan: EditedPlan, id: string, place: number): EditedPlan {
  const sections = plannedSections(plan);
  const section = sections.find((one) => one.id === id);
  if (section === undefined) return plan;
  return { ...plan, sections: without(sections, id).toSpliced(Math.max(0, place), 0, section) };
}

/** Sets one of the texts of a section. */
export const writeAt = (plan: EditedPlan, id: string, where: "before" | "after", text: string): EditedPlan => ({
  ...plan,
  sections: plannedSections(plan).map((section) => (section.id === id ? { ...section, [where]: text } : section)),
});
