import type { QuestionMatrixDropdownModel, QuestionMatrixModel } from "survey-core";
import type { ReactElement } from "react";
import { isNumberQuestion } from "./check.ts";
import { ClearAnswer, RadioList } from "./choice-controls.tsx";
import { FieldBlock, type ControlProps } from "./control.tsx";
import { fieldId, fieldsOf, isMatrixDropdown } from "./fields.ts";
import { useSession } from "./session.ts";

/** One choice for every row: a list of small questions, never a table that has to be scrolled sideways. */
export function MatrixControl({ field, id }: ControlProps): ReactElement {
  const session = useSession();
  const question = field.question as QuestionMatrixModel;
  const value = (question.value ?? {}) as Readonly<Record<string, unknown>>;
  const choose = (row: string, chosen: unknown): void => {
    const { [row]: _old, ...rest } = value;
    const next = chosen === undefined ? rest : { ...rest, [row]: chosen };
    session.answer(question, Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <div className="rows">
      {question.visibleRows.map((row, i) => {
        const rowId = i === 0 ? id : `${id}_${fieldId(row.name)}`;
        return (
          <fieldset className="row" key={row.name}>
            <legend>{row.locText.renderedHtml}</legend>
            <div className="row-answer">
              <RadioList
                id={rowId}
                choices={question.visibleColumns}
                value={value[row.name]}
                compact
                onChoose={(chosen) => choose(row.name, chosen)}
              />
              {value[row.name] !== undefined && (
                <ClearAnswer about={row.locText.renderedHtml} onClear={() => choose(row.name, undefined)} />
              )}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

/** A number with a title this short takes half the room. */
const NARROW_TITLE = 18;

/** Several things for every row: a card a row. */
export function RowCards({ field }: ControlProps): ReactElement | null {
  useSession();
  const { question } = field;
  if (!isMatrixDropdown(question)) return null;
  const fields = fieldsOf(question);
  return (
    <div className="row-cards">
      {rowsInUse(question).map((row) => {
        const prefix = `${question.name}.${String(row.rowName)}.`;
        return (
          <fieldset className="row-card" key={prefix}>
            <legend>{row.locText.renderedHtml}</legend>
            <div className="row-card-fields">
              {row.cells.map((cell) => {
                const inner = fields.find(({ key }) => key === `${prefix}${cell.column.name}`);
                if (inner === undefined) return null;
                const title = cell.column.locTitle.renderedHtml;
                const isNarrow = isNumberQuestion(inner.question) && title.length <= NARROW_TITLE;
                return (
                  <div key={inner.key} className={isNarrow ? "row-card-narrow" : undefined}>
                    <FieldBlock field={inner} title={title} help={cell.question.locDescription.renderedHtml} compact />
                  </div>
                );
              })}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

/**
 * The rows to show. Where they are only numbered, for as many things as there are, those that are filled in and one more.
 */
function rowsInUse(question: QuestionMatrixDropdownModel): QuestionMatrixDropdownModel["visibleRows"] {
  const rows = question.visibleRows;
  if (!rows.every((row, i) => String(row.rowName) === String(i + 1))) return rows;
  const lastFilled = rows.findLastIndex((row) => row.cells.some((cell) => !cell.question.isEmpty()));
  return rows.slice(0, lastFilled + 2);
}
