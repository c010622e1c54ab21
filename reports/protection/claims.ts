/**
 * What a table cell is, when it counts persons: which answers it is the sum of, or which sums it follows from.
 *
 * Without a claim a cell is taken from the tables of the protected answers. A claim lets its exact value be shown where the
 * system of all that is shown allows it; a claim that does not hold in the tables of the real answers is dropped, and a
 * count that it was about is not shown.
 */
import type { Dataset } from "../dataset.ts";
import type { TableRow } from "../section.ts";
import type { Contributors } from "./contributor-cells.ts";
import type { PersonCells, Terms } from "./person-cells.ts";

export type Claim =
  /** The sum of the terms. Hidden, it is `suppressed`. */
  | { readonly kind: "count"; readonly terms: Terms; readonly cost?: number }
  /** An end of a range of the sum: hidden, the end that follows from the protected answers stands instead. */
  | { readonly kind: "low" | "high"; readonly terms: Terms; readonly cost?: number }
  /** Worked out from sums of persons alone: shown where all of these may be known, otherwise `suppressed`. */
  | { readonly kind: "follows"; readonly from: readonly Terms[] }
  /** Counts answers of parties, whatever they say: always as it is. */
  | { readonly kind: "answers" }
  /**
   * A count that is not what was claimed of it, or no number, and what was to follow from it: never a number. Why there is
   * none tells something of the sums it would follow from ("more went on than came"), so these must all be known for that.
   */
  | { readonly kind: "unknown"; readonly from: readonly Terms[] };

/** By column. */
export type RowClaims = Readonly<Record<string, Claim>>;

export interface Declared {
  readonly data: Dataset;
  readonly people: PersonCells;
  /** Counts of answers of persons; each is made when a claim names it. */
  readonly contributors: Contributors;
}

/** By id of the table: the claims of a row, in the tables of the real answers. */
export type Declarations = (declared: Declared) => Readonly<Record<string, (row: TableRow) => RowClaims>>;

export const count = (terms: Terms, cost?: number): Claim => ({
  kind: "count",
  terms,
  ...(cost === undefined ? {} : { cost }),
});
export const end = (kind: "low" | "high", terms: Terms, cost?: number): Claim => ({
  kind,
  terms,
  ...(cost === undefined ? {} : { cost }),
});
export const follows = (...from: readonly Terms[]): Claim => ({ kind: "follows", from });
export const answers: Claim = { kind: "answers" };
