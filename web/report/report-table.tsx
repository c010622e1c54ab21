import { useState, type ReactElement } from "react";
import type { Table, TableColumn, TableRow } from "../../reports/section.ts";
import { formatNumber } from "../../reports/text/format.ts";
import { cellText, unitText } from "./cell-text.ts";
import { usePrinting } from "./use-printing.ts";

/** Rows shown at once; the rest come when they are asked for, since a table may have thousands. */
const ROWS_AT_ONCE = 100;

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

/** A table of the report with its unit under every name, and what is missing said in words. */
export function ReportTable({ table }: { table: Table }): ReactElement {
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  const rows = all || printing ? table.rows : table.rows.slice(0, ROWS_AT_ONCE);
  const columns = table.columns.map((column) => ({ column, numeric: isNumeric(table, column) }));
  const hidden = table.rows.length - rows.length;
  return (
    <div className="report-table">
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
      {hidden > 0 && (
        <button type="button" className="link-button no-print" onClick={() => setAll(true)}>
          Visa {formatNumber(hidden)} rader till
        </button>
      )}
      {table.notes.map((note) => (
        <p key={note} className="help">
          {note}
        </p>
      ))}
    </div>
  );
}
