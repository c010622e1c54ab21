/**
 * Counts of people and what is known about them together: the form in which small numbers are hidden and attacked.
 *
 * Every published figure that is a sum of other counts is a cell of its own and a relation that ties it to its parts, in
 * whatever table the parts stand. Tables that share a cell are thereby linked.
 */

export interface CountCell {
  /** Unique, and the same from one publication of a study to the next. */
  readonly id: string;
  /** Whole, 0 or more. */
  readonly value: number;
  /** What anybody may take for granted before anything is published; 0 and Infinity where nothing is. */
  readonly low: number;
  readonly high: number;
  /**
   * `free` is shown unless it must be hidden to protect another; `hidden` must be, or is never shown; `shown` has been
   * published before and cannot be taken back.
   */
  readonly state: "free" | "hidden" | "shown";
  /** What is lost when a free cell is hidden; above 0. */
  readonly cost: number;
  /** The least width of the interval that is left to an attacker; 0 where the cell needs no protection of its own. */
  readonly protection: number;
}

/** low ≤ Σ coefficient × cell ≤ high, by position in `cells`; equal ends for what adds up. */
export interface CountRelation {
  readonly terms: readonly (readonly [cell: number, coefficient: number])[];
  readonly low: number;
  readonly high: number;
}

export interface CountSystem {
  readonly cells: readonly CountCell[];
  readonly relations: readonly CountRelation[];
}

/** What whole numbers a hidden cell may still be for somebody who knows everything that is published. */
export interface CellInterval {
  /** Position in `cells`. */
  readonly cell: number;
  readonly low: number;
  /** Infinity where nothing bounds it. */
  readonly high: number;
  /** Narrower than the cell's protection. */
  readonly exposed: boolean;
}
