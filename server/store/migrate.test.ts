import Sqlite from "better-sqlite3";
import { Kysely, PostgresDialect, SqliteDialect } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { ENGINES, createDatabase, type TestDatabase } from "../../tests/store/engines.ts";
import { AT } from "../../tests/store/small-study.ts";
import { migrations } from "./migrations/index.ts";
import { openStore } from "./open.ts";

/** A connection behind the store's back. */
const connect = ({ where }: TestDatabase): Kysely<unknown> =>
  new Kysely({
    dialect:
      "file" in where
        ? new SqliteDialect({ database: new Sqlite(where.file) })
        : new PostgresDialect({ pool: new pg.Pool({ connectionString: where.databaseUrl, max: 1 }) }),
  });

describe.each(ENGINES)("on %s", (engine) => {
  test("a database of the first schema is brought up to date, and its links are without limits", async () => {
    const database = await createDatabase(engine);
    const db = connect(database);
    const first = { "001-initial": { up: (trx: Kysely<unknown>) => migrations["001-initial"].up(trx, { engine }) } };
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(first) } });
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    await db.destroy();
    await database.run(`insert into studies (id, title, definition, invented, status, created_at)
      values ('gammal', 'Gammal', '{}', 0, 'open', '${AT}')`);
    await database.run(`insert into links (id, kind, study_id, token_hash, created_at)
      values ('l', 'view', 'gammal', 'h', '${AT}')`);
    const store = await openStore(database.where);
    expect(await store.listLinks("gammal")).toEqual([{ id: "l", kind: "view", createdAt: AT, answers: 0 }]);
    expect(await store.proposals("gammal")).toEqual({ version: 0, proposals: [] });
    await store.close();
    await database.remove();
  });
});
