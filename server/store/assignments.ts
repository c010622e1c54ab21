import type { Selectable } from "kysely";
import { OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import type { CoverageCell, CoverageStatus } from "../../survey-definitions/wire.ts";
import { shownTime } from "../study/shown-time.ts";
import type { Database } from "./database.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

type Assignments = Pick<Store, "coverage" | "findAssignment" | "setDeclined">;

export function assignments({ read, write }: Database): Assignments {
  return {
    async coverage(study) {
      const rows = await read
        .selectFrom("assignment_states")
        .selectAll()
        .where("study_id", "=", study)
        .orderBy("id")
        .execute();
      const links = await read
        .selectFrom("links")
        .select(({ fn }) => ["assignment_id", fn.countAll<number>().as("n")])
        .where("study_id", "=", study)
        .where("withdrawn_at", "is", null)
        .groupBy("assignment_id")
        .execute();
      const linksOf = new Map(links.map(({ assignment_id, n }) => [assignment_id, n]));
      return rows.map((row) => cellOf(row, linksOf.get(row.id) ?? 0));
    },

    async findAssignment(study, { instrument, party, municipality }) {
      const row = await read
        .selectFrom("assignments")
        .select("id")
        .where("study_id", "=", study)
        .where("instrument", "=", instrument)
        .where((eb) => eb(eb.fn.coalesce("party_id", eb.val("")), "=", party ?? ""))
        .where((eb) => eb(eb.fn.coalesce("municipality", eb.val("")), "=", municipality ?? ""))
        .executeTakeFirst();
      return row?.id;
    },

    setDeclined: (assignment, reason) =>
      write(async (trx) => {
        await trx
          .updateTable("assignments")
          .set({ declined_reason: reason ?? null })
          .where("id", "=", assignment)
          .execute();
      }),
  };
}

type State = Selectable<Tables["assignment_states"]>;

/** An anonymous draft is nobody else's to read. */
const isReadable = ({ instrument, submitted }: State): boolean => submitted > 0 || !OPEN_INSTRUMENTS.has(instrument);

const cellOf = (row: State, links: number): CoverageCell => ({
  assignment: String(row.id),
  instrument: row.instrument,
  ...(row.party_id === null ? {} : { party: row.party_id }),
  ...(row.municipality === null ? {} : { municipality: row.municipality }),
  status: statusOf(row),
  responses: row.submitted,
  ...(row.saved_at === null ? {} : { savedAt: shownTime(row.instrument, row.saved_at) }),
  links,
  ...(row.started === 1 && isReadable(row) && row.response !== null ? { response: row.response } : {}),
  ...(row.declined_reason === null ? {} : { declinedReason: row.declined_reason }),
});

/** An answer counts, whatever was said before it; who has declined is not waited for because of a draft. */
function statusOf(row: Pick<State, "submitted" | "started" | "declined_reason">): CoverageStatus {
  if (row.submitted > 0) return "answered";
  if (row.declined_reason !== null) return "declined";
  return row.started > 0 ? "draft" : "not_started";
}
