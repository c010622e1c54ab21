import { useEffect, useState, type ReactElement } from "react";
import type { Report, ReportFilter } from "../../reports/report.ts";
import { filterFrom, pageQuery } from "../report/filter-address.ts";
import { ReportView } from "../report/report-view.tsx";
import { fetchView, type ViewProblem } from "./fetch-view.ts";

type State =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly problem: ViewProblem }
  | { readonly status: "ready"; readonly report: Report; readonly stale: boolean };

/** The reader's selection, kept in the address so that Back works and the page can be shared as it is seen. */
function useFilterInAddress(): [ReportFilter, (filter: ReportFilter) => void] {
  const [search, setSearch] = useState(location.search);
  useEffect(() => {
    const read = (): void => setSearch(location.search);
    addEventListener("popstate", read);
    return () => removeEventListener("popstate", read);
  }, []);
  const change = (filter: ReportFilter): void => {
    history.pushState(null, "", location.pathname + pageQuery(filter));
    setSearch(location.search);
  };
  return [filterFrom(new URLSearchParams(search)), change];
}

function useView(token: string, filter: ReportFilter): State {
  const [state, setState] = useState<State>({ status: "loading" });
  const key = JSON.stringify(filter);
  useEffect(() => {
    const abort = new AbortController();
    setState((before) => (before.status === "ready" ? { ...before, stale: true } : { status: "loading" }));
    void fetchView(token, JSON.parse(key) as ReportFilter, abort.signal).then((outcome) => {
      if (abort.signal.aborted) return;
      setState(
        "report" in outcome
          ? { status: "ready", report: outcome.report, stale: false }
          : { status: "failed", problem: outcome.problem },
      );
    });
    return () => abort.abort();
  }, [token, key]);
  return state;
}

/** What a board member meets behind a view link: the report alone. */
export function BoardPage({ token }: { token: string }): ReactElement {
  const [filter, setFilter] = useFilterInAddress();
  const state = useView(token, filter);
  const title = state.status === "ready" ? state.report.study.title : undefined;
  useEffect(() => {
    document.title = title === undefined ? "Rapport – Behovskartan" : `${title} – Behovskartan`;
  }, [title]);

  return (
    <>
      <header className="bar no-print">
        <a className="wordmark" href="/">
          Behovskartan
        </a>
        <button type="button" className="link-button" onClick={() => print()}>
          Skriv ut
        </button>
      </header>
      <main className="page-wide board">
        {state.status === "loading" && <p role="status">Hämtar rapporten …</p>}
        {state.status === "failed" && (
          <div role="alert" className="board-problem">
            <h1>{state.problem.title}</h1>
            <p className="lead">{state.problem.message}</p>
          </div>
        )}
        {state.status === "ready" && (
          <ReportView
            report={state.report}
            heading={<h1>{state.report.study.title}</h1>}
            filter={filter}
            onFilter={setFilter}
            loading={state.stale}
          />
        )}
      </main>
      <footer className="page-foot no-print">
        <a href="/om-uppgifterna">Om uppgifterna</a>
        <a href="/tillganglighet">Tillgänglighet</a>
      </footer>
    </>
  );
}
