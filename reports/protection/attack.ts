/** What somebody who knows every shown count and how they add up can find out of the hidden ones. */
import type { LpSolver } from "../stats/lp.ts";
import { PartAttack } from "./attack-part.ts";
import { hiddenParts } from "./components.ts";
import type { CellInterval, CountSystem } from "./count-system.ts";
import { deviationsOf, type Deviations } from "./deviations.ts";
import { Evidence } from "./evidence.ts";
import { onlyOf } from "./path.ts";
import { giveRoom, REGIONS } from "./room.ts";

/** Cells of a part in which the ends of every interval are sought to the last person. */
const LARGE = 600;

/**
 * The least and greatest whole value of each target that agrees with all shown cells, all relations and the prior bounds
 * of every cell (Fischetti & Salazar-González 2001, Management Science 47:1008–1027, the attacker's two programmes, in
 * whole numbers).
 *
 * `hidden`: positions in `system.cells`
 * `targets`: positions; one that is shown gets its value as both ends
 * `onCell`: called once a target when it is settled
 * @returns one interval a target, in their order. `exposed` goes by tables that have been checked in whole numbers, so no
 *   cell is taken to be safer than proved. The ends are exact, but where more than 600 hidden cells hang together: there
 *   they are what follows from one relation at a time, never narrower than what an attacker can find out
 * @throws {RangeError} when the true values break a relation or a prior bound
 * @throws {Error} when the solver stops without an answer
 */
export function attackCells(
  system: CountSystem,
  hidden: ReadonlySet<number>,
  targets: readonly number[],
  solver: LpSolver,
  onCell?: () => void,
): readonly CellInterval[] {
  return attackKnowing(deviationsOf(system), hidden, targets, new Evidence(), solver, onCell);
}

/** The same for somebody who has tables at hand that show how far cells can be. They may move hidden cells only. */
export function attackKnowing(
  deviations: Deviations,
  hidden: ReadonlySet<number>,
  targets: readonly number[],
  evidence: Evidence,
  solver: LpSolver,
  onCell?: () => void,
): readonly CellInterval[] {
  const { cells } = deviations.system;
  const protectionOf = (cell: number) => cells[cell]?.protection ?? 0;
  const wanted = new Set(targets);
  const found = new Map<number, { low: number; high: number; width: number }>();
  for (const part of hiddenParts(deviations, hidden)) {
    const cellAt = (at: number) => part.cells[at] ?? -1;
    const own = part.cells.flatMap((cell, at) => (wanted.has(cell) ? [at] : []));
    const attack = new PartAttack(part, solver);
    const isLarge = part.cells.length > LARGE && !part.exact;
    const canBe = (at: number) => (part.high[at] ?? 0) - (part.low[at] ?? 0) >= protectionOf(cellAt(at));
    try {
      if (isLarge)
        for (const at of own) {
          if (protectionOf(cellAt(at)) > 0 && canBe(at))
            giveRoom(deviations, cellAt(at), evidence, onlyOf(hidden), REGIONS, solver);
          onCell?.();
        }
      attack.know(evidence);
      // In a large part the ends are asked for only where a cell may be exposed.
      const doubtful = own.filter((at) => attack.width(at) < protectionOf(cellAt(at)) && canBe(at));
      attack.attack(isLarge ? doubtful : own, () => Infinity, isLarge ? undefined : onCell);
    } finally {
      attack.close();
    }
    for (const at of own)
      found.set(cellAt(at), { low: attack.low[at] ?? 0, high: attack.high[at] ?? 0, width: attack.width(at) });
  }
  return targets.map((cell) => {
    const value = cells[cell]?.value ?? Number.NaN;
    const interval = found.get(cell);
    if (interval === undefined) onCell?.();
    const { low, high, width } = interval ?? { low: 0, high: 0, width: 0 };
    return { cell, low: value + low, high: value + high, exposed: width < protectionOf(cell) };
  });
}
