import type { ReactElement } from "react";
import { dayOfInstant } from "../report/dates.ts";
import { CopyButton } from "./copy-button.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { fetchPublished } from "./publication-api.ts";
import { PublicationChanges } from "./publication-changes.tsx";
import { PublicationFiles } from "./publication-files.tsx";
import { PublicationLinks } from "./publication-links.tsx";
import type { PublicationProps } from "./publication-page.tsx";
import { PublicationProtection } from "./publication-protection.tsx";
import { useResource } from "./use-resource.ts";

/** A publication that has been made: who can read it, its files, its protection, and what was new in it. */
export function PublicationPublished({ study, publication, onChanged }: PublicationProps): ReactElement {
  const { id, publishedAt = "", sha256 = "" } = publication;
  const {
    data: report,
    error,
    loading,
    reload,
  } = useResource(`published ${study} ${id}`, (signal) => fetchPublished(study, id, signal));
  return (
    <>
      <p className="lead">Publicerad {dayOfInstant(publishedAt)}.</p>
      <PublicationLinks study={study} publication={id} onChanged={onChanged} />
      <PublicationFiles study={study} publication={id} />
      <ProblemNotice error={error} onRetry={reload} />
      {report === undefined && loading && <p role="status">Hämtar publiceringen …</p>}
      {report !== undefined && (
        <>
          <PublicationProtection protection={report.protection} sections={report.sections} />
          <section aria-labelledby="publication-changes">
            <h2 id="publication-changes">Vad som var nytt</h2>
            <PublicationChanges changes={report.changes} />
          </section>
        </>
      )}
      <section aria-labelledby="publication-address">
        <h2 id="publication-address">Innehållets adress</h2>
        <p>Kontrollsumman visar att ingenting har ändrats. Samma innehåll har alltid samma summa.</p>
        <p className="hash">
          <code>{sha256}</code>
        </p>
        <CopyButton text={sha256} what="kontrollsumman" />
      </section>
    </>
  );
}
