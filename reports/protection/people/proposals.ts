import { answers, count, type Declarations } from "../claims.ts";
import { each, partyAnswers } from "./answers.ts";

/** `known_low` and `known_high` are bounds, worked out from the protected answers. */
export const proposalClaims: Declarations = (declared) => {
  const party = partyAnswers(declared);
  return {
    by_party: (row) => ({
      known: count(each(party.from(row.party).map((answer) => party.cell("n_known", answer)))),
      known_municipalities: answers,
    }),
  };
};
