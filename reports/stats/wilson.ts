/** The 97.5 % quantile of the standard normal distribution. */
export const Z95 = 1.959963984540054;

export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The Wilson score interval for a share, at 95 %, without continuity correction.
 *
 * Assumes a simple random sample. With no successes the lower bound is 0, with nothing but successes the upper is 1.
 *
 * @param successes a whole number, 0 ≤ successes ≤ n
 * @param n a whole number, n ≥ 1
 * @returns shares in [0, 1], not per cent
 * @throws {RangeError} when successes or n is not a whole number in its range
 * @see Wilson (1927), J. Am. Stat. Assoc. 22, 209–212; Newcombe (1998) method 3; R: prop.test(correct = FALSE)
 *
 * @example
 * wilsonInterval(81, 263); // share 0.3080, low 0.2553, high 0.3662
 */
export function wilsonInterval(successes: number, n: number): ShareInterval {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`invalid n; not a whole number ≥ 1: ${n}`);
  if (!Number.isInteger(successes) || successes < 0 || successes > n)
    throw new RangeError(`invalid successes; not a whole number in [0, ${n}]: ${successes}`);
  const share = successes / n;
  const z2 = Z95 ** 2;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n ** 2))) / (1 + z2 / n);
  return {
    share,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  };
}
