import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import type { Tables } from "./tables.ts";

const CONNECTIONS = 20;
/** serialization_failure, deadlock_detected: the server undid the transaction and asks for it once more. */
const TRY_AGAIN = new Set(["40001", "40P01"]);
const ATTEMPTS = 5;
/** bigint: what `count(*)` gives. */
const INT8 = 20;

/** A pool of connections to PostgreSQL 13 or newer; any number of processes may share the database. */
export async function openPostgres(databaseUrl: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS, types: { getTypeParser: parserOf } });
  // A connection that breaks while nobody uses it is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  const read = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(read, { engine: "postgresql" });
  return {
    engine: "postgresql",
    read,
    async write(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await read.transaction().execute(work);
        } catch (error) {
          if (attempt === ATTEMPTS || !(error instanceof pg.DatabaseError) || !TRY_AGAIN.has(error.code ?? ""))
            throw error;
        }
      }
    },
    backup: () =>
      Promise.reject(new Error("Säkerhetskopiera PostgreSQL med pg_dump: kommandot backup gäller bara SQLite.")),
    close: () => read.destroy(),
  };
}

const parserOf: pg.CustomTypesConfig["getTypeParser"] = (oid: number, format?: "text" | "binary") =>
  oid === INT8 ? (Number as never) : (pg.types.getTypeParser(oid, format) as never);
