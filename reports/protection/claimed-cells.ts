/** The claims of all tables, each checked against the tables of the real answers. */
import type { Table, Tables } from "../section.ts";
import type { Claim, Declared, Declarations } from "./claims.ts";
import { valueOf, type Sum } from "./people-system.ts";
import type { Terms } from "./person-cells.ts";

/** By section, the tables that it made; undefined for a section without tables. */
export type SectionTables = ReadonlyMap<string, Tables>;

export interface ClaimedTable {
  readonly section: string;
  readonly table: Table;
  /** By row of the table, then by column. */
  readonly claims: readonly ReadonlyMap<string, Claim>[];
}

const TOLERANCE = 1e-9;

/**
 * `onWrong`: told of a claim that does not hold: a count is then not shown, an end of a range is taken from the tables
 *   of the protected answers
 */
export function claimedTables(
  tables: SectionTables,
  declarations: Readonly<Record<string, readonly Declarations[]>>,
  declared: Declared,
  onWrong: (section: string, table: string, column: string) => void,
): readonly ClaimedTable[] {
  return [...tables].flatMap(([section, of]) => {
    const claimsOf = Object.assign(
      {},
      ...(declarations[section] ?? []).map((claims) => claims(declared)),
    ) as ReturnType<Declarations>;
    return Object.values(of).flatMap((table): ClaimedTable[] => {
      const claimsOfRow = claimsOf[table.id];
      if (claimsOfRow === undefined) return [];
      const claims = table.rows.map((row) => {
        const claims = Object.entries(claimsOfRow(row));
        const wrong = claims.filter(([column, claim]) => typeof row[column] === "number" && !holds(claim, row[column]));
        for (const [column] of wrong) onWrong(section, table.id, column);
        const isWrong = wrong.some(([, { kind }]) => kind === "count");
        const kept = new Map<string, Claim>();
        for (const [column, claim] of claims)
          if (isWrong && (claim.kind === "follows" || (claim.kind === "count" && !holds(claim, row[column]))))
            kept.set(column, { kind: "unknown", from: partsOf(claim) });
          else if (holds(claim, row[column])) kept.set(column, claim);
          // Where the sum is no answer ("more went on than came"), neither is what a part of it adds up to.
          else if (claim.kind === "count" && claim.terms.length > 0)
            kept.set(column, { kind: "unknown", from: partsOf(claim) });
        return kept;
      });
      return [{ section, table, claims }];
    });
  });
}

/** What a claim rests on, term by term: a sum that is no number of the tables is in no system. */
const partsOf = (claim: Extract<Claim, { kind: "count" | "follows" }>): readonly Terms[] =>
  (claim.kind === "count" ? [claim.terms] : claim.from).flatMap((terms) => terms.map((term) => [term]));

function holds(claim: Claim, cell: unknown): boolean {
  if (claim.kind === "answers" || claim.kind === "follows" || claim.kind === "unknown") return true;
  return typeof cell === "number" && Math.abs(valueOf(claim.terms) - cell) < TOLERANCE;
}

/** What the claims say is shown, as sums. A total is dearer to hide than what it is made of. */
export function sumsOf(tables: readonly ClaimedTable[]): readonly Sum[] {
  return tables.flatMap(({ section, table, claims }) =>
    claims.flatMap((of, row) =>
      [...of].flatMap(([column, claim]): Sum[] => {
        const id = `${section}.${table.id}|${keyOf(table, row)}|${column}`;
        if (claim.kind === "answers" || claim.kind === "unknown") return [];
        if (claim.kind === "follows")
          return claim.from.map((terms, i) => ({ id: `${id}/${i + 1}`, terms, cost: 1, displayed: false }));
        return [{ id, terms: claim.terms, cost: claim.cost ?? costOf(claim.terms), displayed: true }];
      }),
    ),
  );
}

const costOf = (terms: Terms): number => 4 + Math.min(20, terms.length);

/** Ids and codes of a row, as they stand. */
export function keyOf({ columns, rows }: Table, row: number): string {
  const of = rows[row] ?? {};
  return columns
    .flatMap(({ key, unit }) => (unit === "code" || unit === "" ? [of[key]] : []))
    .map((cell) => (typeof cell === "string" ? cell : ""))
    .join("|");
}
