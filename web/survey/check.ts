/** What is wrong with one field, in words for the person who filled it in. */
import type { Model, Question, QuestionTextModel } from "survey-core";
import { findIdentityNumber } from "../../survey-definitions/identity-number.ts";
import type { Answers } from "../../survey-definitions/wire.ts";
import { choicesOf, titleOf, type Field } from "./fields.ts";
import { writeNumber } from "./number-text.ts";

export const isNumberQuestion = (question: Question): boolean =>
  question.getType() === "text" && (question as QuestionTextModel).inputType === "number";

/** Said while somebody types; everything else waits until the field is left. `unread`: what is no number. */
export function identityProblemOf({ question }: Field, unread?: string): string | undefined {
  const value: unknown = unread ?? question.value;
  return typeof value === "string" && findIdentityNumber(value) !== undefined ? IDENTITY_NUMBER : undefined;
}

/** The first thing that is wrong, or undefined. Runs the validators of the definition. */
export function problemOf(field: Field, unread?: string): string | undefined {
  const { question } = field;
  const identity = identityProblemOf(field, unread);
  if (identity !== undefined) return identity;
  const written: unknown = unread ?? question.value;
  if (typeof written === "string" && isNumberQuestion(question)) {
    return `Här behövs ${numberKind(question)}. Du skrev ”${written}”.${adviceFor(question)}`;
  }
  if (isNumberQuestion(question) && isWhole(question) && typeof written === "number" && !Number.isInteger(written)) {
    return `Här behövs ${numberKind(question)}. Du skrev ”${writeNumber(written)}”.`;
  }
  question.validate(true);
  const error = question.errors[0];
  return error === undefined ? undefined : error.getText();
}

const isWhole = (question: Question): boolean => Number((question as QuestionTextModel).step) === 1;

function numberKind(question: Question): string {
  const { min } = question as QuestionTextModel;
  const kind = isWhole(question) ? "ett heltal" : "ett tal";
  return Number(min) === 0 ? `${kind}, 0 eller större` : kind;
}

const IDENTITY_NUMBER =
  "Texten ser ut att innehålla ett personnummer. Ta bort det: inget som pekar ut en enskild person får stå i svaret. " +
  "Så länge det står kvar sparas inte den här texten.";

function adviceFor(question: Question): string {
  const model = question.survey as Model | null;
  const instead = model?.getQuestionByName(`${question.name}_instead`);
  const range = instead && choicesOf(instead).find(({ value }) => value === "range");
  return range ? ` Är du osäker? Öppna ”${titleOf(instead)}” och välj ”${range.locText.renderedHtml}”.` : "";
}

/**
 * The answers without the texts that hold an identity number: those keep what they had in `before`. What is left may be
 * sent and kept on the device.
 */
export function withoutIdentityNumbers(answers: Answers, before: Answers): Answers {
  const names = Object.keys(answers).filter((name) => holdsIdentityNumber(answers[name]));
  if (names.length === 0) return answers;
  const result: Record<string, unknown> = { ...answers };
  for (const name of names) {
    if (before[name] === undefined) delete result[name];
    else result[name] = before[name];
  }
  return result;
}

function holdsIdentityNumber(value: unknown): boolean {
  if (typeof value === "string") return findIdentityNumber(value) !== undefined;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsIdentityNumber);
}

/** "Hur många …?" for the list of errors; the field's own words where the question has several. */
export const errorLabel = ({ owner, question, label }: Field): string => (owner === question ? titleOf(owner) : label);
