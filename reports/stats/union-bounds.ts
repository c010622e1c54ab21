import { classicalBounds } from "./classical-bounds.ts";
import type { LpSolver } from "./lp.ts";
import { conflictsWithin, conflictWithCap, type Conflict } from "./union-conflicts.ts";
import { highOf, lowOf, partsOf, type Part, type UnionInput } from "./union-constraints.ts";
import { patternCells, unionOfPatterns } from "./union-patterns.ts";

export interface UnionBounds {
  /** False when the statements contradict each other; then there are conflicts and no bounds but those of the counts. */
  readonly feasible: boolean;
  /** Different persons on at least one list; not rounded. */
  readonly lower?: number;
  /** Infinity where a size has no upper end and there is no cap. */
  readonly upper?: number;
  /** The same, rounded inwards to whole persons. */
  readonly lowerWhole?: number;
  readonly upperWhole?: number;
  /** From the sizes (and the cap) alone. */
  readonly countsLower: number;
  readonly countsUpper: number;
  readonly conflicts: readonly Conflict[];
  /**
   * `counts`: no overlap is stated. `patterns`: exact, by linear programme. `classical`: a part was too large for its
   * patterns, so Kounias and Hunter–Worsley stand in for it: the bounds are valid but may be wider than need be, and
   * only contradictions between two and three lists were looked for.
   */
  readonly method: "counts" | "patterns" | "classical";
}

/** The solver's tolerance: how far from a whole number a bound may lie and still be it. */
const TOLERANCE = 1e-6;

interface PartBounds {
  readonly part: Part;
  /** Missing where the part contradicts itself. */
  readonly bounds?: { readonly lower: number; readonly upper: number };
  readonly conflicts: readonly Conflict[];
  readonly method: UnionBounds["method"];
}

/**
 * How few and how many different persons a set of overlapping lists can hold, given sizes, some overlaps and a cap.
 *
 * Lists that no stated overlap connects are worked out apart. Their persons may be the same or different as far as
 * anybody knows, so the parts can be nested or disjoint: the lower bound of the union is the largest lower bound of a
 * part, the upper bound the sum of their upper bounds. The solutions form a convex set, so every number between is
 * possible; a cap at or above the lower bound therefore cuts the upper bound and changes nothing else, and a cap below
 * the lower bound of a part contradicts it. Within a part the bounds are those of a linear programme over the 2^k − 1
 * patterns of membership. Whole persons: the ends rounded inwards; a part whose ends have no whole number between them
 * contradicts itself.
 *
 * @param input sizes and overlaps in whole persons, or ranges of them; order does not matter
 * @returns persons; with no lists all bounds are 0
 * @throws {RangeError} for an overlap of unknown, repeated or not two or three parties, a negative count or low > high
 * @throws {Error} when the solver stops without an answer
 * @see Fréchet (1940); Hailperin (1965); Prékopa (1988), Oper. Res. 36, 145–162
 *
 * @example
 * unionBounds({ sizes: { a: 50, b: 40, c: 30 }, overlaps: [
 *   { parties: ["a", "b"], n: 20 }, { parties: ["a", "c"], n: 10 }, { parties: ["b", "c"], n: 5 } ] }, solver);
 * // lower 85, upper 90; from the counts alone 50 – 120
 */
export function unionBounds(input: UnionInput, solver: LpSolver): UnionBounds {
  const cap = input.cap ?? Infinity;
  const nameOf = (id: string) => input.names?.[id] ?? id;
  const counts = Object.values(input.sizes);
  const countsLower = counts.reduce<number>((most, count) => Math.max(most, lowOf(count)), 0);
  const countsUpper = Math.min(
    cap,
    counts.reduce<number>((sum, count) => sum + highOf(count), 0),
  );
  const parts = partsOf(input).map((part) => boundsOfPart(part, cap, solver, nameOf));
  const methods = new Set(parts.map(({ method }) => method));
  const method = methods.has("classical") ? "classical" : methods.has("patterns") ? "patterns" : "counts";
  const conflicts = parts.flatMap((found) => found.conflicts);
  if (conflicts.length > 0) return { feasible: false, countsLower, countsUpper, conflicts, method };
  const lower = parts.reduce((most, { bounds }) => Math.max(most, bounds?.lower ?? 0), 0);
  const upper = Math.min(
    cap,
    parts.reduce((sum, { bounds }) => sum + (bounds?.upper ?? 0), 0),
  );
  return {
    feasible: true,
    lower,
    upper,
    lowerWhole: Math.ceil(lower - TOLERANCE),
    upperWhole: Math.floor(upper + TOLERANCE),
    countsLower,
    countsUpper,
    conflicts,
    method,
  };
}

function boundsOfPart(part: Part, cap: number, solver: LpSolver, nameOf: (id: string) => string): PartBounds {
  const found = withoutCap(part, solver, nameOf);
  if (found.bounds === undefined || found.bounds.lower <= cap + TOLERANCE) return found;
  const lowerOf = (parties: readonly string[]) =>
    withoutCap(restricted(part, parties), solver, nameOf).bounds?.lower ?? 0;
  return { part, conflicts: [conflictWithCap(part.parties, cap, lowerOf, nameOf)], method: found.method };
}

function withoutCap(part: Part, solver: LpSolver, nameOf: (id: string) => string): PartBounds {
  if (part.overlaps.length === 0) {
    const lower = part.sizes.reduce((most, { low }) => Math.max(most, low), 0);
    const upper = part.sizes.reduce((sum, { high }) => sum + high, 0);
    return { part, bounds: { lower, upper }, conflicts: [], method: "counts" };
  }
  const cells = patternCells(part);
  if (cells === undefined) {
    const conflicts = conflictsWithin(part, undefined, solver, nameOf);
    return {
      part,
      ...(conflicts.length === 0 ? { bounds: classicalBounds(part) } : {}),
      conflicts,
      method: "classical",
    };
  }
  const least = unionOfPatterns(cells, "minimise", solver);
  if (least.status !== "optimal")
    return { part, conflicts: conflictsWithin(part, false, solver, nameOf), method: "patterns" };
  const most = unionOfPatterns(cells, "maximise", solver);
  if (most.status === "infeasible") throw new Error("a programme with a smallest union has no largest");
  const bounds = { lower: snapped(least.value), upper: most.status === "optimal" ? snapped(most.value) : Infinity };
  if (Math.ceil(bounds.lower - TOLERANCE) > Math.floor(bounds.upper + TOLERANCE)) {
    const why = "Uppgifterna kan bara stämma om en person räknas som en del av en person.";
    return { part, conflicts: [{ parties: part.parties, why }], method: "patterns" };
  }
  return { part, bounds, conflicts: [], method: "patterns" };
}

/** Takes away the solver's noise where the bound is a whole number. */
const snapped = (value: number): number =>
  Math.abs(value - Math.round(value)) < TOLERANCE ? Math.round(value) : value;

/** What is said about some of the parties alone; it need not hang together. */
const restricted = (part: Part, parties: readonly string[]): Part => ({
  parties,
  sizes: part.sizes.filter(({ members }) => members.every((id) => parties.includes(id))),
  overlaps: part.overlaps.filter(({ members }) => members.every((id) => parties.includes(id))),
});
