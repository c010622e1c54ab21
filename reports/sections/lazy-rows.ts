import type { Table, TableRow } from "../section.ts";

/**
 * A table whose rows are made when they are first asked for, and then kept. For tables of one row a party and place: over
 * 100 000 answers nobody reads them on a page, and the sentences and charts of large studies read the sums beside them.
 */
export function withLazyRows(table: Omit<Table, "rows">, makeRows: () => readonly TableRow[]): Table {
  let rows: readonly TableRow[] | undefined;
  return {
    ...table,
    get rows() {
      return (rows ??= makeRows());
    },
  };
}
