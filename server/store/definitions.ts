import type { Selectable } from "kysely";
import type { Database } from "./database.ts";
import type { FieldedDefinitionRow, ReleasedDefinitionRow, Store } from "./store.ts";
import type { Tables } from "./tables.ts";

type Definitions = Pick<Store, "releaseDefinition" | "listReleased" | "getFielded" | "listFielded">;

export function definitions({ read, write }: Database): Definitions {
  // Fielded definitions never change, so one that has been read stays right in every process.
  const known = new Map<number, FieldedDefinitionRow>();
  return {
    releaseDefinition: (row) =>
      write(async (trx) => {
        const stored = await trx
          .selectFrom("released_definitions")
          .select(["sha256", "json"])
          .where("instrument", "=", row.instrument)
          .where("version", "=", row.version)
          .executeTakeFirst();
        if (stored !== undefined)
          return stored.sha256 === row.sha256 && stored.json === row.json ? "already" : "differs";
        const { instrument, version, sha256, json, releasedAt } = row;
        await trx
          .insertInto("released_definitions")
          .values({ instrument, version, sha256, json, released_at: releasedAt })
          .execute();
        return "released";
      }),

    async listReleased() {
      const rows = await read
        .selectFrom("released_definitions")
        .selectAll()
        .orderBy("instrument")
        .orderBy("version")
        .execute();
      return rows.map(({ released_at, ...row }): ReleasedDefinitionRow => ({ ...row, releasedAt: released_at }));
    },

    async getFielded(id) {
      const found = known.get(id);
      if (found !== undefined) return found;
      const row = await read.selectFrom("fielded_definitions").selectAll().where("id", "=", id).executeTakeFirst();
      if (row === undefined) throw new RangeError(`invalid id; no fielded definition has it: ${id}`);
      const fielded = fieldedOf(row);
      known.set(id, fielded);
      return fielded;
    },

    async listFielded(study) {
      const rows = await read
        .selectFrom("fielded_definitions")
        .selectAll()
        .where("study_id", "=", study)
        .orderBy("id")
        .execute();
      return rows.map(fieldedOf);
    },
  };
}

const fieldedOf = ({ study_id, ...row }: Selectable<Tables["fielded_definitions"]>): FieldedDefinitionRow => ({
  ...row,
  study: study_id,
});
