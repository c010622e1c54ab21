/**
 * How many persons are known to exactly which parties, where the answers of the parties leave one possibility only.
 *
 * Each party says how many it knows, how many of them each other party knows, and how many are known to nobody else, to
 * one more, to two or more. With three parties that is one unknown too few (those known to all), with four it is five;
 * what is known by how many settles both. With five parties 31 numbers are unknown and the answers give at most 25
 * independent equations.
 */
import { captureTable, includes, membersOf, sizeOf, type CaptureTable, type Mask } from "../stats/list-patterns.ts";
import type { KnownBy, Statements } from "./unduplicated-bounds.ts";

export type PatternRefusal =
  | "nobody-answered"
  | "fewer-than-three-parties"
  | "more-than-four-parties"
  | "party-missing"
  | "stated-differently"
  | "contradiction"
  | "not-determined";

const MOST_LISTS = 4;

/** Persons in the cells that `holds` are `n`. */
interface Equation {
  readonly holds: (cell: Mask) => boolean;
  readonly n: number;
}

/**
 * The table of patterns that follows from the statements of a municipality, or why there is none.
 *
 * @param statements of one municipality
 * @param expected parties that cover it, answered or not: "known to nobody else" is said of all of them
 */
export function patternsOf(statements: Statements, expected: number): CaptureTable | PatternRefusal {
  const { sizes, pairs, knownBy } = statements;
  const lists = [...sizes.keys()];
  if (lists.length === 0) return "nobody-answered";
  if (expected < 3) return "fewer-than-three-parties";
  if (expected > MOST_LISTS) return "more-than-four-parties";
  const exact = lists.map((id) => sizes.get(id)?.exact);
  if (lists.length < expected || exact.includes(undefined)) return "party-missing";
  const among = pairs.filter(({ parties }) => parties.every((id) => lists.includes(id)));
  if (among.some(({ stated: [one, other] }) => one !== undefined && other !== undefined && one !== other))
    return "stated-differently";
  const bit = (id: string): Mask => 1 << lists.indexOf(id);
  const equations: Equation[] = [
    ...lists.map((id, i) => ({ holds: (cell: Mask) => includes(cell, bit(id)), n: exact[i] ?? 0 })),
    ...among.map(({ parties: [a, b], stated: [one, other] }) => ({
      holds: (cell: Mask) => includes(cell, bit(a) | bit(b)),
      n: one ?? other ?? 0,
    })),
    ...lists.flatMap((id) => equationsOf(bit(id), knownBy.get(id))),
  ];
  const counts = solve(2 ** lists.length, equations);
  if (typeof counts === "string") return counts;
  const patterns = counts.flatMap((n, cell) => (cell === 0 ? [] : [{ members: membersOf(lists, cell), n }]));
  return captureTable(lists, patterns);
}

function equationsOf(party: Mask, known: KnownBy | undefined): readonly Equation[] {
  const with_ = (fits: (others: number) => boolean) => (cell: Mask) => includes(cell, party) && fits(sizeOf(cell) - 1);
  const { only_us: none, one_more: one, two_or_more: more } = known ?? {};
  return [
    ...(none === undefined ? [] : [{ holds: with_((others) => others === 0), n: none }]),
    ...(one === undefined ? [] : [{ holds: with_((others) => others === 1), n: one }]),
    ...(more === undefined ? [] : [{ holds: with_((others) => others >= 2), n: more }]),
  ];
}

const TOLERANCE = 1e-9;

/**
 * The one solution in whole persons, by elimination. An equation whose sum is 0 empties its cells beforehand.
 *
 * @param size 2^lists; cell 0 is nobody's
 */
function solve(size: number, equations: readonly Equation[]): readonly number[] | PatternRefusal {
  const empty = (cell: Mask) => equations.some(({ holds, n }) => n === 0 && holds(cell));
  const cells = Array.from({ length: size - 1 }, (_, i) => i + 1).filter((cell) => !empty(cell));
  const rows = equations.map(({ holds, n }) => [...cells.map((cell) => (holds(cell) ? 1 : 0)), n]);
  const pivots: number[][] = [];
  for (let column = 0; column < cells.length; column++) {
    const place = rows.findIndex((row) => Math.abs(row[column] ?? 0) > TOLERANCE);
    const [found] = place < 0 ? [] : rows.splice(place, 1);
    if (found === undefined) continue;
    const lead = found[column] ?? 1;
    const pivot = found.map((value) => value / lead);
    for (const row of [...rows, ...pivots]) {
      const factor = row[column] ?? 0;
      if (Math.abs(factor) > TOLERANCE) pivot.forEach((value, i) => (row[i] = (row[i] ?? 0) - factor * value));
    }
    pivots.push(pivot);
  }
  // What is left has no unknowns: 0 = n.
  if (rows.some((row) => Math.abs(row[cells.length] ?? 0) > TOLERANCE)) return "contradiction";
  if (pivots.length < cells.length) return "not-determined";
  const counts = new Array<number>(size).fill(0);
  for (const [i, cell] of cells.entries()) {
    const n = pivots[i]?.[cells.length] ?? 0;
    if (n < -TOLERANCE || Math.abs(n - Math.round(n)) > TOLERANCE) return "contradiction";
    counts[cell] = Math.max(0, Math.round(n));
  }
  return counts;
}
