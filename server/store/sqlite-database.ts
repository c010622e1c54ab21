import { mkdirSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
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
  const log = await openLog(file, writeHandle);
  const commits = createGroupCommit(writer, () => log.datasync());
  return {
    engine: "sqlite",
    read,
    write: (work) => commits.write(work),
    backup: (target) => backupSqlite(writeHandle, target),
    async close() {
      await commits.idle();
      await log.close();
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

/**
 * The write-ahead log, which holds what was committed last. With `synchronous = NORMAL` SQLite writes it at a commit
 * without waiting for the disk, but syncs it whenever it is begun anew and before it is moved into the file; waiting is
 * then ours, in another thread, for all commits that were made meanwhile. The log stays the same file as long as a
 * connection is open.
 */
async function openLog(file: string, handle: Sqlite.Database): Promise<FileHandle> {
  handle.pragma("synchronous = NORMAL");
  handle.pragma("user_version"); // Reading is what makes the log, where there is none yet.
  return await open(`${file}-wal`, "r+");
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
