import type { Kysely } from "kysely";
import type { PublicationPlan, PublicationSummary } from "../../survey-definitions/wire.ts";
import type { Database } from "./database.ts";
import { publicationLinks } from "./publication-links.ts";
import { FROZEN, frozenRow, lockStudy, newestOf } from "./newest-publication.ts";
import type { PublicationStore } from "./publication-store.ts";
import { publicationWork } from "./publication-work.ts";
import type { Tables } from "./tables.ts";

export function publications(database: Database): PublicationStore {
  return { ...drafts(database), ...plain(database), ...publicationWork(database), ...publicationLinks(database) };
}

function drafts({ read, write }: Database): Pick<PublicationStore, "draft" | "saveDraft"> {
  return {
    async draft(study) {
      const row = await read
        .selectFrom("publication_drafts")
        .select(["version", "plan"])
        .where("study_id", "=", study)
        .executeTakeFirst();
      return row && { version: row.version, plan: JSON.parse(row.plan) as PublicationPlan };
    },

    saveDraft: (study, version, plan, savedAt) =>
      write(async (trx) => {
        const next = { version: version + 1, plan: JSON.stringify(plan), saved_at: savedAt };
        const saved =
          version === 0
            ? await trx
                .insertInto("publication_drafts")
                .values({ study_id: study, ...next })
                .onConflict((conflict) => conflict.doNothing())
                .returning("version")
                .executeTakeFirst()
            : await trx
                .updateTable("publication_drafts")
                .set(next)
                .where("study_id", "=", study)
                .where("version", "=", version)
                .returning("version")
                .executeTakeFirst();
        return saved === undefined ? "changed" : "saved";
      }),
  };
}

type Plain = Pick<
  PublicationStore,
  | "create"
  | "list"
  | "find"
  | "frozen"
  | "newest"
  | "isWorking"
  | "remove"
  | "publish"
  | "content"
  | "archive"
  | "memories"
>;

function plain({ read, write }: Database): Plain {
  return {
    create: ({ id, study, plan, preview, createdAt }) =>
      write(async (trx) => {
        // The index on what is working lets one of several that come at once through.
        const made = await trx
          .insertInto("publications")
          .values({
            id,
            study_id: study,
            title: plan.title,
            plan: JSON.stringify(plan),
            preview: preview ? 1 : 0,
            created_at: createdAt,
            status: "working",
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning("id")
          .executeTakeFirst();
        return made === undefined ? "in-progress" : "created";
      }),

    list: (study, today) => summaries(read, today, study),
    find: async (study, id, today) => (await summaries(read, today, study, id))[0],
    async frozen(id) {
      const row = await read.selectFrom("publications").select(FROZEN).where("id", "=", id).executeTakeFirst();
      return row && frozenRow(row);
    },
    newest: (study) => newestOf(read, study),
    async isWorking(study) {
      const row = await read
        .selectFrom("publications")
        .select("id")
        .where("study_id", "=", study)
        .where("status", "=", "working")
        .executeTakeFirst();
      return row !== undefined;
    },

    remove: (study, id) =>
      write(async (trx) => {
        const row = await trx
          .selectFrom("publications")
          .select("status")
          .where("study_id", "=", study)
          .where("id", "=", id)
          .executeTakeFirst();
        if (row === undefined) return "not-found";
        if (row.status !== "preview" && row.status !== "failed") return "kept";
        const links = trx.selectFrom("links").select("id").where("publication_id", "=", id);
        await trx.deleteFrom("view_accesses").where("link_id", "in", links).execute();
        await trx.deleteFrom("links").where("publication_id", "=", id).execute();
        await trx.deleteFrom("publication_contents").where("publication_id", "=", id).execute();
        await trx.deleteFrom("publications").where("id", "=", id).execute();
        return "removed";
      }),

    publish: (study, id, at) =>
      write(async (trx) => {
        await lockStudy(trx, study);
        const row = await trx
          .selectFrom("publications")
          .select(["status", "number"])
          .where("study_id", "=", study)
          .where("id", "=", id)
          .executeTakeFirst();
        if (row?.status !== "preview") return "no-preview";
        if (row.number !== ((await newestOf(trx, study))?.number ?? 0) + 1) return "outdated";
        const working = await trx
          .selectFrom("publications")
          .select("id")
          .where("study_id", "=", study)
          .where("status", "=", "working")
          .where("preview", "=", 0)
          .executeTakeFirst();
        if (working !== undefined) return "in-progress";
        await trx
          .updateTable("publications")
          .set({ status: "published", published_at: at, preview: 0 })
          .where("id", "=", id)
          .execute();
        // Those who were shown the preview are not thereby readers of the publication.
        await trx
          .updateTable("links")
          .set({ withdrawn_at: at })
          .where("publication_id", "=", id)
          .where("withdrawn_at", "is", null)
          .execute();
        return "published";
      }),

    content: async (id) => (await contents(read, id).select("content").executeTakeFirst())?.content,
    archive: async (id) => (await contents(read, id).select("archive").executeTakeFirst())?.archive,
    async memories(study) {
      const rows = await read
        .selectFrom("publications")
        .innerJoin("publication_contents", "publication_id", "publications.id")
        .select("memory")
        .where("study_id", "=", study)
        .where("status", "=", "published")
        .orderBy("number")
        .execute();
      return rows.map(({ memory }) => memory);
    },
  };
}

const contents = (db: Kysely<Tables>, id: string) =>
  db.selectFrom("publication_contents").where("publication_id", "=", id);

async function summaries(
  db: Kysely<Tables>,
  today: string,
  study: string,
  id?: string,
): Promise<readonly PublicationSummary[]> {
  let query = db
    .selectFrom("publications as p")
    .select(["id", "title", "status", "created_at", "number", "published_at", "sha256", "stage", "done"])
    .select(["problem_code", "problem_message"])
    .select((eb) =>
      eb
        .selectFrom("links")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .whereRef("publication_id", "=", "p.id")
        .where("withdrawn_at", "is", null)
        .where((inner) => inner.or([inner("until", "is", null), inner("until", ">=", today)]))
        .as("links"),
    )
    .where("study_id", "=", study)
    .orderBy("created_at", "desc")
    .orderBy("id");
  if (id !== undefined) query = query.where("id", "=", id);
  return (await query.execute()).map((row): PublicationSummary => ({
    id: row.id,
    title: row.title,
    status: row.status,
    createdAt: row.created_at,
    ...(row.published_at === null || row.number === null ? {} : { number: row.number, publishedAt: row.published_at }),
    ...(row.sha256 === null ? {} : { sha256: row.sha256 }),
    ...(row.status === "working" && row.stage !== null ? { progress: { stage: row.stage, done: row.done } } : {}),
    ...(row.problem_code === null ? {} : { problem: { code: row.problem_code, message: row.problem_message ?? "" } }),
    links: row.links ?? 0,
  }));
}
