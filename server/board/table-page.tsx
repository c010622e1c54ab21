import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { hasMunicipality } from "../../reports/publication/narrow-tables.ts";
import type { Publication } from "../../reports/publication/publication.ts";
import type { Table } from "../../reports/section.ts";
import { formatNumber } from "../../reports/text/format.ts";
import { placeOf } from "./reading.ts";
import { Bands } from "./report-head.tsx";
import { PageFoot } from "./report.tsx";
import { wholePage } from "./shell.ts";
import { BoardTable } from "./table.tsx";
import { fileAddress, placeAddress, tableAddress, type BoardView } from "./view.ts";

const ROWS_A_PAGE = 200;

export interface WantedTable {
  readonly section: string;
  readonly table: string;
  /** The first is 1; one beyond the last is the last. */
  readonly page: number;
}

/**
 * One table on a page of its own, as many pages as it needs.
 *
 * @throws {RangeError} when the publication has no such table
 */
export function renderTablePage(publication: Publication, view: BoardView, wanted: WantedTable): string {
  const section = publication.sections.find(({ id }) => id === wanted.section);
  const table = section?.tables.find(({ id }) => id === wanted.table);
  if (section === undefined || table === undefined) throw new RangeError(`no table ${wanted.section}/${wanted.table}`);
  const place = placeOf(publication, view.municipality);
  const narrowed = place !== undefined && hasMunicipality(table);
  const rows = narrowed ? table.rows.filter(({ municipality }) => municipality === place.code) : table.rows;
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(wanted.page) || 1));
  const { municipality: _, ...everywhere } = view;
  const body = (
    <>
      <a className="skip" href="#innehall">
        Hoppa till tabellen
      </a>
      <header className="bar no-print">
        <a className="wordmark" href="/">
          Behovskartan
        </a>
      </header>
      <main className="page-wide board table-page" id="innehall" tabIndex={-1}>
        <Bands document={publication} preview={view.preview} />
        <p className="kicker no-print">
          <a href={`${placeAddress(view, place?.code)}#${section.id}`}>Tillbaka till {publication.title}</a>
        </p>
        <p className="finding-question">{section.question}</p>
        <h1>{table.title}</h1>
        {place !== undefined && (
          <p className="selection">
            {narrowed ? `Raderna om ${place.name}. ` : "Tabellen gäller alla kommuner. "}
            {narrowed && <a href={tableAddress(everywhere, section.id, table.id)}>Visa alla kommuner</a>}
          </p>
        )}
        <Pages table={table} view={view} section={section.id} page={page} pages={pages} rows={rows.length} />
        <BoardTable
          table={{ ...table, rows }}
          rows={rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)}
          threshold={publication.study.suppression_threshold}
          titled={false}
        />
        {pages > 1 && (
          <Pages table={table} view={view} section={section.id} page={page} pages={pages} rows={rows.length} again />
        )}
      </main>
      <PageFoot linked />
    </>
  );
  return wholePage({
    head: view.head,
    title: `${table.title} – ${publication.title}`,
    body: renderToStaticMarkup(body),
  });
}

const FILES = [
  ["csv", "CSV"],
  ["xlsx", "Excel"],
] as const;

interface PagesProps {
  readonly table: Table;
  readonly view: BoardView;
  readonly section: string;
  readonly page: number;
  readonly pages: number;
  readonly rows: number;
  /** Below the table, for those who have read to its end. */
  readonly again?: boolean;
}

function Pages({ table, view, section, page, pages, rows, again = false }: PagesProps): ReactElement {
  const to = (number: number, label: string): ReactElement => (
    <a href={tableAddress(view, section, table.id, number)}>{label}</a>
  );
  const first = (page - 1) * ROWS_A_PAGE + 1;
  return (
    <nav className="table-pages no-print" aria-label={again ? "Sidor i tabellen, efter den" : "Sidor i tabellen"}>
      {page > 1 && to(page - 1, "Förra sidan")}
      <span>
        {pages === 1
          ? `${formatNumber(rows)} ${rows === 1 ? "rad" : "rader"}`
          : `Rad ${formatNumber(first)}–${formatNumber(Math.min(rows, page * ROWS_A_PAGE))} av ${formatNumber(rows)}`}
      </span>
      {page < pages && to(page + 1, "Nästa sida")}
      {view.download &&
        !again &&
        FILES.map(([ending, kind]) => (
          <a key={ending} href={fileAddress(view, `${section}/${table.id}.${ending}`)} download>
            Ladda ner som {kind}
          </a>
        ))}
    </nav>
  );
}
