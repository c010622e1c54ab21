/** Forward only: a change of the schema is a new module in migrations/, never an edit of an old one. */
import type { Kysely } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import { migrations } from "./migrations/index.ts";

export interface MigrationContext {
  readonly engine: "sqlite" | "postgresql";
}

/**
 * Brings the database to the newest schema. Several processes may call it at once.
 *
 * @throws {Error} when a migration fails (nothing of it stays), or the database was written by a newer program
 */
export async function migrate<T>(db: Kysely<T>, context: MigrationContext): Promise<void> {
  const steps: Record<string, Migration> = {};
  for (const [name, { up }] of Object.entries(migrations)) steps[name] = { up: (trx) => up(trx, context) };
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(steps) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error("the database could not be brought to the newest schema", { cause: error });
}
