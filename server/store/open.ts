import { assignments } from "./assignments.ts";
import type { Database } from "./database.ts";
import { definitions } from "./definitions.ts";
import { links } from "./links.ts";
import { openPostgres } from "./postgres-database.ts";
import { projections } from "./projections.ts";
import { proposals } from "./proposals.ts";
import { publications } from "./publications.ts";
import { responses } from "./responses.ts";
import { revisions } from "./revisions.ts";
import { saving } from "./save-revision.ts";
import { openSqlite } from "./sqlite-database.ts";
import { statistics } from "./statistics.ts";
import type { Store } from "./store.ts";
import { studies } from "./studies.ts";
import { tokens } from "./tokens.ts";
import { users } from "./users.ts";

/**
 * Opens the store and brings its schema up to date. Exactly one of `databaseUrl` (PostgreSQL) and `file` (SQLite; made
 * when it does not exist) is used; the URL goes first.
 *
 * @throws {RangeError} when neither is given
 * @throws {Error} when the database cannot be opened or was written by a newer program
 */
export async function openStore(where: {
  databaseUrl?: string | undefined;
  file?: string | undefined;
}): Promise<Store> {
  return storeOver(await openDatabase(where));
}

function openDatabase({ databaseUrl, file }: { databaseUrl?: string | undefined; file?: string | undefined }) {
  if (databaseUrl !== undefined) return openPostgres(databaseUrl);
  if (file !== undefined) return openSqlite(file);
  throw new RangeError("invalid store; neither databaseUrl nor file is given");
}

const storeOver = (database: Database): Store => ({
  engine: database.engine,
  close: () => database.close(),
  backup: (file) => database.backup(file),
  ...studies(database),
  ...definitions(database),
  ...assignments(database),
  ...links(database),
  ...responses(database),
  ...revisions(database),
  ...saving(database),
  ...proposals(database),
  ...statistics(database),
  ...users(database),
  ...tokens(database),
  analysis: projections(database),
  publications: publications(database),
});
