/**
 * Cohen's effect size w of a table: how far the cells are from independent rows and columns, √(χ²/N).
 *
 * Conventions: 0.1 small, 0.3 medium, 0.5 large (Cohen 1988). At most √(min(rows, columns) − 1).
 *
 * @param table counts or shares, ≥ 0; rows of equal length. Multiplying all cells by a number changes nothing
 * @returns undefined where fewer than two rows or two columns hold anything
 * @throws {RangeError} when the rows differ in length or a cell is negative or not finite
 * @see Cohen (1988) ch. 7; R: pwr::ES.w2(table / sum(table))
 *
 * @example
 * cohensW([[0.225, 0.125, 0.125, 0.125], [0.16, 0.16, 0.04, 0.04]]); // 0.2559
 */
export function cohensW(table: readonly (readonly number[])[]): number | undefined {
  const columns = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== columns)) throw new RangeError("invalid table; rows differ in length");
  if (!table.flat().every((cell) => cell >= 0 && cell < Infinity)) throw new RangeError("invalid cell; not ≥ 0");
  const total = table.flat().reduce((a, b) => a + b, 0);
  const rowSums = table.map((row) => row.reduce((a, b) => a + b, 0));
  const columnSums = Array.from({ length: columns }, (_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  if (rowSums.filter((sum) => sum > 0).length < 2 || columnSums.filter((sum) => sum > 0).length < 2) return undefined;
  let square = 0;
  for (const [i, row] of table.entries())
    for (const [j, cell] of row.entries()) {
      const expected = ((rowSums[i] ?? 0) * (columnSums[j] ?? 0)) / total;
      if (expected > 0) square += (cell - expected) ** 2 / (expected * total);
    }
  return Math.sqrt(square);
}

/**
 * Cohen's effect size w of shares against expected ones: √Σ (observed − expected)²/expected.
 *
 * @param expected shares or counts, > 0; made to sum to 1 here
 * @param observed shares or counts, ≥ 0, as many; made to sum to 1 here
 * @throws {RangeError} when the lists differ in length, an expected share is not > 0 or nothing is observed
 * @see Cohen (1988) ch. 7, p. 219; R: pwr::ES.w1(expected, observed)
 *
 * @example
 * cohensWAgainst([1, 1, 1, 1], [0.375, 0.208333, 0.208333, 0.208333]); // 0.2887
 */
export function cohensWAgainst(expected: readonly number[], observed: readonly number[]): number {
  if (expected.length !== observed.length)
    throw new RangeError(`invalid lists; ${expected.length} and ${observed.length}`);
  if (!expected.every((share) => share > 0 && share < Infinity)) throw new RangeError("invalid expected; not > 0");
  if (!observed.every((share) => share >= 0 && share < Infinity)) throw new RangeError("invalid observed; not ≥ 0");
  const [all, seen] = [expected, observed].map((shares) => shares.reduce((a, b) => a + b, 0)) as [number, number];
  if (seen === 0) throw new RangeError("invalid observed; nothing but 0");
  return Math.sqrt(
    expected.reduce((sum, share, i) => sum + ((observed[i] ?? 0) / seen - share / all) ** 2 / (share / all), 0),
  );
}
