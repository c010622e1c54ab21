import type { ReactElement } from "react";
import { Link } from "react-router";
import type { PublicationSummary } from "../../survey-definitions/wire.ts";
import { momentText } from "../report/dates.ts";
import { PublicationStages } from "./publication-stages.tsx";
import { publicationPath } from "./publication-path.ts";
import { STATUS_WORDS } from "./publication-words.ts";

const WAY_ON: Record<PublicationSummary["status"], string> = {
  working: "Följ arbetet",
  preview: "Se den och publicera",
  published: "Öppna",
  failed: "Se vad som hände",
};

/** What has been begun and not published: worked on, ready to be looked at, or broken off. */
export function PublicationsPending(props: {
  readonly study: string;
  readonly pending: readonly PublicationSummary[];
}): ReactElement {
  return (
    <section aria-labelledby="publications-pending">
      <h2 id="publications-pending">På gång</h2>
      <ul className="publication-list">
        {props.pending.map(({ id, title, status, createdAt, progress }) => (
          <li key={id} className="publication-entry">
            <div>
              <span className={status === "failed" ? "tag tag-attention" : "tag"}>{STATUS_WORDS[status]}</span>
              <strong className="publication-title">{title}</strong>
              <span className="soft small">Påbörjad {momentText(createdAt)}</span>
              {status === "working" && <PublicationStages progress={progress} brief />}
            </div>
            <Link className="row-link" to={publicationPath(props.study, id)}>
              {WAY_ON[status]}
              <span className="visually-hidden">: {title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
