/** The queries of every save, compiled once. On PostgreSQL the response is locked, so that saves of it follow each other. */
import { prepared } from "./prepared.ts";
import type { Tables } from "./tables.ts";

export const byId = prepared((db, value: { id: string }) =>
  db.selectFrom("responses").selectAll().where("public_id", "=", value.id),
);

export const lockedById = prepared((db, value: { id: string }) =>
  db.selectFrom("responses").selectAll().where("public_id", "=", value.id).forUpdate(),
);

export const official = prepared((db, value: { assignment: number }) =>
  db.selectFrom("responses").selectAll().where("assignment_id", "=", value.assignment).where("slot", "=", ""),
);

export const lockedOfficial = prepared((db, value: { assignment: number }) =>
  db
    .selectFrom("responses")
    .selectAll()
    .where("assignment_id", "=", value.assignment)
    .where("slot", "=", "")
    .forUpdate(),
);

/** The response of one period; as `official`, one row at most. */
export const ofSlot = prepared((db, value: { assignment: number; slot: string }) =>
  db.selectFrom("responses").selectAll().where("assignment_id", "=", value.assignment).where("slot", "=", value.slot),
);

/** The newest response whose period has not been stated. */
export const undated = prepared((db, value: { assignment: number }) =>
  db
    .selectFrom("responses")
    .selectAll()
    .where("assignment_id", "=", value.assignment)
    .whereRef("slot", "=", "public_id")
    .orderBy("id", "desc")
    .limit(1),
);

/** On PostgreSQL: saves of an assignment with one response a period follow each other, whichever response they are of. */
export const lockAssignment = prepared((db, value: { id: number }) =>
  db.selectFrom("assignments").select("id").where("id", "=", value.id).forUpdate(),
);

export const assignmentOf = prepared((db, value: { id: number }) =>
  db.selectFrom("assignments").select(["study_id", "instrument"]).where("id", "=", value.id),
);

interface NewResponse {
  readonly id: string;
  readonly slot: string;
  readonly study: string;
  readonly instrument: Tables["responses"]["instrument"];
  readonly assignment: number;
  /** 1 when its first revision is sent. */
  readonly submitted: number | null;
  readonly savedAt: string;
}

/** Makes a response that names its first revision. Gives no row when the assignment has its only response already. */
export const create = prepared((db, value: NewResponse) =>
  db
    .insertInto("responses")
    .values({
      public_id: value.id,
      slot: value.slot,
      study_id: value.study,
      instrument: value.instrument,
      assignment_id: value.assignment,
      latest_revision: 1,
      submitted_revision: value.submitted,
      projected_revision: null,
      saved_at: value.savedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll(),
);

interface RevisionValues {
  readonly response: number;
  readonly revision: number;
  readonly kind: Tables["revisions"]["kind"];
  readonly fielded: number;
  readonly answers: string;
  readonly shown: string;
  readonly baseRevision: number;
  readonly role: Tables["revisions"]["role"];
  readonly signedBy: string | null;
  readonly savedAt: string;
  readonly sha256: string;
}

export const insertRevision = prepared((db, value: RevisionValues) =>
  db.insertInto("revisions").values({
    response_id: value.response,
    revision: value.revision,
    kind: value.kind,
    fielded_id: value.fielded,
    answers: value.answers,
    shown: value.shown,
    base_revision: value.baseRevision,
    role: value.role,
    signed_by: value.signedBy,
    saved_at: value.savedAt,
    sha256: value.sha256,
  }),
);

interface Pointer {
  readonly id: number;
  readonly revision: number;
  readonly submitted: number | null;
  readonly savedAt: string;
}

/** Makes a response name its newest revisions. */
export const pointAt = prepared((db, value: Pointer) =>
  db
    .updateTable("responses")
    .set({ latest_revision: value.revision, submitted_revision: value.submitted, saved_at: value.savedAt })
    .where("id", "=", value.id),
);

export const moveTo = prepared((db, value: { id: number; slot: string }) =>
  db.updateTable("responses").set({ slot: value.slot }).where("id", "=", value.id),
);

/** Counts one more answer of a link. Gives no row when the link has taken as many as it may. */
export const countAnswer = prepared((db, value: { link: string }) =>
  db
    .updateTable("links")
    .set((eb) => ({ answers: eb("answers", "+", 1) }))
    .where("id", "=", value.link)
    .where((eb) => eb.or([eb("max_answers", "is", null), eb("answers", "<", eb.ref("max_answers"))]))
    .returning("id"),
);
