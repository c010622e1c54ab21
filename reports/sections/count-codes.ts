import { reasonCode, type Column } from "../dataset.ts";
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
  const width = codes.length + 2;
  const counts = new Float64Array(groups.ids.length * width);
  if (column !== undefined) {
    const placeAt = placeReader(column, codes);
    const { reasons } = column;
    const { of } = groups;
    for (let i = 0; i < reasons.length; i++) {
      const group = of[i] ?? -1;
      const reason = reasons[i] ?? NOT_ASKED;
      if (group < 0 || reason === NOT_ASKED) continue;
      const place = reason === 0 ? placeAt(i) : -1;
      const at = group * width + (place >= 0 ? place : reason === DONT_KNOW ? width - 2 : width - 1);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return groups.ids.map((_, group): CodeCounts => {
    const [by, [dontKnow = 0, noAnswer = 0]] = [
      [...counts.subarray(group * width, group * width + codes.length)],
      counts.subarray(group * width + codes.length, (group + 1) * width),
    ];
    return { by, dontKnow, noAnswer };
  });
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
    for (let place = 0; place < named.length; place++) {
      const code = named[place] ?? "";
      const count = by.get(code);
      if (count === undefined || named.indexOf(code) !== place) continue;
      count.mentions++;
      if (place === 0) count.first++;
    }
  });
  return { by, answers };
}

/** Calls with every answer to a question whose value is a list. */
export function eachList(column: Column | undefined, take: (codes: readonly string[], i: number) => void): void {
  if (column?.kind !== "multiple" && column?.kind !== "ranking") return;
  const { values, reasons } = column;
  for (let i = 0; i < values.length; i++) if (reasons[i] === 0) take(values[i] ?? [], i);
}
