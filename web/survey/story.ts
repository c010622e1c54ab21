/** The stage of a story that a page asks about, found by the names that every case has: `stage.*`, `story.*`, `persons.*`. */
import type { Model, PageModel, QuestionHtmlModel } from "survey-core";

export interface Stage {
  /** "Skede 2 av 7". */
  readonly position: string;
  readonly title: string;
}

export interface Story {
  readonly html: string;
  /** Who the persons are: told where the story begins. */
  readonly personsHtml: string | undefined;
}

/** Undefined for a page that is about no stage. */
export function stageOf(page: PageModel): Stage | undefined {
  if (!page.name.startsWith("stage.")) return undefined;
  const title = page.locTitle.renderedHtml;
  const [, position, rest] = /^(Skede \d+ av \d+): (.+)$/.exec(title) ?? [];
  return position === undefined || rest === undefined ? undefined : { position, title: rest };
}

/** What is told on the page of a stage, with the persons of the story it belongs to. */
export function storyOf(model: Model, page: PageModel): Story | undefined {
  const html = told(page, "story.");
  if (html === undefined) return undefined;
  const before = model.visiblePages.slice(0, model.visiblePages.indexOf(page) + 1);
  const personsHtml = before
    .filter(({ name }) => caseOf(name) === caseOf(page.name))
    .map((other) => told(other, "persons."))
    .find((found) => found !== undefined);
  return { html, personsHtml };
}

/** "stage.alex_3" is of the case "alex". */
export const caseOf = (pageName: string): string => pageName.replace(/^stage\./, "").replace(/_\d+$/, "");

export const isAboutPersons = ({ name }: { readonly name: string }): boolean => name.startsWith("persons.");

function told(page: PageModel, prefix: string): string | undefined {
  const found = page.elements.find(({ name }) => name.startsWith(prefix)) as QuestionHtmlModel | undefined;
  return found?.processedHtml;
}
