import { setTimeout as wait } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createGroupCommit, type GroupCommit } from "./group-commit.ts";

interface Tables {
  written: { n: number };
}

let db: Kysely<Tables>;
let commits: GroupCommit<Tables>;
/** Counts what happens, in order. */
let clock = 0;
/** When the latest flush that has ended began. */
let flushedFrom = 0;
let flushFails = false;

beforeEach(async () => {
  [clock, flushedFrom, flushFails] = [0, 0, false];
  db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Sqlite(":memory:") }) });
  await db.schema
    .createTable("written")
    .addColumn("n", "integer", (column) => column.unique())
    .execute();
  commits = createGroupCommit(db, async () => {
    const begun = ++clock;
    // Sometimes shorter than it takes to write a group, sometimes as long as several.
    await wait((begun * 7) % 50);
    if (flushFails) throw new Error("the disk is gone");
    flushedFrom = begun;
  });
});
afterEach(() => db.destroy());

/** Writes a number, and gives how long before the flush that it was told after it was written: more than 0. */
async function writeAndMeasure(n: number): Promise<number> {
  const writtenAt = await commits.write(async (trx) => {
    await wait(n % 2);
    await trx.insertInto("written").values({ n }).execute();
    return ++clock;
  });
  return flushedFrom - writtenAt;
}

test("every write is told, once a flush that began after it has ended, while others are written meanwhile", async () => {
  const told: Promise<number>[] = [];
  for (let n = 0; n < 200; n++) {
    told.push(writeAndMeasure(n));
    if (n % 5 === 0) await wait(1);
  }
  const distances = await Promise.all(told);
  expect(Math.min(...distances)).toBeGreaterThan(0);
  expect(await db.selectFrom("written").selectAll().execute()).toHaveLength(200);
});

test("a write that throws is undone alone", async () => {
  const outcomes = await Promise.allSettled([1, 2, 2, 3].map(writeAndMeasure));
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(await db.selectFrom("written").select("n").orderBy("n").execute()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test("nothing is acknowledged when the disk cannot be reached, and writes after that are told again", async () => {
  flushFails = true;
  await expect(writeAndMeasure(1)).rejects.toThrow("the disk is gone");
  flushFails = false;
  await expect(writeAndMeasure(2)).resolves.toBeGreaterThan(0);
  await commits.idle();
});
