import type { PublicationLink } from "../../survey-definitions/wire.ts";
import type { Database } from "./database.ts";
import type { PublicationStore } from "./publication-store.ts";

type ViewLinks = Pick<PublicationStore, "createViewLink" | "findViewLink" | "listLinks" | "grantAccess" | "hasAccess">;

export function publicationLinks({ read, write }: Database): ViewLinks {
  return {
    createViewLink: (link) =>
      write(async (trx) => {
        await trx
          .insertInto("links")
          .values({
            id: link.id,
            kind: "view",
            study_id: link.study,
            assignment_id: null,
            token_hash: link.tokenHash,
            created_at: link.createdAt,
            withdrawn_at: null,
            max_answers: null,
            until: link.until ?? null,
            publication_id: link.publication ?? null,
            passcode_hash: link.passcodeHash ?? null,
            may_download: link.download ? 1 : 0,
          })
          .execute();
      }),

    async findViewLink(tokenHash) {
      const row = await read
        .selectFrom("links")
        .select(["id", "study_id", "publication_id", "withdrawn_at", "until", "passcode_hash", "may_download"])
        .where("token_hash", "=", tokenHash)
        .where("kind", "=", "view")
        .executeTakeFirst();
      return (
        row && {
          link: row.id,
          study: row.study_id,
          publication: row.publication_id ?? undefined,
          withdrawn: row.withdrawn_at !== null,
          until: row.until ?? undefined,
          passcodeHash: row.passcode_hash ?? undefined,
          download: row.may_download === 1,
        }
      );
    },

    async listLinks(publication) {
      const rows = await read
        .selectFrom("links")
        .select(["id", "created_at", "withdrawn_at", "until", "passcode_hash", "may_download"])
        .where("publication_id", "=", publication)
        .orderBy("created_at", "desc")
        .orderBy("id")
        .execute();
      return rows.map((row): PublicationLink => ({
        id: row.id,
        createdAt: row.created_at,
        ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
        ...(row.until === null ? {} : { until: row.until }),
        passcode: row.passcode_hash !== null,
        download: row.may_download === 1,
      }));
    },

    grantAccess: (tokenHash, link, expiresAt, at) =>
      write(async (trx) => {
        await trx.deleteFrom("view_accesses").where("expires_at", "<=", at).execute();
        await trx
          .insertInto("view_accesses")
          .values({ token_hash: tokenHash, link_id: link, expires_at: expiresAt })
          .execute();
      }),

    async hasAccess(tokenHash, link, at) {
      const row = await read
        .selectFrom("view_accesses")
        .select("link_id")
        .where("token_hash", "=", tokenHash)
        .where("link_id", "=", link)
        .where("expires_at", ">", at)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
