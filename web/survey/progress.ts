/** What is asked and what is answered, as people count it. */
import type { PageModel, PanelModel, Question } from "survey-core";

/** "Kan ni inte ange antalet?": the way out of a count, named after it. */
export const isWayOut = (question: Question): boolean => question.name.endsWith("_instead");

/** A question with those that follow from it: the visible ones of a panel without a title, or one on its own. */
export interface Family {
  readonly main: Question;
  /** The visible ones, `main` first if it is among them. */
  readonly members: readonly Question[];
}

/** The families of a page in order, with what is visible of them. */
export function familiesOf(page: PageModel): readonly Family[] {
  const families = new Map<unknown, { main: Question; members: Question[] }>();
  for (const question of page.questions) {
    if (!question.hasInput) continue;
    const panel = question.parent as PanelModel | null;
    const key = panel?.isPanel && panel.title === "" ? panel : question;
    const family = families.get(key) ?? { main: question, members: [] };
    if (question.isVisible && (key === question || panel?.isVisible)) family.members.push(question);
    families.set(key, family);
  }
  return [...families.values()].filter(({ members }) => members.length > 0);
}

/** Answered, or left by its way out. */
export const isAnswered = ({ members }: Family): boolean => members.some((question) => !question.isEmpty());
