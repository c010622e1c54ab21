/**
 * A system of counts as differences from the true values: 0 everywhere is always possible, and what an attacker cannot
 * tell is how far from 0 each hidden cell may be. Differences are small numbers whatever the counts, so that the solver's
 * tolerances do not matter.
 */
import type { CountSystem } from "./count-system.ts";

export interface Row {
  readonly cells: Int32Array;
  readonly coefficients: Float64Array;
  /** low ≤ Σ coefficient × difference ≤ high, where low ≤ 0 ≤ high. */
  readonly low: number;
  readonly high: number;
}

export interface Deviations {
  readonly system: CountSystem;
  readonly rows: readonly Row[];
  /** Rows by cell, and its coefficient in each. */
  readonly rowsOf: readonly (readonly number[])[];
  readonly coefficientsOf: readonly (readonly number[])[];
  /** How far below (0 or less) and above its true value anybody must believe a cell to be before anything is shown. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** @throws {RangeError} when the true values do not fulfil a relation or a prior bound: it would be no attack on them */
export function deviationsOf(system: CountSystem): Deviations {
  const { cells, relations } = system;
  for (const { id, value, low, high } of cells)
    if (!(low <= value && value <= high)) throw new RangeError(`the cell ${id} is ${value}, outside [${low}, ${high}]`);
  const rowsOf: number[][] = cells.map(() => []);
  const coefficientsOf: number[][] = cells.map(() => []);
  const rows = relations.map((relation, row): Row => {
    const coefficients = new Map<number, number>();
    let activity = 0;
    for (const [cell, coefficient] of relation.terms) {
      coefficients.set(cell, (coefficients.get(cell) ?? 0) + coefficient);
      activity += coefficient * valueOf(system, cell);
    }
    const slack = 1e-9 * Math.max(1, Math.abs(activity));
    if (relation.low > activity + slack || relation.high < activity - slack)
      throw new RangeError(`${wordsOf(system, row)} is ${activity}, outside [${relation.low}, ${relation.high}]`);
    const terms = [...coefficients].filter(([, coefficient]) => coefficient !== 0);
    for (const [cell, coefficient] of terms) {
      rowsOf[cell]?.push(row);
      coefficientsOf[cell]?.push(coefficient);
    }
    return {
      cells: Int32Array.from(terms, ([cell]) => cell),
      coefficients: Float64Array.from(terms, ([, coefficient]) => coefficient),
      low: Math.min(0, relation.low - activity),
      high: Math.max(0, relation.high - activity),
    };
  });
  return {
    system,
    rows,
    rowsOf,
    coefficientsOf,
    low: Float64Array.from(cells, ({ low, value }) => Math.ceil(low) - value),
    high: Float64Array.from(cells, ({ high, value }) => Math.floor(high) - value),
  };
}

function valueOf({ cells }: CountSystem, cell: number): number {
  const found = cells[cell];
  if (found === undefined) throw new RangeError(`a relation names cell ${cell} of ${cells.length}`);
  return found.value;
}

const wordsOf = ({ cells, relations }: CountSystem, relation: number): string =>
  (relations[relation]?.terms ?? [])
    .slice(0, 6)
    .map(([cell, coefficient]) => `${coefficient} × ${cells[cell]?.id}`)
    .join(" + ");
