import { useState, type ReactElement } from "react";
import { useNavigate } from "react-router";
import { ProblemNotice } from "./problem-notice.tsx";
import { removePublication } from "./publication-api.ts";
import { studyPath } from "./study-frame.tsx";
import { useAction } from "./use-resource.ts";

interface Props {
  readonly study: string;
  readonly publication: string;
  /** "förhandsvisningen" */
  readonly what: string;
}

/** Removes what has not been published. Asks once more, in place; what the investigator has written stays in the editor. */
export function RemovePublication({ study, publication, what }: Props): ReactElement {
  const [asking, setAsking] = useState(false);
  const { running, error, run } = useAction();
  const navigate = useNavigate();
  const remove = (): void => {
    void run(async () => {
      await removePublication(study, publication);
      await navigate(studyPath(study, "publicera"));
    });
  };
  return (
    <div className="remove">
      <ProblemNotice error={error} />
      {asking ? (
        <p className="link-entry-question">
          <span>Ta bort {what}? Texterna du har skrivit finns kvar under Förbered.</span>
          <button type="button" className="button button-danger" disabled={running} autoFocus onClick={remove}>
            Ta bort
          </button>
          <button type="button" className="link-button" onClick={() => setAsking(false)}>
            Behåll
          </button>
        </p>
      ) : (
        <button type="button" className="link-button" onClick={() => setAsking(true)}>
          Ta bort {what}
        </button>
      )}
    </div>
  );
}
