/**
 * The cheapest ring of cells through one cell: each takes over in one relation what the one before it gave up.
 *
 * In a table of rows and columns relations are nodes and cells are the edges between them, so a shortest path finds in
 * a fraction of a millisecond what takes a linear programme ten. What holds a cell beyond two sums is put right by further
 * rings. That no rings are found does not mean that no table exists: then the programme is asked.
 */
import type { Deviations } from "./deviations.ts";
import type { Table } from "./evidence.ts";
import { Heap } from "./heap.ts";
import { Residual } from "./residual.ts";

export interface Terms {
  /** What it costs to let a cell move at all; 0 where it is hidden. */
  readonly costOf: (cell: number) => number;
  readonly mayMove: (cell: number) => boolean;
  /** What the dearest cell costs. */
  readonly dearest: number;
  /** Cells that the rings for one move may be sought among, counted each time one is looked at. */
  readonly effort: number;
}

/** After so many, rings are as good as never found and a linear programme is quicker. */
export const EFFORT = 3_000;

/** Hidden cells may move, and nothing else. */
export const onlyOf = (hidden: ReadonlySet<number>): Terms => ({
  costOf: () => 0,
  mayMove: (cell) => hidden.has(cell),
  dearest: 1,
  effort: EFFORT,
});

/** Where cells end that only one relation holds. */
const OUTSIDE = -1;

/** Keeps rings short where nothing else tells them apart. */
const STEP = 1e-4;

/** What a ring pays for each inequality that it breaks and that has to be put right by another ring. */
const BROKEN = 20;

/** How many inequalities may be put right one after the other, and how many cells are tried for each. */
const MOST_REPAIRS = 12;
const TRIES = 4;

interface Search extends Terms {
  readonly spent: { cells: number };
}

interface Node {
  readonly row: number;
  /** What the relation is off by. */
  readonly off: number;
  readonly cost: number;
  readonly from: Node | undefined;
  readonly cell: number;
  readonly move: number;
}

/**
 * `by`: how far the cell moves; above 0 is up
 * @returns undefined where rings do not do it
 */
export function cheapestPath(deviations: Deviations, cell: number, by: number, given: Terms): Table | undefined {
  const terms: Search = { ...given, spent: { cells: 0 } };
  const atOnce = moved(deviations, new Residual(deviations), cell, by, terms);
  if (atOnce !== undefined) return atOnce.table;
  if (Math.abs(by) > MOST_REPAIRS) return undefined;
  // One person at a time, each by its own ring, where no ring has room for all of them.
  let residual: Residual | undefined = new Residual(deviations);
  const taken = new Set<number>();
  const after: Search = { ...terms, costOf: (at) => (taken.has(at) ? 0 : terms.costOf(at)) };
  for (let left = Math.abs(by); left > 0 && residual !== undefined; left--) {
    residual = moved(deviations, residual, cell, Math.sign(by), after);
    for (const at of residual?.table.keys() ?? []) taken.add(at);
  }
  return residual?.table;
}

function moved(
  deviations: Deviations,
  before: Residual,
  cell: number,
  by: number,
  terms: Search,
): Residual | undefined {
  const residual = new Residual(deviations, before);
  const others: Search = { ...terms, mayMove: (at) => at !== cell && terms.mayMove(at) };
  if (!addRing(deviations, residual, cell, by, others)) return undefined;
  for (let repairs = 0; repairs <= MOST_REPAIRS; repairs++) {
    const broken = residual.broken();
    if (broken === undefined) return residual;
    if (!mend(deviations, residual, broken, others)) return undefined;
  }
  return undefined;
}

function mend(
  deviations: Deviations,
  residual: Residual,
  { row, off }: { readonly row: number; readonly off: number },
  terms: Search,
): boolean {
  const relation = deviations.rows[row];
  if (relation === undefined) return false;
  const candidates = Array.from(relation.cells, (cell, i) => ({ cell, by: -off / (relation.coefficients[i] ?? 1) }))
    .filter(({ cell, by }) => Number.isInteger(by) && terms.mayMove(cell) && residual.mayMove(cell, by))
    .map((move) => ({ ...move, cost: costOfMove(deviations, residual, move, row, terms) }))
    .sort((a, b) => a.cost - b.cost);
  return candidates.slice(0, TRIES).some(({ cell, by }) => addRing(deviations, residual, cell, by, terms, row));
}

/** Of a cell itself and of what it would break beside the relation that it is to put right. */
function costOfMove(
  deviations: Deviations,
  residual: Residual,
  { cell, by }: { readonly cell: number; readonly by: number },
  mended: number,
  { costOf, dearest }: Terms,
): number {
  const { sums, broken } = heldBy(deviations, residual, cell, by);
  const others = sums.filter(({ row }) => row !== mended).length;
  return costOf(cell) + BROKEN * dearest * (broken + Math.max(0, others - 2));
}

/**
 * Moves a cell and those that make up for it in two of its sums; other relations may be broken by it.
 *
 * `mended`: the relation that the move is to put right
 */
function addRing(
  deviations: Deviations,
  residual: Residual,
  cell: number,
  by: number,
  terms: Search,
  mended?: number,
): boolean {
  if (!residual.mayMove(cell, by)) return false;
  const [first, last] = heldBy(deviations, residual, cell, by).sums.filter(({ row }) => row !== mended);
  if (first === undefined) {
    residual.move(cell, by);
    return true;
  }
  const goal = last === undefined ? { row: OUTSIDE, off: 0 } : { row: last.row, off: -last.off };
  const heap = new Heap<Node>();
  const best = new Map<number, number>();
  heap.add({ ...first, cost: 0, from: undefined, cell, move: by });
  for (let node = heap.take(); node !== undefined && terms.spent.cells < terms.effort; node = heap.take()) {
    if (node.row === goal.row && (goal.row === OUTSIDE || node.off === goal.off)) {
      if (addTo(residual, node)) return true;
      continue;
    }
    if (node.row === OUTSIDE || (best.get(keyOf(node)) ?? Infinity) < node.cost) continue;
    terms.spent.cells += deviations.rows[node.row]?.cells.length ?? 0;
    for (const next of stepsFrom(deviations, residual, node, cell, terms)) {
      if (next.cost >= (best.get(keyOf(next)) ?? Infinity)) continue;
      best.set(keyOf(next), next.cost);
      heap.add(next);
    }
  }
  return false;
}

/** One number a relation and what it is off by: two that fall together cost a ring, never a wrong table. */
const keyOf = ({ row, off }: Node): number => row * 2 ** 15 + off;

/** @returns false where a cell comes twice in the ring: its room was counted once */
function addTo(residual: Residual, end: Node): boolean {
  const cells = new Set<number>();
  for (let node: Node | undefined = end; node !== undefined; node = node.from) {
    if (cells.has(node.cell)) return false;
    cells.add(node.cell);
  }
  for (let node: Node | undefined = end; node !== undefined; node = node.from) residual.move(node.cell, node.move);
  return true;
}

function* stepsFrom(
  deviations: Deviations,
  residual: Residual,
  node: Node,
  start: number,
  { costOf, mayMove, dearest }: Terms,
): Iterable<Node> {
  const row = deviations.rows[node.row];
  if (row === undefined) return;
  for (let i = 0; i < row.cells.length; i++) {
    const cell = row.cells[i] ?? 0;
    if (cell === start || cell === node.cell || !mayMove(cell)) continue;
    const move = -node.off / (row.coefficients[i] ?? 1);
    if (!Number.isInteger(move) || !residual.mayMove(cell, move)) continue;
    const { sums, broken } = heldBy(deviations, residual, cell, move);
    if (!sums.some((at) => at.row === node.row)) continue;
    const others = sums.filter((at) => at.row !== node.row);
    const cost = node.cost + costOf(cell) + STEP + BROKEN * dearest * (broken + Math.max(0, others.length - 1));
    if (others.length === 0) yield { row: OUTSIDE, off: 0, cost, from: node, cell, move };
    for (const { row, off } of others) yield { row, off, cost, from: node, cell, move };
  }
}

interface Held {
  readonly sums: readonly { readonly row: number; readonly off: number }[];
  /** Inequalities that the move breaks. */
  readonly broken: number;
}

function heldBy(deviations: Deviations, residual: Residual, cell: number, move: number): Held {
  const sums: { row: number; off: number }[] = [];
  const coefficients = deviations.coefficientsOf[cell] ?? [];
  let broken = 0;
  (deviations.rowsOf[cell] ?? []).forEach((row, i) => {
    const relation = deviations.rows[row];
    const change = (coefficients[i] ?? 0) * move;
    if (relation !== undefined && relation.low === relation.high) sums.push({ row, off: change });
    else if (residual.offBy(row, change) !== 0) broken++;
  });
  return { sums, broken };
}
