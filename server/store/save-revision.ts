/** Writing answers: a revision is added, nothing that was saved is ever overwritten. */
import { hash, randomUUID } from "node:crypto";
import type { Kysely, Selectable } from "kysely";
import { OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import { type Period, periodKey, periodOf } from "../../survey-definitions/follow-up-period.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Database } from "./database.ts";
import { mergeAnswers, mergeShown } from "./merge-answers.ts";
import { getRevision } from "./responses.ts";
import {
  assignmentOf,
  byId,
  countAnswer,
  create,
  insertRevision,
  lockAssignment,
  lockedById,
  lockedOfficial,
  moveTo,
  official,
  ofSlot,
  pointAt,
  undated,
} from "./save-queries.ts";
import type { NewRevision, Revision, SaveOutcome, Store } from "./store.ts";
import type { Tables } from "./tables.ts";

type ResponseRow = Selectable<Tables["responses"]>;
type Written = Omit<NewRevision, "response">;

export function saving({ engine, write }: Database): Pick<Store, "saveRevision" | "importRevisions"> {
  const lock = engine === "postgresql";
  return {
    saveRevision: (revision) =>
      write((trx) => save(trx, revision, lock)).catch((error: unknown) => {
        if (error instanceof LinkFull) return { status: "link-full" };
        throw error;
      }),
    importRevisions: (revisions) =>
      write(async (trx) => {
        for (const revision of revisions) {
          // A base revision above 0 finds the answer whose period is not stated, as an import without one means.
          const response = await findResponse(trx, { ...revision, baseRevision: 1 }, lock);
          if (response !== undefined)
            await append(trx, response, { ...revision, baseRevision: response.latest_revision });
          else await begin(trx, { ...revision, baseRevision: 0 });
        }
      }),
  };
}

/** Thrown after the answer was written, so that nothing of it stays. */
class LinkFull extends Error {}

async function save(trx: Kysely<Tables>, mine: NewRevision, lock: boolean): Promise<SaveOutcome> {
  const response = await findResponse(trx, mine, lock);
  if (response === undefined) {
    if (mine.baseRevision > 0 && !mine.byPeriod) return { status: "unknown-base", current: undefined };
    const revision = await begin(trx, { ...mine, baseRevision: 0 });
    // Another process made it a moment ago: then it is found.
    return revision === undefined ? save(trx, mine, lock) : { status: "saved", revision, merged: false };
  }
  if (mine.baseRevision > response.latest_revision) {
    return { status: "unknown-base", current: await getRevision(trx, response, response.latest_revision) };
  }
  if (mine.baseRevision === response.latest_revision) return keep(trx, response, mine, false);
  const current = await getRevision(trx, response, response.latest_revision);
  const base = mine.baseRevision === 0 ? undefined : await getRevision(trx, response, mine.baseRevision);
  const { answers, conflicts } = mergeAnswers(base?.answers ?? {}, mine.answers, current.answers);
  if (conflicts.length > 0) return { status: "conflict", current, conflicts };
  const shown = mergeShown(base?.shown ?? [], mine.shown, current.shown);
  return keep(trx, response, { ...mine, answers, shown }, canonicalJson(answers) !== canonicalJson(mine.answers));
}

/** The next revision of a response, unless something outside its answers stands in the way. */
async function keep(
  trx: Kysely<Tables>,
  response: ResponseRow,
  mine: NewRevision,
  merged: boolean,
): Promise<SaveOutcome> {
  const taken = mine.byPeriod === true ? await takenPeriod(trx, response, mine) : undefined;
  if (taken !== undefined) return { status: "period-taken", period: taken };
  return { status: "saved", revision: await append(trx, response, mine), merged };
}

/**
 * Counts at its link that a response was sent for the first time.
 *
 * @throws {LinkFull}
 */
async function count(trx: Kysely<Tables>, link: string): Promise<void> {
  if ((await countAnswer(trx, { link })).rows.length === 0) throw new LinkFull();
}

/** The stated period, when another response of the assignment is about it. */
async function takenPeriod(
  trx: Kysely<Tables>,
  response: ResponseRow,
  { assignment, answers }: NewRevision,
): Promise<Period | undefined> {
  const period = periodOf(answers);
  if (period === undefined) return undefined;
  const other = (await ofSlot(trx, { assignment, slot: periodKey(period) })).rows[0];
  return other === undefined || other.id === response.id ? undefined : period;
}

type Wanted = Pick<NewRevision, "response" | "assignment" | "byPeriod" | "answers" | "baseRevision">;

/**
 * The response that is written to, locked on PostgreSQL: the named one, the one of the period, or the only one of an
 * official assignment.
 *
 * @throws {RangeError} when a response is named that is not one of the assignment's
 */
async function findResponse(trx: Kysely<Tables>, wanted: Wanted, lock: boolean): Promise<ResponseRow | undefined> {
  const { response: id, assignment } = wanted;
  if (wanted.byPeriod === true && lock) await lockAssignment(trx, { id: assignment });
  if (wanted.byPeriod === true && id === undefined) return findByPeriod(trx, wanted);
  if (id === undefined) return (await (lock ? lockedOfficial : official)(trx, { assignment })).rows[0];
  const response = (await (lock ? lockedById : byId)(trx, { id })).rows[0];
  if (response?.assignment_id === assignment) return response;
  throw new RangeError(`invalid response; not one of assignment ${assignment}`);
}

async function findByPeriod(
  trx: Kysely<Tables>,
  { assignment, answers, baseRevision }: Wanted,
): Promise<ResponseRow | undefined> {
  const period = periodOf(answers);
  const same = period && (await ofSlot(trx, { assignment, slot: periodKey(period) })).rows[0];
  return same ?? (baseRevision === 0 ? undefined : (await undated(trx, { assignment })).rows[0]);
}

/** Makes the response with its first revision; undefined when the assignment has its only response already. */
async function begin(trx: Kysely<Tables>, written: Written): Promise<Revision | undefined> {
  const assignment = (await assignmentOf(trx, { id: written.assignment })).rows[0];
  if (assignment === undefined) throw new RangeError(`invalid assignment; none has the id ${written.assignment}`);
  const id = randomUUID();
  const { rows } = await create(trx, {
    id,
    slot: written.byPeriod === true ? slotOf(written, id) : OPEN_INSTRUMENTS.has(assignment.instrument) ? id : "",
    study: assignment.study_id,
    instrument: assignment.instrument,
    assignment: written.assignment,
    submitted: written.kind === "submitted" ? 1 : null,
    savedAt: written.savedAt,
  });
  if (rows[0] === undefined) return undefined;
  if (written.link !== undefined && written.kind === "submitted") await count(trx, written.link);
  return insert(trx, rows[0], 1, written);
}

async function append(trx: Kysely<Tables>, response: ResponseRow, written: Written): Promise<Revision> {
  const revision = response.latest_revision + 1;
  const submitted = written.kind === "submitted" ? revision : response.submitted_revision;
  await pointAt(trx, { id: response.id, revision, submitted, savedAt: written.savedAt });
  if (written.byPeriod === true) await follow(trx, response, written);
  if (written.link !== undefined && submitted !== null && response.submitted_revision === null) {
    await count(trx, written.link);
  }
  return insert(trx, response, revision, written);
}

/** A response that has been sent stays at the period that was sent until another is. */
async function follow(trx: Kysely<Tables>, response: ResponseRow, written: Written): Promise<void> {
  const slot = slotOf(written, response.public_id);
  const holds = written.kind === "draft" && response.submitted_revision !== null;
  if (!holds && slot !== response.slot) await moveTo(trx, { id: response.id, slot });
}

function slotOf({ answers }: Written, id: string): string {
  const period = periodOf(answers);
  return period === undefined ? id : periodKey(period);
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
