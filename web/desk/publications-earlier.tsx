import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import type { PublicationSummary } from "../../survey-definitions/wire.ts";
import { dayOfInstant } from "../report/dates.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { fetchPublished } from "./publication-api.ts";
import { PublicationChanges } from "./publication-changes.tsx";
import { publicationPath } from "./publication-path.ts";
import { linksWords } from "./publication-words.ts";
import { useResource } from "./use-resource.ts";

interface Props {
  readonly study: string;
  /** Newest first. */
  readonly published: readonly PublicationSummary[];
}

/** What is different from the one before; fetched when it is asked for. */
function Changes({ study, publication }: { study: string; publication: string }): ReactElement {
  const { data, error, loading, reload } = useResource(`published ${study} ${publication}`, (signal) =>
    fetchPublished(study, publication, signal),
  );
  return (
    <>
      <ProblemNotice error={error} onRetry={reload} />
      {data === undefined && loading && <p role="status">Hämtar …</p>}
      {data !== undefined && <PublicationChanges changes={data.changes} />}
    </>
  );
}

function Entry({ study, publication }: { study: string; publication: PublicationSummary }): ReactElement {
  const [opened, setOpened] = useState(false);
  const { id, title, number = 1, publishedAt = "", links } = publication;
  return (
    <li className="publication-entry publication-earlier">
      <div>
        <Link className="publication-title" to={publicationPath(study, id)}>
          {number}. {title}
        </Link>
        <span className="soft small">
          {dayOfInstant(publishedAt)} · {linksWords(links)}
        </span>
      </div>
      {number > 1 && (
        <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
          <summary>Vad som ändrades sedan publicering {number - 1}</summary>
          {opened && <Changes study={study} publication={id} />}
        </details>
      )}
    </li>
  );
}

/** The publications of a study, newest first, each with what changed since the one before. They stay as they were. */
export function PublicationsEarlier({ study, published }: Props): ReactElement {
  return (
    <section aria-labelledby="publications-earlier">
      <h2 id="publications-earlier">Alla publiceringar</h2>
      <p>Ingen publicering ändras i efterhand. En länk till en tidigare visar den som den var.</p>
      <ol className="publication-list">
        {published.map((publication) => (
          <Entry key={publication.id} study={study} publication={publication} />
        ))}
      </ol>
    </section>
  );
}
