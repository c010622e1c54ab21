/** Solves symmetric positive definite systems: what Newton's method and the log-rank test have left to do. */

/**
 * The lower triangle L with L·Lᵀ = matrix.
 *
 * @param matrix square and symmetric, one row an element; only the lower triangle is read
 * @returns undefined where the matrix is not positive definite beyond rounding (a pivot at most 1e-13 of its diagonal)
 */
export function cholesky(matrix: readonly Float64Array[]): readonly Float64Array[] | undefined {
  const triangle: Float64Array[] = [];
  for (const [i, from] of matrix.entries()) {
    const row = new Float64Array(matrix.length);
    for (let j = 0; j <= i; j++) {
      const other = j === i ? row : (triangle[j] ?? row);
      let sum = from[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (row[k] ?? 0) * (other[k] ?? 0);
      if (j < i) row[j] = sum / (other[j] ?? 1);
      else if (sum > 1e-13 * (from[i] ?? 0)) row[i] = Math.sqrt(sum);
      else return undefined;
    }
    triangle.push(row);
  }
  return triangle;
}

/** x with L·Lᵀ·x = right. */
export function solveCholesky(triangle: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = triangle.length;
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    let sum = x[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (triangle[i]?.[k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (triangle[i]?.[i] ?? 1);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < n; k++) sum -= (triangle[k]?.[i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (triangle[i]?.[i] ?? 1);
  }
  return x;
}
