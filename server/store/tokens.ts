/** Login tokens, sessions and API tokens: only hashes of them are stored. */
import type { Database } from "./database.ts";
import type { Store } from "./store.ts";
import { userOf } from "./users.ts";

type Tokens = Pick<
  Store,
  | "createLoginToken"
  | "takeLoginToken"
  | "createSession"
  | "findSession"
  | "deleteSession"
  | "createApiToken"
  | "findApiToken"
>;

export function tokens({ read, write }: Database): Tokens {
  return {
    createLoginToken: (user, tokenHash, expiresAt) =>
      write(async (trx) => {
        await trx
          .insertInto("login_tokens")
          .values({ token_hash: tokenHash, user_id: user, expires_at: expiresAt })
          .execute();
      }),

    takeLoginToken: (tokenHash, at) =>
      write(async (trx) => {
        const taken = await trx
          .deleteFrom("login_tokens")
          .where("token_hash", "=", tokenHash)
          .returning(["user_id", "expires_at"])
          .executeTakeFirst();
        if (taken === undefined || taken.expires_at <= at) return undefined;
        return userOf(
          await trx.selectFrom("users").selectAll().where("id", "=", taken.user_id).executeTakeFirstOrThrow(),
        );
      }),

    createSession: (user, tokenHash, createdAt, expiresAt) =>
      write(async (trx) => {
        await trx.deleteFrom("sessions").where("expires_at", "<=", createdAt).execute();
        await trx
          .insertInto("sessions")
          .values({ token_hash: tokenHash, user_id: user, created_at: createdAt, expires_at: expiresAt })
          .execute();
      }),

    async findSession(tokenHash, at) {
      const row = await read
        .selectFrom("sessions")
        .innerJoin("users", "users.id", "sessions.user_id")
        .selectAll("users")
        .where("token_hash", "=", tokenHash)
        .where("expires_at", ">", at)
        .executeTakeFirst();
      return row === undefined ? undefined : userOf(row);
    },

    deleteSession: (tokenHash) =>
      write(async (trx) => {
        await trx.deleteFrom("sessions").where("token_hash", "=", tokenHash).execute();
      }),

    createApiToken: (user, name, tokenHash, createdAt) =>
      write(async (trx) => {
        await trx
          .insertInto("api_tokens")
          .values({ token_hash: tokenHash, user_id: user, name, created_at: createdAt })
          .execute();
      }),

    async findApiToken(tokenHash) {
      const row = await read
        .selectFrom("api_tokens")
        .innerJoin("users", "users.id", "api_tokens.user_id")
        .selectAll("users")
        .where("token_hash", "=", tokenHash)
        .executeTakeFirst();
      return row === undefined ? undefined : userOf(row);
    },
  };
}
