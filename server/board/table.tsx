import type { ReactElement } from "react";
import type { Table, TableCell, TableColumn } from "../../reports/section.ts";
import { cellText, unitText } from "../../reports/text/cell-text.ts";
import { formatNumber } from "../../reports/text/format.ts";

interface Props {
  readonly table: Table;
  /** Which of its rows are set out; all of them where it is left out. */
  readonly rows?: Table["rows"];
  readonly threshold: number;
  /** Where the whole table stands, when these are its first rows. */
  readonly whole?: string | undefined;
  /** False where the page's heading has just said the title. */
  readonly titled?: boolean;
}

/** Beneath a finding on paper: larger tables are named there, and told where to find. */
const ROWS_ON_PAPER = 25;
const COLUMNS_ON_PAPER = 8;

const isNumeric = ({ rows }: Table, { key }: TableColumn): boolean => rows.some((row) => typeof row[key] === "number");

/** The unit, unless the name of the column says it already. */
function unitBeside({ label, unit }: TableColumn): string {
  const text = unitText(unit);
  return label.toLowerCase().includes(text) ? "" : text;
}

/** Small numbers, and those that would give them away, look the same. */
const HIDDEN = "visas inte";

const isHidden = (cell: TableCell | undefined): boolean => typeof cell === "object" && cell.missing === "suppressed";

interface CellProps {
  readonly table: Table;
  readonly column: TableColumn;
  readonly numeric: boolean;
  readonly cell: TableCell | undefined;
}

function Cell({ table, column, numeric, cell }: CellProps): ReactElement {
  if (typeof cell !== "object")
    return <td className={numeric ? "number" : undefined}>{cellText(cell, column, table.labels)}</td>;
  return (
    <td className={numeric ? "number cell-missing" : "cell-missing"}>
      <span>{isHidden(cell) ? HIDDEN : cellText(cell, column, table.labels)}</span>
    </td>
  );
}

const SMALL_WORDS = "noll en två tre fyra fem sex sju åtta nio tio".split(" ");

/** Why a figure is not shown, in words. */
export const whyHidden = (threshold: number): string =>
  `”Visas inte”: siffran gäller färre än ${SMALL_WORDS[threshold] ?? formatNumber(threshold)} personer, eller så skulle en sådan siffra gå att räkna ut ur den. De ska inte kunna kännas igen.`;

/** A table of a document with its unit under every name, and what is missing said in words. */
export function BoardTable({ table, rows = table.rows, threshold, whole, titled = true }: Props): ReactElement {
  const columns = table.columns.map((column) => ({ column, numeric: isNumeric(table, column) }));
  const begun = titled && rows.length < table.rows.length;
  const printed = !titled || (!begun && rows.length <= ROWS_ON_PAPER && columns.length <= COLUMNS_ON_PAPER);
  const hides = rows.some((row) => table.columns.some(({ key }) => isHidden(row[key])));
  return (
    <div className={printed ? "board-table" : "board-table board-table-unprinted"}>
      {!printed && (
        <p className="table-name" aria-hidden="true">
          {table.title}: {formatNumber(table.rows.length)} rader, i rapporten på webben och i dess filer.
        </p>
      )}
      <div className="scroll" role="region" aria-label={table.title} tabIndex={0}>
        <table className="table">
          <caption className={titled ? undefined : "visually-hidden"}>{table.title}</caption>
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
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map(({ column, numeric }) => (
                  <Cell key={column.key} table={table} column={column} numeric={numeric} cell={row[column.key]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.rows.length === 0 && <p className="soft">Tabellen är tom.</p>}
      {begun && (
        <p className="more-rows">
          Här står {formatNumber(rows.length)} av {formatNumber(table.rows.length)} rader.
          {whole !== undefined && (
            <>
              {" "}
              <a href={whole}>
                Hela tabellen<span className="visually-hidden">: {table.title}</span>
              </a>
            </>
          )}
        </p>
      )}
      {hides && <p className="help">{whyHidden(threshold)}</p>}
      {table.notes.map((note) => (
        <p key={note} className="help">
          {note}
        </p>
      ))}
    </div>
  );
}
