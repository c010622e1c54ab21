import { useMemo, useState, type ReactElement } from "react";
import type { Table, TableColumn, TableRow } from "../../reports/section.ts";
import { formatNumber } from "../../reports/text/format.ts";
import { cellText, unitText } from "../../reports/text/cell-text.ts";
import { usePrinting } from "./use-printing.ts";

/** Rows shown at once; more come when they are asked for. */
const ROWS_AT_ONCE = 50;
/** More rows than this are not set out on one page: they are searched, or taken along as a file. */
const MOST_ROWS = 2_000;
/** Rows on paper, where a table of thousands would be hundreds of sheets. */
const ROWS_ON_PAPER = 200;

const isNumeric = (table: Table, column: TableColumn): boolean =>
  table.rows.some((row) => typeof row[column.key] === "number");

/** The unit, unless the name of the column says it already. */
function unitBeside({ label, unit }: TableColumn): string {
  const text = unitText(unit);
  return label.toLowerCase().includes(text) ? "" : text;
}

function Cell({ row, column, table, numeric }: { row: TableRow; column: TableColumn; table: Table; numeric: boolean }) {
  const value = row[column.key];
  const missing = typeof value === "object";
  const text = cellText(value, column, table.labels);
  return (
    <td className={`${numeric ? "number" : ""} ${missing ? "cell-missing" : ""}`.trim() || undefined}>
      {missing ? <span>{text}</span> : text}
    </td>
  );
}

const matches = (row: TableRow, table: Table, words: readonly string[]): boolean => {
  const text = table.columns
    .map((column) => (typeof row[column.key] === "string" ? cellText(row[column.key], column, table.labels) : ""))
    .join(" ")
    .toLowerCase();
  return words.every((word) => text.includes(word));
};

interface MoreProps {
  readonly shown: number;
  readonly rows: number;
  readonly onShow: (rows: number) => void;
}

function MoreRows({ shown, rows, onShow }: MoreProps): ReactElement | null {
  const hidden = rows - shown;
  if (hidden <= 0) return null;
  return (
    <p className="more-rows no-print">
      <span>
        {formatNumber(shown)} av {formatNumber(rows)} rader visas.
      </span>
      {hidden > ROWS_AT_ONCE && shown < MOST_ROWS && (
        <button type="button" className="link-button" onClick={() => onShow(shown + ROWS_AT_ONCE)}>
          Visa {ROWS_AT_ONCE} till
        </button>
      )}
      {rows <= MOST_ROWS ? (
        <button type="button" className="link-button" onClick={() => onShow(rows)}>
          Visa alla
        </button>
      ) : (
        <span className="soft">Alla får inte plats här: sök, eller hämta hela tabellen under Ladda ner.</span>
      )}
    </p>
  );
}

interface Props {
  readonly table: Table;
  /** Where the whole table can be had as a file. */
  readonly download: string | undefined;
}

/** A table of the report with its unit under every name, and what is missing said in words. */
export function ReportTable({ table, download }: Props): ReactElement {
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const [search, setSearch] = useState("");
  const printing = usePrinting();
  const found = useMemo(() => {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    return words.length === 0 ? table.rows : table.rows.filter((row) => matches(row, table, words));
  }, [table, search]);
  const rows = found.slice(0, printing ? Math.max(most, ROWS_ON_PAPER) : most);
  const columns = table.columns.map((column) => ({ column, numeric: isNumeric(table, column) }));
  const unprinted = found.length - rows.length;
  return (
    <div className="report-table">
      {table.rows.length > ROWS_AT_ONCE && (
        <label className="table-search no-print">
          <span>
            Sök i tabellen<span className="visually-hidden"> {table.title}</span>
          </span>
          <input
            type="search"
            className="input"
            value={search}
            onChange={(event) => {
              setSearch(event.target.value);
              setMost(ROWS_AT_ONCE);
            }}
          />
        </label>
      )}
      <div className="scroll" role="region" aria-label={table.title} tabIndex={0}>
        <table className="table">
          <caption>{table.title}</caption>
          <thead>
            <tr>
              {columns.map(({ column, numeric }) => (
                <th key={column.key} scope="col" className={numeric ? "number" : undefined}>
                  {column.label}
                  {unitBeside(column) !== "" && <span className="unit">{unitBeside(column)}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                {columns.map(({ column, numeric }) => (
                  <Cell key={column.key} row={row} column={column} table={table} numeric={numeric} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.rows.length === 0 && <p className="soft">Tabellen är tom.</p>}
      {table.rows.length > 0 && found.length === 0 && (
        <p className="soft" role="status">
          Ingen rad innehåller det du söker.
        </p>
      )}
      <MoreRows shown={rows.length} rows={found.length} onShow={setMost} />
      {unprinted > 0 && (
        <p className="print-only help">
          Här står {formatNumber(rows.length)} av {formatNumber(found.length)} rader.{" "}
          {download !== undefined && `Hela tabellen: ${location.origin}${download}`}
        </p>
      )}
      {table.notes.map((note) => (
        <p key={note} className="help">
          {note}
        </p>
      ))}
    </div>
  );
}
