import { useId, useState, type ReactElement, type ReactNode } from "react";
import type { SectionReport } from "../../reports/report.ts";
import type { Table } from "../../reports/section.ts";
import { ReportTable } from "./report-table.tsx";
import { usePrinting } from "./use-printing.ts";

/** The address of a file of the report: `group-size/counts.csv`, in the selection that the reader has made. */
export type DownloadAddress = (file: string) => string;

interface Props {
  readonly entry: SectionReport;
  readonly downloads: DownloadAddress | undefined;
  /** Which questionnaires the figures come from. */
  readonly definitions: readonly string[];
}

interface Panel {
  readonly id: string;
  readonly label: string;
  /** Made when it is shown: there may be thousands of rows. */
  readonly content: () => ReactNode;
  /** Set on paper as well, where nothing can be unfolded. */
  readonly printed: boolean;
}

function Downloads({ entry, address }: { entry: SectionReport; address: DownloadAddress }): ReactElement {
  const line = (title: string, files: readonly (readonly [string, string])[]): ReactElement => (
    <li key={files[0]?.[0] ?? title}>
      <span>{title}</span>
      {files.map(([file, kind]) => (
        <a key={file} href={address(file)} download>
          {kind}
          <span className="visually-hidden">: {title}</span>
        </a>
      ))}
    </li>
  );
  return (
    <ul className="downloads">
      {entry.charts.map(({ id, title }) =>
        line(`Diagram: ${title}`, [
          [`${entry.id}/${id}.svg`, "SVG"],
          [`${entry.id}/${id}.png`, "PNG"],
        ]),
      )}
      {entry.tables.map(({ id, title }) =>
        line(`Tabell: ${title}`, [
          [`${entry.id}/${id}.csv`, "CSV"],
          [`${entry.id}/${id}.xlsx`, "Excel"],
        ]),
      )}
    </ul>
  );
}

function panelsOf({ entry, downloads, definitions }: Props): Panel[] {
  const { method, tables } = entry;
  const known = (): ReactNode => (
    <>
      <p>{method}</p>
      {definitions.length > 0 && <p className="help">Underlag: {definitions.join(", ")}.</p>}
    </>
  );
  const panels: Panel[] = [{ id: "metod", label: "Så vet vi det", content: known, printed: true }];
  if (tables.length === 0) return panels;
  const tableAddress = (table: Table): string | undefined => downloads?.(`${entry.id}/${table.id}.csv`);
  panels.push({
    id: "tabell",
    label: tables.length > 1 ? "Tabeller" : "Tabell",
    content: () => tables.map((table) => <ReportTable key={table.id} table={table} download={tableAddress(table)} />),
    printed: true,
  });
  if (downloads !== undefined) {
    const files = (): ReactNode => <Downloads entry={entry} address={downloads} />;
    panels.push({ id: "ladda-ner", label: "Ladda ner", content: files, printed: false });
  }
  return panels;
}

/** The quiet line under a finding: how we know, the table, the files. One opens at a time. */
export function FindingFoot(props: Props): ReactElement {
  const [open, setOpen] = useState<string>();
  const base = useId();
  const printing = usePrinting();
  const panels = panelsOf(props);
  return (
    <div className="finding-foot">
      <div className="foot-line no-print">
        {panels.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="link-button"
            aria-expanded={open === id}
            aria-controls={`${base}-${id}`}
            onClick={() => setOpen(open === id ? undefined : id)}
          >
            {label}
          </button>
        ))}
      </div>
      {panels.map(({ id, label, content, printed }) => (
        <div
          key={id}
          id={`${base}-${id}`}
          className={printed ? "foot-panel foot-panel-printed" : "foot-panel no-print"}
          hidden={open !== id}
        >
          <h3 className="foot-title">{label}</h3>
          {(open === id || (printing && printed)) && content()}
        </div>
      ))}
    </div>
  );
}
