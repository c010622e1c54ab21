import type { QuestionMatrixModel } from "survey-core";
import type { ReactElement } from "react";
import { isNumberQuestion } from "./check.ts";
import { ClearAnswer, RadioList } from "./choice-controls.tsx";
import { Control, FieldBlock, type ControlProps } from "./control.tsx";
import { fieldId, fieldsOf, isMatrixDropdown, isMultipleText } from "./fields.ts";
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

/** One number for every row. */
export function NumberRows({ field, id }: ControlProps): ReactElement | null {
  const session = useSession();
  if (!isMultipleText(field.question)) return null;
  const { items } = field.question;
  return (
    <div className="rows">
      {fieldsOf(field.question).map((inner, i) => {
        const problem = session.problem(inner.key);
        const innerId = i === 0 ? id : fieldId(inner.key);
        return (
          <div className="row row-number" key={inner.key}>
            <label htmlFor={innerId}>{items[i]?.locTitle.renderedHtml}</label>
            <div className="row-answer">
              <Control
                field={inner}
                id={innerId}
                compact
                invalid={problem !== undefined}
                describedBy={problem === undefined ? undefined : `${innerId}-problem`}
              />
            </div>
            {problem !== undefined && (
              <p className="field-error" id={`${innerId}-problem`}>
                {problem}
              </p>
            )}
          </div>
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
      {question.visibleRows.map((row) => {
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
