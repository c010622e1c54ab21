/** What is counted of the answers of staff, young people and guardians, by the tables that show it. */
import type { Instrument } from "../../../survey-definitions/codes.ts";
import { codeAt, type Dataset } from "../../dataset.ts";
import { eachList } from "../../sections/count-codes.ts";
import { ratingAt } from "../../sections/cells.ts";
import type { CountedAnswers, Partition } from "../contributor-cells.ts";

const columnOf = ({ responses }: Dataset, instrument: Instrument, name: string) =>
  responses.get(instrument)?.columns.get(name);

/** Everybody who has answered the questionnaire. */
export const staffAnswers: CountedAnswers = { what: "responses:staff", instrument: "staff", by: "party" };
export const voiceAnswers: CountedAnswers = {
  what: "responses:voice",
  instrument: "voice",
  by: "role-place",
  unseen: true,
};

/** Answers that rate 1–5. */
export function rated(data: Dataset, instrument: Instrument, name: string, by: Partition): CountedAnswers {
  const column = columnOf(data, instrument, name);
  const has = (i: number) => column !== undefined && ratingAt(column, i) !== undefined;
  return { what: name, instrument, by, has };
}

/** Answers with one of the codes, or with any. */
export function coded(
  data: Dataset,
  instrument: Instrument,
  name: string,
  by: Partition,
  codes?: readonly string[],
): CountedAnswers {
  const column = columnOf(data, instrument, name);
  const has = (i: number) => {
    const code = column?.kind === "single" ? codeAt(column, i) : undefined;
    return code !== undefined && codes?.includes(code) !== false;
  };
  return { what: name, instrument, by, has };
}

/** Answers that name several things, and those that name one of them. */
export function named(
  data: Dataset,
  instrument: Instrument,
  name: string,
  by: Partition,
  code?: string,
): CountedAnswers {
  const rows = new Set<number>();
  eachList(columnOf(data, instrument, name), (codes, i) => {
    if (code === undefined || codes.includes(code)) rows.add(i);
  });
  const has = (i: number) => rows.has(i);
  return code === undefined
    ? { what: name, instrument, by, has }
    : { what: `${name}=${code}`, instrument, by, has, mentions: true };
}
