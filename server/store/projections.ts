import { sql } from "kysely";
import type { AnalysisStore, PendingRevision } from "./analysis-store.ts";
import { longCells } from "./answer-cells.ts";
import type { Database } from "./database.ts";
import { prepared } from "./prepared.ts";
import { revisionOf } from "./revisions.ts";
import { segments } from "./segments.ts";
import type { Tables } from "./tables.ts";

type Instrument = Tables["responses"]["instrument"];

export function projections(database: Database): AnalysisStore {
  const { read } = database;
  return {
    ...segments(database),
    ...longCells(database),

    async countAssignments(study) {
      const { n } = await read
        .selectFrom("assignments")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .where("study_id", "=", study)
        .executeTakeFirstOrThrow();
      return n;
    },

    async listAssignments(study) {
      const rows = await read
        .selectFrom("assignments")
        .select(["id", "instrument", "party_id", "municipality"])
        .where("study_id", "=", study)
        .orderBy("id")
        .execute();
      return rows.map(({ id, instrument, party_id, municipality }) => ({
        id,
        instrument,
        party: party_id ?? undefined,
        municipality: municipality ?? undefined,
      }));
    },

    async draftAssignments(study) {
      const rows = await read
        .selectFrom("responses")
        .select("assignment_id")
        .where("study_id", "=", study)
        .where("submitted_revision", "is", null)
        .orderBy("assignment_id")
        .execute();
      return rows.map((row) => row.assignment_id);
    },

    async declinedAssignments(study) {
      const rows = await read
        .selectFrom("assignments")
        .select("id")
        .where("study_id", "=", study)
        .where("declined_reason", "is not", null)
        .orderBy("id")
        .execute();
      return rows.map((row) => row.id);
    },

    listFieldedKeys: (study) =>
      read
        .selectFrom("fielded_definitions")
        .select(["instrument", "version", "sha256"])
        .distinct()
        .where("study_id", "=", study)
        .orderBy("instrument")
        .orderBy("version")
        .orderBy("sha256")
        .execute(),

    async statisticsImportedAt(study) {
      const row = await read
        .selectFrom("statistics_sources")
        .select("imported_at")
        .where("study_id", "=", study)
        .executeTakeFirst();
      return row?.imported_at;
    },

    async listPending(limit, study) {
      let query = read
        .selectFrom("responses")
        .select(["study_id", "instrument", "id", "submitted_revision"])
        .where(isPending)
        .orderBy("study_id")
        .orderBy("instrument")
        .orderBy("id")
        .limit(limit);
      if (study !== undefined) query = query.where("study_id", "=", study);
      const rows = await query.execute();
      return rows.map((row) => ({
        study: row.study_id,
        instrument: row.instrument,
        response: row.id,
        revision: row.submitted_revision ?? 0,
      }));
    },

    async readPending(study, instrument, from, to, limit) {
      const { rows } = await pendingRevisions(read, { study, instrument, from, to, limit });
      return rows.map((row): PendingRevision => ({
        response: row.response_id,
        assignment: row.assignment_id,
        revision: revisionOf(row, row.public_id),
      }));
    },
  };
}

/** Word for word the condition of the index `responses_pending`, so that both engines use it. */
const isPending = sql<boolean>`submitted_revision is not null
  and (projected_revision is null or projected_revision <> submitted_revision)`;

interface Range {
  readonly study: string;
  readonly instrument: Instrument;
  readonly from: number;
  readonly to: number;
  readonly limit: number;
}

const pendingRevisions = prepared((db, value: Range) =>
  db
    .selectFrom("responses")
    .innerJoin("revisions", (join) =>
      join
        .onRef("revisions.response_id", "=", "responses.id")
        .onRef("revisions.revision", "=", "responses.submitted_revision"),
    )
    .selectAll("revisions")
    .select(["responses.public_id", "responses.assignment_id"])
    .where("responses.study_id", "=", value.study)
    .where("responses.instrument", "=", value.instrument)
    .where(isPending)
    .where("responses.id", ">=", value.from)
    .where("responses.id", "<", value.to)
    .orderBy("responses.id")
    .limit(value.limit),
);
