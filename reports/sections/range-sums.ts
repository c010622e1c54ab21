import type { Column, Dataset, NumberColumn, Responses } from "../dataset.ts";
import type { TableCell } from "../section.ts";
import { missing } from "./cells.ts";
import type { Groups } from "./groups.ts";
import { partyPlaces } from "./places.ts";

/** What several answers together state: a figure counts as itself, a range by its ends. */
export interface RangeSum {
  low: number;
  /** Infinity where an answer states no upper end. */
  high: number;
  /** Answers with a figure or a range. */
  stated: number;
}

export const asNumbers = (column: Column | undefined): NumberColumn | undefined =>
  column?.kind === "number" ? column : undefined;

/** Sums `name`, and where it has no value `name_low` and `name_high`, in each group. */
export function sumRanges({ n, columns }: Responses, name: string, groups: Groups): RangeSum[] {
  const sums = groups.ids.map((): RangeSum => ({ low: 0, high: 0, stated: 0 }));
  const [exact, low, high] = [name, `${name}_low`, `${name}_high`].map((column) => asNumbers(columns.get(column)));
  if (exact === undefined && low === undefined && high === undefined) return sums;
  const valueAt = (column: NumberColumn | undefined, i: number) =>
    column !== undefined && column.reasons[i] === 0 ? column.values[i] : undefined;
  for (let i = 0; i < n; i++) {
    const sum = sums[groups.of[i] ?? -1];
    if (sum === undefined) continue;
    const value = valueAt(exact, i);
    const from = value ?? valueAt(low, i);
    const to = value ?? valueAt(high, i);
    if (from === undefined && to === undefined) continue;
    sum.low += from ?? 0;
    sum.high += to ?? Infinity;
    sum.stated++;
  }
  return sums;
}

/** Lower and upper sum as cells; `∞` without an upper end, missing where nobody has stated anything. */
export const rangeCells = (sum: RangeSum): { readonly sum_low: TableCell; readonly sum_high: TableCell } => {
  const none = missing("not_answered");
  if (sum.stated === 0) return { sum_low: none, sum_high: none };
  return { sum_low: sum.low, sum_high: sum.high === Infinity ? "∞" : sum.high };
};

export function addRanges(sums: readonly RangeSum[]): RangeSum {
  const total = { low: 0, high: 0, stated: 0 };
  for (const { low, high, stated } of sums) {
    total.low += low;
    total.high += high;
    total.stated += stated;
  }
  return total;
}

/** How many answers to the party questionnaire are waited for, by municipality in the study's order. */
export function expectedByPlace(data: Dataset): readonly number[] {
  const expected = data.study.municipalities.map(() => 0);
  for (const { place } of partyPlaces(data)) if (place >= 0) expected[place] = (expected[place] ?? 0) + 1;
  return expected;
}

/** Persons in the target group whom the parties of a municipality know, from their figures alone. */
export interface KnownPersons {
  /** The largest figure, or lower end of a range. */
  least: number;
  /** The sum of figures and upper ends; Infinity where a range has none. */
  most: number;
  stated: number;
}

/** By municipality in the study's order; a range goes before the figure, as in the bounds of different persons. */
export function knownByPlace({ study, responses }: Dataset): readonly KnownPersons[] {
  const known = study.municipalities.map((): KnownPersons => ({ least: 0, most: 0, stated: 0 }));
  const party = responses.get("party");
  const [exact, low, high] = ["n_known", "n_known_low", "n_known_high"].map((name) =>
    asNumbers(party?.columns.get(name)),
  );
  const valueAt = (column: NumberColumn | undefined, i: number) =>
    column?.reasons[i] === 0 ? column.values[i] : undefined;
  for (let i = 0; i < (party?.n ?? 0); i++) {
    const place = known[party?.municipality[i] ?? -1];
    if (place === undefined) continue;
    const n = valueAt(exact, i);
    const from = valueAt(low, i);
    const to = valueAt(high, i);
    if (n === undefined && from === undefined && to === undefined) continue;
    place.least = Math.max(place.least, from ?? n ?? 0);
    place.most += to ?? n ?? Infinity;
    place.stated++;
  }
  return known;
}
