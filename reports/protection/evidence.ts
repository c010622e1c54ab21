/** Whole tables that show how far cells can be from their true values while only hidden cells move. */

/** Differences from the true values by position in the system; those of 0 are left out. */
export type Table = ReadonlyMap<number, number>;

export class Evidence {
  /** The table in which each cell goes farthest, up and down. */
  readonly #up = new Map<number, Table>();
  readonly #down = new Map<number, Table>();

  readonly up = (cell: number): number => this.#up.get(cell)?.get(cell) ?? 0;
  readonly down = (cell: number): number => this.#down.get(cell)?.get(cell) ?? 0;

  width(cell: number): number {
    return this.up(cell) - this.down(cell);
  }

  /** A table found for one cell says something of all cells that move in it. */
  learn(table: Table): void {
    for (const [cell, difference] of table) {
      if (difference > this.up(cell)) this.#up.set(cell, table);
      if (difference < this.down(cell)) this.#down.set(cell, table);
    }
  }

  /** By cell: which targets rest on a table in which it moves. */
  reliance(targets: readonly number[]): Map<number, Set<number>> {
    const found = new Map<number, Set<number>>();
    for (const target of targets)
      for (const table of [this.#up.get(target), this.#down.get(target)])
        for (const cell of table?.keys() ?? []) {
          const own = found.get(cell);
          if (own === undefined) found.set(cell, new Set([target]));
          else own.add(target);
        }
    return found;
  }

  /** What is known of some cells from tables in which another does not move. */
  without(cell: number, targets: Iterable<number>): Evidence {
    const left = new Evidence();
    for (const target of targets)
      for (const table of [this.#up.get(target), this.#down.get(target)])
        if (table !== undefined && !table.has(cell)) left.learn(table);
    return left;
  }

  /** What is left of it when only some cells may move. */
  within(hidden: ReadonlySet<number>): Evidence {
    const left = new Evidence();
    for (const table of new Set([...this.#up.values(), ...this.#down.values()]))
      if ([...table.keys()].every((cell) => hidden.has(cell))) left.learn(table);
    return left;
  }

  /** Takes over what another knows of a cell, be it less. */
  replace(cell: number, from: Evidence): void {
    for (const [own, other] of [
      [this.#up, from.#up],
      [this.#down, from.#down],
    ] as const) {
      const table = other.get(cell);
      if (table === undefined) own.delete(cell);
      else own.set(cell, table);
    }
  }

  /** Tables in which a cell goes farthest. */
  tablesOf(cell: number): readonly Table[] {
    return [this.#up.get(cell), this.#down.get(cell)].filter((table) => table !== undefined);
  }
}
