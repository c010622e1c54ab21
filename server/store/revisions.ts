/** Reading what was saved; rows of `revisions` are never changed. */
import type { Selectable } from "kysely";
import type { Answers } from "../../survey-definitions/wire.ts";
import type { Database } from "./database.ts";
import { prepared } from "./prepared.ts";
import type { Revision, Store } from "./store.ts";
import type { Tables } from "./tables.ts";

const PAGE = 500;

type Revisions = Pick<Store, "listRevisions" | "findRevision" | "submittedRevisions">;

export function revisions({ read }: Database): Revisions {
  return {
    async listRevisions(response) {
      const rows = await read
        .selectFrom("revisions")
        .innerJoin("responses", "responses.id", "revisions.response_id")
        .selectAll("revisions")
        .where("public_id", "=", response)
        .orderBy("revision")
        .execute();
      return rows.map((row) => revisionOf(row, response));
    },

    async findRevision(response, revision) {
      const row = await read
        .selectFrom("revisions")
        .innerJoin("responses", "responses.id", "revisions.response_id")
        .selectAll("revisions")
        .where("public_id", "=", response)
        .where("revision", "=", revision)
        .executeTakeFirst();
      return row === undefined ? undefined : revisionOf(row, response);
    },

    async *submittedRevisions(study, instrument) {
      for (let after = 0; ;) {
        const { rows } = await submittedPage(read, { study, instrument, after });
        for (const row of rows) {
          const { party_id, municipality } = row;
          yield {
            assignment: {
              instrument,
              ...(party_id === null ? {} : { party: party_id }),
              ...(municipality === null ? {} : { municipality }),
            },
            revision: revisionOf(row, row.public_id),
          };
        }
        const last = rows.at(-1);
        if (last === undefined || rows.length < PAGE) return;
        after = last.response_id;
      }
    },
  };
}

export const revisionOf = (row: Selectable<Tables["revisions"]>, response: string): Revision => ({
  response,
  revision: row.revision,
  kind: row.kind,
  fielded: row.fielded_id,
  answers: JSON.parse(row.answers) as Answers,
  shown: JSON.parse(row.shown) as readonly string[],
  savedAt: row.saved_at,
  role: row.role,
  signedBy: row.signed_by ?? undefined,
  sha256: row.sha256,
});

/** Pages rather than one long reading, which would keep the log of a busy database from being emptied. */
const submittedPage = prepared(
  (db, value: { study: string; instrument: Tables["responses"]["instrument"]; after: number }) =>
    db
      .selectFrom("responses")
      .innerJoin("revisions", (join) =>
        join
          .onRef("revisions.response_id", "=", "responses.id")
          .onRef("revisions.revision", "=", "responses.submitted_revision"),
      )
      .innerJoin("assignments", "assignments.id", "responses.assignment_id")
      .selectAll("revisions")
      .select(["responses.public_id", "assignments.party_id", "assignments.municipality"])
      .where("responses.study_id", "=", value.study)
      .where("responses.instrument", "=", value.instrument)
      .where("responses.id", ">", value.after)
      .orderBy("responses.id")
      .limit(PAGE),
);
