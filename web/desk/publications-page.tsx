import type { ReactElement } from "react";
import { Link } from "react-router";
import type { PublicationSummary } from "../../survey-definitions/wire.ts";
import { dayOfInstant } from "../report/dates.ts";
import { NewestLinks } from "./newest-links.tsx";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { fetchPublications } from "./publication-api.ts";
import { editorPath, publicationPath } from "./publication-path.ts";
import { linksWords } from "./publication-words.ts";
import { PublicationsEarlier } from "./publications-earlier.tsx";
import { PublicationsPending } from "./publications-pending.tsx";
import { useStudy } from "./study-frame.tsx";
import { StudyKicker } from "./study-kicker.tsx";
import { useWatched } from "./use-watched.ts";

/** The newest publication: which it is, and the way to its links and files. */
function Current({ study, publication }: { study: string; publication: PublicationSummary }): ReactElement {
  const { id, title, number = 1, publishedAt = "", sha256 = "", links } = publication;
  return (
    <section className="card publication-current" aria-labelledby="publication-current">
      <p className="kicker">Publicering {number}</p>
      <h2 id="publication-current">
        <Link to={publicationPath(study, id)}>{title}</Link>
      </h2>
      <p>
        Publicerad {dayOfInstant(publishedAt)} · {linksWords(links)} ·{" "}
        <abbr className="code" title={`Innehållets adress: ${sha256}`}>
          {sha256.slice(0, 12)}
        </abbr>
      </p>
      {links === 0 && <p>Gör en länk till styrelsen, med lösenord eller sista dag om du vill.</p>}
      <div className="actions">
        <Link className={links === 0 ? "button" : "button button-quiet"} to={publicationPath(study, id)}>
          Länkar, skydd och filer
        </Link>
      </div>
    </section>
  );
}

/** The chapter's first page: what is published, what is under way, what was published before. */
export function PublicationsPage(): ReactElement {
  const { detail } = useStudy();
  const { id } = detail.study;
  const {
    data: all,
    error,
    reload,
  } = useWatched(
    `publications ${id}`,
    (signal) => fetchPublications(id, signal),
    (list) => list.some(({ status }) => status === "working"),
  );
  const published = (all ?? []).filter(({ status }) => status === "published");
  const [current, ...earlier] = published;
  const pending = (all ?? []).filter(({ status }) => status !== "published");
  return (
    <>
      <PageTitle title={`Publicering – ${detail.title}`} kicker={<StudyKicker detail={detail} />}>
        Publicering
      </PageTitle>
      <p className="lead">
        En publicering är rapporten så som den är en viss dag. Små tal är skyddade, den ändras aldrig, och den som har
        en länk kan läsa den.
      </p>
      <ProblemNotice error={error} onRetry={reload} />
      {all === undefined && error === undefined && <p role="status">Hämtar publiceringarna …</p>}
      {all !== undefined && (
        <>
          {pending.length > 0 && <PublicationsPending study={id} pending={pending} />}
          {current !== undefined ? (
            <Current study={id} publication={current} />
          ) : (
            <div className="empty">
              <h2>Inget är publicerat än</h2>
              <p>
                Förbered publiceringen först: skriv en inledning, välj avsnitt och se hur den blir. Ingenting syns för
                andra förrän du publicerar.
              </p>
            </div>
          )}
          <div className="actions">
            <Link className={current === undefined ? "button" : "button button-quiet"} to={editorPath(id)}>
              {current === undefined ? "Förbered en publicering" : "Förbered nästa publicering"}
            </Link>
          </div>
          {current !== undefined && <NewestLinks study={id} />}
          {earlier.length > 0 && <PublicationsEarlier study={id} published={published} />}
        </>
      )}
    </>
  );
}
