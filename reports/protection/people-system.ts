/** The counts of persons and the sums that tables show of them, as one system to hide in and to attack. */
import type { CountCell, CountRelation, CountSystem } from "./count-system.ts";
import type { Knowledge } from "./knowledge.ts";
import type { PersonCell, Terms } from "./person-cells.ts";
import { isRanged, toldSmall } from "./ranges.ts";
import { isSmall, type SmallCounts } from "./small-counts.ts";

/** A sum that a table shows, or from which something that it shows follows. */
export interface Sum {
  readonly id: string;
  readonly terms: Terms;
  readonly cost: number;
  /** False where only something that follows from it is shown: nobody is told of the sum itself when that is hidden. */
  readonly displayed: boolean;
}

export interface PeopleSystem {
  readonly system: CountSystem;
  /** Small counts of which it is told that they are small. */
  readonly told: ReadonlySet<PersonCell>;
  readonly positions: ReadonlyMap<PersonCell, number>;
  /** Whether anybody may know the sum when these cells are hidden. */
  mayShow(terms: Terms, hidden: ReadonlySet<number>): boolean;
  /** The cell of a sum that a table shows; undefined for one that is always known, or that no table shows. */
  positionOf(terms: Terms): number | undefined;
}

/** What is lost when a count is hidden; a sub-group of one party unless stated. */
const COSTS: Readonly<Record<string, number>> = { n_known: 8, n_caseload_age: 3, n_overlap: 3, respondents: 4 };
const COST = 2;

/**
 * @param counts the counts of persons
 * @param sums what tables show beside them
 * `everybody`: counts that are all of a whole that is shown: all-or-nothing
 */
export function peopleSystem(
  counts: readonly PersonCell[],
  sums: readonly Sum[],
  knowledge: readonly Knowledge[],
  everybody: ReadonlySet<PersonCell>,
  small: SmallCounts,
): PeopleSystem {
  const told = toldSmall(counts, knowledge, small);
  const cells: CountCell[] = [];
  const relations: CountRelation[] = [];
  const positions = new Map<PersonCell, number>();
  for (const cell of counts) {
    // A shown zero is no unknown.
    if (cell.value === 0 && cell.unseen !== true && !isSmall(small, 0)) continue;
    positions.set(cell, cells.length);
    const is = { isTold: told.has(cell), isEverybody: everybody.has(cell) };
    cells.push(cell.unseen === true ? unseenCell(cell, small) : countCell(cell, is, small));
  }
  const placed = (terms: Terms) => {
    const sum = new Map<number, number>();
    for (const [cell, coefficient] of terms) {
      const position = positions.get(cell);
      if (position !== undefined) sum.set(position, (sum.get(position) ?? 0) + coefficient);
    }
    return [...sum].filter(([, coefficient]) => coefficient !== 0).sort(([a], [b]) => a - b);
  };
  const keyOf = (terms: readonly (readonly [number, number])[]) => terms.map((term) => term.join("*")).join();
  const bySum = new Map<string, number>();
  const aloneOf = (terms: readonly (readonly [number, number])[]): number | undefined => {
    const [first, ...rest] = terms;
    if (first === undefined || rest.length > 0 || first[1] !== 1) return undefined;
    return cells[first[0]]?.state === "hidden" && cells[first[0]]?.low === 0 ? undefined : first[0];
  };
  const inOrder = [...sums].sort((a, b) => Number(b.displayed) - Number(a.displayed));
  for (const sum of inOrder) {
    const terms = placed(sum.terms);
    const key = keyOf(terms);
    if (terms.length === 0 || bySum.has(key)) continue;
    const alone = aloneOf(terms);
    bySum.set(key, alone ?? cells.length);
    if (alone !== undefined) continue;
    const value = valueOf(sum.terms);
    relations.push({ terms: [...terms, [cells.length, -1]], low: 0, high: 0 });
    cells.push(sumCell(sum, value, small));
  }
  for (const { terms, low, high } of knowledge) {
    const own = placed(terms);
    if (own.length > 1) relations.push({ terms: own, low, high });
  }
  const positionOf = (terms: Terms) => bySum.get(keyOf(placed(terms)));
  const mayShow = (terms: Terms, hidden: ReadonlySet<number>) => {
    if (placed(terms).every(([position]) => !hidden.has(position))) return true;
    const position = positionOf(terms);
    return position !== undefined && !hidden.has(position);
  };
  return { system: { cells, relations }, told, positions, positionOf, mayShow };
}

export const valueOf = (terms: Terms): number => terms.reduce((sum, [{ value }, by]) => sum + by * value, 0);

function countCell(
  cell: PersonCell,
  { isTold, isEverybody }: { readonly isTold: boolean; readonly isEverybody: boolean },
  small: SmallCounts,
): CountCell {
  const { id, value, base } = cell;
  const cost = COSTS[base] ?? COST;
  const { low, protection } = small;
  if (isSmall(small, value) && cell.mentions !== true)
    return { id, value, low, high: isTold ? small.high : Infinity, state: "hidden", cost, protection };
  // Where the small ones are told to be small, the others are told not to be.
  const rest = {
    id,
    value,
    low: isRanged(cell) ? Math.min(value, small.threshold) : Math.min(value, low),
    high: Infinity,
    cost,
  };
  return isEverybody ? { ...rest, state: "hidden", protection } : { ...rest, state: "free", protection: 0 };
}

/** Nobody is told whether it is small, or 0. */
function unseenCell({ id, value }: PersonCell, small: SmallCounts): CountCell {
  const protection = isSmall(small, value) ? small.protection : 0;
  return { id, value, low: 0, high: Infinity, state: "hidden", cost: 1, protection };
}

/** A hidden sum looks the same whether it is small or hidden to protect another. */
function sumCell({ id, displayed, cost, terms }: Sum, value: number, small: SmallCounts): CountCell {
  if (value === 0 && !isSmall(small, 0)) return { id, value, low: 0, high: 0, state: "shown", cost, protection: 0 };
  const rest = { id, value, low: displayed ? Math.min(value, small.low) : 0, high: Infinity, cost };
  return isSmall(small, value) && terms.some(([cell]) => cell.mentions !== true)
    ? { ...rest, state: "hidden", protection: displayed ? small.protection : 0 }
    : { ...rest, state: "free", protection: 0 };
}
