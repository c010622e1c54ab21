import type { ReactElement } from "react";
import { Link, useNavigate } from "react-router";
import { ProblemNotice } from "./problem-notice.tsx";
import { fetchPublicationDraft, removePublication, startPreview } from "./publication-api.ts";
import type { PublicationProps } from "./publication-page.tsx";
import { editorPath, publicationPath } from "./publication-path.ts";
import { RemovePublication } from "./remove-publication.tsx";
import { useAction } from "./use-resource.ts";

/** Why it went wrong, and the ways on: again as it stands, after a change, or not at all. */
export function PublicationFailed({ study, publication }: PublicationProps): ReactElement {
  const { running, error, run } = useAction();
  const navigate = useNavigate();
  const { problem } = publication;
  const again = (): void => {
    void run(async () => {
      const { plan } = await fetchPublicationDraft(study);
      const started = await startPreview(study, plan);
      await removePublication(study, publication.id).catch(() => undefined);
      await navigate(publicationPath(study, started.id), { replace: true });
    });
  };
  return (
    <>
      <div className="notice notice-attention" role="alert">
        <h2>Det gick inte att göra förhandsvisningen</h2>
        <p>{problem?.message ?? "Något gick fel hos oss."}</p>
        <p>Det du har skrivit är sparat.</p>
      </div>
      <ProblemNotice error={error} />
      <div className="actions">
        <button type="button" className="button" disabled={running} onClick={again}>
          Försök igen
        </button>
        <Link className="button button-quiet" to={editorPath(study)}>
          Ändra innehållet
        </Link>
      </div>
      <RemovePublication study={study} publication={publication.id} what="försöket" />
    </>
  );
}
