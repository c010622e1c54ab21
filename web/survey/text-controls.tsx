import type { QuestionCommentModel, QuestionTextModel } from "survey-core";
import { useEffect, useState, type ReactElement } from "react";
import { isNumberQuestion } from "./check.ts";
import type { ControlProps } from "./control.tsx";
import { readNumber, writeNumber } from "./number-text.ts";
import { useSession } from "./session.ts";

/** One line: a number, a date or a text. */
export function TextControl(props: ControlProps): ReactElement {
  return isNumberQuestion(props.field.question) ? <NumberControl {...props} /> : <LineControl {...props} />;
}

/**
 * A number written as people write it. Not `<input type="number">`: that one loses "ca 40" without a word and changes
 * the figure when the wheel turns over it.
 */
function NumberControl({ field, id, describedBy, invalid }: ControlProps): ReactElement {
  const session = useSession();
  const question = field.question as QuestionTextModel;
  const value: unknown = session.unread(field.key) ?? question.value;
  const [text, setText] = useState(() => writeNumber(value));
  useEffect(() => {
    setText((shown) => (Object.is(readNumber(shown), value ?? undefined) ? shown : writeNumber(value)));
  }, [value]);
  return (
    <input
      className="input number-input"
      id={id}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) => {
        setText(event.target.value);
        session.write(field, event.target.value);
      }}
      onBlur={() => {
        setText(writeNumber(value));
        if (text.trim() !== "") session.visit(field.key);
      }}
    />
  );
}

function LineControl({ field, id, describedBy, invalid }: ControlProps): ReactElement {
  const session = useSession();
  const question = field.question as QuestionTextModel;
  return (
    <input
      className={question.inputType === "date" ? "input date-input" : "input"}
      id={id}
      type={question.inputType === "date" ? "date" : "text"}
      autoComplete="off"
      maxLength={question.maxLength > 0 ? question.maxLength : undefined}
      value={typeof question.value === "string" ? question.value : ""}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) => session.answer(question, event.target.value)}
      onBlur={() => session.visit(field.key)}
    />
  );
}

/** Several lines, that grow with the text. */
export function CommentControl({ field, id, describedBy, invalid }: ControlProps): ReactElement {
  const session = useSession();
  const question = field.question as QuestionCommentModel;
  const value = typeof question.value === "string" ? question.value : "";
  const left = question.maxLength > 0 ? question.maxLength - value.length : undefined;
  return (
    <>
      <textarea
        className="textarea"
        id={id}
        rows={3}
        maxLength={question.maxLength > 0 ? question.maxLength : undefined}
        value={value}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onChange={(event) => session.answer(question, event.target.value)}
        onBlur={() => session.visit(field.key)}
      />
      {left !== undefined && left <= 100 && <p className="question-help numbers">{left} tecken kvar</p>}
    </>
  );
}
