import type { AnalysisStore } from "./analysis-store.ts";
import type { Database } from "./database.ts";
import { prepared } from "./prepared.ts";

type Segments = Pick<AnalysisStore, "listSegments" | "readSegment" | "saveSegment" | "dropOtherFormats">;

export function segments({ read, write }: Database): Segments {
  return {
    async listSegments(study) {
      const rows = await read
        .selectFrom("column_segments")
        .select(["instrument", "segment", "version"])
        .where("study_id", "=", study)
        .orderBy("instrument")
        .orderBy("segment")
        .execute();
      return rows.map((row) => ({ study, ...row }));
    },

    readSegment: ({ study, instrument, segment }) =>
      read
        .selectFrom("column_segments")
        .select(["version", "data"])
        .where("study_id", "=", study)
        .where("instrument", "=", instrument)
        .where("segment", "=", segment)
        .executeTakeFirst(),

    saveSegment: ({ study, instrument, segment }, { format, replaces, data, holds }) =>
      write(async (trx) => {
        const stored =
          replaces === undefined
            ? await trx
                .insertInto("column_segments")
                .values({ study_id: study, instrument, segment, format, version: 1, data })
                .onConflict((conflict) => conflict.doNothing())
                .returning("version")
                .executeTakeFirst()
            : await trx
                .updateTable("column_segments")
                .set({ format, version: replaces + 1, data })
                .where("study_id", "=", study)
                .where("instrument", "=", instrument)
                .where("segment", "=", segment)
                .where("version", "=", replaces)
                .returning("version")
                .executeTakeFirst();
        if (stored === undefined) return false;
        for (const held of holds) await markHeld(trx, held);
        return true;
      }),

    dropOtherFormats: (format) =>
      write(async (trx) => {
        const outdated = await trx
          .selectFrom("column_segments")
          .select("study_id")
          .distinct()
          .where("format", "<>", format)
          .execute();
        for (const { study_id } of outdated) {
          await trx.deleteFrom("column_segments").where("study_id", "=", study_id).execute();
          await trx
            .updateTable("responses")
            .set({ projected_revision: null })
            .where("study_id", "=", study_id)
            .where("projected_revision", "is not", null)
            .execute();
        }
      }),
  };
}

const markHeld = prepared((db, value: { response: number; revision: number }) =>
  db.updateTable("responses").set({ projected_revision: value.revision }).where("id", "=", value.response),
);
