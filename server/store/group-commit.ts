/**
 * Group commit: one durable commit costs the same for one write as for a hundred, so the writes that arrive while a
 * commit is under way share the next one. A write that throws is undone alone.
 */
import { CompiledQuery, type Kysely } from "kysely";

const LARGEST_GROUP = 128;
/** How long another process (an import, a backup) may hold the write lock before a write gives up. */
const PATIENCE_MS = 15_000;

interface Waiting<T> {
  readonly work: (trx: Kysely<T>) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommit<T> {
  write<R>(work: (trx: Kysely<T>) => Promise<R>): Promise<R>;
  /** Resolves when no write is waiting or under way. */
  idle(): Promise<void>;
}

/** `db` is a connection of its own that nothing else uses. */
export function createGroupCommit<T>(db: Kysely<T>): GroupCommit<T> {
  const waiting: Waiting<T>[] = [];
  let running: Promise<void> | undefined;

  async function runAll(): Promise<void> {
    while (waiting.length > 0) {
      // Lets the sockets be read first, so that more writes can join.
      await new Promise((resolve) => setImmediate(resolve));
      const group = waiting.splice(0, LARGEST_GROUP);
      await db.connection().execute((connection) => commitGroup(connection, group));
    }
    running = undefined;
  }

  return {
    write: <R>(work: (trx: Kysely<T>) => Promise<R>) =>
      new Promise<R>((resolve, reject) => {
        waiting.push({ work, resolve: (value) => resolve(value as R), reject });
        running ??= runAll();
      }),
    idle: async () => {
      while (running !== undefined) await running;
    },
  };
}

const command = (text: string) => CompiledQuery.raw(text);
const BEGIN = command("begin immediate");
const COMMIT = command("commit");
const ROLLBACK = command("rollback");
const MARK = command("savepoint one");
const KEEP = command("release one");
const UNDO = command("rollback to one");

async function commitGroup<T>(db: Kysely<T>, group: readonly Waiting<T>[]): Promise<void> {
  const outcomes: (() => void)[] = [];
  try {
    await begin(db);
  } catch (error) {
    for (const one of group) one.reject(error);
    return;
  }
  try {
    for (const one of group) {
      await db.executeQuery(MARK);
      try {
        const value = await one.work(db);
        outcomes.push(() => one.resolve(value));
      } catch (error) {
        await db.executeQuery(UNDO);
        outcomes.push(() => one.reject(error));
      }
      await db.executeQuery(KEEP);
    }
    await db.executeQuery(COMMIT);
  } catch (error) {
    // A full disk ends the transaction by itself; then there is nothing left to roll back.
    await db.executeQuery(ROLLBACK).catch(() => undefined);
    for (const one of group) one.reject(error);
    return;
  }
  for (const outcome of outcomes) outcome();
}

/** Waits for the write lock without holding up the event loop, as SQLite's own busy handler would. */
async function begin<T>(db: Kysely<T>): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await db.executeQuery(BEGIN);
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("SQLITE_BUSY");
