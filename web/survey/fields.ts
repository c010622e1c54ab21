/** A question as the fields that somebody fills in: one, or one for every row and column. */
import type {
  ItemValue,
  Model,
  Question,
  QuestionMatrixDropdownModel,
  QuestionMultipleTextModel,
  QuestionSelectBase,
} from "survey-core";

export interface Field {
  /** "n_known", "n_overlap.bup", "iv_details.outreach.iv_capacity". */
  readonly key: string;
  /** What SurveyJS validates: the question, the editor of an item or the question of a cell. */
  readonly question: Question;
  /** The question on the page that it belongs to. */
  readonly owner: Question;
  readonly label: string;
}

export const isMatrixDropdown = (question: Question): question is QuestionMatrixDropdownModel =>
  question.getType() === "matrixdropdown";
export const isMultipleText = (question: Question): question is QuestionMultipleTextModel =>
  question.getType() === "multipletext";

/** Text of a title without the space that SurveyJS leaves around it. */
export const titleOf = (question: Question): string => question.locTitle.renderedHtml.trim();

/** The choices that are offered, in order. */
export const choicesOf = (question: Question): readonly ItemValue[] => (question as QuestionSelectBase).visibleChoices;

export function fieldsOf(question: Question): readonly Field[] {
  const title = titleOf(question);
  if (isMultipleText(question)) {
    return question.items.map(({ name, editor, locTitle }) => ({
      key: `${question.name}.${name}`,
      question: editor,
      owner: question,
      label: `${title}: ${locTitle.renderedHtml}`,
    }));
  }
  if (isMatrixDropdown(question)) {
    return question.visibleRows.flatMap((row) =>
      row.cells
        .filter((cell) => cell.question.isVisible)
        .map((cell) => ({
          key: `${question.name}.${String(row.rowName)}.${cell.column.name}`,
          question: cell.question,
          owner: question,
          label: `${String(row.text)}, ${cell.column.locTitle.renderedHtml}`,
        })),
    );
  }
  return [{ key: question.name, question, owner: question, label: title }];
}

/** The id of a field's element on the page. */
export const fieldId = (key: string): string => `f-${key.replaceAll(/[^\w-]/g, "_")}`;

/** The id of a question's block on the page. */
export const questionId = (name: string): string => `q-${name.replaceAll(/[^\w-]/g, "_")}`;

/**
 * The question that a column of the answer belongs to: `iv_capacity.outreach` lies in `iv_details`.
 * @returns undefined when no question of the model holds it
 */
export function findOwner(model: Model, variable: string): { question: Question; key: string } | undefined {
  const [base = "", ...rest] = variable.split(".");
  const direct = model.getQuestionByName(variable) ?? model.getQuestionByName(base);
  if (direct) return { question: direct, key: isMultipleText(direct) ? variable : direct.name };
  const row = rest.join(".");
  for (const question of model.getAllQuestions()) {
    if (isMatrixDropdown(question) && question.columns.some(({ name }) => name === base)) {
      return { question, key: `${question.name}.${row}.${base}` };
    }
  }
  return undefined;
}
