import { end, type Declarations } from "../claims.ts";
import { each, partyAnswers } from "./answers.ts";

/**
 * `lower`, `upper`, `counts_lower`, `counts_upper`, `sums` and `conflicts` are worked out from the protected answers: what
 * is hidden is a range or is not there, so that the bounds are wider and still true.
 */
export const unduplicatedClaims: Declarations = (declared) => {
  const party = partyAnswers(declared);
  return {
    bounds: ({ municipality }) => ({
      sum_low: end(
        "low",
        each(party.in(municipality).map((row) => party.cell("n_known_low", row) ?? party.cell("n_known", row))),
      ),
    }),
  };
};
