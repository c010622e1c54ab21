import { useCallback, type ReactElement } from "react";
import { useSearchParams } from "react-router";
import type { ReportFilter } from "../../reports/report.ts";
import { apiQuery, filterFrom, pageQuery } from "../report/filter-address.ts";
import type { FetchSections } from "../report/report-loader.ts";
import { ReportView } from "../report/report-view.tsx";
import { useReport } from "../report/use-report.ts";
import { fetchReport, reportFile } from "./api.ts";
import type { CallError } from "./call.ts";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { useStudy } from "./study-frame.tsx";
import { asCallError } from "./use-resource.ts";

const sectionsOf =
  (id: string, filter: ReportFilter): FetchSections<CallError> =>
  (sections, signal) =>
    fetchReport(id, filter, sections, signal).then(
      (report) => ({ report }),
      (error: unknown) => ({ problem: asCallError(error) }),
    );

/** The report as the investigator has it: live, in any selection, with everything to take along. */
export function ReportPage(): ReactElement {
  const { detail } = useStudy();
  const { id } = detail.study;
  const [query, setQuery] = useSearchParams();
  const filter = filterFrom(query);
  const loader = useReport(`${id} ${apiQuery(filter)}`, sectionsOf(id, filter));
  const { head, problem, loading } = loader.state();
  const heading = (
    <PageTitle title={`Rapport – ${detail.title}`} kicker="Rapport">
      {detail.title}
    </PageTitle>
  );
  const onFilter = (next: ReportFilter): void => setQuery(pageQuery(next));
  const address = useCallback((file: string) => reportFile(id, file, filterFrom(query)), [id, query]);
  return (
    <div className="report-page">
      <ProblemNotice error={problem} onRetry={loader.retry} />
      {head === undefined ? (
        <>
          {heading}
          {loading && <p role="status">Räknar fram rapporten …</p>}
        </>
      ) : (
        <ReportView
          loader={loader}
          head={head}
          heading={heading}
          filter={filter}
          onFilter={onFilter}
          downloads={address}
        />
      )}
    </div>
  );
}
