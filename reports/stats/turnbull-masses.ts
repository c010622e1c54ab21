/** Maximises the likelihood of masses on ordered cells when every observation covers a run of cells. */

/** An observation covers the cells first … last; the shares of all observations add up to 1. */
export interface Covered {
  readonly first: number;
  readonly last: number;
  readonly share: number;
}

interface Evaluation {
  readonly meanLogLikelihood: number;
  /** Derivative of the mean log-likelihood by each mass; at the maximum 1 where there is mass and at most 1 elsewhere. */
  readonly gradient: Float64Array;
  readonly chances: Float64Array;
}

const GAP = 1e-10;
const ROUNDS = 60;
const PRUNING_ROUNDS = 4;

/**
 * EM steps find the cells that hold mass; Newton steps on those cells then converge in a few rounds where EM alone
 * needs thousands. A cell is dropped when its mass runs to zero and taken back when the Kuhn–Tucker check asks for it.
 *
 * @param cells number of cells, ≥ 1, each covered by some observation
 * @returns masses that add up to 1, the mean log-likelihood, and the largest gradient minus 1 (0 at the maximum)
 */
export function maximiseMasses(
  cells: number,
  covered: readonly Covered[],
): { readonly masses: readonly number[]; readonly meanLogLikelihood: number; readonly gap: number } {
  let masses = new Float64Array(cells).fill(1 / cells);
  let now = evaluate(masses, covered);
  const gapOf = ({ gradient }: Evaluation) => {
    let most = 0;
    for (const slope of gradient) most = Math.max(most, slope);
    return Math.max(0, most - 1);
  };
  for (let round = 0; round < ROUNDS && gapOf(now) > GAP; round++) {
    for (let step = 0; step < 20; step++) {
      masses = masses.slice();
      for (let j = 0; j < cells; j++) masses[j] = (masses[j] ?? 0) * (now.gradient[j] ?? 0);
      normalise(masses);
      now = evaluate(masses, covered);
    }
    // A dropped cell that the gradient asks for starts again with a little mass.
    if (now.gradient.some((slope, j) => masses[j] === 0 && slope > 1 + GAP)) {
      masses = normalise(masses.map((mass, j) => (mass === 0 && (now.gradient[j] ?? 0) > 1 + GAP ? 1e-4 : mass)));
      now = evaluate(masses, covered);
    }
    // Cells that EM has all but emptied are dropped before the first Newton steps, which cost their number cubed.
    if (round < PRUNING_ROUNDS) {
      const kept = normalise(masses.map((mass) => (mass < 0.05 / cells ? 0 : mass)));
      const pruned = evaluate(kept, covered);
      if (Number.isFinite(pruned.meanLogLikelihood)) [masses, now] = [kept, pruned];
    }
    for (let step = 0; step < 30; step++) {
      const next = newtonStep(masses, now, covered);
      if (next === undefined) break;
      ({ masses, now } = next);
    }
  }
  return { masses: [...masses], meanLogLikelihood: now.meanLogLikelihood, gap: gapOf(now) };
}

/** Makes the masses add up to 1, in place: plain loops, since this runs a thousand times for every estimate. */
function normalise(masses: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  let total = 0;
  for (const mass of masses) total += mass;
  for (let j = 0; j < masses.length; j++) masses[j] = (masses[j] ?? 0) / total;
  return masses;
}

function evaluate(masses: Float64Array, covered: readonly Covered[]): Evaluation {
  const sums = new Float64Array(masses.length + 1);
  for (let j = 0; j < masses.length; j++) sums[j + 1] = (sums[j] ?? 0) + (masses[j] ?? 0);
  const slopes = new Float64Array(masses.length + 1);
  const chances = new Float64Array(covered.length);
  let meanLogLikelihood = 0;
  let i = 0;
  for (const { first, last, share } of covered) {
    const chance = last === first ? (masses[first] ?? 0) : (sums[last + 1] ?? 0) - (sums[first] ?? 0);
    chances[i++] = chance;
    meanLogLikelihood += share * Math.log(chance);
    slopes[first] = (slopes[first] ?? 0) + share / chance;
    slopes[last + 1] = (slopes[last + 1] ?? 0) - share / chance;
  }
  const gradient = new Float64Array(masses.length);
  let slope = 0;
  for (let j = 0; j < masses.length; j++) gradient[j] = slope += slopes[j] ?? 0;
  return { meanLogLikelihood, gradient, chances };
}

/** A Newton step within Σ masses = 1 on the cells with mass; undefined when none raises the likelihood. */
function newtonStep(
  masses: Float64Array<ArrayBuffer>,
  now: Evaluation,
  covered: readonly Covered[],
): { masses: Float64Array<ArrayBuffer>; now: Evaluation } | undefined {
  const support = [...masses.keys()].filter((j) => (masses[j] ?? 0) > 0);
  const direction = newtonDirection(masses.length, support, now, covered);
  if (direction === undefined) return undefined;
  // As far as the first mass that would fall below zero, at most the whole step.
  let most = 1;
  let blocking = -1;
  for (const [k, j] of support.entries()) {
    const change = direction[k] ?? 0;
    const reach = change < 0 ? -(masses[j] ?? 0) / change : Infinity;
    if (reach < most) [most, blocking] = [reach, j];
  }
  const attempt = (length: number) => {
    const moved = masses.slice();
    for (const [k, j] of support.entries()) moved[j] = Math.max(0, (masses[j] ?? 0) + length * (direction[k] ?? 0));
    if (length === most && blocking >= 0) moved[blocking] = 0;
    const tried = normalise(moved);
    const evaluated = evaluate(tried, covered);
    return evaluated.meanLogLikelihood > now.meanLogLikelihood ? { masses: tried, now: evaluated } : undefined;
  };
  // The whole step with all negative masses cut to zero drops many cells at once; it need not raise the likelihood.
  const whole = blocking >= 0 ? attempt(1) : undefined;
  if (whole) return whole;
  for (let length = most; length > most * 1e-6; length /= 2) {
    const found = attempt(length);
    if (found) return found;
  }
  return undefined;
}

/** Solves (−H + ridge) d = gradient − λ with Σ d = 0, by Cholesky; H is the Hessian over the cells of the support. */
function newtonDirection(
  cells: number,
  support: readonly number[],
  { gradient, chances }: Evaluation,
  covered: readonly Covered[],
): Float64Array | undefined {
  const size = support.length;
  if (size < 2) return undefined;
  // Observations cover runs of cells, so each adds a square block: four corners of a difference table.
  const placeFrom = new Int32Array(cells + 1);
  for (let j = 0, k = 0; j <= cells; j++) {
    placeFrom[j] = k;
    if (support[k] === j) k++;
  }
  const width = size + 1;
  const corners = new Float64Array(width * width);
  const add = (row: number, column: number, value: number) => {
    corners[row * width + column] = (corners[row * width + column] ?? 0) + value;
  };
  let i = 0;
  for (const { first, last, share } of covered) {
    const a = placeFrom[first] ?? 0;
    const b = placeFrom[last + 1] ?? 0;
    const curvature = share / (chances[i++] ?? 1) ** 2;
    add(a, a, curvature);
    add(a, b, -curvature);
    add(b, a, -curvature);
    add(b, b, curvature);
  }
  const matrix = new Float64Array(size * size);
  for (let r = 0; r < size; r++)
    for (let c = 0; c < size; c++)
      matrix[r * size + c] =
        (corners[r * width + c] ?? 0) +
        (r > 0 ? (matrix[(r - 1) * size + c] ?? 0) : 0) +
        (c > 0 ? (matrix[r * size + c - 1] ?? 0) : 0) -
        (r > 0 && c > 0 ? (matrix[(r - 1) * size + c - 1] ?? 0) : 0);
  let trace = 0;
  for (let k = 0; k < size; k++) trace += matrix[k * size + k] ?? 0;
  for (let k = 0; k < size; k++) matrix[k * size + k] = (matrix[k * size + k] ?? 0) + (trace / size) * 1e-11;
  if (!choleskyInPlace(matrix, size)) return undefined;
  const slopes = choleskySolve(
    matrix,
    size,
    Float64Array.from(support, (j) => gradient[j] ?? 0),
  );
  const ones = choleskySolve(matrix, size, new Float64Array(size).fill(1));
  const lambda = slopes.reduce((a, b) => a + b, 0) / ones.reduce((a, b) => a + b, 0);
  return slopes.map((slope, k) => slope - lambda * (ones[k] ?? 0));
}

function choleskyInPlace(matrix: Float64Array, size: number): boolean {
  for (let c = 0; c < size; c++) {
    for (let r = c; r < size; r++) {
      let sum = matrix[r * size + c] ?? 0;
      for (let k = 0; k < c; k++) sum -= (matrix[r * size + k] ?? 0) * (matrix[c * size + k] ?? 0);
      if (r === c) {
        if (!(sum > 0)) return false;
        matrix[c * size + c] = Math.sqrt(sum);
      } else matrix[r * size + c] = sum / (matrix[c * size + c] ?? 1);
    }
  }
  return true;
}

function choleskySolve(factor: Float64Array, size: number, right: Float64Array): Float64Array {
  const x = right.slice();
  for (let r = 0; r < size; r++) {
    let sum = x[r] ?? 0;
    for (let k = 0; k < r; k++) sum -= (factor[r * size + k] ?? 0) * (x[k] ?? 0);
    x[r] = sum / (factor[r * size + r] ?? 1);
  }
  for (let r = size - 1; r >= 0; r--) {
    let sum = x[r] ?? 0;
    for (let k = r + 1; k < size; k++) sum -= (factor[k * size + r] ?? 0) * (x[k] ?? 0);
    x[r] = sum / (factor[r * size + r] ?? 1);
  }
  return x;
}
