import type { Kysely, Selectable } from "kysely";
import { periodOfKey } from "../../survey-definitions/follow-up-period.ts";
import type { AnswerStatus } from "../../survey-definitions/wire.ts";
import type { Database } from "./database.ts";
import { revisionOf } from "./revisions.ts";
import type { ResponseState, Revision, Store } from "./store.ts";
import type { Tables } from "./tables.ts";

type ResponseRow = Selectable<Tables["responses"]>;
type Responses = Pick<Store, "findResponseOf" | "findResponse" | "listResponses" | "listOtherResponses">;

export function responses({ read }: Database): Responses {
  return {
    async findResponseOf(assignment) {
      const row = await read
        .selectFrom("responses")
        .selectAll()
        .where("assignment_id", "=", assignment)
        .where("slot", "=", "")
        .executeTakeFirst();
      return row === undefined ? undefined : stateOf(read, row);
    },

    async findResponse(id) {
      const row = await read.selectFrom("responses").selectAll().where("public_id", "=", id).executeTakeFirst();
      return row === undefined ? undefined : stateOf(read, row);
    },

    async listResponses(assignment) {
      const rows = await read
        .selectFrom("responses")
        .innerJoin("revisions", (join) =>
          join
            .onRef("revisions.response_id", "=", "responses.id")
            .onRef("revisions.revision", "=", "responses.latest_revision"),
        )
        .select(["public_id", "slot", "submitted_revision", "responses.saved_at", "kind"])
        .where("assignment_id", "=", assignment)
        .orderBy("responses.saved_at", "desc")
        .orderBy("responses.id", "desc")
        .execute();
      return rows.map((row) => ({
        response: row.public_id,
        status: statusOf(row.kind, row.submitted_revision !== null),
        savedAt: row.saved_at,
        period: periodOfKey(row.slot),
      }));
    },

    async listOtherResponses(assignment) {
      const rows = await read
        .selectFrom("assignments as own")
        .innerJoin("assignments as other", (join) =>
          join
            .onRef("other.study_id", "=", "own.study_id")
            .onRef("other.instrument", "=", "own.instrument")
            .onRef("other.party_id", "=", "own.party_id")
            .onRef("other.id", "<>", "own.id"),
        )
        .innerJoin("responses", "responses.assignment_id", "other.id")
        .selectAll("responses")
        .select("other.municipality")
        .where("own.id", "=", assignment)
        .where("slot", "=", "")
        .where("other.municipality", "is not", null)
        .orderBy("other.municipality")
        .execute();
      return Promise.all(
        rows.map(async ({ municipality, ...row }) => ({
          municipality: municipality ?? "",
          state: await stateOf(read, row),
        })),
      );
    },
  };
}

async function stateOf(db: Kysely<Tables>, row: ResponseRow): Promise<ResponseState> {
  const latest = await getRevision(db, row, row.latest_revision);
  const submitted =
    row.submitted_revision === null
      ? undefined
      : row.submitted_revision === latest.revision
        ? latest
        : await getRevision(db, row, row.submitted_revision);
  return {
    response: row.public_id,
    assignment: row.assignment_id,
    status: statusOf(latest.kind, submitted !== undefined),
    latest,
    submitted,
  };
}

/** @throws {Error} when the revision is not there: a response never names one that it has not */
export async function getRevision(
  db: Kysely<Tables>,
  response: Pick<ResponseRow, "id" | "public_id">,
  revision: number,
): Promise<Revision> {
  const row = await db
    .selectFrom("revisions")
    .selectAll()
    .where("response_id", "=", response.id)
    .where("revision", "=", revision)
    .executeTakeFirstOrThrow();
  return revisionOf(row, response.public_id);
}

function statusOf(latest: Revision["kind"], wasSubmitted: boolean): AnswerStatus {
  if (latest === "submitted") return "submitted";
  return wasSubmitted ? "reopened" : "draft";
}
