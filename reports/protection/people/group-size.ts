import type { TableRow } from "../../section.ts";
import { answers, count, end, follows, type Claim, type Declarations, type RowClaims } from "../claims.ts";
import type { Terms } from "../person-cells.ts";
import { each, partyAnswers } from "./answers.ts";
import { stated } from "./stated.ts";

/** `by_kind` is worked out from the figures that are shown: how they are spread is no sum. */
export const groupSizeClaims: Declarations = (declared) => {
  const party = partyAnswers(declared);
  const one = (name: string, row: number | undefined, of: (terms: Terms) => Claim) => {
    const cell = party.cell(name, row);
    return cell === undefined ? undefined : of(each([cell]));
  };
  const counts = (row: TableRow): RowClaims => {
    const answer = party.by(row.party, row.municipality);
    const [known, caseload] = [party.cell("n_known", answer), party.cell("n_caseload_age", answer)];
    const claims = {
      n_known: one("n_known", answer, count),
      low: one("n_known_low", answer, (terms) => end("low", terms)),
      high: one("n_known_high", answer, (terms) => end("high", terms)),
      caseload: one("n_caseload_age", answer, count),
      caseload_low: one("n_caseload_age_low", answer, (terms) => end("low", terms)),
      caseload_high: one("n_caseload_age_high", answer, (terms) => end("high", terms)),
      per_1000: known && follows(each([known])),
      share_of_caseload: known && caseload && follows(each([known]), each([caseload])),
    };
    return stated(claims);
  };
  const totals = (row: TableRow): RowClaims => {
    const answered = party.in(row.municipality);
    const known = (name: string) => answered.map((answer) => party.cell(name, answer));
    const [exact, low, high] = [known("n_known"), known("n_known_low"), known("n_known_high")];
    return {
      sum_reported: count(each(exact)),
      parties_answered: answers,
      parties_range: answers,
      sum_low: end("low", each(exact.map((cell, i) => cell ?? low[i]))),
      sum_high: end("high", each(exact.map((cell, i) => cell ?? high[i]))),
    };
  };
  return { counts, totals };
};
