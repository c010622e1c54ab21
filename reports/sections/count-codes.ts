import { reasonCode, type Column, type ListColumn } from "../dataset.ts";
import type { Groups } from "./groups.ts";

export interface CodeCounts {
  /** Answers with each code, in the order that the caller asked for. */
  readonly by: number[];
  dontKnow: number;
  /** Asked, but neither a code nor "don't know". */
  noAnswer: number;
}

const DONT_KNOW = reasonCode("dont_know");
const NOT_ASKED = reasonCode("not_asked");

/**
 * Counts the codes of a single-choice column in each group. A code that is not asked for counts as no answer; a number
 * column is read as codes ("4"). Those who were not asked count nowhere, so an absent column is zero everywhere.
 */
export function countCodes(column: Column | undefined, groups: Groups, codes: readonly string[]): CodeCounts[] {
  const counts = groups.ids.map((): CodeCounts => ({ by: codes.map(() => 0), dontKnow: 0, noAnswer: 0 }));
  if (column === undefined) return counts;
  const placeAt = placeReader(column, codes);
  const { reasons } = column;
  for (let i = 0; i < reasons.length; i++) {
    const count = counts[groups.of[i] ?? -1];
    const reason = reasons[i] ?? NOT_ASKED;
    if (count === undefined || reason === NOT_ASKED) continue;
    const place = reason === 0 ? placeAt(i) : -1;
    if (place >= 0) count.by[place] = (count.by[place] ?? 0) + 1;
    else if (reason === DONT_KNOW) count.dontKnow++;
    else count.noAnswer++;
  }
  return counts;
}

function placeReader(column: Column, codes: readonly string[]): (i: number) => number {
  if (column.kind === "single") {
    const { values } = column;
    const places = Int32Array.from(column.codes, (code) => codes.indexOf(code));
    return (i) => places[values[i] ?? 0] ?? -1;
  }
  if (column.kind === "number") {
    const { values } = column;
    return (i) => codes.indexOf(String(values[i]));
  }
  return () => -1;
}

export interface Mentions {
  /** Answers that name the code, once each; and those that name it first. */
  readonly by: ReadonlyMap<string, { readonly mentions: number; readonly first: number }>;
  readonly answers: number;
}

/** How many answers to a question with several codes name each of them. Codes that nobody names are there with 0. */
export function countMentions(column: Column | undefined, codes: readonly string[]): Mentions {
  const by = new Map(codes.map((code) => [code, { mentions: 0, first: 0 }]));
  let answers = 0;
  eachList(column, (named) => {
    answers++;
    named.forEach((code, place) => {
      const count = by.get(code);
      if (count === undefined || named.indexOf(code) !== place) return;
      count.mentions++;
      if (place === 0) count.first++;
    });
  });
  return { by, answers };
}

/** Calls with every answer to a question whose value is a list. */
export function eachList(column: Column | undefined, use: (codes: readonly string[], i: number) => void): void {
  if (column?.kind !== "multiple" && column?.kind !== "ranking") return;
  const list: ListColumn = column;
  list.values.forEach((codes, i) => {
    if (list.reasons[i] === 0) use(codes, i);
  });
}
