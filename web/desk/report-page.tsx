import { useCallback, type ReactElement } from "react";
import { useSearchParams } from "react-router";
import type { ReportFilter } from "../../reports/report.ts";
import { apiQuery, filterFrom, pageQuery } from "../report/filter-address.ts";
import { ReportView } from "../report/report-view.tsx";
import { fetchReport, reportFile } from "./api.ts";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { useStudy } from "./study-frame.tsx";
import { useResource } from "./use-resource.ts";

/** The report as the investigator has it: live, in any selection, with everything to take along. */
export function ReportPage(): ReactElement {
  const { detail } = useStudy();
  const { id } = detail.study;
  const [query, setQuery] = useSearchParams();
  const filter = filterFrom(query);
  const { data, error, loading, reload } = useResource(
    `report ${id} ${apiQuery(filter)}`,
    (signal) => fetchReport(id, filter, signal),
    true,
  );
  const heading = (
    <PageTitle title={`Rapport – ${detail.title}`} kicker="Rapport">
      {detail.title}
    </PageTitle>
  );
  const onFilter = (next: ReportFilter): void => setQuery(pageQuery(next));
  const address = useCallback((file: string) => reportFile(id, file, filterFrom(query)), [id, query]);
  return (
    <div className="report-page">
      <ProblemNotice error={error} onRetry={reload} />
      {data === undefined && (
        <>
          {heading}
          {loading && <p role="status">Räknar fram rapporten …</p>}
        </>
      )}
      {data !== undefined && (
        <ReportView
          report={data}
          heading={heading}
          filter={filter}
          onFilter={onFilter}
          loading={loading}
          downloads={address}
        />
      )}
    </div>
  );
}
