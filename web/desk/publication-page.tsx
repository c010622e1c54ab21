import { useEffect, useRef, type ReactElement } from "react";
import { Link, useParams } from "react-router";
import type { PublicationSummary } from "../../survey-definitions/wire.ts";
import { NotFoundPage } from "./not-found-page.tsx";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { fetchPublication } from "./publication-api.ts";
import { PublicationFailed } from "./publication-failed.tsx";
import { PublicationPreview } from "./publication-preview.tsx";
import { PublicationPublished } from "./publication-published.tsx";
import { PublicationStages } from "./publication-stages.tsx";
import { studyPath, useStudy } from "./study-frame.tsx";
import { useWatched } from "./use-watched.ts";

export interface PublicationProps {
  readonly study: string;
  readonly publication: PublicationSummary;
  readonly onChanged: () => void;
}

const kickerOf = ({ status, number = 1 }: PublicationSummary): string => {
  if (status === "published") return `Publicering ${number}`;
  return status === "preview" ? "Förhandsvisning, inte publicerad" : "Inte publicerad";
};

function Working({ publication }: PublicationProps): ReactElement {
  return (
    <>
      <p className="lead">Förhandsvisningen räknas fram. Det tar vanligen någon minut.</p>
      <PublicationStages progress={publication.progress} />
      <p className="soft">Du kan lämna sidan. Arbetet går vidare, och resultatet finns här när du kommer tillbaka.</p>
    </>
  );
}

const BODIES: Record<PublicationSummary["status"], (props: PublicationProps) => ReactElement> = {
  working: Working,
  failed: PublicationFailed,
  preview: PublicationPreview,
  published: PublicationPublished,
};

/** One publication, from when it is begun to when it has its readers: what it is decides what can be done. */
export function PublicationPage(): ReactElement {
  const { publication = "" } = useParams();
  const { detail } = useStudy();
  const { id } = detail.study;
  const { data, error, reload } = useWatched(
    `publication ${id} ${publication}`,
    (signal) => fetchPublication(id, publication, signal),
    ({ status }) => status === "working",
  );
  const status = data?.status;
  const told = useRef(status);
  useEffect(() => {
    // What could be done before is gone with its buttons: the reader begins again at the heading.
    if (told.current !== undefined && told.current !== status) document.querySelector<HTMLElement>("main h1")?.focus();
    told.current = status;
  }, [status]);
  if (error?.code === "publication-not-found") return <NotFoundPage />;
  const Body = data === undefined ? undefined : BODIES[data.status];
  const title = data === undefined ? "Publicering" : data.title === "" ? "Utan rubrik" : data.title;
  return (
    <>
      <p className="back">
        <Link to={studyPath(id, "publicera")}>Alla publiceringar</Link>
      </p>
      <PageTitle title={`${title} – ${detail.title}`} kicker={data === undefined ? detail.title : kickerOf(data)}>
        {title}
      </PageTitle>
      <ProblemNotice error={error} onRetry={reload} />
      {data === undefined && error === undefined && <p role="status">Hämtar …</p>}
      {data !== undefined && Body !== undefined && <Body study={id} publication={data} onChanged={reload} />}
    </>
  );
}
