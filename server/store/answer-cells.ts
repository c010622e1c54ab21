/** The answers in long form. Names and codes are kept once and cells hold their numbers: a quarter of the work. */
import type { Kysely } from "kysely";
import type { MissingReason } from "../../survey-definitions/codes.ts";
import type { AnalysisStore } from "./analysis-store.ts";
import type { Database } from "./database.ts";
import { createNumbers } from "./answer-words.ts";
import { prepared } from "./prepared.ts";
import type { LongCell } from "./store.ts";
import type { Tables } from "./tables.ts";

const ROWS_A_STATEMENT = 50;

type Encoded = Readonly<Tables["answer_cells"]>;

export function longCells({ engine, read, write }: Database): Pick<AnalysisStore, "saveCells" | "cellsOf"> {
  const variables = createNumbers("answer_variables");
  const codes = createNumbers("answer_codes");
  const currentRevision = engine === "postgresql" ? lockedRevision : plainRevision;
  return {
    async saveCells(responses) {
      const cells = responses.flatMap((response) => response.cells);
      const words = cells.flatMap(({ code, missing }) => [code, missing]).filter((word) => word !== null);
      await variables.know(
        write,
        cells.map(({ variable }) => variable),
      );
      await codes.know(write, words);
      await write(async (trx) => {
        for (const { response, revision, cells } of responses) {
          const { rows } = await currentRevision(trx, { response });
          if (rows[0]?.submitted_revision !== revision) continue;
          await deleteCells(trx, { response });
          await insertCells(
            trx,
            cells.map((cell) => ({
              response_id: response,
              variable_id: variables.numberOf(cell.variable),
              position: cell.position,
              code_id: cell.code === null ? null : codes.numberOf(cell.code),
              value: cell.value,
              content: cell.text,
              missing_id: cell.missing === null ? null : codes.numberOf(cell.missing),
            })),
          );
        }
      });
    },

    async cellsOf(response) {
      const rows = await read
        .selectFrom("answer_cells as cells")
        .innerJoin("responses", "responses.id", "cells.response_id")
        .innerJoin("answer_variables as variables", "variables.id", "cells.variable_id")
        .leftJoin("answer_codes as codes", "codes.id", "cells.code_id")
        .leftJoin("answer_codes as reasons", "reasons.id", "cells.missing_id")
        .select(["projected_revision", "name", "position", "codes.code", "value", "content", "reasons.code as reason"])
        .where("public_id", "=", response)
        .orderBy("name")
        .orderBy("position")
        .execute();
      return rows.map((row): LongCell => ({
        response,
        revision: row.projected_revision ?? 0,
        variable: row.name,
        position: row.position,
        code: row.code,
        value: row.value,
        text: row.content,
        missing: row.reason as MissingReason | null,
      }));
    },
  };
}

async function insertCells(trx: Kysely<Tables>, cells: readonly Encoded[]): Promise<void> {
  const whole = cells.length - (cells.length % ROWS_A_STATEMENT);
  for (let start = 0; start < whole; start += ROWS_A_STATEMENT) {
    await insertFifty(trx, cells.slice(start, start + ROWS_A_STATEMENT));
  }
  for (const cell of cells.slice(whole)) await insertOne(trx, [cell]);
}

/** A statement of its own for each number of rows, compiled once. */
function insertRows(n: number) {
  const insert = prepared((db, value: Readonly<Record<string, never>>) =>
    db.insertInto("answer_cells").values(
      Array.from({ length: n }, (_, i) => ({
        response_id: value[`response_id ${i}`] as never,
        variable_id: value[`variable_id ${i}`] as never,
        position: value[`position ${i}`] as never,
        code_id: value[`code_id ${i}`] as never,
        value: value[`value ${i}`] as never,
        content: value[`content ${i}`] as never,
        missing_id: value[`missing_id ${i}`] as never,
      })),
    ),
  );
  return (trx: Kysely<Tables>, cells: readonly Encoded[]) => {
    const values: Record<string, unknown> = {};
    cells.forEach((cell, i) => {
      for (const [column, value] of Object.entries(cell)) values[`${column} ${i}`] = value;
    });
    return insert(trx, values as Record<string, never>);
  };
}

const insertOne = insertRows(1);
const insertFifty = insertRows(ROWS_A_STATEMENT);

const deleteCells = prepared((db, value: { response: number }) =>
  db.deleteFrom("answer_cells").where("response_id", "=", value.response),
);
const plainRevision = prepared((db, value: { response: number }) =>
  db.selectFrom("responses").select("submitted_revision").where("id", "=", value.response),
);
const lockedRevision = prepared((db, value: { response: number }) =>
  db.selectFrom("responses").select("submitted_revision").where("id", "=", value.response).forUpdate(),
);
