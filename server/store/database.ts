import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** One database behind the store, whatever its engine. */
export interface Database {
  readonly engine: "sqlite" | "postgresql";
  /** For reading: sees what has been committed, and nothing else. */
  readonly read: Kysely<Tables>;
  /**
   * Runs `work` in a transaction and resolves after the commit is on disk; when it throws, nothing of it stays.
   * It may await nothing but its own queries: other writes wait for it.
   */
  readonly write: <T>(work: (trx: Kysely<Tables>) => Promise<T>) => Promise<T>;
  backup(file: string): Promise<{ bytes: number }>;
  close(): Promise<void>;
}
