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
  const gone = new Set<Constraint>();
  const take = (conflict: Found) => {
    found.push(conflict);
    for (const overlap of conflict.overlaps) gone.add(overlap);
  };
  const rest = () => part.overlaps.filter((overlap) => !gone.has(overlap));
  // What is left out can only end a contradiction, so each kind is gone through once.
  const outersOf = outersIn(part);
  for (const inner of part.overlaps) {
    if (found.length === MOST_CONFLICTS) break;
    const outer = gone.has(inner) ? undefined : outersOf(inner).find((one) => inner.low > one.high && !gone.has(one));
    if (outer !== undefined) take(aboveWhole(inner, outer, nameOf));
  }
  for (const three of found.length < MOST_CONFLICTS ? betweenThree({ ...part, overlaps: rest() }) : []) {
    if (found.length === MOST_CONFLICTS) break;
    if (!gone.has(three.ab) && !gone.has(three.ac) && !gone.has(three.bc)) take(ofThree(three, nameOf));
  }
  while (feasible !== undefined && found.length < MOST_CONFLICTS) {
    const next = irreducible({ ...part, overlaps: rest() }, solver, nameOf);
    if (next === undefined) break;
    take(next);
  }
  if (found.length === 0 && feasible === false)
    return [{ parties: part.parties, why: `Uppgifterna från ${listed(part.parties, nameOf)} kan inte alla stämma.` }];
  return found.map(({ parties, why }) => ({ parties, why }));
}

/** Finds the sizes and the overlaps whose members are all among those of an overlap, in the order of the part. */
function outersIn({ sizes, overlaps }: Part): (inner: Constraint) => readonly Constraint[] {
  const sizeOf = new Map(sizes.map((size) => [size.members[0] ?? "", size]));
  const ofSizes = ({ members }: Constraint) => members.flatMap((id) => sizeOf.get(id) ?? []);
  const keyOf = (...members: readonly string[]) => members.join("\n");
  const byMembers = Map.groupBy(overlaps, ({ members }) => keyOf(...members));
  // Pairs that are stated once each have nothing but the two lists about them.
  if (byMembers.size === overlaps.length && overlaps.every(({ members }) => members.length === 2)) return ofSizes;
  return (inner) => {
    const [a = "", b = "", c] = inner.members;
    // The overlaps are sorted by their members.
    const keys = c === undefined ? [keyOf(a, b)] : [keyOf(a, b), keyOf(a, b, c), keyOf(a, c), keyOf(b, c)];
    return [...ofSizes(inner), ...keys.flatMap((key) => byMembers.get(key) ?? [])];
  };
}

/** More persons in common than one of the lists, or fewer of them, is said to hold. */
function aboveWhole(inner: Constraint, outer: Constraint, nameOf: (id: string) => string): Found {
  const twice = outer.members.length === inner.members.length;
  const why = twice
    ? `För ${listed(outer.members, nameOf)} uppges både ${amount(inner, "low")} och ${amount(outer, "high")} gemensamma.`
    : `${listed(inner.members, nameOf)} uppges ha ${amount(inner, "low")} gemensamma, men ` +
      (outer.members.length === 1
        ? `${listed(outer.members, nameOf)} har ${amount(outer, "high")}.`
        : `${listed(outer.members, nameOf)} har ${amount(outer, "high")} gemensamma.`);
  return { parties: inner.members, why, overlaps: outer.members.length === 1 ? [inner] : [inner, outer] };
}

/** Of `size`, `ab` and `ac` have at least `least` in common, which is more than `bc` says. */
interface Three {
  readonly size: Constraint;
  readonly ab: Constraint;
  readonly ac: Constraint;
  readonly bc: Constraint;
  readonly least: number;
}

/** |AB| + |AC| − |A| persons are on all three lists, so |BC| cannot be less. The largest contradiction first. */
function betweenThree({ parties, sizes, overlaps }: Part): readonly Three[] {
  const placeOf = new Map(parties.map((id, place) => [id, place]));
  const touching = parties.map((): { readonly overlap: Constraint; readonly other: number }[] => []);
  const byPair = new Map<number, Constraint[]>();
  const keyOf = (b: number, c: number) => (b < c ? b * parties.length + c : c * parties.length + b);
  for (const overlap of overlaps) {
    if (overlap.members.length !== 2) continue;
    const [a = -1, b = -1] = overlap.members.map((id) => placeOf.get(id) ?? -1);
    touching[a]?.push({ overlap, other: b });
    touching[b]?.push({ overlap, other: a });
    const of = byPair.get(keyOf(a, b));
    if (of === undefined) byPair.set(keyOf(a, b), [overlap]);
    else of.push(overlap);
  }
  const found: Three[] = [];
  for (const size of sizes) {
    const of = touching[placeOf.get(size.members[0] ?? "") ?? -1] ?? [];
    for (const [i, { overlap: ab, other: b }] of of.entries()) {
      for (let j = i + 1; j < of.length; j++) {
        const { overlap: ac, other: c } = of[j] ?? { overlap: ab, other: b };
        const least = ab.low + ac.low - size.high;
        if (b === c || least <= 0) continue;
        for (const bc of byPair.get(keyOf(b, c)) ?? []) if (least > bc.high) found.push({ size, ab, ac, bc, least });
      }
    }
  }
  return found.sort((one, other) => other.least - other.bc.high - (one.least - one.bc.high));
}

function ofThree({ size, ab, ac, bc, least }: Three, nameOf: (id: string) => string): Found {
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
