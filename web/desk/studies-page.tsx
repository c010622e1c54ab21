import type { ReactElement } from "react";
import { Link } from "react-router";
import type { StudySummary } from "../../survey-definitions/wire.ts";
import { dayOfInstant } from "../report/dates.ts";
import { fetchStudies } from "./api.ts";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { ProgressLine } from "./progress-line.tsx";
import { useResource } from "./use-resource.ts";

function StudyEntry({ study }: { study: StudySummary }): ReactElement {
  return (
    <li className="study-entry">
      <h2>
        <Link to={`/utredning/${encodeURIComponent(study.id)}`}>{study.title}</Link>
      </h2>
      <p className="study-tags">
        <span className={study.status === "open" ? "tag tag-done" : "tag"}>
          {study.status === "open" ? "Öppen" : "Stängd"}
        </span>
        {study.invented && <span className="tag tag-attention">Exempel med påhittade svar</span>}
        <span className="soft small">Skapad {dayOfInstant(study.createdAt)}</span>
      </p>
      <ProgressLine expected={study.expected} answered={study.answered} drafts={study.drafts} />
    </li>
  );
}

/** All studies of the installation. */
export function StudiesPage(): ReactElement {
  const { data: studies, error, loading, reload } = useResource("studies", fetchStudies);
  return (
    <div className="page-wide">
      <PageTitle title="Studier">Studier</PageTitle>
      <ProblemNotice error={error} onRetry={reload} />
      {studies === undefined && loading && <p role="status">Hämtar studierna …</p>}
      {studies?.length === 0 && (
        <div className="empty">
          <h2>Här finns ingen studie än</h2>
          <p>
            En studie är en förstudie om en målgrupp: vilka kommuner den gäller, vilka parter som svarar, och vilka
            enkäter de får. Du skapar den från en studiefil.
          </p>
        </div>
      )}
      {studies !== undefined && studies.length > 0 && (
        <ul className="study-list">
          {studies.map((study) => (
            <StudyEntry key={study.id} study={study} />
          ))}
        </ul>
      )}
      <div className="actions">
        <Link className="button" to="/utredning/nytt/studie">
          Skapa en studie
        </Link>
      </div>
    </div>
  );
}
