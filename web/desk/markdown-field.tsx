import { useId, useState, type ReactElement } from "react";
import { hasIdentityNumber, IdentityNumberError } from "./identity-number-error.tsx";
import { MarkdownView } from "./markdown-view.tsx";
import type { PlanConflict } from "./merge-plans.ts";
import { TextConflict } from "./text-conflict.tsx";

interface Props {
  readonly label: string;
  readonly help?: string;
  readonly rows?: number;
  readonly value: string;
  readonly conflict: PlanConflict | undefined;
  readonly onChange: (text: string) => void;
  /** The other's text is taken over, or (undefined) left aside. */
  readonly onSettle: (theirs: string | undefined) => void;
}

/** Characters in one text; the server takes no more. */
const LONGEST = 200_000;

/** A text of the investigator's own, and beside it how it will look. */
export function MarkdownField(props: Props): ReactElement {
  const { label, help, rows = 4, value, conflict, onChange, onSettle } = props;
  const [shown, setShown] = useState(false);
  const id = useId();
  const described = [
    ...(help === undefined ? [] : [`${id}-help`]),
    ...(hasIdentityNumber(value) ? [`${id}-wrong`] : []),
  ];
  return (
    <div className="field markdown-field">
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {conflict !== undefined && <TextConflict theirs={conflict.theirs} onSettle={onSettle} />}
      <textarea
        id={id}
        className="textarea"
        rows={rows}
        maxLength={LONGEST}
        aria-invalid={hasIdentityNumber(value)}
        aria-describedby={described.length === 0 ? undefined : described.join(" ")}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <IdentityNumberError id={`${id}-wrong`} text={value} />
      {value.trim() !== "" && (
        <>
          <button type="button" className="link-button" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? "Dölj" : "Visa"} hur det blir<span className="visually-hidden">: {label}</span>
          </button>
          {shown && <MarkdownView text={value} />}
        </>
      )}
    </div>
  );
}
