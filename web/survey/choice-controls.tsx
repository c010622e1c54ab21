import type { ItemValue, QuestionCheckboxModel, QuestionDropdownModel } from "survey-core";
import type { ReactElement } from "react";
import type { ControlProps } from "./control.tsx";
import { Face, FACED } from "./faces.tsx";
import { choicesOf } from "./fields.ts";
import { useSession } from "./session.ts";

export const textOf = (item: ItemValue): string => item.locText.renderedHtml;

/** One of a few: every choice in sight. */
export function RadioControl({ field, id, compact }: ControlProps): ReactElement {
  const session = useSession();
  const { question } = field;
  return (
    <>
      <RadioList
        id={id}
        choices={choicesOf(question)}
        value={question.value as unknown}
        compact={compact}
        faced={FACED.has(question.name)}
        onChoose={(value) => session.answer(question, value)}
      />
      {!question.isEmpty() && <ClearAnswer about={field.label} onClear={() => session.answer(question, undefined)} />}
    </>
  );
}

export interface RadioListProps {
  readonly id: string;
  readonly choices: readonly ItemValue[];
  readonly value: unknown;
  /** Side by side, as chips that wrap. */
  readonly compact: boolean;
  /** With a face beside the words of each step. */
  readonly faced?: boolean;
  readonly onChoose: (value: unknown) => void;
}

export function RadioList({ id, choices, value, compact, faced = false, onChoose }: RadioListProps): ReactElement {
  const looks = [compact && "choices-compact", faced && "choices-faced"].filter(Boolean);
  return (
    <div className={["choices", ...looks].join(" ")}>
      {choices.map((item, i) => (
        <label className="choice" key={String(item.value)}>
          <input
            type="radio"
            id={i === 0 ? id : undefined}
            name={id}
            checked={item.value === value}
            onChange={() => onChoose(item.value)}
          />
          {faced && <Face step={item.value as unknown} />}
          <span>{textOf(item)}</span>
        </label>
      ))}
    </div>
  );
}

/** A radio button cannot be let go of by itself. */
export function ClearAnswer({ about, onClear }: { about: string; onClear: () => void }): ReactElement {
  return (
    <button type="button" className="link-button clear-answer" onClick={onClear}>
      Ta bort<span className="visually-hidden"> svaret på {about}</span>
    </button>
  );
}

/** One of many: the list of the browser itself, which every phone and screen reader knows. */
export function SelectControl({ field, id, describedBy, invalid }: ControlProps): ReactElement {
  const session = useSession();
  const question = field.question as QuestionDropdownModel;
  return (
    <select
      className="select"
      id={id}
      value={question.isEmpty() ? "" : String(question.value)}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) =>
        session.answer(question, choicesOf(question).find(({ value }) => String(value) === event.target.value)?.value)
      }
    >
      <option value="">{question.placeholder || "Välj …"}</option>
      {choicesOf(question).map((item) => (
        <option key={String(item.value)} value={String(item.value)}>
          {textOf(item)}
        </option>
      ))}
    </select>
  );
}

/** Several. When as many as may be are chosen, the rest wait. */
export function CheckboxControl({ field, id, compact }: ControlProps): ReactElement {
  const session = useSession();
  const question = field.question as QuestionCheckboxModel;
  const chosen: readonly unknown[] = Array.isArray(question.value) ? question.value : [];
  const isFull = question.maxSelectedChoices > 0 && chosen.length >= question.maxSelectedChoices;
  const choices = choicesOf(question);
  return (
    <div className={compact || isDense(choices) ? "choices choices-compact" : listLook(choices)}>
      {choices.map((item, i) => {
        const isChosen = chosen.includes(item.value);
        return (
          <label className="choice" key={String(item.value)}>
            <input
              type="checkbox"
              id={i === 0 ? id : undefined}
              checked={isChosen}
              disabled={isFull && !isChosen}
              onChange={() =>
                session.answer(
                  question,
                  isChosen ? chosen.filter((value) => value !== item.value) : [...chosen, item.value],
                )
              }
            />
            <span>{textOf(item)}</span>
          </label>
        );
      })}
    </div>
  );
}

const MANY = 10;
const SHORT_TEXT = 22;

/** Many short names: they take half the room side by side. */
function isDense(choices: readonly ItemValue[]): boolean {
  const letters = choices.reduce((sum, item) => sum + textOf(item).length, 0);
  return choices.length > MANY && letters / choices.length <= SHORT_TEXT;
}

const listLook = (choices: readonly ItemValue[]): string =>
  choices.length > MANY ? "choices choices-columns" : "choices";
