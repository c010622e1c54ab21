import { useEffect, type ReactElement, type ReactNode } from "react";
import type { Report, ReportFilter } from "../../reports/report.ts";
import { sections } from "../../reports/sections/index.ts";
import { Contents } from "./contents.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { Finding } from "./finding.tsx";
import type { DownloadAddress } from "./finding-foot.tsx";
import { ReportHead } from "./report-head.tsx";
import { sourceNames } from "./source-names.ts";
import "./report.css";
import "./finding.css";
import "./print.css";

interface Props {
  readonly report: Report;
  /** The first-level heading, which each page knows how to announce. */
  readonly heading: ReactNode;
  /** What the reader has asked for; differs from the report's own while a new one is on its way. */
  readonly filter: ReportFilter;
  readonly onFilter: (filter: ReportFilter) => void;
  readonly loading: boolean;
  /** Missing where nothing may be taken along. */
  readonly downloads?: DownloadAddress;
}

/** The report as a document: a head, a map of contents, and one finding after the other. */
export function ReportView({ report, heading, filter, onFilter, loading, downloads }: Props): ReactElement {
  const { study } = report;
  useEffect(() => {
    if (location.hash !== "") document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  const [only, ...others] = report.filter.municipalities;
  const focus = others.length === 0 ? only : undefined;
  const definitions = sourceNames(report.definitions);
  return (
    <article className="report" aria-busy={loading}>
      <ReportHead report={report} heading={heading} />
      <div className="report-columns">
        <Contents sections={report.sections} />
        <div className={loading ? "findings findings-loading" : "findings"}>
          <FilterBar study={study} filter={filter} onFilter={onFilter} />
          <p className="visually-hidden" role="status">
            {loading ? "Räknar om rapporten." : ""}
          </p>
          {report.sections.map((entry) => (
            <Finding
              key={entry.id}
              entry={entry}
              section={sections.find(({ id }) => id === entry.id)}
              invented={study.invented}
              focus={focus}
              downloads={downloads}
              definitions={definitions}
            />
          ))}
        </div>
      </div>
      <p className="print-only report-address">Rapportens adress: {location.href.replace(/#.*$/, "")}</p>
    </article>
  );
}
