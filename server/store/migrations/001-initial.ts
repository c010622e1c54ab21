import { sql, type Kysely } from "kysely";
import type { MigrationContext } from "../migrate.ts";

/** Tables whose rows never change once they are written; the database itself refuses it. */
const FROZEN = [
  { table: "released_definitions", key: ["instrument", "version"] },
  { table: "fielded_definitions", key: ["id"] },
  { table: "fielded_definitions", key: ["study_id", "instrument", "municipality", "version"] },
  { table: "revisions", key: ["id"] },
  { table: "revisions", key: ["response_id", "revision"] },
] as const;

export async function up(db: Kysely<unknown>, { engine }: MigrationContext): Promise<void> {
  const sqlite = engine === "sqlite";
  const id = sqlite ? "integer primary key" : "integer generated always as identity primary key";
  const bytes = sqlite ? "blob" : "bytea";
  const real = sqlite ? "real" : "double precision";
  const strict = sqlite ? "strict" : "";
  const clustered = sqlite ? "strict, without rowid" : "";
  const run = (text: string) => sql.raw(text).execute(db);

  await run(`create table studies (
    id text primary key, title text not null, definition text not null, invented integer not null,
    status text not null check (status in ('open', 'closed')), created_at text not null) ${strict}`);
  await run(`create table study_municipalities (
    study_id text not null references studies (id), municipality text not null, position integer not null,
    primary key (study_id, municipality)) ${strict}`);
  await run(`create table study_parties (
    study_id text not null references studies (id), party_id text not null, position integer not null,
    kind text not null, name text not null, primary key (study_id, party_id)) ${strict}`);
  await run(`create table party_municipalities (
    study_id text not null, party_id text not null, municipality text not null,
    primary key (study_id, party_id, municipality),
    foreign key (study_id, party_id) references study_parties (study_id, party_id),
    foreign key (study_id, municipality) references study_municipalities (study_id, municipality)) ${strict}`);

  await run(`create table released_definitions (
    instrument text not null, version integer not null, sha256 text not null, json text not null,
    released_at text not null, primary key (instrument, version)) ${strict}`);
  await run(`create table fielded_definitions (
    id ${id}, study_id text not null references studies (id), instrument text not null, version integer not null,
    municipality text not null, sha256 text not null, json text not null,
    unique (study_id, instrument, municipality, version)) ${strict}`);

  await run(`create table assignments (
    id ${id}, study_id text not null references studies (id), instrument text not null,
    party_id text, municipality text, declined_reason text) ${strict}`);
  await run(`create unique index assignments_place on assignments
    (study_id, instrument, coalesce(party_id, ''), coalesce(municipality, ''))`);
  await run(`create table links (
    id text primary key, kind text not null check (kind in ('answer', 'view')),
    study_id text not null references studies (id), assignment_id integer references assignments (id),
    token_hash text not null unique, created_at text not null, withdrawn_at text,
    check ((kind = 'answer') = (assignment_id is not null))) ${strict}`);
  await run("create index links_study on links (study_id)");
  await run("create index links_assignment on links (assignment_id)");

  await run(`create table responses (
    id ${id}, public_id text not null unique, study_id text not null references studies (id), instrument text not null,
    assignment_id integer not null references assignments (id), slot text not null,
    latest_revision integer not null, submitted_revision integer, projected_revision integer,
    saved_at text not null, unique (assignment_id, slot)) ${strict}`);
  await run(`create index responses_drafts on responses (study_id, assignment_id) where submitted_revision is null`);
  await run(`create index responses_pending on responses (study_id, instrument, id)
    where submitted_revision is not null and (projected_revision is null or projected_revision <> submitted_revision)`);
  await run(`create table revisions (
    id ${id}, response_id integer not null references responses (id), revision integer not null,
    kind text not null check (kind in ('draft', 'submitted')),
    fielded_id integer not null references fielded_definitions (id),
    answers text not null, shown text not null, base_revision integer not null,
    role text not null, signed_by text, saved_at text not null, sha256 text not null,
    unique (response_id, revision)) ${strict}`);

  await run(`create view assignment_states as
    select a.id, a.study_id, a.instrument, a.party_id, a.municipality, a.declined_reason,
      count(r.submitted_revision) as submitted, count(r.id) as started, max(r.saved_at) as saved_at,
      min(r.public_id) as response
    from assignments a left join responses r on r.assignment_id = a.id
    group by a.id`);

  await run(`create table answer_variables (id ${id}, name text not null unique) ${strict}`);
  await run(`create table answer_codes (id ${id}, code text not null unique) ${strict}`);
  await run(`create table answer_cells (
    response_id integer not null, variable_id integer not null, position integer not null,
    code_id integer, value ${real}, content text, missing_id integer,
    primary key (response_id, variable_id, position)) ${clustered}`);
  await run(`create table column_segments (
    study_id text not null references studies (id), instrument text not null, segment integer not null,
    format integer not null, version integer not null, data ${bytes} not null,
    primary key (study_id, instrument, segment)) ${strict}`);
  await run(`create view answers_long as
    select r.study_id, r.instrument, a.party_id, a.municipality, r.public_id as response,
      r.projected_revision as revision, v.name as variable, l.position, c.code, l.value, l.content as text,
      m.code as missing
    from answer_cells l join responses r on r.id = l.response_id join assignments a on a.id = r.assignment_id
      join answer_variables v on v.id = l.variable_id
      left join answer_codes c on c.id = l.code_id left join answer_codes m on m.id = l.missing_id`);

  await run(`create table statistics_sources (
    study_id text primary key references studies (id), source text not null, imported_at text not null) ${strict}`);
  await run(`create table statistics (
    study_id text not null references statistics_sources (study_id), position integer not null, region text not null,
    age_from integer not null, age_to integer not null, sex text not null, year integer not null,
    population ${real} not null, primary key (study_id, position)) ${strict}`);

  await run(`create table users (
    id text primary key, email text not null unique, role text not null check (role in ('admin', 'investigator')),
    password_hash text, created_at text not null) ${strict}`);
  await run(`create table login_tokens (
    token_hash text primary key, user_id text not null references users (id), expires_at text not null) ${strict}`);
  await run(`create table sessions (
    token_hash text primary key, user_id text not null references users (id), created_at text not null,
    expires_at text not null) ${strict}`);
  await run(`create table api_tokens (
    token_hash text primary key, user_id text not null references users (id), name text not null,
    created_at text not null) ${strict}`);

  if (sqlite) await freezeInSqlite(run);
  else await freezeInPostgres(run);
}

type Run = (text: string) => Promise<unknown>;

/** `insert or replace` deletes without calling the delete trigger, so an insert over an existing key is refused too. */
async function freezeInSqlite(run: Run): Promise<void> {
  for (const table of new Set(FROZEN.map((frozen) => frozen.table))) {
    for (const change of ["update", "delete"]) {
      await run(`create trigger ${table}_refuse_${change} before ${change} on ${table}
        begin select raise(abort, '${table} never change'); end`);
    }
  }
  for (const { table, key } of FROZEN) {
    const same = key.map((column) => `${column} = new.${column}`).join(" and ");
    await run(`create trigger ${table}_refuse_replace_${key[0]} before insert on ${table}
      when exists (select 1 from ${table} where ${same})
      begin select raise(abort, '${table} never change'); end`);
  }
}

async function freezeInPostgres(run: Run): Promise<void> {
  await run(`create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception '% never change', tg_table_name; end $$`);
  for (const table of new Set(FROZEN.map((frozen) => frozen.table))) {
    await run(`create trigger ${table}_refuse_change before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`);
  }
}
