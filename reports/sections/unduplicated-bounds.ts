/**
 * What the parties of a municipality state about sizes and overlaps, turned into bounds for the number of different
 * persons, contradictions by name, and estimates where two lists and what they share are known.
 */
import type { Column, Dataset } from "../dataset.ts";
import { KNOWN_BY } from "../../survey-definitions/option-sets.ts";
import type { LpSolver } from "../stats/lp.ts";
import { twoList, type TwoListEstimate } from "../stats/two-list.ts";
import { unionBounds, type UnionBounds } from "../stats/union-bounds.ts";
import type { Conflict } from "../stats/union-conflicts.ts";
import { highOf, lowOf, type Count, type UnionInput } from "../stats/union-constraints.ts";

/** An overlap of two parties, in the order of the study. */
export interface PairStatement {
  readonly parties: readonly [string, string];
  /** What the first states about the second, and the second about the first. */
  readonly stated: readonly [number | undefined, number | undefined];
}

/** How many of a party's persons are known to how many others; absent where it does not say. */
export interface KnownBy {
  readonly only_us?: number | undefined;
  readonly one_more?: number | undefined;
  readonly two_or_more?: number | undefined;
}

export interface Statements {
  readonly municipality: string;
  /** Parties with a figure or a range, in the order of the study. */
  readonly sizes: ReadonlyMap<string, { readonly count: Count; readonly exact: number | undefined }>;
  /** Also pairs of which a party has no figure. */
  readonly pairs: readonly PairStatement[];
  /** By party, of those that say anything. */
  readonly knownBy: ReadonlyMap<string, KnownBy>;
  /** Persons of the target ages, where the population is known. */
  readonly cap: number | undefined;
  readonly names: Readonly<Record<string, string>>;
}

export type MunicipalityBounds = UnionBounds & { readonly municipality: string };

/** One pair of parties; either an estimate or the reason why there is none. */
export type MunicipalityEstimate = { readonly municipality: string; readonly parties: readonly [string, string] } & (
  | { readonly estimate: TwoListEstimate; readonly note: string }
  | { readonly estimate?: never; readonly refused: RefusedEstimate; readonly note: string }
);

export type RefusedEstimate =
  "no-overlap-stated" | "stated-differently" | "nobody-in-both" | "only-a-range" | "contradiction";

/**
 * The statements of the party questionnaire by municipality, in the study's order; municipalities without any have an
 * entry without sizes.
 *
 * A size is low ≤ n ≤ high where a range is given, otherwise exactly n: a stated precision ("±10 %") widens nothing.
 * A range with one end takes the figure, if there is one, as the other (0 and no upper end if there is none).
 */
export function statementsByMunicipality(data: Dataset): ReadonlyMap<string, Statements> {
  const { study, population } = data;
  const responses = data.responses.get("party");
  const readerOf = (name: string) => numberReader(responses?.columns.get(name));
  const [nAt, lowAt, highAt] = [readerOf("n_known"), readerOf("n_known_low"), readerOf("n_known_high")];
  const knownAt = KNOWN_BY.flatMap(({ code }) => {
    const column = responses?.columns.get(`n_known_by_k.${code}`);
    return column === undefined ? [] : [[code, numberReader(column)] as const];
  });
  const names = Object.fromEntries(study.parties.map(({ id, name }) => [id, name]));
  const sizes = study.municipalities.map(() => new Map<number, { count: Count; exact: number | undefined }>());
  const knownBy = study.municipalities.map(() => new Map<string, KnownBy>());
  for (let i = 0; i < (responses?.n ?? 0); i++) {
    const index = responses?.party[i] ?? -1;
    const party = study.parties[index];
    const place = responses?.municipality[i] ?? -1;
    if (party === undefined) continue;
    const n = nAt(i);
    const count = countOf(n, lowAt(i), highAt(i));
    if (count !== undefined) sizes[place]?.set(index, { count, exact: n });
    if (knownAt.some(([, read]) => read(i) !== undefined))
      knownBy[place]?.set(party.id, Object.fromEntries(knownAt.map(([code, read]) => [code, read(i)])));
  }
  const idOf = (index: number) => study.parties[index]?.id ?? "";
  const pairs = statedPairs(data);
  return new Map(
    study.municipalities.map((municipality, place) => {
      const inOrder = [...(sizes[place] ?? [])].sort(([a], [b]) => a - b);
      return [
        municipality,
        {
          municipality,
          sizes: new Map(inOrder.map(([index, size]) => [idOf(index), size])),
          pairs: pairs[place] ?? [],
          knownBy: knownBy[place] ?? new Map<string, KnownBy>(),
          cap: population.get(municipality)?.persons,
          names,
        },
      ];
    }),
  );
}

/** By municipality, the pairs that somebody states something about: of 1 200 parties' 720 000 pairs few are stated. */
function statedPairs({ study, responses }: Dataset): readonly (readonly PairStatement[])[] {
  const party = responses.get("party");
  const order = new Map(study.parties.map(({ id }, i) => [id, i]));
  const size = study.parties.length;
  // By the first party × the number of parties + the second, so that the keys sort as the parties do.
  const found = study.municipalities.map(() => new Map<number, [number | undefined, number | undefined]>());
  for (const { row, other, value } of party?.pairs.get("n_overlap") ?? []) {
    const [one, two] = [party?.party[row] ?? -1, order.get(other)];
    const here = found[party?.municipality[row] ?? -1];
    if (one < 0 || here === undefined || typeof value !== "number" || two === undefined || one === two) continue;
    const key = one < two ? one * size + two : two * size + one;
    let stated = here.get(key);
    if (stated === undefined) here.set(key, (stated = [undefined, undefined]));
    stated[one < two ? 0 : 1] = value;
  }
  const idOf = (index: number) => study.parties[index]?.id ?? "";
  return found.map((here) =>
    [...here]
      .sort(([a], [b]) => a - b)
      .map(([key, stated]) => ({ parties: [idOf(Math.floor(key / size)), idOf(key % size)], stated })),
  );
}

function numberReader(column: Column | undefined): (i: number) => number | undefined {
  if (column?.kind !== "number") return () => undefined;
  const { values, reasons } = column;
  return (i) => (reasons[i] === 0 ? values[i] : undefined);
}

function countOf(n: number | undefined, low: number | undefined, high: number | undefined): Count | undefined {
  if (low === undefined && high === undefined) return n;
  const range = { low: low ?? (high === undefined ? 0 : Math.min(n ?? 0, high)), high: high ?? n ?? Infinity };
  return range.low <= range.high ? range : { low: range.high, high: range.low };
}

/**
 * Bounds for the number of different persons that the parties of a municipality know.
 *
 * An overlap that both state, differently, is the range between; that is a named conflict but makes nothing infeasible.
 * The union is that of the parties with a figure; an overlap with a party without one is only held against the size of
 * the party that states it. Results are kept by solver, so that a changed filter computes nothing twice.
 *
 * @returns persons; `feasible` false with conflicts where the statements contradict each other, bounds from the counts
 *   alone in any case
 * @throws {Error} when the solver stops without an answer
 */
export function boundsOfMunicipality(statements: Statements, solver: LpSolver): MunicipalityBounds {
  const { sizes, pairs, cap, names, municipality } = statements;
  const input = {
    sizes: Object.fromEntries([...sizes].map(([id, { count }]) => [id, count])),
    overlaps: pairs.flatMap(({ parties, stated }) =>
      parties.every((id) => sizes.has(id)) ? [{ parties, n: rangeOf(stated) }] : [],
    ),
    // Only their own: the key for the memory need not hold the names of a thousand other parties.
    names: Object.fromEntries([...sizes.keys()].map((id) => [id, names[id] ?? id])),
    ...(cap === undefined ? {} : { cap }),
  };
  // Without overlaps nothing is solved, and a key for the memory costs more than the answer.
  const bounds =
    pairs.length === 0
      ? unionBounds(input, solver)
      : remembered(solver, keyOf(input), () => unionBounds(input, solver));
  const named = pairs.flatMap((pair) => namedConflicts(pair, statements));
  return { ...bounds, municipality, conflicts: [...named, ...bounds.conflicts] };
}

function rangeOf(stated: PairStatement["stated"]): Count {
  const values = stated.filter((n) => n !== undefined);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? low : { low, high };
}

function namedConflicts({ parties, stated }: PairStatement, { sizes, names }: Statements): readonly Conflict[] {
  const [a, b] = parties.map((id) => names[id] ?? id);
  const [ab, ba] = stated;
  const found: Conflict[] = [];
  if (ab !== undefined && ba !== undefined && ab !== ba)
    found.push({ parties, why: `${a} uppger ${ab} gemensamma med ${b}, men ${b} uppger ${ba} gemensamma med ${a}.` });
  // With both sizes known the programme finds this itself.
  const [sizeA, sizeB] = parties.map((id) => sizes.get(id)?.count);
  const known = sizeA !== undefined && sizeB === undefined ? sizeA : sizeA === undefined ? sizeB : undefined;
  const least = lowOf(rangeOf(stated));
  if (known !== undefined && least > highOf(known))
    found.push({
      parties,
      why: `${a} och ${b} uppges ha ${least} gemensamma, men ${sizeA === undefined ? b : a} har ${highOf(known)}.`,
    });
  return found;
}

/** Everything in the input, with places for ids: short, since there is one for every municipality. */
function keyOf({ sizes, overlaps, names, cap }: UnionInput): string {
  const ids = Object.keys(sizes);
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const numbers = ids.flatMap((id) => [lowOf(sizes[id] ?? 0), highOf(sizes[id] ?? 0)]);
  for (const { parties, n } of overlaps) {
    for (const id of parties) numbers.push(placeOf.get(id) ?? -1);
    numbers.push(lowOf(n), highOf(n));
  }
  return `${JSON.stringify([ids, names, cap])} ${numbers.join()}`;
}

const MOST_REMEMBERED = 1_000;
const results = new WeakMap<LpSolver, Map<string, UnionBounds>>();

function remembered(solver: LpSolver, key: string, compute: () => UnionBounds): UnionBounds {
  const kept = results.get(solver) ?? new Map<string, UnionBounds>();
  results.set(solver, kept);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const computed = compute();
  const oldest = kept.keys().next();
  if (kept.size >= MOST_REMEMBERED && oldest.done !== true) kept.delete(oldest.value);
  kept.set(key, computed);
  return computed;
}

const ASSUMPTIONS =
  "Skattningen förutsätter att parterna möter personer oberoende av varandra, att alla har lika stor chans att vara kända " +
  "och att samma person känns igen. Parter som hänvisar till varandra ger en för låg skattning.";

const REFUSALS: Readonly<Record<RefusedEstimate, string>> = {
  "no-overlap-stated": "Ingen skattning: ingen av parterna har uppgett hur många de har gemensamt.",
  "stated-differently": "Ingen skattning: parterna uppger olika antal gemensamma personer.",
  "nobody-in-both":
    "Ingen skattning: parterna har inga gemensamma personer, så det går inte att säga hur många som saknas.",
  "only-a-range": "Ingen skattning: antalet är uppgett som ett intervall.",
  contradiction: "Ingen skattning: fler uppges vara gemensamma än vad en av parterna har.",
};

/**
 * Two-list estimates (Lincoln–Petersen, Chapman) of everyone in the target group, for each pair of parties with a figure.
 *
 * Refused, with a reason, where the overlap is missing, 0, above a size or stated differently by the two, and where a
 * size is only a range. One element a pair, in the order of the study; most pairs of a study state no overlap, so show
 * those only as a count.
 */
export function estimatesOfMunicipality({
  municipality,
  sizes,
  pairs,
  names,
}: Statements): readonly MunicipalityEstimate[] {
  const stated = new Map<string, Map<string, PairStatement["stated"]>>();
  for (const { parties, stated: both } of pairs) {
    const of = stated.get(parties[0]);
    if (of === undefined) stated.set(parties[0], new Map([[parties[1], both]]));
    else of.set(parties[1], both);
  }
  const ids = [...sizes.keys()];
  return ids.flatMap((a, i) => {
    const statedOf = stated.get(a);
    const n1 = sizes.get(a)?.exact;
    return ids.slice(i + 1).map((b): MunicipalityEstimate => {
      const pair = { municipality, parties: [a, b] as const };
      const who = `${names[a] ?? a} och ${names[b] ?? b}.`;
      const n2 = sizes.get(b)?.exact;
      const [ab, ba] = statedOf?.get(b) ?? [];
      const m = ab ?? ba;
      const refuse = (refused: RefusedEstimate) => ({ ...pair, refused, note: `${who} ${REFUSALS[refused]}` });
      if (m === undefined) return refuse("no-overlap-stated");
      if (ba !== undefined && ba !== m) return refuse("stated-differently");
      if (n1 === undefined || n2 === undefined) return refuse("only-a-range");
      if (m > Math.min(n1, n2)) return refuse("contradiction");
      if (m === 0) return refuse("nobody-in-both");
      return { ...pair, estimate: twoList(n1, n2, m), note: `${who} ${ASSUMPTIONS}` };
    });
  });
}
