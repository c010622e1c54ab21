import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "./open.ts";
import { RestoreRefused, restoreSqlite, type RestoreCode } from "./restore.ts";
import type { Store } from "./store.ts";
import { createDatabase } from "../../tests/store/engines.ts";
import { createTestStudy, revision, study } from "../../tests/store/small-study.ts";

const AT = new Date("2026-03-01T12:00:00.000Z");
let folder: string;
let target: string;
let backup: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "behovskartan-restore-"));
  target = join(folder, "live.sqlite");
  backup = join(folder, "backup.sqlite");
  store = await openStore({ file: target });
  await createTestStudy(store);
  await store.saveRevision(await revision(store, { a: 1 }, { kind: "submitted" }));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const latestIn = async (file: string) => {
  const opened = await openStore({ file });
  const state = await opened.findResponseOf((await revision(opened, {})).assignment);
  await opened.close();
  return state?.latest;
};

/** Refused, with this code, and the database as it was. */
const expectRefusal = async (file: string, code: RestoreCode) => {
  await store.close();
  const before = readFileSync(target);
  const files = readdirSync(folder);
  let refusal: unknown;
  try {
    restoreSqlite(file, target, AT);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(RestoreRefused);
  expect((refusal as RestoreRefused).code).toBe(code);
  expect(readFileSync(target).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(files);
};

test("a backup taken while answers are saved is whole, and holds all that was acknowledged before it", async () => {
  let saving = true;
  const { assignment } = await revision(store, {});
  const writer = (async () => {
    for (let base = 1; saving; base++) {
      await store.saveRevision(await revision(store, { a: base, text: "x".repeat(3000) }, { baseRevision: base }));
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const before = (await store.findResponseOf(assignment))?.latest.revision ?? 0;
  const { bytes } = await store.backup(backup);
  saving = false;
  await writer;
  expect(bytes).toBeGreaterThan(10_000);
  expect((await latestIn(backup))?.revision).toBeGreaterThanOrEqual(before);
  expect(existsSync(`${backup}.unfinished`)).toBe(false);
});

test("a restored database holds what the backup held, and the one that it replaced lies beside it", async () => {
  await store.backup(backup);
  await store.saveRevision(await revision(store, { a: 2 }, { baseRevision: 1 }));
  await store.close();
  const { replaced } = restoreSqlite(backup, target, AT);
  expect((await latestIn(target))?.answers).toEqual({ a: 1 });
  expect((await latestIn(replaced ?? ""))?.answers).toEqual({ a: 2 });
});

test("a backup can be restored where no database is", async () => {
  await store.backup(backup);
  const fresh = join(folder, "fresh.sqlite");
  expect(restoreSqlite(backup, fresh, AT)).toEqual({ replaced: undefined });
  expect((await latestIn(fresh))?.answers).toEqual({ a: 1 });
});

test("files copied from a running server are restored with the newest answers, which lie in the log", async () => {
  copyFileSync(target, backup);
  copyFileSync(`${target}-wal`, `${backup}-wal`);
  const fresh = join(folder, "fresh.sqlite");
  restoreSqlite(backup, fresh, AT);
  expect((await latestIn(fresh))?.answers).toEqual({ a: 1 });
});

test("a file that is missing, empty or no database is refused", async () => {
  await expectRefusal(join(folder, "saknas"), "not-found");
  writeFileSync(backup, "");
  await expectRefusal(backup, "not-a-database");
  writeFileSync(backup, "SQLite format 3".padEnd(5000));
  await expectRefusal(backup, "not-a-database");
});

test("a file that was cut off is refused", async () => {
  await store.backup(backup);
  truncateSync(backup, 40_000);
  await expectRefusal(backup, "damaged");
});

test("a file with a page overwritten is refused", async () => {
  const { bytes } = await store.backup(backup);
  const content = readFileSync(backup);
  content.fill(0xa5, Math.floor(bytes / 8192) * 4096, Math.floor(bytes / 8192) * 4096 + 4096);
  writeFileSync(backup, content);
  await expectRefusal(backup, "damaged");
});

test("a row that refers to a row that is gone is refused", async () => {
  await store.backup(backup);
  const database = new Sqlite(backup);
  database.pragma("foreign_keys = OFF");
  database.exec("delete from responses");
  database.close();
  await expectRefusal(backup, "damaged");
});

test("a database of another program, and one of a newer version of this, are refused", async () => {
  const other = new Sqlite(backup);
  other.exec("create table t (a)");
  other.close();
  await expectRefusal(backup, "not-a-database");
  const newerDatabase = await createDatabase("sqlite");
  const { where } = newerDatabase;
  if (!("file" in where)) throw new Error("not a file");
  await (await openStore(where)).close();
  const newer = new Sqlite(where.file);
  newer.exec("insert into kysely_migration values ('999-later', '2030-01-01')");
  newer.close();
  await expectRefusal(where.file, "unknown-migrations");
  await newerDatabase.remove();
});

test("a database that is in use is not replaced", async () => {
  await store.backup(backup);
  expect(() => restoreSqlite(backup, target, AT)).toThrow("används");
  expect((await store.findStudy(study.id))?.study).toEqual(study);
});

test("a database written by a newer version is not opened", async () => {
  await store.close();
  const newer = new Sqlite(target);
  newer.exec("insert into kysely_migration values ('999-later', '2030-01-01')");
  newer.close();
  await expect(openStore({ file: target })).rejects.toThrow("newest schema");
});
