export interface Dispositions {
  /** Complete answers (I) and partial ones (P). */
  readonly complete: number;
  readonly partial: number;
  /** Eligible, not answered: declined (R), not reached (NC), other (O). */
  readonly declined: number;
  readonly notReached: number;
  readonly other: number;
  /** Not known whether eligible (UH and UO together). */
  readonly unknown: number;
}

/**
 * The six response rates of AAPOR.
 *
 * 1, 3 and 5 count complete answers, 2, 4 and 6 partial ones as well. 1 and 2 take all that is unknown as eligible, 3
 * and 4 the share e of it, 5 and 6 none. Where the frame is a list of parties nothing is unknown and the pairs agree.
 *
 * @param dispositions numbers of units, ≥ 0
 * @param eligible e, the share of the unknown that is taken to be eligible, in [0, 1]
 * @returns shares in [0, 1]; undefined for a rate with an empty denominator
 * @throws {RangeError} for a number that is negative or not finite, or a share outside [0, 1]
 * @see AAPOR (2023) Standard Definitions, 10th edition, "Response rates"
 *
 * @example
 * // 60 complete, 10 partial, 10 declined, 15 not reached, 5 unknown: 0.600 0.700 0.606 0.707 0.632 0.737
 * responseRates({ complete: 60, partial: 10, declined: 10, notReached: 15, other: 0, unknown: 5 }, 0.8);
 */
export function responseRates(
  dispositions: Dispositions,
  eligible: number,
): Readonly<Record<ResponseRate, number | undefined>> {
  const { complete, partial, declined, notReached, other, unknown } = dispositions;
  for (const [name, value] of Object.entries({ complete, partial, declined, notReached, other, unknown }))
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`invalid ${name}; not a number ≥ 0: ${value}`);
  if (!(eligible >= 0 && eligible <= 1)) throw new RangeError(`invalid eligible; not in [0, 1]: ${eligible}`);
  const known = complete + partial + declined + notReached + other;
  const rate = (answered: number, of: number) => (of === 0 ? undefined : answered / of);
  return {
    rr1: rate(complete, known + unknown),
    rr2: rate(complete + partial, known + unknown),
    rr3: rate(complete, known + eligible * unknown),
    rr4: rate(complete + partial, known + eligible * unknown),
    rr5: rate(complete, known),
    rr6: rate(complete + partial, known),
  };
}

export type ResponseRate = "rr1" | "rr2" | "rr3" | "rr4" | "rr5" | "rr6";
