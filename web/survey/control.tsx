import { useState, type ReactElement, type ReactNode } from "react";
import { CheckboxControl, RadioControl, SelectControl } from "./choice-controls.tsx";
import { fieldId, type Field } from "./fields.ts";
import { Help, isFolded } from "./help.tsx";
import { isWayOut } from "./progress.ts";
import { RankingControl } from "./ranking-control.tsx";
import { NumberRows } from "./number-rows.tsx";
import { MatrixControl, RowCards } from "./row-controls.tsx";
import { useSession } from "./session.ts";
import { CommentControl, TextControl } from "./text-controls.tsx";

export interface ControlProps {
  readonly field: Field;
  /** Of the first thing in it that takes the focus. */
  readonly id: string;
  readonly compact: boolean;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

type ControlComponent = (props: ControlProps) => ReactElement | null;

/** One control: a label belongs to it. Every other kind is a group with a legend. */
const SINGLE: Readonly<Record<string, ControlComponent>> = {
  text: TextControl,
  comment: CommentControl,
  dropdown: SelectControl,
};
const GROUP: Readonly<Record<string, ControlComponent>> = {
  radiogroup: RadioControl,
  checkbox: CheckboxControl,
  tagbox: CheckboxControl,
  ranking: RankingControl,
  matrix: MatrixControl,
  multipletext: NumberRows,
  matrixdropdown: RowCards,
};

/** The kinds of question that the page can show; a definition may use no other. */
export const QUESTION_TYPES: readonly string[] = [...Object.keys(SINGLE), ...Object.keys(GROUP)];

/** @throws {RangeError} for a kind of question that is not in QUESTION_TYPES */
export function Control(props: ControlProps): ReactElement {
  const type = props.field.question.getType();
  const Found = SINGLE[type] ?? GROUP[type];
  if (Found === undefined) throw new RangeError(`invalid question type; the page cannot show it: ${type}`);
  return <Found {...props} />;
}

interface FieldBlockProps {
  readonly field: Field;
  readonly title: string;
  readonly help: string;
  readonly compact?: boolean;
}

/** Title, explanation, what is wrong, and the control. */
export function FieldBlock({ field, title, help, compact = false }: FieldBlockProps): ReactElement {
  const session = useSession();
  const id = fieldId(field.key);
  const problem = session.problem(field.key);
  const describedBy =
    [help === "" || isFolded(help) ? "" : `${id}-help`, problem === undefined ? "" : `${id}-problem`]
      .filter(Boolean)
      .join(" ") || undefined;
  const inside = (
    <>
      <Help text={help} id={`${id}-help`} about={title} />
      {problem !== undefined && (
        <p className="field-error" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <Control field={field} id={id} compact={compact} describedBy={describedBy} invalid={problem !== undefined} />
    </>
  );
  if (isFoldedWayOut(field)) {
    return (
      <WayOut title={title} isOpen={!field.question.isEmpty()}>
        <label className="visually-hidden" htmlFor={id}>
          {title}
        </label>
        {inside}
      </WayOut>
    );
  }
  if (field.question.getType() in SINGLE) {
    return (
      <div className="field-block">
        <label className="field-title" htmlFor={id}>
          {title}
        </label>
        {inside}
      </div>
    );
  }
  return (
    <fieldset className="field-block" aria-describedby={describedBy}>
      <legend className="field-title">{title}</legend>
      {inside}
    </fieldset>
  );
}

/** The question beside a count that says why there is none: folded, so that the count is what is seen. */
const isFoldedWayOut = ({ question, owner }: Field): boolean =>
  question === owner && isWayOut(question) && question.getType() in SINGLE;

function WayOut({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }): ReactElement {
  const [wasOpen] = useState(isOpen);
  return (
    <details className="field-block way-out" open={wasOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
