import { textIn } from "../../charts/read-table.ts";
import { SEXES } from "../../../survey-definitions/profile-rows.ts";
import type { TableCell, TableRow } from "../../section.ts";
import { answers, count, end, follows, type Claim, type Declarations, type RowClaims } from "../claims.ts";
import { each, partyAnswers } from "./answers.ts";
import { knownBySums } from "./known-by.ts";
import { stated } from "./stated.ts";

export const profileClaims: Declarations = (declared) => {
  const party = partyAnswers(declared);
  const groups = (row: TableRow): RowClaims => {
    const answer = party.by(row.party, row.municipality);
    const name = `n_${textIn(row.group)}`;
    const [n, known] = [party.cell(name, answer), party.cell("n_known", answer)];
    const ends = (["low", "high"] as const).map((kind): [string, Claim | undefined] => {
      const cell = party.cell(`${name}_${kind}`, answer);
      return [kind, cell && end(kind, each([cell]))];
    });
    return stated({
      n: n && count(each([n])),
      ...Object.fromEntries(ends),
      share_of_known: n && known && follows(each([n]), each([known])),
    });
  };
  const totals = (group: TableCell | undefined, rows: readonly number[]): RowClaims => {
    const name = `n_${textIn(group)}`;
    const ofAll = (variable: string) => rows.map((row) => party.cell(variable, row));
    const [exact, low, high, known] = [ofAll(name), ofAll(`${name}_low`), ofAll(`${name}_high`), ofAll("n_known")];
    const both = rows.map((_, i) => exact[i] !== undefined && known[i] !== undefined);
    const [part, whole] = [each(exact.filter((_, i) => both[i])), each(known.filter((_, i) => both[i]))];
    return {
      sum_low: end("low", each(exact.map((cell, i) => cell ?? low[i]))),
      sum_high: end("high", each(exact.map((cell, i) => cell ?? high[i]))),
      stated: answers,
      known: count(whole),
      share_of_known: follows(part, whole),
    };
  };
  const sexAge = (row: TableRow): RowClaims => {
    const rows = party.in(row.municipality);
    const sums = SEXES.map(({ code }) => {
      const name = `n_by_sex_age.${code}_${textIn(row.age)}`;
      return [code, count(each(rows.map((answer) => party.cell(name, answer))), 3)] as const;
    });
    return { ...Object.fromEntries(sums), stated: answers };
  };
  const knownBy = (row: TableRow): RowClaims => {
    const sums = knownBySums(party, party.in(row.municipality));
    return {
      only_us: count(sums.only_us),
      one_more: count(sums.one_more),
      two_or_more: count(sums.two_or_more),
      stated: answers,
    };
  };
  const chao = (row: TableRow): RowClaims => {
    const sums = knownBySums(party, party.in(row.municipality));
    const fromAll = follows(sums.only_us, sums.one_more, sums.two_or_more);
    return {
      once: follows(sums.only_us),
      twice: follows(sums.one_more),
      lower_bound: fromAll,
      low: fromAll,
      high: fromAll,
      note: fromAll,
    };
  };
  return {
    groups,
    group_totals: (row) => totals(row.group, party.in(row.municipality)),
    by_group: (row) => totals(row.group, party.all),
    sex_age: sexAge,
    known_by: knownBy,
    chao,
  };
};
