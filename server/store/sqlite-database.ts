import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from "kysely";
import { backupSqlite } from "./backup.ts";
import type { Database } from "./database.ts";
import { createGroupCommit } from "./group-commit.ts";
import { migrate } from "./migrate.ts";
import type { Tables } from "./tables.ts";

const MOST_STATEMENTS = 500;
/** Pages of the log that are gathered before they are moved into the file (16 MB); fewer moves, fewer waits. */
const CHECKPOINT_PAGES = 4000;

/**
 * Opens a file, and makes it when it does not exist, with one connection for reading and one for writing: readers see
 * only what has been committed, and never wait for writers.
 */
export async function openSqlite(file: string): Promise<Database> {
  mkdirSync(dirname(file), { recursive: true });
  const migrating = kyselyOver(openHandle(file, 15_000));
  await migrate(migrating, { engine: "sqlite" });
  await migrating.destroy();

  const readHandle = openHandle(file, 15_000);
  // 0: the group commit itself waits for the write lock.
  const writeHandle = openHandle(file, 0);
  const read = kyselyOver(readHandle);
  const writer = kyselyOver(writeHandle);
  const commits = createGroupCommit(writer);
  return {
    engine: "sqlite",
    read,
    write: (work) => commits.write(work),
    backup: (target) => backupSqlite(writeHandle, target),
    async close() {
      await commits.idle();
      readHandle.close();
      writeHandle.close();
    },
  };
}

function openHandle(file: string, timeout: number): Sqlite.Database {
  const handle = new Sqlite(file, { timeout });
  handle.pragma("journal_mode = WAL");
  handle.pragma("synchronous = FULL");
  handle.pragma("foreign_keys = ON");
  handle.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  return handle;
}

const kyselyOver = (handle: Sqlite.Database): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new SqliteDialect({ database: withCachedStatements(handle) }) });

/** Kysely prepares every query anew, which costs more than running it. */
function withCachedStatements(handle: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => void handle.close(),
    prepare(text) {
      const known = statements.get(text);
      if (known !== undefined) return known;
      if (statements.size >= MOST_STATEMENTS) statements.clear();
      const statement = handle.prepare<unknown[]>(text) as SqliteStatement;
      statements.set(text, statement);
      return statement;
    },
  };
}
