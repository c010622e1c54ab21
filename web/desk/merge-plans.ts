/** Two people have changed the plan: both changes are kept, and where both wrote in the same place it is told. */
import type { PlannedSection } from "../../survey-definitions/wire.ts";
import { plannedSections, type EditedPlan } from "./publication-plan.ts";

/** `title`, `introduction`, `conclusion`, `sections`, or `before:ID` and `after:ID` of a section. */
export interface PlanConflict {
  readonly place: string;
  /** The text of the other one; for `sections` nothing. */
  readonly theirs: string;
}

const NO_WORDS = { before: "", after: "" };

/**
 * Merges place by place. A text that both changed differently stays as I wrote it, with theirs beside it; so does the
 * order of the sections. A section that one took out while the other wrote in it stays.
 */
export function mergePlans(
  base: EditedPlan,
  mine: EditedPlan,
  theirs: EditedPlan,
): { readonly merged: EditedPlan; readonly conflicts: readonly PlanConflict[] } {
  const conflicts: PlanConflict[] = [];
  const text = (place: string, was: string, own: string, other: string): string => {
    if (own === was || own === other) return other;
    if (other !== was) conflicts.push({ place, theirs: other });
    return own;
  };
  const title = text("title", base.title, mine.title, theirs.title);
  const introduction = text("introduction", base.introduction, mine.introduction, theirs.introduction);
  const conclusion = text("conclusion", base.conclusion, mine.conclusion, theirs.conclusion);

  const [before, own, other] = [base, mine, theirs].map(plannedSections) as [Sections, Sections, Sections];
  const [wasIds, ownIds, otherIds] = [before, own, other].map(idsOf) as [string, string, string];
  if (ownIds !== wasIds && otherIds !== wasIds && ownIds !== otherIds)
    conflicts.push({ place: "sections", theirs: "" });
  const [leading, following] = ownIds === wasIds ? [other, own] : [own, other];
  const kept = following.filter((section) => !leading.some(({ id }) => id === section.id) && isNews(section, before));
  const sections = [...leading, ...kept].map(({ id }) => {
    const was = wordsAt(before, id, NO_WORDS);
    // Who took the section out has not written in it.
    const [ours, others] = [wordsAt(own, id, was), wordsAt(other, id, was)];
    return {
      id,
      before: text(`before:${id}`, was.before, ours.before, others.before),
      after: text(`after:${id}`, was.after, ours.after, others.after),
    };
  });
  const freeTexts = mine.freeTexts === base.freeTexts ? theirs.freeTexts : mine.freeTexts;
  // As before: everything in its order is written as an empty list, as long as nobody has touched it.
  const untouched = mine.sections.length === 0 && theirs.sections.length === 0;
  return {
    merged: {
      title,
      introduction,
      conclusion,
      freeTexts,
      setAside: mine.setAside,
      sections: untouched ? [] : sections,
    },
    conflicts,
  };
}

type Sections = readonly PlannedSection[];

const idsOf = (sections: Sections): string => sections.map(({ id }) => id).join(" ");

type Words = Pick<PlannedSection, "before" | "after">;

const wordsAt = (sections: Sections, id: string, otherwise: Words): Words =>
  sections.find((section) => section.id === id) ?? otherwise;

/** Whether a section was not there before, or had other words. */
const isNews = ({ id, before, after }: PlannedSection, was: Sections): boolean =>
  !was.some((section) => section.id === id && section.before === before && section.after === after);
