/** What a publication told and kept back, so that the next one can be protected together with it. Private to the installation. */
import type { CountCell, CountRelation, CountSystem } from "./count-system.ts";

/** Plain JSON; `null` for an end that is not there. Cells are named by position in the relations. */
export interface ProtectionMemory {
  readonly format: 1;
  readonly cells: readonly RememberedCell[];
  readonly relations: readonly {
    readonly terms: readonly (readonly [cell: number, coefficient: number])[];
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

interface RememberedCell {
  readonly id: string;
  readonly value: number;
  readonly low: number;
  readonly high: number | null;
  readonly protection: number;
  readonly shown: boolean;
}

const finite = (end: number): number | null => (Number.isFinite(end) ? end : null);

/** `hidden`: positions of the cells that were not shown. */
export const memoryOf = ({ cells, relations }: CountSystem, hidden: ReadonlySet<number>): ProtectionMemory => ({
  format: 1,
  cells: cells.map(({ id, value, low, high, protection }, cell) => ({
    ...{ id, value, low, high: finite(high), protection },
    shown: !hidden.has(cell),
  })),
  relations: relations.map(({ terms, low, high }) => ({ terms, low: finite(low), high: finite(high) })),
});

/**
 * The system together with what earlier publications of the study told. A count that has not changed is the same unknown
 * in all of them; one that has is another. What was shown cannot be taken back.
 *
 * The cells of `system` keep their positions; what is hidden since an earlier publication alone stands after them.
 */
export function withEarlier(system: CountSystem, earlier: readonly ProtectionMemory[]): CountSystem {
  const cells = [...system.cells];
  const relations = [...system.relations];
  const now = new Map(system.cells.map(({ id }, cell) => [id, cell]));
  earlier.forEach((memory, publication) => {
    // What each remembered cell is here: a position, or a number that is known.
    const places = memory.cells.map((cell): number | undefined => {
      const same = now.get(cell.id);
      if (same !== undefined && system.cells[same]?.value === cell.value) {
        const before = cells[same];
        if (before !== undefined) cells[same] = cell.shown ? known(before) : narrowed(before, cell);
        return same;
      }
      if (cell.shown) return undefined;
      cells.push(kept(cell, `${publication + 1}/${cell.id}`));
      return cells.length - 1;
    });
    for (const relation of memory.relations) relations.push(...moved(relation, places, memory.cells));
  });
  return { cells, relations };
}

/** Nothing can protect it any more. */
const known = (cell: CountCell): CountCell => ({ ...cell, low: 0, high: Infinity, state: "shown", protection: 0 });

function narrowed(cell: CountCell, before: RememberedCell): CountCell {
  if (cell.state === "shown") return cell;
  const [low, high] = [Math.max(cell.low, before.low), Math.min(cell.high, before.high ?? Infinity)];
  // Readers are used to not seeing it: rather the same figures hidden again than others.
  return { ...cell, low, high, protection: Math.min(cell.protection, high - low), cost: cell.cost / 100 };
}

const kept = ({ value, low, high, protection }: RememberedCell, id: string): CountCell => ({
  ...{ id, value, low, protection },
  high: high ?? Infinity,
  state: "hidden",
  cost: 1,
});

function moved(
  { terms, low, high }: ProtectionMemory["relations"][number],
  places: readonly (number | undefined)[],
  cells: readonly RememberedCell[],
): readonly CountRelation[] {
  let told = 0;
  const open = new Map<number, number>();
  for (const [cell, coefficient] of terms) {
    const place = places[cell];
    if (place === undefined) told += coefficient * (cells[cell]?.value ?? 0);
    else open.set(place, (open.get(place) ?? 0) + coefficient);
  }
  const left = [...open].filter(([, coefficient]) => coefficient !== 0);
  return left.length === 0 ? [] : [{ terms: left, low: (low ?? -Infinity) - told, high: (high ?? Infinity) - told }];
}
