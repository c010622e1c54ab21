/** Writing answers: a revision is added, nothing that was saved is ever overwritten. */
import { hash, randomUUID } from "node:crypto";
import type { Kysely, Selectable } from "kysely";
import { OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Database } from "./database.ts";
import { mergeAnswers, mergeShown } from "./merge-answers.ts";
import { getRevision } from "./responses.ts";
import {
  assignmentOf,
  byId,
  create,
  insertRevision,
  lockedById,
  lockedOfficial,
  official,
  pointAt,
} from "./save-queries.ts";
import type { NewRevision, Revision, SaveOutcome, Store } from "./store.ts";
import type { Tables } from "./tables.ts";

type ResponseRow = Selectable<Tables["responses"]>;
type Written = Omit<NewRevision, "response">;

export function saving({ engine, write }: Database): Pick<Store, "saveRevision" | "importRevisions"> {
  const lock = engine === "postgresql";
  return {
    saveRevision: (revision) => write((trx) => save(trx, revision, lock)),
    importRevisions: (revisions) =>
      write(async (trx) => {
        for (const revision of revisions) {
          const response = await findResponse(trx, revision, lock);
          if (response !== undefined)
            await append(trx, response, { ...revision, baseRevision: response.latest_revision });
          else await begin(trx, { ...revision, baseRevision: 0 });
        }
      }),
  };
}

async function save(trx: Kysely<Tables>, mine: NewRevision, lock: boolean): Promise<SaveOutcome> {
  const response = await findResponse(trx, mine, lock);
  if (mine.baseRevision > (response?.latest_revision ?? 0)) {
    const current = response && (await getRevision(trx, response, response.latest_revision));
    return { status: "unknown-base", current };
  }
  if (response === undefined) {
    const revision = await begin(trx, mine);
    // Another process made it a moment ago: then it is found.
    return revision === undefined ? save(trx, mine, lock) : { status: "saved", revision, merged: false };
  }
  if (mine.baseRevision === response.latest_revision) {
    return { status: "saved", revision: await append(trx, response, mine), merged: false };
  }
  const current = await getRevision(trx, response, response.latest_revision);
  const base = mine.baseRevision === 0 ? undefined : await getRevision(trx, response, mine.baseRevision);
  const { answers, conflicts } = mergeAnswers(base?.answers ?? {}, mine.answers, current.answers);
  if (conflicts.length > 0) return { status: "conflict", current, conflicts };
  const shown = mergeShown(base?.shown ?? [], mine.shown, current.shown);
  const merged = canonicalJson(answers) !== canonicalJson(mine.answers);
  return { status: "saved", revision: await append(trx, response, { ...mine, answers, shown }), merged };
}

/**
 * The response that is written to, locked on PostgreSQL: the named one, or the only one of an official assignment.
 *
 * @throws {RangeError} when a response is named that is not one of the assignment's
 */
async function findResponse(
  trx: Kysely<Tables>,
  { response: id, assignment }: Pick<NewRevision, "response" | "assignment">,
  lock: boolean,
): Promise<ResponseRow | undefined> {
  if (id === undefined) return (await (lock ? lockedOfficial : official)(trx, { assignment })).rows[0];
  const response = (await (lock ? lockedById : byId)(trx, { id })).rows[0];
  if (response?.assignment_id === assignment) return response;
  throw new RangeError(`invalid response; not one of assignment ${assignment}`);
}

/** Makes the response with its first revision; undefined when the assignment has its only response already. */
async function begin(trx: Kysely<Tables>, written: Written): Promise<Revision | undefined> {
  const assignment = (await assignmentOf(trx, { id: written.assignment })).rows[0];
  if (assignment === undefined) throw new RangeError(`invalid assignment; none has the id ${written.assignment}`);
  const id = randomUUID();
  const { rows } = await create(trx, {
    id,
    slot: OPEN_INSTRUMENTS.has(assignment.instrument) ? id : "",
    study: assignment.study_id,
    instrument: assignment.instrument,
    assignment: written.assignment,
    submitted: written.kind === "submitted" ? 1 : null,
    savedAt: written.savedAt,
  });
  return rows[0] && insert(trx, rows[0], 1, written);
}

async function append(trx: Kysely<Tables>, response: ResponseRow, written: Written): Promise<Revision> {
  const revision = response.latest_revision + 1;
  const submitted = written.kind === "submitted" ? revision : response.submitted_revision;
  await pointAt(trx, { id: response.id, revision, submitted, savedAt: written.savedAt });
  return insert(trx, response, revision, written);
}

async function insert(
  trx: Kysely<Tables>,
  response: ResponseRow,
  revision: number,
  { kind, fielded, answers, shown, role, signedBy, savedAt, baseRevision }: Written,
): Promise<Revision> {
  const json = canonicalJson(answers);
  const sha256 = hash("sha256", json);
  await insertRevision(trx, {
    response: response.id,
    revision,
    kind,
    fielded,
    answers: json,
    shown: JSON.stringify(shown),
    baseRevision,
    role,
    signedBy: signedBy ?? null,
    savedAt,
    sha256,
  });
  return { response: response.public_id, revision, kind, fielded, answers, shown, savedAt, role, signedBy, sha256 };
}
