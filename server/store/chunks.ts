import type { Insertable, Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Both engines limit the number of parameters of one statement; this stays far below. */
const ROWS_A_STATEMENT = 100;

/** Inserts any number of rows, none included. */
export async function insertInChunks<Name extends keyof Tables>(
  trx: Kysely<Tables>,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await trx
      .insertInto(table)
      .values(rows.slice(start, start + ROWS_A_STATEMENT))
      .execute();
  }
}
