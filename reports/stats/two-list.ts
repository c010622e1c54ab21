import { Z95 } from "./wilson.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface TwoListEstimate {
  /** Infinite where nobody is on both lists. */
  readonly lincolnPetersen: number;
  readonly chapman: number;
  /** Standard error of Chapman's estimate (Seber 1970). */
  readonly se: number;
  readonly logNormal: Interval;
  readonly logit: Interval;
}

/**
 * The size of a closed population from two lists and what they share: Lincoln–Petersen and Chapman.
 *
 * Assumes a closed population, lists that are independent of each other, everyone equally likely to be on a list, and
 * perfect matching. Agencies that refer to each other are positively dependent: the estimate is then too low.
 * With M = n1 + n2 − m persons seen: the log-normal interval is [M + f/C, M + f·C], f = Chapman − M,
 * C = exp(1.959964 √ln(1 + var/f²)); it is the point M where f = 0 (one list lies within the other). The logit
 * interval is Sadinle's.
 *
 * @param n1 persons on the first list, a whole number ≥ 1
 * @param n2 persons on the second list, a whole number ≥ 1
 * @param m persons on both, a whole number, 0 ≤ m ≤ min(n1, n2)
 * @returns persons, not rounded
 * @throws {RangeError} when a count is not a whole number in its range
 * @see Chapman (1951); Seber (1970) Biometrika 57, 313–318; Chao et al. (2001) Stat. Med. 20, 3123–3157;
 *   Sadinle (2009) Commun. Stat. Simul. Comput. 38, 1909–1924
 *
 * @example
 * twoList(10, 15, 5); // lincolnPetersen 30, chapman 28.333, logit 21.94 – 64.67
 */
export function twoList(n1: number, n2: number, m: number): TwoListEstimate {
  for (const [name, value, least] of [
    ["n1", n1, 1],
    ["n2", n2, 1],
    ["m", m, 0],
  ] as const)
    if (!Number.isInteger(value) || value < least)
      throw new RangeError(`invalid ${name}; not a whole number ≥ ${least}: ${value}`);
  if (m > Math.min(n1, n2)) throw new RangeError(`invalid m; above the smaller list: ${m}`);
  const seen = n1 + n2 - m;
  const chapman = ((n1 + 1) * (n2 + 1)) / (m + 1) - 1;
  const variance = ((n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m)) / ((m + 1) ** 2 * (m + 2));
  const unseen = ((n1 - m) * (n2 - m)) / (m + 1);
  const factor = unseen === 0 ? 1 : Math.exp(Z95 * Math.sqrt(Math.log(1 + variance / unseen ** 2)));
  const [a, b, both] = [n1 - m + 0.5, n2 - m + 0.5, m + 0.5];
  const spread = Math.exp(Z95 * Math.sqrt(1 / both + 1 / a + 1 / b + both / (a * b)));
  const centre = (a * b) / both;
  return {
    lincolnPetersen: m === 0 ? Infinity : (n1 * n2) / m,
    chapman,
    se: Math.sqrt(variance),
    logNormal: { low: seen + unseen / factor, high: seen + unseen * factor },
    logit: { low: seen - 0.5 + centre / spread, high: seen - 0.5 + centre * spread },
  };
}
