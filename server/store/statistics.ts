import { insertInChunks } from "./chunks.ts";
import type { Database } from "./database.ts";
import type { StatisticsRow, Store } from "./store.ts";

export function statistics({ read, write }: Database): Pick<Store, "replaceStatistics" | "statistics"> {
  return {
    replaceStatistics: (study, rows, source, importedAt) =>
      write(async (trx) => {
        await trx.deleteFrom("statistics").where("study_id", "=", study).execute();
        await trx.deleteFrom("statistics_sources").where("study_id", "=", study).execute();
        await trx
          .insertInto("statistics_sources")
          .values({ study_id: study, source, imported_at: importedAt })
          .execute();
        await insertInChunks(
          trx,
          "statistics",
          rows.map(({ region, ageFrom, ageTo, sex, year, population }, position) => ({
            study_id: study,
            position,
            region,
            age_from: ageFrom,
            age_to: ageTo,
            sex,
            year,
            population,
          })),
        );
      }),

    async statistics(study) {
      const source = await read
        .selectFrom("statistics_sources")
        .selectAll()
        .where("study_id", "=", study)
        .executeTakeFirst();
      if (source === undefined) return undefined;
      const rows = await read
        .selectFrom("statistics")
        .selectAll()
        .where("study_id", "=", study)
        .orderBy("position")
        .execute();
      return {
        source: source.source,
        importedAt: source.imported_at,
        rows: rows.map(({ region, age_from, age_to, sex, year, population }): StatisticsRow => ({
          region,
          ageFrom: age_from,
          ageTo: age_to,
          sex,
          year,
          population,
        })),
      };
    },
  };
}
