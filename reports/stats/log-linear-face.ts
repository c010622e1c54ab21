/**
 * Which cells and terms of a log-linear model have finite estimates, and whether the unseen can be estimated at all.
 *
 * With empty cells the likelihood may grow without end as some coefficients run to minus infinity. The cells that are
 * thereby emptied are left out, and what remains has a maximum (Fienberg & Rinaldo 2012; Geyer 2009). An estimate of
 * the unseen exists when the intercept is determined by the cells that remain.
 */
import { includes, marginOf, type CaptureTable, type Mask } from "./list-patterns.ts";
import type { LinearConstraint, LpSolver } from "./lp.ts";

/** Cells that keep a positive expectation, and terms whose columns over them are linearly independent; 0 comes first. */
export interface Face {
  readonly cells: readonly Mask[];
  readonly terms: readonly Mask[];
}

/**
 * Leaves out the terms whose lists have nobody in common, and the cells that include them: their estimate is empty.
 *
 * @param table persons by pattern
 * @param terms all terms of the model with 0, the intercept
 * @returns undefined where the remaining cells do not determine the intercept: the model is not identifiable
 */
export function faceOfMargins(table: CaptureTable, terms: readonly Mask[]): Face | undefined {
  const { counts } = table;
  const empty = terms.filter((term) => marginOf(counts, term) === 0);
  const cells = counts.map((_, cell) => cell).filter((cell) => cell > 0 && !empty.some((term) => includes(cell, term)));
  return independent(
    cells,
    terms.filter((term) => !empty.includes(term)),
  );
}

/**
 * Leaves out every cell that some direction of recession empties.
 *
 * The linear programme looks for a change of the coefficients that leaves every cell with persons as it is, raises no
 * empty cell, and lowers as many of these as can be lowered.
 *
 * @returns the same cells where there is no such direction; undefined where the unseen would run to zero or infinity
 * @see Fienberg & Rinaldo (2012) Ann. Stat. 40, 996–1023; Chan, Silverman & Vincent (2021) J. Am. Stat. Assoc. 116
 */
export function faceOfRecession({ counts }: CaptureTable, face: Face, solver: LpSolver): Face | undefined {
  const { cells, terms } = face;
  const hollow = cells.filter((cell) => counts[cell] === 0);
  // Variables: the change of each coefficient as up − down, then for each empty cell how far it is lowered, at most 1.
  const constraints = cells.map((cell): LinearConstraint => {
    const change = terms.flatMap((term, j): [number, number][] =>
      includes(cell, term)
        ? [
            [2 * j, 1],
            [2 * j + 1, -1],
          ]
        : [],
    );
    const place = hollow.indexOf(cell);
    return place < 0
      ? { terms: change, low: 0, high: 0 }
      : { terms: [...change, [2 * terms.length + place, 1]], low: -Infinity, high: 0 };
  });
  const found = solver.solve({
    sense: "maximise",
    objective: [...terms.flatMap(() => [0, 0]), ...hollow.map(() => 1)],
    constraints,
    upper: [...terms.flatMap(() => [undefined, undefined]), ...hollow.map(() => 1)],
  });
  if (found.status !== "optimal") throw new Error(`no direction of recession decided: ${found.status}`);
  const lowered = hollow.filter((_, place) => (found.variables[2 * terms.length + place] ?? 0) > 0.5);
  if (lowered.length === 0) return face;
  return independent(
    cells.filter((cell) => !lowered.includes(cell)),
    terms,
  );
}

/** The first terms that are linearly independent over the cells; undefined where the intercept follows from others. */
function independent(cells: readonly Mask[], terms: readonly Mask[]): Face | undefined {
  const reduced: { readonly pivot: number; readonly column: Float64Array }[] = [];
  const kept: Mask[] = [];
  // The intercept is tried last: it is determined exactly when it does not follow from all others.
  for (const term of [...terms.filter((t) => t !== 0), 0]) {
    const column = Float64Array.from(cells, (cell) => (includes(cell, term) ? 1 : 0));
    for (const { pivot, column: other } of reduced) {
      const factor = (column[pivot] ?? 0) / (other[pivot] ?? 1);
      if (factor !== 0) for (let i = 0; i < column.length; i++) column[i] = (column[i] ?? 0) - factor * (other[i] ?? 0);
    }
    const pivot = column.reduce((best, value, i) => (Math.abs(value) > Math.abs(column[best] ?? 0) ? i : best), 0);
    if (Math.abs(column[pivot] ?? 0) < 1e-9) {
      if (term === 0) return undefined;
      continue;
    }
    reduced.push({ pivot, column });
    kept.push(term);
  }
  return { cells, terms: [0, ...kept.slice(0, -1)] };
}
