import type { Table, TableRow, Tables } from "../section.ts";

/** Whether a table tells municipalities apart. */
export const hasMunicipality = ({ columns }: Table): boolean => columns.some(({ key }) => key === "municipality");

/** The rows about one municipality; tables that tell none apart stay whole. Nothing is computed anew. */
export const narrowTables = (tables: Tables, municipality: string): Tables => narrowEach(tables)(municipality);

/** The same for one municipality after the other: every row is looked at once for all of them. */
export function narrowEach(tables: Tables): (municipality: string) => Tables {
  const entries = Object.entries(tables).map(
    ([id, table]) => [id, table, hasMunicipality(table) ? byMunicipality(table.rows) : undefined] as const,
  );
  return (municipality) =>
    Object.fromEntries(
      entries.map(([id, table, rows]) => [
        id,
        rows === undefined ? table : { ...table, rows: rows.get(municipality) ?? [] },
      ]),
    );
}

function byMunicipality(rows: readonly TableRow[]): ReadonlyMap<string, readonly TableRow[]> {
  const found = new Map<string, TableRow[]>();
  for (const row of rows) {
    if (typeof row.municipality !== "string") continue;
    const those = found.get(row.municipality);
    if (those === undefined) found.set(row.municipality, [row]);
    else those.push(row);
  }
  return found;
}
