/** ln Γ(x) for x > 0, relative error below 1e-13 (Lanczos, g = 7, nine terms; Godfrey's coefficients). */
export function logGamma(x: number): number {
  const coefficients = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const shifted = x - 1;
  const base = shifted + 7.5;
  const sum = coefficients.reduce((total, c, i) => total + (i === 0 ? c : c / (shifted + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** The regularised upper incomplete gamma function Q(a, x); a > 0, x ≥ 0. */
function upperGamma(a: number, x: number): number {
  if (x === 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - front * sum);
  }
  // Continued fraction, evaluated by the modified Lentz method.
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < 10_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (Math.abs(an * d + b) < tiny ? tiny : an * d + b);
    c = Math.abs(b + an / c) < tiny ? tiny : b + an / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return front * fraction;
}

/**
 * P(X ≥ statistic) for a chi-square variable: the p-value of a test.
 *
 * @param statistic ≥ 0
 * @param df degrees of freedom, > 0
 * @returns a probability in [0, 1]
 * @throws {RangeError} for a negative statistic or df ≤ 0
 * @see Abramowitz & Stegun 26.4.19; R: pchisq(statistic, df, lower.tail = FALSE)
 *
 * @example
 * chiSquareTail(3.841458820694124, 1); // 0.05
 */
export function chiSquareTail(statistic: number, df: number): number {
  if (!(statistic >= 0)) throw new RangeError(`invalid statistic; not ≥ 0: ${statistic}`);
  if (!(df > 0)) throw new RangeError(`invalid degrees of freedom; not > 0: ${df}`);
  return statistic === Infinity ? 0 : upperGamma(df / 2, statistic / 2);
}

/** P(|Z| ≥ z) for a standard normal Z: the two-sided p-value. */
export const normalTwoSided = (z: number): number => chiSquareTail(z * z, 1);
