import { sql, type Kysely } from "kysely";
import type { MigrationContext } from "../migrate.ts";

/** Links that take so many answers, or until a day; and the investigator's own proposals, each list as it was saved. */
export async function up(db: Kysely<unknown>, { engine }: MigrationContext): Promise<void> {
  const strict = engine === "sqlite" ? "strict" : "";
  const run = (text: string) => sql.raw(text).execute(db);

  await run("alter table links add column max_answers integer");
  await run("alter table links add column until text");
  await run("alter table links add column answers integer not null default 0");

  await run(`create table study_proposals (
    study_id text not null references studies (id), version integer not null, proposals text not null,
    saved_at text not null, primary key (study_id, version)) ${strict}`);
}
