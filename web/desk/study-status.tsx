import type { ReactElement } from "react";
import type { StudyDetail } from "../../survey-definitions/wire.ts";
import { setStudyStatus } from "./api.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { useAction } from "./use-resource.ts";

/** Open: parties can answer. Closed: they can read what they sent, and nothing more. Either way back is open. */
export function StudyStatus({ detail, onChanged }: { detail: StudyDetail; onChanged: () => void }): ReactElement {
  const { running, error, run } = useAction();
  const open = detail.status === "open";
  const change = (): void => {
    void run(async () => {
      await setStudyStatus(detail.study.id, open ? "closed" : "open");
      onChanged();
    });
  };
  return (
    <section aria-labelledby="study-status">
      <h2 id="study-status">{open ? "Studien är öppen" : "Studien är stängd"}</h2>
      <p role="status">
        {open
          ? "Parterna kan svara och ändra sina svar."
          : "Ingen kan svara eller ändra. Allt som är sparat finns kvar, och du kan öppna studien igen."}
      </p>
      <ProblemNotice error={error} />
      <button type="button" className="button button-quiet" onClick={change} disabled={running}>
        {open ? "Stäng studien för svar" : "Öppna studien igen"}
      </button>
    </section>
  );
}
