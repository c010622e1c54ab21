/** An answer in words: for the review, the print-out and the comparison of two versions. */
import type { ItemValue, MatrixDropdownColumn, Question, QuestionMatrixModel, QuestionSelectBase } from "survey-core";
import { isMatrixDropdown, isMultipleText } from "./fields.ts";
import { writeNumber } from "./number-text.ts";

export interface Line {
  /** The row; "" where the question has none. */
  readonly label: string;
  readonly text: string;
}

/** The lines of a value of this question, whether or not it is the one the model holds; none when it is empty. */
export function linesOf(question: Question, value: unknown): readonly Line[] {
  if (value === undefined || value === null || value === "") return [];
  if (question.getType() === "matrix") {
    const { rows, columns } = question as QuestionMatrixModel;
    return rowLines(rows as readonly ItemValue[], value, (cell) => choiceText(columns as readonly ItemValue[], cell));
  }
  if (isMultipleText(question)) {
    const rows = question.items.map(({ name, locTitle }) => ({ value: name, locText: locTitle }));
    return rowLines(rows, value, scalarText);
  }
  if (isMatrixDropdown(question)) {
    return rowLines(question.rows as readonly ItemValue[], value, (cell) =>
      (question.columns as readonly MatrixDropdownColumn[])
        .flatMap((column) => {
          const inner = isRecord(cell) ? cell[column.name] : undefined;
          const text = valueText(column.templateQuestion, inner);
          return text === "" ? [] : [titled(column.locTitle.renderedHtml, text)];
        })
        .join("\n"),
    );
  }
  const text = valueText(question, value);
  return text === "" ? [] : [{ label: "", text }];
}

/** "Platser: 12", "Hur många platser finns? 12". */
const titled = (title: string, text: string): string => `${title}${/[?!.:]$/.test(title) ? "" : ":"} ${text}`;

function rowLines(
  rows: readonly Pick<ItemValue, "value" | "locText">[],
  value: unknown,
  cellText: (cell: unknown) => string,
): readonly Line[] {
  if (!isRecord(value)) return [];
  return rows.flatMap((row) => {
    const text = cellText(value[String(row.value)]);
    return text === "" ? [] : [{ label: row.locText.renderedHtml, text }];
  });
}

function valueText(question: Question, value: unknown): string {
  const type = question.getType();
  const choices =
    "choices" in question ? ((question as QuestionSelectBase).choices as readonly ItemValue[]) : undefined;
  if (Array.isArray(value)) {
    const texts = value.map((item) => choiceText(choices ?? [], item));
    return type === "ranking" ? texts.map((text, i) => `${i + 1}. ${text}`).join("  ") : texts.join(", ");
  }
  return choices === undefined ? scalarText(value) : choiceText(choices, value);
}

function choiceText(choices: readonly ItemValue[], value: unknown): string {
  return choices.find((choice) => choice.value === value)?.locText.renderedHtml ?? scalarText(value);
}

function scalarText(value: unknown): string {
  if (typeof value === "number") return writeNumber(value);
  if (typeof value !== "string") return "";
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  return date ? `${Number(date[3])}/${Number(date[2])} ${date[1]}` : value;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
