import type { ReactElement } from "react";
import type { CallError } from "./call.ts";

/** Problems named at once; a broken file may have thousands. */
const MOST = 20;

/** The problems that the message does not already tell: a single one stands in it. */
const listed = ({ message, problems }: CallError): CallError["problems"] =>
  problems.length === 1 && message.includes(problems[0]?.message ?? "") ? [] : problems;

/** What went wrong in the server's words, with a list of where, and a way to try again. */
export function ProblemNotice(props: { error: CallError | undefined; onRetry?: () => void }): ReactElement {
  const { error, onRetry } = props;
  const problems = error === undefined ? [] : listed(error);
  const shown = problems.slice(0, MOST);
  const more = problems.length - shown.length;
  return (
    <div role="alert">
      {error !== undefined && (
        <div className="notice notice-attention">
          <p>{error.message}</p>
          {shown.length > 0 && (
            <ul>
              {shown.map(({ where, message }, i) => (
                <li key={i}>
                  {where !== "" && !message.startsWith(where) && <strong>{where}: </strong>}
                  {message}
                </li>
              ))}
            </ul>
          )}
          {more > 0 && <p>… och {more} till.</p>}
          {onRetry !== undefined && (
            <button type="button" className="link-button" onClick={onRetry}>
              Försök igen
            </button>
          )}
        </div>
      )}
    </div>
  );
}
