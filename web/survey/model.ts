/** From an answer sheet to a SurveyJS model. The model keeps answers and conditions; our own components draw it. */
import { Model, type Question } from "survey-core";
import type { AnswerSheet, Answers } from "../../survey-definitions/wire.ts";
import { withoutParty } from "../../survey-definitions/resolve.ts";
import { registerProperties } from "./properties.ts";
import { useSwedish as speakSwedish } from "./swedish.ts";

/** A model in Swedish with the words of the place filled in. Hidden answers stay: only completing would clear them. */
export function createModel(
  sheet: Pick<AnswerSheet, "definition" | "party" | "municipality">,
  answers: Answers,
): Model {
  registerProperties();
  speakSwedish();
  const { party, municipality } = sheet;
  const model = new Model(party === undefined ? sheet.definition : withoutParty(sheet.definition, party.id));
  model.locale = "sv";
  model.autoFocusFirstQuestion = false;
  model.focusOnFirstError = false;
  model.setVariable("party_id", party?.id ?? "");
  model.setVariable("party_name", party?.name ?? "");
  model.setVariable("municipality_name", municipality?.name ?? "");
  model.data = answers;
  return model;
}

/** Names of the questions that are visible, on any page: what the server is told was shown. */
export function shownNames(model: Model): string[] {
  return questionsOf(model)
    .filter((question) => question.hasInput)
    .map(({ name }) => name);
}

/** The visible questions in order. */
export function questionsOf(model: Model): Question[] {
  return model.visiblePages.flatMap((page) =>
    page.questions.filter((question) => question.isVisible && isReachable(question)),
  );
}

function isReachable(question: Question): boolean {
  let parent = question.parent as { isVisible: boolean; parent?: unknown } | null;
  while (parent) {
    if (!parent.isVisible) return false;
    parent = (parent.parent ?? null) as typeof parent;
  }
  return true;
}
