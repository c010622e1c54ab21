import type { ReactElement } from "react";
import { Link, useParams } from "react-router";
import { fetchCoverage } from "./api.ts";
import { AnswerList } from "./answer-list.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { PageTitle } from "./page-title.tsx";
import { placeLabel } from "./place-label.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { studyPath, useStudy } from "./study-frame.tsx";
import { useResource } from "./use-resource.ts";
import { INSTRUMENT_LABELS } from "./words.ts";

/** All answers to one questionnaire from one place: of the open ones there are many. */
export function AssignmentPage(): ReactElement {
  const { detail } = useStudy();
  const { study } = detail;
  const { assignment = "" } = useParams();
  const coverage = useResource(`coverage ${study.id}`, (signal) => fetchCoverage(study.id, signal));
  const cell = coverage.data?.find((candidate) => candidate.assignment === assignment);
  if (coverage.data !== undefined && cell === undefined) return <NotFoundPage />;
  const place = cell === undefined ? "" : placeLabel(detail, cell);
  const title = place === "" ? (cell === undefined ? "Svar" : INSTRUMENT_LABELS[cell.instrument]) : place;
  return (
    <>
      <p className="kicker">
        <Link to={studyPath(study.id, "svar")}>Svar</Link>
      </p>
      <PageTitle title={`${title} – ${detail.title}`}>{title}</PageTitle>
      <ProblemNotice error={coverage.error} onRetry={coverage.reload} />
      {cell !== undefined && (
        <>
          {place !== "" && <p className="lead">{INSTRUMENT_LABELS[cell.instrument]}</p>}
          <AnswerList cell={cell} study={study.id} empty="Inget svar har påbörjats än." />
        </>
      )}
    </>
  );
}
