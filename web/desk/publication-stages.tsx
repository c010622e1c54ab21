import type { ReactElement } from "react";
import type { PublicationProgress } from "../../survey-definitions/wire.ts";
import { STAGES } from "./publication-words.ts";

interface Props {
  /** Missing until somebody has taken on the work. */
  readonly progress: PublicationProgress | undefined;
  /** Only the bar and the stage that it is in. */
  readonly brief?: boolean;
}

/** How far the work on a publication has come: a bar, and its stages in words. */
export function PublicationStages({ progress, brief = false }: Props): ReactElement {
  const percent = Math.round(100 * (progress?.done ?? 0));
  const now = STAGES.findIndex(({ stage }) => stage === progress?.stage);
  const words = STAGES[now]?.label ?? "Väntar på sin tur";
  return (
    <div className="stages">
      <div
        className="stages-track"
        role="progressbar"
        aria-label="Arbetet med publiceringen"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={`${words}, ${percent} procent`}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      {/* Told when it changes, not at every step of the bar. */}
      <p role="status" className={brief ? "small" : "visually-hidden"}>
        {words}
      </p>
      {!brief && (
        <ol className="stage-list">
          {STAGES.map(({ stage, label }, i) => (
            <li key={stage} className={i < now ? "stage-done" : i === now ? "stage-now" : "stage-coming"}>
              {label}
              <span className="visually-hidden">{i < now ? ", klart" : i === now ? ", pågår" : ", inte påbörjat"}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
