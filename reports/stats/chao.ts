import { sizeOf, type CaptureTable } from "./list-patterns.ts";
import { Z95 } from "./wilson.ts";

export interface ChaoEstimate {
  /** M + f1²/(2·f2): a lower bound of the population's size; Infinity where f2 is 0 and f1 is not. */
  readonly lowerBound: number;
  /** M + f1(f1 − 1)/(2(f2 + 1)): nearly the same, and finite also where f2 is 0. */
  readonly biasCorrected: number;
  /** M/(1 − e^(−2·f2/f1)) (Zelterman); Infinity where f2 is 0, M where f1 is 0. */
  readonly zelterman: number;
  /** Standard error of the lower bound, and its 95 % log-normal interval; undefined where the bound is infinite. */
  readonly se: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/**
 * A lower bound of how many there are, from how many are known to exactly one party and to exactly two.
 *
 * If every person's number of parties were Poisson, with means that differ between persons, those known to none would
 * be at least f1²/(2·f2). The bound is only as good as f1: persons wrongly matched, or such as can be known to one
 * party only, make f1 and thereby the bound too large, and it is then no lower bound (one-inflation). See
 * `chaoObjections` for when not to use it. The interval is that of the bound, not of the population.
 *
 * @param once f1, persons known to exactly one party; a whole number ≥ 0
 * @param twice f2, persons known to exactly two; a whole number ≥ 0
 * @param persons M, different persons known to any party; a whole number ≥ f1 + f2
 * @throws {RangeError} when a count is not a whole number in its range
 * @see Chao (1987) Biometrics 43, 783–791; Zelterman (1988) J. Stat. Plan. Inference 18, 225–237;
 *   Böhning, Kaskasamkul & van der Heijden (2019) Metrika 82, 361–384 (one-inflation)
 *
 * @example
 * chao(187, 56, 271); // lowerBound 583.22, zelterman 601.42 (hepatitis A in Taiwan; about 545 were found later)
 */
export function chao(once: number, twice: number, persons: number): ChaoEstimate {
  for (const [name, value, least] of [
    ["once", once, 0],
    ["twice", twice, 0],
    ["persons", persons, once + twice],
  ] as const)
    if (!Number.isInteger(value) || value < least)
      throw new RangeError(`invalid ${name}; not a whole number ≥ ${least}: ${value}`);
  const biasCorrected = persons + (once * (once - 1)) / (2 * (twice + 1));
  if (once === 0) return { lowerBound: persons, biasCorrected, zelterman: persons, se: 0, low: persons, high: persons };
  if (twice === 0)
    return { lowerBound: Infinity, biasCorrected, zelterman: Infinity, se: undefined, low: undefined, high: undefined };
  const ratio = once / twice;
  const unseen = once ** 2 / (2 * twice);
  const variance = twice * (ratio ** 4 / 4 + ratio ** 3 + ratio ** 2 / 2);
  const factor = Math.exp(Z95 * Math.sqrt(Math.log(1 + variance / unseen ** 2)));
  return {
    lowerBound: persons + unseen,
    biasCorrected,
    zelterman: persons / (1 - Math.exp(-2 / ratio)),
    se: Math.sqrt(variance),
    low: persons + unseen / factor,
    high: persons + unseen * factor,
  };
}

/** Fewer persons than this known to two parties make the bound a matter of chance; chosen here. */
export const LEAST_TWICE = 5;

export interface ChaoSituation {
  /** Parties that could know of persons in the group, and how many of them have answered. */
  readonly parties: number;
  readonly answered: number;
  /** Persons known to exactly one, two and three parties. */
  readonly once: number;
  readonly twice: number;
  readonly thrice: number;
}

export type ChaoObjection = "fewer-than-three-parties" | "party-missing" | "too-few-twice" | "not-a-mixture";

/**
 * Why the bound should not be used; an empty list where it is defensible.
 *
 * - `fewer-than-three-parties`: with two lists there is nothing to tell a difference between persons from chance.
 * - `party-missing`: persons known to one that has answered and one that has not stand among those known to one.
 * - `too-few-twice`: fewer than five persons are known to two.
 * - `not-a-mixture`: were each party equally likely to know a person, at rates that differ between persons, then
 *   2·f2/((k−1)·f1) ≤ 3·f3/((k−2)·f2) but for chance; here the opposite holds. Parties that refer to a second one, and
 *   no further, or mistakes in f3, do that.
 *
 * What no count can tell remains to be judged: whether matching is right and whether some can be known to one only.
 *
 * @throws {RangeError} when more parties have answered than there are
 */
export function chaoObjections({ parties, answered, once, twice, thrice }: ChaoSituation): readonly ChaoObjection[] {
  if (answered > parties) throw new RangeError(`invalid answered; above ${parties}: ${answered}`);
  const falls = once > 0 && twice > 0 && (2 * twice) / ((parties - 1) * once) > (3 * thrice) / ((parties - 2) * twice);
  const found: [ChaoObjection, boolean][] = [
    ["fewer-than-three-parties", parties < 3],
    ["party-missing", answered < parties],
    ["too-few-twice", twice < LEAST_TWICE],
    ["not-a-mixture", parties >= 3 && falls],
  ];
  return found.flatMap(([objection, holds]) => (holds ? [objection] : []));
}

/** Persons by how many lists they are on; place 0 is 0. */
export function personsByLists({ lists, counts }: CaptureTable): readonly number[] {
  const by = new Array<number>(lists.length + 1).fill(0);
  for (const [mask, n] of counts.entries()) by[sizeOf(mask)] = (by[sizeOf(mask)] ?? 0) + n;
  return by;
}

/**
 * Different persons by how many parties know them, from what each party says of its own: one known to k parties stands
 * in k answers, so the sum over the parties is divided by k.
 *
 * Right only where all parties have answered and each knows who else knows the person; then every sum is a multiple of
 * k but for mistakes. "Three or more" must not be handed in as three.
 *
 * @param stated one row a party: its persons known to exactly 1, 2, 3 … parties, itself included
 * @returns place k is persons known to exactly k parties, not rounded; place 0 is 0
 * @throws {RangeError} for something that is not a number ≥ 0
 *
 * @example
 * personsByParties([[3, 2], [4, 2]]); // 0, 7, 2
 */
export function personsByParties(stated: readonly (readonly number[])[]): readonly number[] {
  if (!stated.flat().every((n) => Number.isFinite(n) && n >= 0)) throw new RangeError("invalid count; not ≥ 0");
  const most = Math.max(0, ...stated.map((row) => row.length));
  return [0, ...Array.from({ length: most }, (_, i) => stated.reduce((sum, row) => sum + (row[i] ?? 0), 0) / (i + 1))];
}
