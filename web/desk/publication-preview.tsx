import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { OpenAsReader } from "./open-as-reader.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { fetchPublished } from "./publication-api.ts";
import { PublicationChanges } from "./publication-changes.tsx";
import type { PublicationProps } from "./publication-page.tsx";
import { editorPath } from "./publication-path.ts";
import { PublicationProtection } from "./publication-protection.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { RemovePublication } from "./remove-publication.tsx";
import { useAction, useResource } from "./use-resource.ts";

/** A report that is ready to be published: to be looked at as its readers will see it, and then published or removed. */
export function PublicationPreview({ study, publication, onChanged }: PublicationProps): ReactElement {
  const { id } = publication;
  const [asking, setAsking] = useState(false);
  const opening = useAction();
  const {
    data: report,
    error,
    loading,
    reload,
  } = useResource(`published ${study} ${id}`, (signal) => fetchPublished(study, id, signal));
  return (
    <>
      <p className="lead">
        Så här blir den. Ingenting är publicerat än. Det som du publicerar är precis det du ser i förhandsvisningen,
        även om nya svar kommer in.
      </p>
      <div className="actions">
        <OpenAsReader study={study} publication={id} label="Öppna förhandsvisningen" action={opening} />
        <button
          type="button"
          className="button"
          aria-haspopup="dialog"
          onClick={() => setAsking(true)}
          disabled={report === undefined}
        >
          Publicera …
        </button>
      </div>
      <ProblemNotice error={opening.error} />
      <p>
        <Link to={editorPath(study)}>Ändra innehållet</Link> och gör en ny förhandsvisning, om något inte är som det
        ska.
      </p>
      <ProblemNotice error={error} onRetry={reload} />
      {report === undefined && loading && <p role="status">Hämtar sammanfattningen …</p>}
      {report !== undefined && (
        <>
          <PublicationProtection protection={report.protection} sections={report.sections} />
          <section aria-labelledby="publication-changes">
            <h2 id="publication-changes">Vad som är nytt</h2>
            <PublicationChanges changes={report.changes} />
          </section>
        </>
      )}
      <RemovePublication study={study} publication={id} what="förhandsvisningen" />
      {asking && report !== undefined && (
        <PublishDialog
          study={study}
          publication={publication}
          report={report}
          onClose={() => setAsking(false)}
          onPublished={onChanged}
        />
      )}
    </>
  );
}
