/** Finds answers that contradict each other, as few as possible at a time, and says why in Swedish. */
import type { LpSolver } from "./lp.ts";
import type { Constraint, Part } from "./union-constraints.ts";
import { patternCells, unionOfPatterns } from "./union-patterns.ts";

export interface Conflict {
  /** Ids whose statements cannot all be true, in ascending order. */
  readonly parties: readonly string[];
  /** A Swedish sentence; it names the figures and is therefore not protected. */
  readonly why: string;
}

interface Found extends Conflict {
  /** The overlaps that take part: left out before the next search. */
  readonly overlaps: readonly Constraint[];
}

const MOST_CONFLICTS = 20;

/**
 * Conflicts within a part. Each is irreducible (without any one of its statements the rest can be true) and no overlap
 * takes part in two of them, so the list is short; correcting one may show another behind it.
 *
 * First what a person can check (an overlap above a size, two values for one overlap, three lists), then a deletion
 * filter over the linear programme: statements are left out one by one as long as the rest still contradicts itself.
 *
 * `feasible` is whether the programme of the whole part has a solution; undefined when it was too large to ask.
 *
 * @see Chinneck & Dravnieks (1991), ORSA J. Comput. 3, 157–168, on the deletion filter
 */
export function conflictsWithin(
  part: Part,
  feasible: boolean | undefined,
  solver: LpSolver,
  nameOf: (id: string) => string,
): readonly Conflict[] {
  if (feasible === true) return [];
  const found: Found[] = [];
  let rest = part.overlaps;
  const take = (conflict: Found) => {
    found.push(conflict);
    rest = rest.filter((overlap) => !conflict.overlaps.includes(overlap));
  };
  while (found.length < MOST_CONFLICTS) {
    const left = { ...part, overlaps: rest };
    const next =
      aboveWhole(left, nameOf) ??
      betweenThree(left, nameOf) ??
      (feasible === undefined ? undefined : irreducible(left, solver, nameOf));
    if (next === undefined) break;
    take(next);
  }
  if (found.length === 0 && feasible === false)
    return [{ parties: part.parties, why: `Uppgifterna från ${listed(part.parties, nameOf)} kan inte alla stämma.` }];
  return found.map(({ parties, why }) => ({ parties, why }));
}

/** More persons in common than one of the lists, or fewer of them, is said to hold. */
function aboveWhole({ sizes, overlaps }: Part, nameOf: (id: string) => string): Found | undefined {
  for (const inner of overlaps)
    for (const outer of [...sizes, ...overlaps]) {
      if (!(inner.low > outer.high) || !outer.members.every((id) => inner.members.includes(id))) continue;
      const twice = outer.members.length === inner.members.length;
      const why = twice
        ? `För ${listed(outer.members, nameOf)} uppges både ${amount(inner, "low")} och ${amount(outer, "high")} gemensamma.`
        : `${listed(inner.members, nameOf)} uppges ha ${amount(inner, "low")} gemensamma, men ` +
          (outer.members.length === 1
            ? `${listed(outer.members, nameOf)} har ${amount(outer, "high")}.`
            : `${listed(outer.members, nameOf)} har ${amount(outer, "high")} gemensamma.`);
      return {
        parties: inner.members,
        why,
        overlaps: outer.members.length === 1 ? [inner] : [inner, outer],
      };
    }
  return undefined;
}

/** |AB| + |AC| − |A| persons are on all three lists, so |BC| cannot be less. The largest contradiction first. */
function betweenThree({ sizes, overlaps }: Part, nameOf: (id: string) => string): Found | undefined {
  const pairs = overlaps.filter(({ members }) => members.length === 2);
  const keyOf = (b: string, c: string) => (b < c ? `${b}\n${c}` : `${c}\n${b}`);
  const byPair = Map.groupBy(pairs, ({ members: [b = "", c = ""] }) => keyOf(b, c));
  let worst:
    { least: number; excess: number; size: Constraint; ab: Constraint; ac: Constraint; bc: Constraint } | undefined;
  for (const size of sizes) {
    const [a = ""] = size.members;
    const touching = pairs.filter(({ members }) => members.includes(a));
    for (const [i, ab] of touching.entries())
      for (const ac of touching.slice(i + 1)) {
        const [b = "", c = ""] = [ab, ac].map(({ members }) => members.find((id) => id !== a));
        const least = ab.low + ac.low - size.high;
        if (b === c || least <= 0) continue;
        for (const bc of byPair.get(keyOf(b, c)) ?? []) {
          const excess = least - bc.high;
          if (excess > 0 && excess > (worst?.excess ?? 0)) worst = { least, excess, size, ab, ac, bc };
        }
      }
  }
  if (worst === undefined) return undefined;
  const { least, size, ab, ac, bc } = worst;
  const [a = ""] = size.members;
  const other = ({ members }: Constraint) => nameOf(members.find((id) => id !== a) ?? "");
  return {
    parties: [...new Set([...ab.members, ...ac.members])].sort((x, y) => (x < y ? -1 : 1)),
    why:
      `Av ${amount(size, "high")} hos ${nameOf(a)} är ${amount(ab, "low")} också hos ${other(ab)} och ` +
      `${amount(ac, "low")} också hos ${other(ac)}. Då måste ${listed(bc.members, nameOf)} ha minst ${least} gemensamma, ` +
      `men de uppges ha ${amount(bc, "high")}.`,
    overlaps: [ab, ac, bc],
  };
}

function irreducible(part: Part, solver: LpSolver, nameOf: (id: string) => string): Found | undefined {
  if (!contradicts(part.overlaps, part, solver)) return undefined;
  let kept = part.overlaps;
  // Whole parties first: each one left out halves the programmes that follow.
  for (const id of part.parties) {
    const without = kept.filter(({ members }) => !members.includes(id));
    if (without.length < kept.length && contradicts(without, part, solver)) kept = without;
  }
  for (const overlap of kept) {
    const without = kept.filter((other) => other !== overlap);
    if (contradicts(without, part, solver)) kept = without;
  }
  const parties = part.parties.filter((id) => kept.some(({ members }) => members.includes(id)));
  const statements = [...part.sizes.filter(({ members }) => parties.includes(members[0] ?? "")), ...kept].map(
    (c) => `${listed(c.members, nameOf)} ${between(c)}${c.members.length > 1 ? " gemensamma" : ""}`,
  );
  return { parties, why: `De här uppgifterna kan inte alla stämma: ${statements.join("; ")}.`, overlaps: kept };
}

function contradicts(overlaps: readonly Constraint[], part: Part, solver: LpSolver): boolean {
  const parties = part.parties.filter((id) => overlaps.some(({ members }) => members.includes(id)));
  if (parties.length < 2) return false;
  const sizes = part.sizes.filter(({ members }) => parties.includes(members[0] ?? ""));
  const cells = patternCells({ parties, sizes, overlaps });
  return cells !== undefined && unionOfPatterns(cells, "minimise", solver).status === "infeasible";
}

/**
 * The smallest set of parties whose lists alone hold more different persons than the population.
 * `lowerOf` gives the lower bound for some of the parties, all of one part.
 */
export function conflictWithCap(
  parties: readonly string[],
  cap: number,
  lowerOf: (parties: readonly string[]) => number,
  nameOf: (id: string) => string,
): Conflict {
  let kept = parties;
  for (const id of parties) {
    const without = kept.filter((other) => other !== id);
    if (without.length > 0 && lowerOf(without) > cap) kept = without;
  }
  const least = Math.ceil(lowerOf(kept) - 1e-6);
  return {
    parties: kept,
    why: `${listed(kept, nameOf)} har minst ${least} olika personer, men befolkningen är ${cap}.`,
  };
}

export function listed(ids: readonly string[], nameOf: (id: string) => string): string {
  const names = ids.map(nameOf);
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} och ${names.at(-1) ?? ""}`;
}

const amount = ({ low, high }: Constraint, end: "low" | "high"): string =>
  low === high ? String(low) : end === "low" ? `minst ${low}` : `högst ${high}`;

const between = ({ low, high }: Constraint): string =>
  low === high ? String(low) : high === Infinity ? `minst ${low}` : `${low}–${high}`;
