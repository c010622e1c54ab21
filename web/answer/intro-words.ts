/** What the first page of a questionnaire says. Each questionnaire has a file of its own beside this one. */
import type { AnswerSheet } from "../../survey-definitions/wire.ts";
import { element } from "./element.ts";

export interface IntroWords {
  readonly kicker: string;
  readonly heading: string;
  readonly lead: string;
  readonly begin: string;
  /** Beside the button. */
  readonly timeNote: string;
  readonly sections: readonly IntroSection[];
}

export interface IntroSection {
  readonly title: string;
  readonly text: readonly (Node | string)[];
}

export function introSections(sections: readonly IntroSection[]): HTMLElement {
  return element(
    "div",
    { class: "intro-text" },
    ...sections.map(({ title, text }) => element("section", {}, element("h2", {}, title), element("p", {}, ...text))),
  );
}

export const strong = (text: string): HTMLElement => element("strong", {}, text);

/** The study's own words, with the ages where they are not among them. */
export function groupText({ age_min, age_max, description }: AnswerSheet["study"]["target_group"]): string {
  const text = description.trim().replace(/[.!?]$/, "");
  const ages = `${age_min}–${age_max}`;
  return text.includes(ages) ? `${text}.` : `${text}, ${ages} år.`;
}
