/** an empty database of each engine. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";

export interface TestDatabase {
  /** What `openStore` opens. */
  readonly where: { readonly databaseUrl: string } | { readonly file: string };
  /** Runs SQL behind the store's back. */
  run(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  remove(): Promise<void>;
}

export const ENGINES = ["sqlite", "postgresql"] as const;

export const createDatabase = (engine: (typeof ENGINES)[number]): Promise<TestDatabase> =>
  engine === "sqlite" ? createSqliteFile() : createPostgresDatabase();

async function createSqliteFile(): Promise<TestDatabase> {
  const { default: Sqlite } = await import("better-sqlite3");
  const folder = mkdtempSync(join(tmpdir(), "behovskartan-store-"));
  const file = join(folder, "test.sqlite");
  return {
    where: { file },
    run(text) {
      const database = new Sqlite(file);
      try {
        const statement = database.prepare<[], Record<string, unknown>>(text);
        if (statement.reader) return Promise.resolve(statement.all());
        statement.run();
        return Promise.resolve([]);
      } catch (error) {
        return Promise.reject(error instanceof Error ? error : new Error("unknown"));
      } finally {
        database.close();
      }
    },
    remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  };
}

async function createPostgresDatabase(): Promise<TestDatabase> {
  const server = inject("postgres");
  if ("failure" in server) throw new Error(server.failure);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const databaseUrl = `${server.url}/${name}`;
  await query(`${server.url}/postgres`, `create database ${name}`);
  return {
    where: { databaseUrl },
    run: (text) => query(databaseUrl, text),
    remove: () => dropDatabase(server.url, name),
  };
}

/** Connections that were closed just before are not gone at once on the server. */
async function dropDatabase(server: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await query(`${server}/postgres`, `drop database ${name}`);
      return;
    } catch (error) {
      const isInUse = error instanceof pg.DatabaseError && error.code === "55006";
      if (!isInUse || attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function query(url: string, text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
