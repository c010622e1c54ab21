import { sql, type Kysely } from "kysely";
import type { MigrationContext } from "../migrate.ts";

/** Publications: what is being prepared, the work on it, what was frozen, and links that lead to one. */
export async function up(db: Kysely<unknown>, { engine }: MigrationContext): Promise<void> {
  const sqlite = engine === "sqlite";
  const bytes = sqlite ? "blob" : "bytea";
  const real = sqlite ? "real" : "double precision";
  const strict = sqlite ? "strict" : "";
  const run = (text: string) => sql.raw(text).execute(db);

  await run(`create table publication_drafts (
    study_id text primary key references studies (id), version integer not null, plan text not null,
    saved_at text not null) ${strict}`);
  await run(`create table publications (
    id text primary key, study_id text not null references studies (id), title text not null, plan text not null,
    preview integer not null, created_at text not null,
    status text not null check (status in ('working', 'preview', 'published', 'failed')),
    stage text, done ${real} not null default 0, lease_owner text, lease_until text, attempts integer not null default 0,
    problem_code text, problem_message text, number integer, sha256 text, published_at text,
    check (status not in ('preview', 'published') or (number is not null and sha256 is not null)),
    check ((status = 'published') = (published_at is not null))) ${strict}`);
  await run("create index publications_study on publications (study_id)");
  await run("create unique index publications_working on publications (study_id) where status = 'working'");
  await run("create unique index publications_number on publications (study_id, number) where status = 'published'");
  await run(`create table publication_contents (
    publication_id text primary key references publications (id), content ${bytes} not null, memory ${bytes} not null,
    archive ${bytes} not null) ${strict}`);

  await run("alter table links add column publication_id text references publications (id)");
  await run("alter table links add column passcode_hash text");
  await run("alter table links add column may_download integer not null default 1");
  await run("create index links_publication on links (publication_id)");
  await run(`create table view_accesses (
    token_hash text primary key, link_id text not null references links (id), expires_at text not null) ${strict}`);
  await run("create index view_accesses_link on view_accesses (link_id)");

  if (sqlite) await freezeInSqlite(run);
  else await freezeInPostgres(run);
}

type Run = (text: string) => Promise<unknown>;

/** `insert or replace` and `update or replace` delete without calling the delete trigger, so they are refused too. */
async function freezeInSqlite(run: Run): Promise<void> {
  const refuse = (table: string, name: string, change: string, when: string) =>
    run(`create trigger ${table}_refuse_${name} before ${change} on ${table} ${when === "" ? "" : `when ${when}`}
      begin select raise(abort, '${table} never change'); end`);
  const sameNumber = "study_id = new.study_id and number = new.number";
  await refuse("publications", "update", "update", "old.status = 'published'");
  await refuse("publications", "delete", "delete", "old.status = 'published'");
  await refuse(
    "publications",
    "replace",
    "insert",
    `exists (select 1 from publications where status = 'published' and (id = new.id or (${sameNumber})))`,
  );
  await refuse(
    "publications",
    "same_number",
    "update",
    `exists (select 1 from publications where status = 'published' and id <> new.id and ${sameNumber})
      and new.status = 'published'`,
  );
  const published = "(select status from publications where id = old.publication_id) = 'published'";
  await refuse("publication_contents", "update", "update", "");
  await refuse("publication_contents", "delete", "delete", published);
  await refuse(
    "publication_contents",
    "replace",
    "insert",
    "exists (select 1 from publication_contents where publication_id = new.publication_id)",
  );
}

async function freezeInPostgres(run: Run): Promise<void> {
  await run(`create function refuse_published() returns trigger language plpgsql as $$ begin
    if exists (select 1 from publications where id = old.publication_id and status = 'published') then
      raise exception '% never change', tg_table_name;
    end if;
    return old; end $$`);
  await run(`create trigger publications_refuse_change before update or delete on publications
    for each row when (old.status = 'published') execute function refuse_change()`);
  await run(`create trigger publication_contents_refuse_update before update on publication_contents
    for each statement execute function refuse_change()`);
  await run(`create trigger publication_contents_refuse_delete before delete on publication_contents
    for each row execute function refuse_published()`);
  for (const table of ["publications", "publication_contents"]) {
    await run(`create trigger ${table}_refuse_truncate before truncate on ${table}
      for each statement execute function refuse_change()`);
  }
}
