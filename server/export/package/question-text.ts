import {
  isJson,
  listOf,
  questionsOf,
  type QuestionElement,
  textOf,
} from "../../../survey-definitions/definition-tree.ts";
import type { Variable } from "../../../survey-definitions/dictionary.ts";

/**
 * What the respondent read, by variable: the question, for a matrix of several things the column too, and the row.
 *
 * @param json a fielded definition
 */
export function questionTexts(json: string): (variable: Variable) => string {
  const definition: unknown = JSON.parse(json);
  const questions = new Map(isJson(definition) ? questionsOf(definition).map((each) => [each.name, each]) : []);
  return ({ path, row, rowLabel }) => {
    const [name = "", ...steps] = path;
    const question = questions.get(name);
    if (question === undefined) return "";
    const last = steps.at(-1);
    const column = steps.length > 1 && last !== row ? columnTitle(question, last) : "";
    return [titleOf(question.element), column, rowLabel ?? ""].filter((text) => text !== "").join(" – ");
  };
}

const columnTitle = ({ element }: QuestionElement, name: string | undefined): string => {
  const column = listOf(element["columns"]).find((each) => isJson(each) && each["name"] === name);
  return isJson(column) ? titleOf(column) : "";
};

/** A text is a string, or an object by language whose `default` is Swedish. */
function titleOf(element: Readonly<Record<string, unknown>>): string {
  const { title } = element;
  const text = isJson(title) ? (textOf(title["sv"]) ?? textOf(title["default"])) : textOf(title);
  return (text ?? "").replaceAll(/\s+/g, " ").trim();
}
