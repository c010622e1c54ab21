import { type ReactElement } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import type { ResponseDetail, RevisionDetail, RevisionSummary } from "../../survey-definitions/wire.ts";
import { momentText } from "../report/dates.ts";
import { fetchResponse, fetchRevision } from "./api.ts";
import { PageTitle } from "./page-title.tsx";
import { placeLabel } from "./place-label.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { RevisionCells } from "./revision-cells.tsx";
import { studyPath, useStudy } from "./study-frame.tsx";
import { useResource } from "./use-resource.ts";
import { INSTRUMENT_LABELS, ROLE_LABELS, STATUS_LABELS } from "./words.ts";

const revisionTitle = ({ revision, kind }: RevisionSummary): string =>
  `Version ${revision}, ${kind === "submitted" ? "skickad" : "utkast"}`;

function changedText({ revision, changed }: RevisionSummary): string {
  const [one, many] = revision === 1 ? ["besvarad", "besvarade"] : ["ändrad", "ändrade"];
  return changed.length === 1 ? `En fråga ${one}` : `${changed.length} frågor ${many}`;
}

interface ListProps {
  readonly revisions: readonly RevisionSummary[];
  readonly current: number;
}

function RevisionList({ revisions, current }: ListProps): ReactElement {
  return (
    <nav className="revisions" aria-label="Versioner">
      <h2>Versioner</h2>
      <ol>
        {[...revisions].reverse().map((revision) => (
          <li key={revision.revision}>
            <Link
              to={`?version=${revision.revision}`}
              preventScrollReset
              aria-current={revision.revision === current ? "true" : undefined}
            >
              <strong>{revisionTitle(revision)}</strong>
              <span>
                {momentText(revision.savedAt)}, {ROLE_LABELS[revision.role]}
              </span>
              <span>{changedText(revision)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface Pair {
  readonly revision: RevisionDetail;
  readonly before: RevisionDetail | undefined;
}

/** A revision and the one before it, which says what changed. */
async function fetchPair(response: ResponseDetail, revision: number, signal: AbortSignal): Promise<Pair> {
  const before = response.revisions.filter((other) => other.revision < revision).at(-1);
  const [own, older] = await Promise.all([
    fetchRevision(response.id, revision, signal),
    before === undefined ? undefined : fetchRevision(response.id, before.revision, signal),
  ]);
  return { revision: own, before: older };
}

function Revision({ response, number }: { response: ResponseDetail; number: number }): ReactElement {
  const { data, error, loading, reload } = useResource(
    `revision ${response.id} ${number} ${response.revisions.length}`,
    (signal) => fetchPair(response, number, signal),
    true,
  );
  return (
    <div className="revision" aria-busy={loading}>
      <ProblemNotice error={error} onRetry={reload} />
      {data === undefined && loading && <p role="status">Hämtar svaret …</p>}
      {data !== undefined && (
        <>
          <h2>{revisionTitle(data.revision)}</h2>
          <p className="soft">
            Sparad {momentText(data.revision.savedAt)} {ROLE_LABELS[data.revision.role]}. Enkätens version{" "}
            {data.revision.definition.version}, kontrollsumma{" "}
            <code>{data.revision.definition.sha256.slice(0, 12)}</code>.
          </p>
          <RevisionCells key={data.revision.revision} revision={data.revision} before={data.before} />
        </>
      )}
    </div>
  );
}

/** One answer, read question by question, with all its versions. */
export function ResponsePage(): ReactElement {
  const { detail } = useStudy();
  const { response: id = "" } = useParams();
  const [query] = useSearchParams();
  const { data, error, loading, reload } = useResource(`response ${id}`, (signal) => fetchResponse(id, signal));
  const newest = data?.revisions.at(-1)?.revision ?? 0;
  const asked = Number(query.get("version"));
  const current = data?.revisions.some(({ revision }) => revision === asked) === true ? asked : newest;
  const title = data === undefined ? "Svar" : placeLabel(detail, data) || INSTRUMENT_LABELS[data.instrument];
  return (
    <>
      <p className="kicker">
        <Link to={studyPath(detail.study.id, "svar")}>Svar</Link>
      </p>
      <PageTitle title={`${title} – ${detail.title}`}>{title}</PageTitle>
      <ProblemNotice error={error} onRetry={reload} />
      {data === undefined && loading && <p role="status">Hämtar svaret …</p>}
      {data !== undefined && (
        <>
          <p className="lead">
            {INSTRUMENT_LABELS[data.instrument]} · {STATUS_LABELS[data.status]}
          </p>
          {data.revisions.length === 0 ? (
            <p className="empty">Inget är sparat än.</p>
          ) : (
            <div className="response-columns">
              <Revision response={data} number={current} />
              <RevisionList revisions={data.revisions} current={current} />
            </div>
          )}
        </>
      )}
    </>
  );
}
