/**
 * The least-cost set of cells to hide: a programme over what to hide, which learns from the attacker. A set is proposed,
 * attacked, and each exposed cell adds the condition that it shows to be missing, until a set stands.
 */
import type { LpSession, LpSolver } from "../stats/lp.ts";
import { PartAttack } from "./attack-part.ts";
import { hiddenParts } from "./components.ts";
import { cutsAgainst, type Cut } from "./cuts.ts";
import type { Deviations } from "./deviations.ts";
import { Evidence } from "./evidence.ts";
import { onlyOf } from "./path.ts";
import { giveRoom } from "./room.ts";

/** Free cells beyond which no optimum is sought, proposals, and nodes of the search for one: work, never time. */
const MOST_FREE = 700;
const MOST_ROUNDS = 40;
const MOST_NODES = 400;

/**
 * `start`: cells hidden from the start
 * `targets`: those of them that need protection and can have it
 * `onRound`: called with how much of the allowance of proposals is used
 * @returns all hidden cells of a set of least cost; undefined where a limit of the search was reached first
 */
export function leastCost(
  deviations: Deviations,
  start: ReadonlySet<number>,
  targets: readonly number[],
  solver: LpSolver,
  onRound: (share: number) => void,
): ReadonlySet<number> | undefined {
  const { cells } = deviations.system;
  const free = cells.flatMap(({ state }, cell) => (state === "free" && !start.has(cell) ? [cell] : []));
  if (free.length === 0 || free.length > MOST_FREE) return undefined;
  const place = new Map(free.map((cell, at) => [cell, at]));
  const isFree = (cell: number) => place.has(cell);
  const propose = (shares: (at: number) => number, isWhole: boolean) => ({
    isFree,
    isWhole,
    share: (cell: number) => (start.has(cell) ? 1 : isFree(cell) ? shares(place.get(cell) ?? -1) : 0),
  });
  const master = new Master(free, cells, place, solver);
  try {
    // Conditions are cheap to find while cells may be hidden in part; what then remains to be searched is little.
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const found = master.propose(false);
      if (found === undefined) return undefined;
      const cuts = cutsAgainst(
        deviations,
        propose((at) => found[at] ?? 0, false),
        targets,
        solver,
      );
      if (cuts.length === 0) break;
      master.learn(cuts);
      onRound((0.5 * (round + 1)) / MOST_ROUNDS);
    }
    const evidence = new Evidence();
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const found = master.propose(true);
      if (found === undefined) return undefined;
      const hidden = new Set([...start, ...free.filter((_, at) => (found[at] ?? 0) > 0.5)]);
      const exposed = exposedIn(deviations, hidden, targets, evidence, solver);
      if (exposed.length === 0) return hidden;
      master.learn(
        cutsAgainst(
          deviations,
          propose((at) => Math.round(found[at] ?? 0), true),
          exposed,
          solver,
        ),
      );
      onRound(0.5 + (0.5 * (round + 1)) / MOST_ROUNDS);
    }
    return undefined;
  } finally {
    master.close();
  }
}

/** The programme over what to hide, with halves and without. */
class Master {
  readonly #place: ReadonlyMap<number, number>;
  readonly #linear: LpSession;
  readonly #whole: LpSession;

  constructor(
    free: readonly number[],
    cells: Deviations["system"]["cells"],
    place: ReadonlyMap<number, number>,
    solver: LpSolver,
  ) {
    const system = { low: free.map(() => 0), high: free.map(() => 1), constraints: [] };
    this.#place = place;
    this.#linear = solver.open(system);
    this.#whole = solver.open({ ...system, whole: free.map(() => true) });
    for (const session of [this.#linear, this.#whole])
      free.forEach((cell, at) => session.setCost(at, cells[cell]?.cost ?? 0));
  }

  /** By position in `free`; undefined where the search reaches its limit. */
  propose(whole: boolean): Float64Array | undefined {
    const found = (whole ? this.#whole : this.#linear).optimise("minimise", { nodes: MOST_NODES });
    return found.status === "optimal" ? found.variables : undefined;
  }

  learn(cuts: readonly Cut[]): void {
    for (const { room, need } of cuts) {
      const terms = [...room].map(([cell, most]) => [this.#place.get(cell) ?? -1, most] as const);
      for (const session of [this.#linear, this.#whole]) session.addConstraint({ terms, low: need, high: Infinity });
    }
  }

  close(): void {
    this.#linear.close();
    this.#whole.close();
  }
}

/**
 * Targets that the hidden cells leave too little room.
 *
 * `evidence`: tables found for other sets of hidden cells; learns what is found for this one
 */
function exposedIn(
  deviations: Deviations,
  hidden: ReadonlySet<number>,
  targets: readonly number[],
  evidence: Evidence,
  solver: LpSolver,
): readonly number[] {
  const need = (cell: number) => deviations.system.cells[cell]?.protection ?? 0;
  const known = evidence.within(hidden);
  const terms = onlyOf(hidden);
  const doubtful = new Set(targets.filter((target) => !giveRoom(deviations, target, known, terms, [], solver).enough));
  for (const target of targets) known.tablesOf(target).forEach((table) => evidence.learn(table));
  for (const part of hiddenParts(deviations, hidden)) {
    const cellAt = (at: number) => part.cells[at] ?? -1;
    const own = part.cells.flatMap((cell, at) => (doubtful.has(cell) ? [at] : []));
    const attack = new PartAttack(part, solver);
    try {
      attack.know(known);
      attack.attack(own, (at) => need(cellAt(at)));
    } finally {
      attack.close();
    }
    for (const at of own) if (attack.width(at) >= need(cellAt(at))) doubtful.delete(cellAt(at));
  }
  return [...doubtful];
}
