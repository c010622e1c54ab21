import type { StudyProposal } from "../../survey-definitions/study.ts";
import type { Database } from "./database.ts";
import type { Store } from "./store.ts";

export function proposals({ read, write }: Database): Pick<Store, "proposals" | "saveProposals"> {
  return {
    async proposals(study) {
      const row = await read
        .selectFrom("study_proposals")
        .select(["version", "proposals"])
        .where("study_id", "=", study)
        .orderBy("version", "desc")
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return { version: 0, proposals: [] };
      return { version: row.version, proposals: JSON.parse(row.proposals) as readonly StudyProposal[] };
    },

    saveProposals: (study, version, list, savedAt) =>
      write(async (trx) => {
        const newest = await trx
          .selectFrom("study_proposals")
          .select(({ fn }) => fn.max("version").as("version"))
          .where("study_id", "=", study)
          .executeTakeFirst();
        if ((newest?.version ?? 0) !== version) return "changed";
        // Two processes may find the same newest version: one of them makes the next.
        const made = await trx
          .insertInto("study_proposals")
          .values({ study_id: study, version: version + 1, proposals: JSON.stringify(list), saved_at: savedAt })
          .onConflict((conflict) => conflict.doNothing())
          .returning("version")
          .executeTakeFirst();
        return made === undefined ? "changed" : "saved";
      }),
  };
}
