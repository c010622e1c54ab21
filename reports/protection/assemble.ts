/** The tables of the publication, from those of the real and of the protected answers. */
import type { Table, TableCell, TableRow } from "../section.ts";
import { missing } from "../sections/cells.ts";
import type { Claim } from "./claims.ts";
import type { ClaimedTable } from "./claimed-cells.ts";
import type { Terms } from "./person-cells.ts";

const HIDDEN = missing("suppressed");

/**
 * A table with claims. Everything that no claim lets through comes from the protected answers.
 *
 * `mayShow`: whether anybody may know the exact sum
 */
export function assembled(
  { table: real, claims }: ClaimedTable,
  safe: Table,
  mayShow: (terms: Terms) => boolean,
): Table {
  const aligned =
    real.rows.length === safe.rows.length && real.rows.every((row, i) => isSameRow(real, row, safe.rows[i]));
  if (!aligned) return withoutClaimed(safe, claims);
  const rows = real.rows.map((row, i): TableRow => {
    const cells: Record<string, TableCell> = { ...safe.rows[i] };
    for (const [column, claim] of claims[i] ?? [])
      cells[column] = shown(claim, row[column] ?? HIDDEN, cells[column] ?? HIDDEN, mayShow);
    return cells;
  });
  return { ...safe, rows };
}

function shown(claim: Claim, real: TableCell, safe: TableCell, mayShow: (terms: Terms) => boolean): TableCell {
  switch (claim.kind) {
    case "answers":
      return real;
    case "unknown":
      return typeof safe === "object" && claim.from.every(mayShow) ? safe : HIDDEN;
    case "count":
      return mayShow(claim.terms) ? real : HIDDEN;
    case "low":
    case "high":
      return mayShow(claim.terms) ? real : safe;
    case "follows":
      return claim.from.every(mayShow) ? real : HIDDEN;
  }
}

/** Ids and codes stand for the same in both. */
const isSameRow = ({ columns }: Table, a: TableRow, b: TableRow | undefined): boolean =>
  b !== undefined &&
  columns.every(
    ({ key, unit }) => unit !== "code" || typeof a[key] !== "string" || typeof b[key] !== "string" || a[key] === b[key],
  );

/** Where rows cannot be told to be the same, what might be a sum with hidden parts left out is not shown at all. */
function withoutClaimed(table: Table, claims: ClaimedTable["claims"]): Table {
  const columns = new Set(claims.flatMap((of) => [...of.keys()]));
  const rows = table.rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, columns.has(key) ? HIDDEN : cell])),
  );
  return { ...table, rows };
}
