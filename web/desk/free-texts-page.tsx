import type { ReactElement } from "react";
import { Link } from "react-router";
import { sectionName } from "../../reports/section-groups.ts";
import { formatNumber } from "../../reports/text/format.ts";
import { ReportTable } from "../report/report-table.tsx";
import { fetchReport, reportFile } from "./api.ts";
import { FREE_TEXT_SECTIONS, freeTextTables } from "./free-text-tables.ts";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { editorPath } from "./publication-path.ts";
import { useStudy } from "./study-frame.tsx";
import { useResource } from "./use-resource.ts";

const EVERYTHING = { municipalities: [], parties: [] } as const;

/** Everything that somebody has written in an answer and that the report repeats, to be read before it is published. */
export function FreeTextsPage(): ReactElement {
  const { detail } = useStudy();
  const { id } = detail.study;
  const { data, error, loading, reload } = useResource(`free-texts ${id}`, (signal) =>
    fetchReport(id, EVERYTHING, FREE_TEXT_SECTIONS, signal),
  );
  const tables = data === undefined ? [] : freeTextTables(data);
  const rows = tables.reduce((sum, { table }) => sum + table.rows.length, 0);
  return (
    <>
      <p className="back">
        <Link to={editorPath(id)}>Förbered publiceringen</Link>
      </p>
      <PageTitle title={`Fritexter – ${detail.title}`} kicker={detail.title}>
        Fritexterna ur svaren
      </PageTitle>
      <p className="lead">Läs alla texter innan du låter dem publiceras. Leta efter det som pekar ut någon:</p>
      <ul>
        <li>namn, initialer, smeknamn eller adresser</li>
        <li>en händelse, en diagnos eller en familj som folk på orten känner igen</li>
        <li>en ensam handläggare som blir utpekad</li>
      </ul>
      <p>Hittar du något? Be parten ändra sitt svar, eller låt bli att visa fritexterna. Siffrorna visas ändå.</p>
      <ProblemNotice error={error} onRetry={reload} />
      {data === undefined && loading && <p role="status">Hämtar texterna …</p>}
      {data !== undefined && rows === 0 && <p className="soft">Ingen har skrivit något med egna ord än.</p>}
      {rows > 0 && (
        <p>
          <strong>
            {formatNumber(rows)} {rows === 1 ? "rad" : "rader"} med text
          </strong>{" "}
          i {formatNumber(tables.length)} {tables.length === 1 ? "tabell" : "tabeller"}.
        </p>
      )}
      {tables.map(({ section, table }) => (
        <section key={`${section}/${table.id}`} aria-label={`${sectionName(section)}: ${table.title}`}>
          <h2 className="free-texts-section">{sectionName(section)}</h2>
          <ReportTable table={table} download={reportFile(id, `${section}/${table.id}.csv`, EVERYTHING)} />
        </section>
      ))}
      <div className="actions">
        <Link className="button" to={editorPath(id)}>
          Tillbaka till publiceringen
        </Link>
      </div>
    </>
  );
}
