import type { Answers } from "../../survey-definitions/wire.ts";
import type { Questionnaire } from "./questionnaires.ts";

/**
 * Answers given for one municipality, as a beginning for another: what the other questionnaire does not ask (a party
 * that does not cover it) is left out. Never throws.
 */
export function copyableAnswers(questionnaire: Questionnaire, answers: Answers): Answers {
  const foreign = questionnaire.compiled
    .validate(answers)
    .filter(({ code }) => code === "unknown-variable" || code === "unknown-code");
  const copy = structuredClone(answers) as Record<string, unknown>;
  for (const { variable } of foreign) leaveOut(copy, variable);
  return copy;
}

function leaveOut(answers: Record<string, unknown>, variable: string): void {
  const [base = "", row] = variable.split(/\.(.*)/s);
  const rows = answers[base];
  if (row === undefined || typeof rows !== "object" || rows === null || !(row in rows)) delete answers[base];
  else delete (rows as Record<string, unknown>)[row];
}
