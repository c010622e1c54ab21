/** What the rows of a grid add up to so far, beside the answer that they must add up to. */
import type { Question, QuestionMultipleTextModel } from "survey-core";
import { SUM_RULES, type SumRule } from "../../survey-definitions/follow-up-relations.ts";
import { writeNumber } from "./number-text.ts";

export interface Sum {
  /** The row that the sum is told after. */
  readonly after: string;
  readonly text: string;
  readonly isWrong: boolean;
}

/** What the whole counts. */
const COUNTED: Readonly<Record<string, string>> = {
  fu_exits: "avslutade",
  fu_participants: "deltagare",
  fu_enrolled: "inskrivna",
  fu_within_14d: "inskrivna inom 14 dagar",
  fu_assessed: "bedömda",
};

/** What the rows are together, where they are not all rows of the grid. */
const TOGETHER: Readonly<Record<string, string>> = {
  within: "Inom 14 dagar",
  exits: "Deltagare till avslut",
};

/** One for every sum that has more than one row, as soon as a row or the whole is answered. */
export function sumsOf(question: QuestionMultipleTextModel): readonly Sum[] {
  return SUM_RULES.filter(({ grid }) => grid === question.name).flatMap((rule) => {
    const whole = numberOf(question.survey?.getQuestionByName(rule.total)?.value);
    return [...rowsBySum(question, rule)].flatMap(([sum, rows]) => sumOf(question, rule, sum, rows, whole));
  });
}

function rowsBySum({ items }: QuestionMultipleTextModel, rule: SumRule): ReadonlyMap<string, readonly string[]> {
  const sums = new Map<string, string[]>();
  for (const { name } of items) {
    const sum = rule.sumOf ? rule.sumOf(name) : "";
    if (sum !== undefined) sums.set(sum, [...(sums.get(sum) ?? []), name]);
  }
  return sums;
}

function sumOf(
  question: Question,
  rule: SumRule,
  sum: string,
  rows: readonly string[],
  whole: number | undefined,
): readonly Sum[] {
  const after = rows.at(-1);
  const value = (question.value ?? {}) as Readonly<Record<string, unknown>>;
  const stated = rows.flatMap((row) => numberOf(value[row]) ?? []);
  if (after === undefined || rows.length < 2 || (stated.length === 0 && whole === undefined)) return [];
  const total = stated.reduce((a, b) => a + b, 0);
  const isComplete = stated.length === rows.length && rule.mayBeLess !== true;
  const isWrong = whole !== undefined && stated.length > 0 && (isComplete ? total !== whole : total > whole);
  const text = `${TOGETHER[sum] ?? "Summa"}: ${writeNumber(total)}${wholeText(whole, rule, isWrong, isComplete)}`;
  return [{ after, text, isWrong }];
}

function wholeText(whole: number | undefined, { total }: SumRule, isWrong: boolean, isComplete: boolean): string {
  if (whole === undefined) return "";
  const counted = `${writeNumber(whole)} ${COUNTED[total] ?? ""}`.trimEnd();
  if (isWrong) return `. Det stämmer inte med ${counted}, som ni har svarat.`;
  return isComplete ? ` av ${counted}. Det stämmer.` : ` av ${counted}`;
}

const numberOf = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
