/**
 * Group commit: one durable commit costs the same for one write as for a hundred, so the writes that arrive while a
 * commit is under way share the next one. A write that throws is undone alone; a write may run twice, but is kept once.
 *
 * Writes go on while what was committed is brought to disk: nobody is told of a write before that is done.
 */
import { CompiledQuery, type Kysely } from "kysely";

/** Larger ones cost hardly less a write, and those who wait for them would all be idle at the same time. */
const LARGEST_GROUP = 24;
/** How long another process (an import, a backup) may hold the write lock before a write gives up. */
const PATIENCE_MS = 15_000;

interface Waiting<T> {
  readonly work: (trx: Kysely<T>) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Committed extends Pick<Waiting<never>, "resolve" | "reject"> {
  readonly value: unknown;
}

export interface GroupCommit<T> {
  write<R>(work: (trx: Kysely<T>) => Promise<R>): Promise<R>;
  /** Resolves when no write is waiting or under way, and all are on disk. */
  idle(): Promise<void>;
}

/**
 * @param db a connection of its own that nothing else uses
 * @param flush brings everything that was committed before the call to disk
 */
export function createGroupCommit<T>(db: Kysely<T>, flush: () => Promise<void>): GroupCommit<T> {
  const waiting: Waiting<T>[] = [];
  let running: Promise<void> | undefined;
  let committed: Committed[] = [];
  let flushing: Promise<void> | undefined;

  async function runAll(): Promise<void> {
    while (waiting.length > 0) {
      // Lets the sockets be read first, so that more writes can join.
      await new Promise((resolve) => setImmediate(resolve));
      const group = waiting.splice(0, LARGEST_GROUP);
      const kept = await db.connection().execute((connection) => commitGroup(connection, group));
      // Only now: while the group was written, those of earlier groups may have been taken to be told.
      committed.push(...kept);
      // Of a group that was refused whole there is nothing to bring to disk.
      if (committed.length > 0) flushing ??= flushAll();
    }
    running = undefined;
  }

  async function flushAll(): Promise<void> {
    while (committed.length > 0) {
      const done = committed;
      committed = [];
      try {
        await flush();
        for (const { resolve, value } of done) resolve(value);
      } catch (error) {
        for (const { reject } of done) reject(error);
      }
    }
    flushing = undefined;
  }

  return {
    write: <R>(work: (trx: Kysely<T>) => Promise<R>) =>
      new Promise<R>((resolve, reject) => {
        waiting.push({ work, resolve: (value) => resolve(value as R), reject });
        running ??= runAll();
      }),
    idle: async () => {
      while (running !== undefined || flushing !== undefined) await (running ?? flushing);
    },
  };
}

const command = (text: string) => CompiledQuery.raw(text);
const BEGIN = command("begin immediate");
const COMMIT = command("commit");
const ROLLBACK = command("rollback");

/**
 * Writes seldom throw, so they are not marked one by one: when one throws, each runs again in a commit of its own. What
 * cannot be committed is rejected.
 */
async function commitGroup<T>(db: Kysely<T>, group: readonly Waiting<T>[]): Promise<readonly Committed[]> {
  const rejectAll = (error: unknown): readonly Committed[] => {
    for (const { reject } of group) reject(error);
    return [];
  };
  try {
    await begin(db);
  } catch (error) {
    return rejectAll(error);
  }
  try {
    const committed: Committed[] = [];
    for (const { work, resolve, reject } of group) committed.push({ value: await work(db), resolve, reject });
    await db.executeQuery(COMMIT);
    return committed;
  } catch (error) {
    // A full disk ends the transaction by itself; then there is nothing left to roll back.
    await db.executeQuery(ROLLBACK).catch(() => undefined);
    if (group.length === 1) return rejectAll(error);
    const alone: Committed[] = [];
    for (const one of group) alone.push(...(await commitGroup(db, [one])));
    return alone;
  }
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
