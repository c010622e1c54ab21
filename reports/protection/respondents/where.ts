/** Where staff and young people have answered: how many of them, by place, party and kind of party. */
import { textIn } from "../../charts/read-table.ts";
import type { TableRow } from "../../section.ts";
import { count, follows, type Claim, type Declarations, type Declared, type RowClaims } from "../claims.ts";
import type { Terms } from "../person-cells.ts";
import { said } from "../contributor-cells.ts";
import { coded, staffAnswers, voiceAnswers } from "./counted.ts";

const answersOf = (
  { contributors }: Declared,
  instrument: unknown,
  holds?: (first: string, place: string) => boolean,
) =>
  instrument === "staff"
    ? contributors.sum(staffAnswers, holds)
    : instrument === "voice"
      ? contributors.sum(voiceAnswers, holds)
      : undefined;

export const staffOfKind = ({ contributors, data }: Declared, kind: unknown): Terms => {
  const parties = new Set(data.study.parties.flatMap((party) => (party.kind === kind ? [party.id] : [])));
  return contributors.sum(staffAnswers, (party) => parties.has(party));
};

export const coverageRespondents: Declarations = (declared) => ({
  cells: ({ instrument, party, municipality }) => {
    const terms = answersOf(
      declared,
      instrument,
      (first, place) => place === municipality && (instrument === "voice" || first === party),
    );
    return terms === undefined ? {} : { responses: count(terms) };
  },
  open_answers: ({ instrument, municipality }) => {
    const terms = answersOf(declared, instrument, (_, place) => place === municipality);
    return terms === undefined ? {} : { answers: count(terms) };
  },
});

export const methodRespondents: Declarations = (declared) => ({
  answers: ({ instrument }) => {
    const terms = answersOf(declared, instrument);
    return terms === undefined ? {} : { responses: count(terms), first: follows(terms), last: follows(terms) };
  },
  staff: ({ question, group }) => {
    const all = declared.contributors.sum(staffAnswers);
    const terms =
      question === "municipality"
        ? declared.contributors.sum(staffAnswers, (_, place) => [group, said(textIn(group))].includes(place))
        : question === "party_kind"
          ? [
              ...staffOfKind(declared, group),
              ...declared.contributors.sum(staffAnswers, (party) => party === said(textIn(group))),
            ]
          : undefined;
    return terms === undefined ? {} : { answers: count(terms), share: follows(terms, all) };
  },
});

const TREND = ["decreased_much", "decreased", "unchanged", "increased", "increased_much", "dont_know", "no_answer"];
const MEETS = ["never", "year", "month", "week", "day", "no_answer"];

/** The same claim on several columns. */
export const every = (columns: readonly string[], claim: Claim): RowClaims =>
  Object.fromEntries(columns.map((column) => [column, claim]));

export const profileRespondents: Declarations = (declared) => {
  const { data, contributors } = declared;
  return {
    trend: ({ group, municipality }: TableRow) => {
      if (group !== "staff") return {};
      const here = (_: string, place: string) => place === municipality;
      const stated = contributors.sum({ ...coded(data, "staff", "st_trend", "place"), unseen: true }, here);
      return every(TREND, follows(contributors.sum(staffAnswers, here), stated));
    },
    meets: ({ party_kind: kind }: TableRow) => {
      const stated = { ...coded(data, "staff", "st_meets_group", "kind"), unseen: true as const };
      return every(
        MEETS,
        follows(
          staffOfKind(declared, kind),
          contributors.sum(stated, (of) => of === kind),
        ),
      );
    },
  };
};
