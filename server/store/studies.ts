import type { Selectable } from "kysely";
import type { Study } from "../../survey-definitions/study.ts";
import type { StudySummary } from "../../survey-definitions/wire.ts";
import { insertInChunks } from "./chunks.ts";
import type { Database } from "./database.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

type Studies = Pick<Store, "createStudy" | "listStudies" | "findStudy" | "setStudyStatus">;

export function studies({ read, write }: Database): Studies {
  return {
    createStudy: (study, assignments, fielded, createdAt) =>
      write(async (trx) => {
        const made = await trx
          .insertInto("studies")
          .values({
            id: study.id,
            title: study.title,
            definition: JSON.stringify(study),
            invented: study.invented ? 1 : 0,
            status: "open",
            created_at: createdAt,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning("id")
          .executeTakeFirst();
        if (made === undefined) return "exists";
        for (const [table, rows] of Object.entries(placesOf(study))) {
          await insertInChunks(trx, table as keyof ReturnType<typeof placesOf>, rows);
        }
        await insertInChunks(
          trx,
          "assignments",
          assignments.map(({ instrument, party, municipality }) => ({
            study_id: study.id,
            instrument,
            party_id: party ?? null,
            municipality: municipality ?? null,
            declined_reason: null,
          })),
        );
        await insertInChunks(
          trx,
          "fielded_definitions",
          fielded.map(({ study, ...definition }) => ({ study_id: study, ...definition })),
        );
        return "created";
      }),

    async listStudies() {
      const counts = read
        .selectFrom("assignment_states")
        .select(({ fn, eb }) => [
          "study_id",
          fn.countAll<number>().as("expected"),
          fn.sum<number>(eb.case().when("submitted", ">", 0).then(1).else(0).end()).as("answered"),
          fn
            .sum<number>(
              eb
                .case()
                .when(eb.and([eb("submitted", "=", 0), eb("started", ">", 0), eb("declined_reason", "is", null)]))
                .then(1)
                .else(0)
                .end(),
            )
            .as("drafts"),
        ])
        .groupBy("study_id");
      const rows = await read
        .selectFrom("studies")
        .leftJoin(counts.as("counts"), "counts.study_id", "studies.id")
        .selectAll("studies")
        .select(["expected", "answered", "drafts"])
        .orderBy("created_at", "desc")
        .orderBy("id")
        .execute();
      return rows.map(summaryOf);
    },

    async findStudy(id) {
      const row = await read.selectFrom("studies").selectAll().where("id", "=", id).executeTakeFirst();
      if (row === undefined) return undefined;
      return { study: JSON.parse(row.definition) as Study, status: row.status, createdAt: row.created_at };
    },

    setStudyStatus: (id, status) =>
      write(async (trx) => {
        await trx.updateTable("studies").set({ status }).where("id", "=", id).execute();
      }),
  };
}

const placesOf = (study: Study) => ({
  study_municipalities: study.municipalities.map((municipality, position) => ({
    study_id: study.id,
    municipality,
    position,
  })),
  study_parties: study.parties.map(({ id, kind, name }, position) => ({
    study_id: study.id,
    party_id: id,
    position,
    kind,
    name,
  })),
  party_municipalities: study.parties.flatMap((party) =>
    party.municipalities.map((municipality) => ({ study_id: study.id, party_id: party.id, municipality })),
  ),
});

const summaryOf = (
  row: Selectable<Tables["studies"]> & { expected: number | null; answered: number | null; drafts: number | null },
): StudySummary => ({
  id: row.id,
  title: row.title,
  status: row.status,
  invented: row.invented === 1,
  createdAt: row.created_at,
  expected: row.expected ?? 0,
  answered: row.answered ?? 0,
  drafts: row.drafts ?? 0,
});
