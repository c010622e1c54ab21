import { useEffect, useState, type ReactElement } from "react";
import type { ReportFilter } from "../../reports/report.ts";
import { apiQuery, filterFrom, pageQuery } from "../report/filter-address.ts";
import { ReportView } from "../report/report-view.tsx";
import { useReport } from "../report/use-report.ts";
import { fetchView } from "./fetch-view.ts";

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

/** What a board member meets behind a view link: the report alone. */
export function BoardPage({ token }: { token: string }): ReactElement {
  const [filter, setFilter] = useFilterInAddress();
  const loader = useReport(`${token} ${apiQuery(filter)}`, (sections, signal) =>
    fetchView(token, filter, sections, signal),
  );
  const { head, problem, loading } = loader.state();
  const title = head?.study.title;
  useEffect(() => {
    document.title = title === undefined ? "Rapport – Behovskartan" : `${title} – Behovskartan`;
  }, [title]);

  return (
    <>
      <header className="bar no-print">
        <a className="wordmark" href="/">
          Behovskartan
        </a>
      </header>
      <main className="page-wide board">
        {head === undefined && loading && <p role="status">Hämtar rapporten …</p>}
        {problem !== undefined && head !== undefined && (
          <div role="alert" className="notice notice-attention no-print">
            <p>{problem.message}</p>
            <button type="button" className="link-button" onClick={loader.retry}>
              Försök igen
            </button>
          </div>
        )}
        {problem !== undefined && head === undefined && (
          <div role="alert" className="board-problem">
            <h1>{problem.title}</h1>
            <p className="lead">{problem.message}</p>
          </div>
        )}
        {head !== undefined && (
          <ReportView
            loader={loader}
            head={head}
            heading={<h1>{head.study.title}</h1>}
            filter={filter}
            onFilter={setFilter}
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
