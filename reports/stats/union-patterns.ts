import type { LinearConstraint, LpResult, LpSolver } from "./lp.ts";
import type { Part } from "./union-constraints.ts";

/**
 * Most pattern cells that one programme may have; 8 191 is thirteen lists, about a second. Twelve lists with all 66
 * overlaps take a quarter of one.
 */
export const MOST_CELLS = 8_191;
const MOST_LISTS = 20;

/** One bit a list: a cell counts the persons that are on exactly these lists. */
export interface PatternCells {
  readonly cells: readonly number[];
  readonly rows: readonly { readonly mask: number; readonly low: number; readonly high: number }[];
}

/**
 * The cells of a part, without those that a stated overlap of 0 rules out.
 *
 * @returns undefined where there would be more than MOST_CELLS
 */
export function patternCells(part: Pick<Part, "parties" | "sizes" | "overlaps">): PatternCells | undefined {
  const lists = part.parties.length;
  if (lists > MOST_LISTS) return undefined;
  const bit = new Map(part.parties.map((id, i) => [id, 1 << i]));
  const rows = [...part.sizes, ...part.overlaps].map(({ members, low, high }) => ({
    mask: members.reduce((mask, id) => mask | (bit.get(id) ?? 0), 0),
    low,
    high,
  }));
  const forbidden = rows.filter(({ high }) => high === 0).map(({ mask }) => mask);
  const cells: number[] = [];
  for (let cell = 1; cell < 2 ** lists; cell++) {
    if (forbidden.some((mask) => (cell & mask) === mask)) continue;
    if (cells.length === MOST_CELLS) return undefined;
    cells.push(cell);
  }
  return { cells, rows };
}

/**
 * The smallest and the largest number of different persons on the lists of a part, as a linear programme over cells.
 *
 * For the largest, a cell whose lists fall apart into groups without a stated overlap between them is left out: the
 * same persons counted once in each group meet every constraint and are more.
 *
 * @see Hailperin (1965), Am. Math. Mon. 72, 343–359
 */
export function unionOfPatterns(
  { cells, rows }: PatternCells,
  sense: "minimise" | "maximise",
  solver: LpSolver,
): LpResult {
  const links = rows.map(({ mask }) => mask).filter((mask) => (mask & (mask - 1)) !== 0);
  const used = sense === "minimise" ? cells : cells.filter((cell) => isConnected(cell, links));
  const constraints = rows.flatMap(({ mask, low, high }): LinearConstraint[] => {
    if (low === 0 && high === Infinity) return [];
    const terms: (readonly [number, number])[] = [];
    for (let i = 0; i < used.length; i++) if (((used[i] ?? 0) & mask) === mask) terms.push([i, 1]);
    return [{ terms, low, high }];
  });
  return solver.solve({ sense, objective: used.map(() => 1), constraints });
}

function isConnected(cell: number, links: readonly number[]): boolean {
  let reached = cell & -cell;
  for (let grown = true; grown && reached !== cell;) {
    grown = false;
    for (const link of links)
      if ((link & cell) === link && (link & reached) !== 0 && (link & ~reached) !== 0) {
        reached |= link;
        grown = true;
      }
  }
  return reached === cell;
}
