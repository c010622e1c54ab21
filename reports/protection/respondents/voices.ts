/** The voices of young people and guardians, each for themselves, and the same questions of a follow-up. */
import { textIn } from "../../charts/read-table.ts";
import { EXPERIENCES } from "../../sections/voices-tables.ts";
import { STATEMENTS } from "../../sections/voices-statements.ts";
import type { TableRow } from "../../section.ts";
import { count, follows, type Declarations, type Declared } from "../claims.ts";
import type { Terms } from "../person-cells.ts";
import { coded, named, staffAnswers, voiceAnswers } from "./counted.ts";
import { every } from "./where.ts";

const isVoice = (group: unknown): boolean => group === "young" || group === "guardian";

/** Answers of a group to a question that has a good and a bad end. */
function statedOf({ data, contributors }: Declared, column: string, group: unknown): Terms {
  const sides = STATEMENTS.flatMap(({ asked }) => asked).find((one) => one.column === column)?.sides;
  const codes = sides && [...sides.positive, ...sides.middle, ...sides.negative];
  return contributors.sum(coded(data, "voice", column, "role", codes), (role) => role === group);
}

export const voiceRespondents: Declarations = (declared) => {
  const { data, contributors } = declared;
  const values = ["positive", "middle", "negative", "dont_know", "net", "median"];
  // A group is hidden for an answer that all of it gives, whichever row of the table says so.
  const alike = (terms: Terms, n: unknown, parts: readonly unknown[]) => {
    if (typeof n === "number" && n > 0 && parts.includes(n)) contributors.allAlike(terms);
  };
  return {
    respondents: ({ group }) => {
      if (group === "staff") return { n: count(contributors.sum(staffAnswers)) };
      return isVoice(group) ? { n: count(contributors.sum(voiceAnswers, (role) => role === group)) } : {};
    },
    statements: (row: TableRow) => {
      if (!isVoice(row.group)) return {};
      const terms = statedOf(declared, textIn(row.asked), row.group);
      alike(terms, row.n, [row.positive, row.middle, row.negative]);
      return { n: count(terms), ...every(values, follows(terms)) };
    },
    experience: ({ question, group, n, answers }) => {
      const codes: readonly { readonly code: string; readonly missing?: string }[] =
        EXPERIENCES.find(({ code }) => code === question)?.categories ?? [];
      const counted = codes.flatMap((one) => (one.missing === undefined ? [one.code] : []));
      const terms = contributors.sum(coded(data, "voice", textIn(question), "role", counted), (role) => role === group);
      alike(terms, answers, [n]);
      return { answers: count(terms), ...every(["n", "share"], follows(terms)) };
    },
    support: ({ question, intervention, group, n, answers }) => {
      const name = { missing: "v_missing", had: "v_had", helped_most: "v_helped_most" }[textIn(question)];
      if (name === undefined || !isVoice(group)) return {};
      const isGroup = (role: string) => role === group;
      const all = contributors.sum(named(data, "voice", name, "role"), isGroup);
      const mentions = contributors.sum(named(data, "voice", name, "role", textIn(intervention)), isGroup);
      alike(mentions, answers, [n]);
      return { answers: count(all), ...every(["n", "share"], follows(all, mentions)) };
    },
  };
};

/** The middle answer of a group in the study, which a follow-up is held against. */
export const changeRespondents: Declarations = (declared) => ({
  change: ({ statement, group }) => {
    if (!isVoice(group)) return {};
    const terms = statedOf(declared, textIn(statement), group);
    return { baseline_n: count(terms), ...every(["baseline", "difference"], follows(terms)) };
  },
});
