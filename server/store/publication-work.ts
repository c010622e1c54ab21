import type { PublicationPlan } from "../../survey-definitions/wire.ts";
import type { Database } from "./database.ts";
import { lockStudy, newestOf } from "./newest-publication.ts";
import type { PublicationStore } from "./publication-store.ts";

type Work = Pick<PublicationStore, "claim" | "renew" | "freeze" | "fail">;

/** The work on a publication, which one process at a time has a lease on. */
export function publicationWork({ write }: Database): Work {
  return {
    claim: ({ owner, until }, at) =>
      write(async (trx) => {
        const free = trx
          .selectFrom("publications")
          .select("id")
          .where("status", "=", "working")
          .where((eb) => eb.or([eb("lease_until", "is", null), eb("lease_until", "<", at)]))
          .orderBy("created_at")
          .limit(1);
        const row = await trx
          .updateTable("publications")
          .set(({ eb }) => ({ lease_owner: owner, lease_until: until, attempts: eb("attempts", "+", 1) }))
          .where("id", "in", free)
          // Said again of the row itself, which on PostgreSQL somebody else may have taken meanwhile.
          .where((eb) => eb.or([eb("lease_until", "is", null), eb("lease_until", "<", at)]))
          .returning(["id", "study_id", "plan", "attempts"])
          .executeTakeFirst();
        if (row === undefined) return undefined;
        const plan = JSON.parse(row.plan) as PublicationPlan;
        return { id: row.id, study: row.study_id, plan, attempt: row.attempts };
      }),

    renew: (id, { owner, until }, progress) =>
      write(async (trx) => {
        const row = await trx
          .updateTable("publications")
          .set({ lease_until: until, ...progress })
          .where("id", "=", id)
          .where("lease_owner", "=", owner)
          .where("status", "=", "working")
          .returning("id")
          .executeTakeFirst();
        return row !== undefined;
      }),

    freeze: (id, owner, { number, sha256, content, memory, archive }, at) =>
      write(async (trx) => {
        const row = await trx
          .selectFrom("publications")
          .select(["study_id", "preview"])
          .where("id", "=", id)
          .where("lease_owner", "=", owner)
          .where("status", "=", "working")
          .executeTakeFirst();
        if (row === undefined) return "lost";
        await lockStudy(trx, row.study_id);
        if (number !== ((await newestOf(trx, row.study_id))?.number ?? 0) + 1) return "outdated";
        await trx.insertInto("publication_contents").values({ publication_id: id, content, memory, archive }).execute();
        await trx
          .updateTable("publications")
          .set({
            ...(row.preview === 1 ? { status: "preview" } : { status: "published", published_at: at }),
            number,
            sha256,
            lease_owner: null,
            lease_until: null,
          })
          .where("id", "=", id)
          .execute();
        return "frozen";
      }),

    fail: (id, owner, { code, message }) =>
      write(async (trx) => {
        await trx
          .updateTable("publications")
          .set({ status: "failed", problem_code: code, problem_message: message, lease_owner: null, lease_until: null })
          .where("id", "=", id)
          .where("lease_owner", "=", owner)
          .where("status", "=", "working")
          .execute();
      }),
  };
}
