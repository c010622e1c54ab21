import { textIn } from "../../charts/read-table.ts";
import { codeAt, type Dataset } from "../../dataset.ts";
import { answers, count, end, type Declarations } from "../claims.ts";
import { each, partyAnswers } from "./answers.ts";

/** `known_least` is worked out from the protected answers: the largest of figures and lower ends is no sum. */
export const interventionClaims: Declarations = (declared) => {
  const party = partyAnswers(declared);
  return {
    availability: ({ intervention, party: id, municipality }) => {
      const reached = party.cell(`iv_reached.${textIn(intervention)}`, party.by(id, municipality));
      return reached === undefined ? {} : { reached: count(each([reached])) };
    },
    supply_need: ({ intervention, municipality }) => {
      const rows = party.in(municipality);
      const there = rows.filter((row) => isThere(declared.data, textIn(intervention), row));
      return {
        reached: count(each(there.map((row) => party.cell(`iv_reached.${textIn(intervention)}`, row)))),
        reached_stated: answers,
        known_most: end("high", each(rows.map((row) => party.cell("n_known_high", row) ?? party.cell("n_known", row)))),
      };
    },
  };
};

function isThere({ responses }: Dataset, intervention: string, row: number): boolean {
  const column = responses.get("party")?.columns.get(`iv_avail.${intervention}`);
  const code = column?.kind === "single" ? codeAt(column, row) : undefined;
  return code === "available" || code === "partly";
}
