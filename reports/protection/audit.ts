/** The attack on what the finished tables really show. */
import type { LpSolver } from "../stats/lp.ts";
import type { Dataset } from "../dataset.ts";
import { attackCells } from "./attack.ts";
import type { ClaimedTable, SectionTables } from "./claimed-cells.ts";
import type { Claim } from "./claims.ts";
import type { CellInterval, CountSystem } from "./count-system.ts";
import type { PeopleSystem } from "./people-system.ts";
import { personCells, type PersonCells, type Terms } from "./person-cells.ts";

export interface Audited {
  /** Of every hidden count that needs protection. */
  readonly intervals: readonly CellInterval[];
  /** Positions in the system that are not shown. */
  readonly hidden: ReadonlySet<number>;
}

interface Published {
  readonly shown: Set<number>;
  /** Ends that stand instead of hidden counts. */
  readonly low: Map<number, number>;
  readonly high: Map<number, number>;
}

export interface Publishing {
  readonly people: PersonCells;
  readonly own: PeopleSystem;
  /** `own`, and what earlier publications told. */
  readonly system: CountSystem;
  readonly hidden: ReadonlySet<number>;
  readonly claimed: readonly ClaimedTable[];
  /** The protected answers, and the tables as they are to be published. */
  readonly safe: Dataset;
  readonly tables: SectionTables;
}

/**
 * Reads back which counts the protected answers and the tables show, and between which ends they put the others, and
 * attacks every small count with that.
 *
 * @throws {RangeError} when a table shows a number that is not true
 */
export function auditTables(publishing: Publishing, solver: LpSolver, onProgress?: (done: number) => void): Audited {
  const { system } = publishing;
  const published: Published = { shown: new Set(), low: new Map(), high: new Map() };
  readAnswers(publishing, published);
  readTables(publishing, published);
  const cells = system.cells.map((cell, at) => ({
    ...cell,
    low: Math.max(cell.low, published.low.get(at) ?? cell.low),
    high: Math.min(cell.high, published.high.get(at) ?? cell.high),
  }));
  const hidden = new Set(cells.flatMap(({ state }, at) => (state === "shown" || published.shown.has(at) ? [] : [at])));
  const targets = cells.flatMap(({ protection }, at) => (protection > 0 ? [at] : []));
  let done = 0;
  const intervals = attackCells({ ...system, cells }, hidden, targets, solver, () =>
    onProgress?.(++done / targets.length),
  );
  return { intervals, hidden };
}

function readAnswers({ people, own, hidden, safe }: Publishing, { shown, low, high }: Published): void {
  const left = personCells(safe);
  for (const cell of people.all) {
    const at = own.positions.get(cell);
    if (at === undefined) continue;
    if (!hidden.has(at)) {
      // What is taken out of the protected answers for another's sake may stand in a table all the same.
      shown.add(at);
      continue;
    }
    const same = left.at(cell.instrument, cell.variable, cell.row);
    if (same === undefined) {
      const [from, to] = ["low", "high"].map((end) => left.at(cell.instrument, `${cell.variable}_${end}`, cell.row));
      if (from !== undefined && from.value <= cell.value) tighten(low, at, from.value, Math.max);
      if (to !== undefined && to.value >= cell.value) tighten(high, at, to.value, Math.min);
    } else if (cell.variable.endsWith("_low")) tighten(low, at, same.value, Math.max);
    else if (cell.variable.endsWith("_high")) tighten(high, at, same.value, Math.min);
    else shown.add(at);
  }
}

function readTables({ claimed, tables, own, hidden }: Publishing, published: Published): void {
  for (const { section, table, claims } of claimed) {
    const rows = tables.get(section)?.[table.id]?.rows ?? [];
    claims.forEach((of, i) => {
      for (const [column, claim] of of) {
        const cell = rows[i]?.[column];
        if (typeof cell === "number") read(claim, cell, table.rows[i]?.[column], { own, hidden }, published);
      }
    });
  }
}

function read(
  claim: Claim,
  cell: number,
  real: unknown,
  { own, hidden }: Pick<Publishing, "own" | "hidden">,
  { shown, low, high }: Published,
): void {
  const show = (terms: Terms) => {
    const at = own.positionOf(terms);
    if (at !== undefined) shown.add(at);
  };
  if (claim.kind === "answers" || claim.kind === "unknown") return;
  if (claim.kind === "follows") {
    claim.from.forEach(show);
    return;
  }
  if (claim.kind === "count" || own.mayShow(claim.terms, hidden)) {
    if (cell !== real) throw new RangeError(`a table shows ${cell} where the answers give ${String(real)}`);
    show(claim.terms);
    return;
  }
  const at = own.positionOf(claim.terms);
  if (at === undefined) return;
  if (claim.kind === "low") tighten(low, at, cell, Math.max);
  else tighten(high, at, cell, Math.min);
}

function tighten(ends: Map<number, number>, at: number, value: number, by: (a: number, b: number) => number): void {
  const before = ends.get(at);
  ends.set(at, before === undefined ? value : by(before, value));
}
