import { useMemo, useRef, type ReactElement, type ReactNode } from "react";
import type { ReportFilter } from "../../reports/report.ts";
import { Contents } from "./contents.tsx";
import { drawings } from "./drawings.ts";
import { FilterBar } from "./filter-bar.tsx";
import { Finding } from "./finding.tsx";
import type { DownloadAddress } from "./finding-foot.tsx";
import { PrintButton } from "./print-button.tsx";
import { ReportHead } from "./report-head.tsx";
import type { LoadedReport, ReportLoader } from "./report-loader.ts";
import { sourceNames } from "../../reports/text/source-names.ts";
import { useHashTarget } from "./use-hash-target.ts";
import "./report.css";
import "./contents.css";
import "./filter.css";
import "./finding.css";
import "./print.css";

interface Props<P> {
  readonly loader: ReportLoader<P>;
  readonly head: NonNullable<LoadedReport<P>["head"]>;
  /** The first-level heading, which each page knows how to announce. */
  readonly heading: ReactNode;
  /** What the reader has asked for; differs from the report's own while a new one is on its way. */
  readonly filter: ReportFilter;
  readonly onFilter: (filter: ReportFilter) => void;
  /** Missing where nothing may be taken along. */
  readonly downloads?: DownloadAddress;
}

/** The report as a document: a head, a map of contents, and one finding after the other. */
export function ReportView<P>({ loader, head, heading, filter, onFilter, downloads }: Props<P>): ReactElement {
  const { sections: entries, fresh } = loader.state();
  const { study } = head;
  const content = useRef<HTMLDivElement>(null);
  useHashTarget(content);
  const [only, ...others] = head.filter.municipalities;
  const focus = others.length === 0 ? only : undefined;
  const definitions = useMemo(() => sourceNames(head.definitions), [head.definitions]);
  const changing = fresh.size === 0;
  return (
    <article className="report" aria-busy={changing}>
      <ReportHead report={head} heading={heading} />
      <div className="report-columns">
        <Contents sections={entries} />
        <div ref={content} className="findings">
          <div className="report-tools no-print">
            <FilterBar study={study} filter={filter} onFilter={onFilter} />
            <PrintButton loader={loader} />
          </div>
          <p className="visually-hidden" role="status">
            {changing ? "Räknar om rapporten." : ""}
          </p>
          {drawings.map((section) => (
            <Finding
              key={section.id}
              section={section}
              entry={entries.get(section.id)}
              stale={!fresh.has(section.id)}
              invented={study.invented}
              focus={focus}
              downloads={downloads}
              definitions={definitions}
              onNear={loader.setNear}
            />
          ))}
        </div>
      </div>
      <p className="print-only report-address">Rapportens adress: {location.href.replace(/#.*$/, "")}</p>
    </article>
  );
}
