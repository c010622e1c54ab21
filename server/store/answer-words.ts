/** The names of columns and the codes of the long form, each with a number. */
import type { Kysely } from "kysely";
import type { Database } from "./database.ts";
import { prepared } from "./prepared.ts";
import type { Tables } from "./tables.ts";

/** Numbers of words, remembered; a number that was given once stays. */
export function createNumbers(table: "answer_variables" | "answer_codes") {
  const known = new Map<string, number>();
  return {
    /** Gives a number to each word that has none, in a transaction of its own: it is right whatever becomes of the cells. */
    async know(write: Database["write"], words: readonly string[]): Promise<void> {
      const unknown = [...new Set(words)].filter((word) => !known.has(word)).sort();
      if (unknown.length === 0) return;
      const numbered = await write(async (trx) => {
        const pairs: (readonly [string, number])[] = [];
        for (const word of unknown) pairs.push([word, await numberIn(trx, table, word)]);
        return pairs;
      });
      for (const [word, id] of numbered) known.set(word, id);
    },
    numberOf(word: string): number {
      const id = known.get(word);
      if (id === undefined) throw new RangeError(`invalid word; has no number: ${word}`);
      return id;
    },
  };
}

async function numberIn(
  trx: Kysely<Tables>,
  table: "answer_variables" | "answer_codes",
  word: string,
): Promise<number> {
  const [find, add] = table === "answer_variables" ? [findVariable, addVariable] : [findCode, addCode];
  const found = (await find(trx, { word })).rows[0];
  if (found !== undefined) return found.id;
  await add(trx, { word });
  const made = (await find(trx, { word })).rows[0];
  if (made === undefined) throw new Error(`no number could be given to ${word}`);
  return made.id;
}

const findVariable = prepared((db, value: { word: string }) =>
  db.selectFrom("answer_variables").select("id").where("name", "=", value.word),
);
const findCode = prepared((db, value: { word: string }) =>
  db.selectFrom("answer_codes").select("id").where("code", "=", value.word),
);
const addVariable = prepared((db, value: { word: string }) =>
  db
    .insertInto("answer_variables")
    .values({ name: value.word })
    .onConflict((conflict) => conflict.doNothing()),
);
const addCode = prepared((db, value: { word: string }) =>
  db
    .insertInto("answer_codes")
    .values({ code: value.word })
    .onConflict((conflict) => conflict.doNothing()),
);
