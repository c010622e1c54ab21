import type { LinkSummary } from "../../survey-definitions/wire.ts";
import type { Database } from "./database.ts";
import { prepared } from "./prepared.ts";
import type { Store } from "./store.ts";

type Links = Pick<Store, "createLink" | "listLinks" | "withdrawLink" | "findAnswerLink">;

export function links({ read, write }: Database): Links {
  return {
    createLink: (row) =>
      write(async (trx) => {
        await trx
          .insertInto("links")
          .values({
            id: row.id,
            kind: "answer",
            study_id: row.study,
            assignment_id: row.assignment,
            token_hash: row.tokenHash,
            created_at: row.createdAt,
            withdrawn_at: null,
            max_answers: row.maxAnswers ?? null,
            until: row.until ?? null,
          })
          .execute();
      }),

    async listLinks(study) {
      const rows = await read
        .selectFrom("links")
        .leftJoin("assignments", "assignments.id", "links.assignment_id")
        .select(["links.id", "kind", "instrument", "party_id", "municipality", "created_at", "withdrawn_at"])
        .select(["max_answers", "until", "links.answers"])
        .where("links.study_id", "=", study)
        .where("publication_id", "is", null)
        .orderBy("created_at")
        .orderBy("links.id")
        .execute();
      return rows.map((row): LinkSummary => ({
        id: row.id,
        kind: row.kind,
        ...(row.instrument === null ? {} : { instrument: row.instrument }),
        ...(row.party_id === null ? {} : { party: row.party_id }),
        ...(row.municipality === null ? {} : { municipality: row.municipality }),
        createdAt: row.created_at,
        ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
        ...(row.max_answers === null ? {} : { maxAnswers: row.max_answers }),
        ...(row.until === null ? {} : { until: row.until }),
        answers: row.answers,
      }));
    },

    withdrawLink: (study, id, at) =>
      write(async (trx) => {
        const link = await trx
          .updateTable("links")
          .set((eb) => ({ withdrawn_at: eb.fn.coalesce("withdrawn_at", eb.val(at)) }))
          .where("study_id", "=", study)
          .where("id", "=", id)
          .returning("id")
          .executeTakeFirst();
        return link !== undefined;
      }),

    async findAnswerLink(tokenHash) {
      const { rows } = await answerLink(read, { tokenHash });
      const row = rows.toSorted((a, b) => b.version - a.version)[0];
      if (row === undefined) return undefined;
      return {
        link: row.id,
        study: row.study_id,
        studyStatus: row.status,
        assignment: row.assignment,
        instrument: row.instrument,
        version: row.version,
        party: row.party_id ?? undefined,
        municipality: row.municipality ?? undefined,
        fielded: row.fielded,
        withdrawn: row.withdrawn_at !== null,
        maxAnswers: row.max_answers ?? undefined,
        until: row.until ?? undefined,
        answers: row.answers,
      };
    },
  };
}

/**
 * One row a version that is fielded. Never cached: a link that is withdrawn, or a study that is closed, by any process is
 * so for all at once. (Sorting in SQLite would take ten times as long as the rest. The cast hides the value from SQLite's
 * planner, which otherwise plans a join anew for each value: five times the time of the query.)
 */
const answerLink = prepared((db, value: { tokenHash: string }) =>
  db
    .selectFrom("links")
    .innerJoin("studies", "studies.id", "links.study_id")
    .innerJoin("assignments", "assignments.id", "links.assignment_id")
    .innerJoin("fielded_definitions as fielded", (join) =>
      join
        .onRef("fielded.study_id", "=", "links.study_id")
        .onRef("fielded.instrument", "=", "assignments.instrument")
        .on((eb) => eb("fielded.municipality", "=", eb.fn.coalesce("assignments.municipality", eb.val("")))),
    )
    .select([
      "links.id",
      "links.study_id",
      "links.withdrawn_at",
      "links.max_answers",
      "links.until",
      "links.answers",
      "studies.status",
      "assignments.id as assignment",
      "assignments.instrument",
      "assignments.party_id",
      "assignments.municipality",
      "fielded.id as fielded",
      "fielded.version",
    ])
    .where("links.token_hash", "=", (eb) => eb.cast<string>(eb.val(value.tokenHash), "text")),
);
