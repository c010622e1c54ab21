import { logGamma } from "./chi-square.ts";
import type { ShareInterval } from "./wilson.ts";

/**
 * The Clopper–Pearson interval for a share, at 95 %: the shares that two one-sided binomial tests at 2.5 % do not
 * reject. Never covers less than 95 %, usually more.
 *
 * @param successes a whole number, 0 ≤ successes ≤ n
 * @param n a whole number, n ≥ 1
 * @returns shares in [0, 1], located to 1e-12; the lower bound of 0 of n is 0, the upper bound of n of n is 1
 * @throws {RangeError} when successes or n is not a whole number in its range
 * @see Clopper & Pearson (1934) Biometrika 26, 404–413; R: binom.test(successes, n)
 *
 * @example
 * clopperPearson(81, 263); // low 0.2527, high 0.3676
 */
export function clopperPearson(successes: number, n: number): ShareInterval {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`invalid n; not a whole number ≥ 1: ${n}`);
  if (!Number.isInteger(successes) || successes < 0 || successes > n)
    throw new RangeError(`invalid successes; not a whole number in [0, ${n}]: ${successes}`);
  return {
    share: successes / n,
    low: successes === 0 ? 0 : quantile(0.025, successes, n - successes + 1),
    high: successes === n ? 1 : quantile(0.975, successes + 1, n - successes),
  };
}

/** The beta distribution's quantile, by halving. */
function quantile(probability: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  while (high - low > 1e-13) {
    const middle = (low + high) / 2;
    if (betaShare(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function I_x(a, b): continued fraction 26.5.8 of Abramowitz & Stegun, by Lentz. */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a),
  );
  const away = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let factor = 1;
    for (const term of [even, odd]) {
      d = 1 / away(1 + term * d);
      c = away(1 + term / c);
      factor = c * d;
      fraction *= factor;
    }
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return front * fraction;
}
