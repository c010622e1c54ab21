import { useEffect, useRef, type ReactElement } from "react";
import { Link, NavLink, Outlet, useLocation, useOutletContext, useParams } from "react-router";
import type { StudyDetail } from "../../survey-definitions/wire.ts";
import { fetchStudy } from "./api.ts";
import { NotFoundPage } from "./not-found-page.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { useResource } from "./use-resource.ts";
import "./study-frame.css";

export interface StudyContext {
  readonly detail: StudyDetail;
  readonly reload: () => void;
}

/** The study that the page is about. */
export const useStudy = (): StudyContext => useOutletContext<StudyContext>();

/** The chapters in the order in which one works. */
const CHAPTERS = [
  { path: "", label: "Läget" },
  { path: "upplagg", label: "Upplägg" },
  { path: "inbjudan", label: "Inbjudan" },
  { path: "svar", label: "Svar" },
  { path: "forslag", label: "Förslag" },
  { path: "rapport", label: "Rapport" },
  { path: "publicera", label: "Publicering" },
] as const;

/** Chapters with pages below their own. */
const WITH_PAGES: ReadonlySet<string> = new Set(["svar", "publicera"]);

export const studyPath = (study: string, chapter = ""): string =>
  `/utredning/${encodeURIComponent(study)}${chapter === "" ? "" : `/${chapter}`}`;

/** The chapters of a study on the left, and the one that is open. */
export function StudyFrame(): ReactElement {
  const { study = "" } = useParams();
  const { data: detail, error, loading, reload } = useResource(`study ${study}`, (signal) => fetchStudy(study, signal));
  const list = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // On a phone the chapters are one line that scrolls: the one that is open is brought into it.
    const open = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (open != null && list.current !== null)
      list.current.scrollLeft = open.offsetLeft - (list.current.clientWidth - open.clientWidth) / 2;
  }, [pathname]);
  if (error?.code === "study-not-found") return <NotFoundPage />;
  return (
    <div className="study-frame">
      <nav className="chapters no-print" aria-label="Studiens kapitel">
        <p className="chapters-study">
          <Link to="/utredning">Studier</Link>
          {detail !== undefined && <span>{detail.title}</span>}
        </p>
        <ul ref={list}>
          {CHAPTERS.map(({ path, label }) => (
            <li key={path}>
              <NavLink to={studyPath(study, path)} end={!WITH_PAGES.has(path)}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="chapter">
        <ProblemNotice error={error} onRetry={reload} />
        {detail === undefined && loading && <p role="status">Hämtar studien …</p>}
        {detail !== undefined && <Outlet context={{ detail, reload } satisfies StudyContext} />}
      </div>
    </div>
  );
}
