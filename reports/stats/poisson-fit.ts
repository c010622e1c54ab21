import { cholesky, solveCholesky } from "./cholesky.ts";
import { includes, type Mask } from "./list-patterns.ts";

export interface PoissonFit {
  /** One a term, in their order. */
  readonly coefficients: Float64Array;
  /** Expected persons, one a cell. */
  readonly fitted: Float64Array;
  /** Variance of the first coefficient, from the expected information. */
  readonly firstVariance: number;
}

const MOST_STEPS = 200;

/**
 * Maximum likelihood of independent Poisson counts with ln μ(cell) = Σ coefficients of the terms that the cell includes.
 *
 * Newton's method (the same as IRLS for this link), from one weighted regression of the logarithms, with halved steps
 * where a whole one does not gain. Finished when another step would gain less than 1e-18 in log-likelihood.
 *
 * @param cells masks, each once
 * @param terms masks whose columns are linearly independent over the cells
 * @param counts persons, one a cell; ≥ 0, not all 0
 * @param start coefficients to begin with
 * @returns undefined where it does not settle, as when the likelihood has no maximum
 * @see McCullagh & Nelder (1989) ch. 2.5; R: glm(counts ~ …, family = poisson)
 */
export function fitPoisson(
  cells: readonly Mask[],
  terms: readonly Mask[],
  counts: readonly number[],
  start?: Float64Array,
): PoissonFit | undefined {
  const inCell = cells.map((cell) => terms.flatMap((term, j) => (includes(cell, term) ? [j] : [])));
  const expected = (coefficients: Float64Array) =>
    Float64Array.from(inCell, (places) => Math.exp(places.reduce((sum, j) => sum + (coefficients[j] ?? 0), 0)));
  const gained = (coefficients: Float64Array, fitted: Float64Array) =>
    inCell.reduce((sum, places, i) => {
      const linear = places.reduce((total, j) => total + (coefficients[j] ?? 0), 0);
      return sum + (counts[i] ?? 0) * linear - (fitted[i] ?? 0);
    }, 0);
  const weighted = (weights: Float64Array, values: Float64Array) => {
    const information = terms.map(() => new Float64Array(terms.length));
    const right = new Float64Array(terms.length);
    for (const [i, places] of inCell.entries())
      for (const a of places) {
        right[a] = (right[a] ?? 0) + (values[i] ?? 0);
        const row = information[a];
        if (row) for (const b of places) row[b] = (row[b] ?? 0) + (weights[i] ?? 0);
      }
    return { triangle: cholesky(information), right };
  };

  let coefficients = start;
  if (coefficients === undefined) {
    const rough = Float64Array.from(counts, (n) => n + 0.5);
    const { triangle, right } = weighted(
      rough,
      rough.map((n) => n * Math.log(n)),
    );
    if (triangle === undefined) return undefined;
    coefficients = solveCholesky(triangle, right);
  }
  let fitted = expected(coefficients);
  let reached = gained(coefficients, fitted);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { triangle, right } = weighted(
      fitted,
      fitted.map((mean, i) => (counts[i] ?? 0) - mean),
    );
    if (triangle === undefined) return undefined;
    const direction = solveCholesky(triangle, right);
    const gain = right.reduce((sum, slope, j) => sum + slope * (direction[j] ?? 0), 0);
    if (gain < 1e-18) {
      const first =
        solveCholesky(
          triangle,
          Float64Array.from(terms, (_, j) => (j === 0 ? 1 : 0)),
        )[0] ?? NaN;
      return { coefficients, fitted, firstVariance: first };
    }
    for (let length = 1; ; length /= 2) {
      const tried: Float64Array = coefficients.map((value, j) => value + length * (direction[j] ?? 0));
      const means = expected(tried);
      const value = gained(tried, means);
      // Close to the maximum a gain drowns in rounding: a step that is small anyway is taken.
      if (value >= reached || (gain < 1e-6 && length === 1 && Number.isFinite(value)) || length < 1e-10) {
        [coefficients, fitted, reached] = [tried, means, value];
        break;
      }
    }
  }
  return undefined;
}
