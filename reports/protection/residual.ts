/** A table of differences that is being made, and what room is left in it. */
import type { Deviations } from "./deviations.ts";

export class Residual {
  readonly #deviations: Deviations;
  readonly #table: Map<number, number>;
  /** What each relation is off by. */
  readonly #sums: Map<number, number>;

  constructor(deviations: Deviations, from?: Residual) {
    this.#deviations = deviations;
    this.#table = new Map(from?.table);
    this.#sums = new Map(from === undefined ? [] : from.#sums);
  }

  /** Differences from the true values by position; none is 0. */
  get table(): ReadonlyMap<number, number> {
    return this.#table;
  }

  move(cell: number, by: number): void {
    const moved = (this.#table.get(cell) ?? 0) + by;
    if (moved === 0) this.#table.delete(cell);
    else this.#table.set(cell, moved);
    const coefficients = this.#deviations.coefficientsOf[cell] ?? [];
    (this.#deviations.rowsOf[cell] ?? []).forEach((row, i) => {
      this.#sums.set(row, (this.#sums.get(row) ?? 0) + (coefficients[i] ?? 0) * by);
    });
  }

  /** Within its bounds, and never back: rings that undo each other would go on for ever. */
  mayMove(cell: number, by: number): boolean {
    const before = this.#table.get(cell) ?? 0;
    const moved = before + by;
    if (before * by < 0) return false;
    return moved <= (this.#deviations.high[cell] ?? 0) && moved >= (this.#deviations.low[cell] ?? 0);
  }

  /** How far beyond its nearer end a relation is if it changes by so much more; 0 where it holds. */
  offBy(position: number, change: number): number {
    const row = this.#deviations.rows[position];
    if (row === undefined) return 0;
    const sum = (this.#sums.get(position) ?? 0) + change;
    return sum > row.high + 1e-9 ? sum - row.high : sum < row.low - 1e-9 ? sum - row.low : 0;
  }

  /** The first relation that does not hold. */
  broken(): { readonly row: number; readonly off: number } | undefined {
    for (const row of this.#sums.keys()) {
      const off = this.offBy(row, 0);
      if (off !== 0) return { row, off };
    }
    return undefined;
  }
}
