/** Putting a backup in the place of the database. What was there before is kept beside it. */
import {
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  closeSync,
  renameSync,
  rmSync,
  fsyncSync,
  statSync,
} from "node:fs";
import Sqlite from "better-sqlite3";
import { migrationNames } from "./migrations/index.ts";

export type RestoreCode = "not-found" | "not-a-database" | "damaged" | "unknown-migrations" | "in-use";

/** The backup was refused; nothing was changed. The message is for the person at the keyboard. */
export class RestoreRefused extends Error {
  readonly code: RestoreCode;
  constructor(code: RestoreCode, message: string) {
    super(message);
    this.code = code;
  }
}

const HEADER = "SQLite format 3\0";

/**
 * Replaces `target` by a copy of `file`. The server must be stopped.
 *
 * @returns where the database that was replaced lies now, if there was one
 * @throws {RestoreRefused} when `file` is not a whole database of this program, or `target` is in use; then `target`
 *   is as it was
 */
export function restoreSqlite(file: string, target: string, at: Date): { readonly replaced: string | undefined } {
  const copy = `${target}.unfinished`;
  removeDatabase(copy);
  try {
    checkHeader(file);
    copyFileSync(file, copy);
    // A copy taken of the files of a running server has its newest pages in the log beside it.
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    checkDatabase(file, copy);
    const replaced = existsSync(target) ? setAside(target, at) : undefined;
    sync(copy);
    renameSync(copy, target);
    return { replaced };
  } finally {
    removeDatabase(copy);
  }
}

function checkHeader(file: string): void {
  if (!existsSync(file)) throw new RestoreRefused("not-found", `Det finns ingen fil ${file}.`);
  const header = Buffer.alloc(100);
  const handle = openSync(file, "r");
  const read = readSync(handle, header, 0, 100, 0);
  closeSync(handle);
  if (read < 100 || header.toString("latin1", 0, 16) !== HEADER) {
    throw new RestoreRefused("not-a-database", `${file} är inte en säkerhetskopia: filen är ingen SQLite-databas.`);
  }
  // Bytes 16–17: page size (1 stands for 65 536); bytes 28–31: number of pages. https://sqlite.org/fileformat2.html
  const stored = header.readUInt16BE(16);
  const expected = (stored === 1 ? 65_536 : stored) * header.readUInt32BE(28);
  const { size } = statSync(file);
  if (!existsSync(`${file}-wal`) && size < expected) {
    throw new RestoreRefused("damaged", `${file} är inte hel: ${size} byte av ${expected}.`);
  }
}

/** Opening the copy moves a log beside it into the file. */
function checkDatabase(file: string, copy: string): void {
  const damaged = (why: string) => new RestoreRefused("damaged", `${file} är inte hel: ${why}.`);
  let database: Sqlite.Database | undefined;
  try {
    database = new Sqlite(copy);
    database.pragma("journal_mode = DELETE");
    const whole = database.pragma("integrity_check(1)", { simple: true });
    if (whole !== "ok") throw damaged(String(whole));
    if ((database.pragma("foreign_key_check") as unknown[]).length > 0)
      throw damaged("rader hänvisar till rader som saknas");
    checkMigrations(file, database);
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) throw damaged(error.message);
    throw error;
  } finally {
    database?.close();
  }
}

/** An older database is brought to the newest schema when it is opened; a newer one cannot be read. */
function checkMigrations(file: string, database: Sqlite.Database): void {
  const table = database
    .prepare("select 1 from sqlite_schema where type = 'table' and name = 'kysely_migration'")
    .get();
  if (table === undefined) {
    throw new RestoreRefused("not-a-database", `${file} är en SQLite-databas, men inte från Behovskartan.`);
  }
  const names = database.prepare<[], string>("select name from kysely_migration order by name").pluck().all();
  const unknown = names.find((name, i) => name !== migrationNames[i]);
  if (unknown !== undefined) {
    throw new RestoreRefused(
      "unknown-migrations",
      `${file} är skriven av en annan version av Behovskartan (${unknown}). Uppdatera programmet och försök igen.`,
    );
  }
}

/** Folds the log into the file, which SQLite refuses while anybody else has it open, and moves it aside. */
function setAside(target: string, at: Date): string {
  try {
    const database = new Sqlite(target, { timeout: 0 });
    try {
      database.pragma("journal_mode = DELETE");
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      throw new RestoreRefused("in-use", `${target} används. Stoppa servern och försök igen.`);
    }
    // Anything else is a database that is damaged itself: it is kept as it is.
  }
  const aside = `${target}.replaced-${at.toISOString().replaceAll(":", "").slice(0, 17)}`;
  for (const ending of ["", "-wal", "-shm"]) {
    if (existsSync(target + ending)) renameSync(target + ending, aside + ending);
  }
  return aside;
}

function sync(file: string): void {
  const handle = openSync(file, "r+");
  fsyncSync(handle);
  closeSync(handle);
}

function removeDatabase(file: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(file + ending, { force: true });
}
