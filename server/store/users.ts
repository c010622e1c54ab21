import type { Selectable } from "kysely";
import type { Database } from "./database.ts";
import type { Store, UserRow } from "./store.ts";
import type { Tables } from "./tables.ts";

type Users = Pick<Store, "createUser" | "findUserByEmail" | "countUsers" | "setPassword">;

/** Addresses are kept in lower case: nobody has two accounts that differ by it. */
export function users({ read, write }: Database): Users {
  return {
    createUser: (user, createdAt) =>
      write(async (trx) => {
        const made = await trx
          .insertInto("users")
          .values({
            id: user.id,
            email: user.email.toLowerCase(),
            role: user.role,
            password_hash: user.passwordHash ?? null,
            created_at: createdAt,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning("id")
          .executeTakeFirst();
        return made === undefined ? "exists" : "created";
      }),

    async findUserByEmail(email) {
      const row = await read
        .selectFrom("users")
        .selectAll()
        .where("email", "=", email.toLowerCase())
        .executeTakeFirst();
      return row === undefined ? undefined : userOf(row);
    },

    async countUsers() {
      const { n } = await read
        .selectFrom("users")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow();
      return n;
    },

    setPassword: (user, passwordHash) =>
      write(async (trx) => {
        await trx.updateTable("users").set({ password_hash: passwordHash }).where("id", "=", user).execute();
      }),
  };
}

export const userOf = (row: Pick<Selectable<Tables["users"]>, "id" | "email" | "role" | "password_hash">): UserRow => ({
  id: row.id,
  email: row.email,
  role: row.role,
  passwordHash: row.password_hash ?? undefined,
});
