import type { Kysely, Selectable } from "kysely";
import type { FrozenRow } from "./publication-store.ts";
import type { Tables } from "./tables.ts";

export async function newestOf(db: Kysely<Tables>, study: string): Promise<FrozenRow | undefined> {
  const row = await db
    .selectFrom("publications")
    .select(FROZEN)
    .where("study_id", "=", study)
    .where("status", "=", "published")
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && frozenRow(row);
}

export const FROZEN = ["id", "study_id", "status", "number", "sha256"] as const;

/** @returns undefined while it is not frozen */
export function frozenRow({
  id,
  study_id: study,
  status,
  number,
  sha256,
}: Pick<Selectable<Tables["publications"]>, (typeof FROZEN)[number]>): FrozenRow | undefined {
  if ((status !== "preview" && status !== "published") || number === null || sha256 === null) return undefined;
  return { id, study, status, number, sha256 };
}

/** Until the transaction ends no other publication of the study gets a number: on PostgreSQL the row is locked by it. */
export async function lockStudy(trx: Kysely<Tables>, study: string): Promise<void> {
  await trx
    .updateTable("studies")
    .set((eb) => ({ status: eb.ref("status") }))
    .where("id", "=", study)
    .execute();
}
