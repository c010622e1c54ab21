import { useEffect, useRef, type ReactElement } from "react";
import { errorLabel } from "../survey/check.ts";
import { fieldId } from "../survey/fields.ts";
import type { FieldProblem } from "../survey/session.ts";

interface ErrorSummaryProps {
  readonly problems: readonly FieldProblem[];
  /** Leaves the page with the problems still there; without it that is not offered. */
  readonly onGoOn?: () => void;
  /** Where a problem is on another page. */
  readonly onOpen?: (problem: FieldProblem) => void;
}

/** What is wrong on the page, each with a way to its field. Takes the focus when it appears. */
export function ErrorSummary({ problems, onGoOn, onOpen }: ErrorSummaryProps): ReactElement | null {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) ref.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div
      className="notice notice-attention error-summary"
      ref={ref}
      tabIndex={-1}
      role="group"
      aria-labelledby="errors-title"
    >
      <h2 id="errors-title">
        {problems.length === 1 ? "En sak behöver rättas" : `${problems.length} saker behöver rättas`}
      </h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.field.key}>
            <a
              href={`#${fieldId(problem.field.key)}`}
              onClick={(event) => {
                event.preventDefault();
                if (onOpen) onOpen(problem);
                else focusField(problem.field.key);
              }}
            >
              {errorLabel(problem.field)}
            </a>
            <br />
            {problem.message}
          </li>
        ))}
      </ul>
      {onGoOn && (
        <button type="button" className="link-button" onClick={onGoOn}>
          Gå vidare och rätta senare
        </button>
      )}
    </div>
  );
}

/** Moves the focus to a field on the page, and brings it into sight. */
export function focusField(key: string): void {
  const element = document.getElementById(fieldId(key)) ?? document.querySelector<HTMLElement>(`[data-field="${key}"]`);
  element?.scrollIntoView({ block: "center" });
  element?.focus({ preventScroll: true });
}
