export const MEASUREMENT_LEVELS = ["nominal", "ordinal", "interval", "ratio"] as const;
export type MeasurementLevel = (typeof MEASUREMENT_LEVELS)[number];

/**
 * Krippendorff's alpha: how far raters agree beyond chance about the same units, any number of raters, gaps allowed.
 *
 * α = 1 − Do/De over the coincidence matrix; units with fewer than two ratings are left out. Rule of thumb: from 0.800
 * reliable, from 0.667 tentative.
 *
 * @param ratings one row a rater, one place a unit; null where the rater did not rate it. Rows of equal length
 * @param level what differences mean: none (nominal), rank (ordinal), distance (interval), distance relative to the
 *   sum (ratio; values must not be negative)
 * @returns at most 1; negative for systematic disagreement; undefined where nothing varies or nothing can be compared
 * @throws {RangeError} when the rows differ in length, or a ratio value is negative
 * @see Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; R: irr::kripp.alpha(ratings, method = level)
 *
 * @example
 * krippendorffAlpha([[1, 1, 2], [1, 2, 2]], "nominal"); // 0.4444
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (number | null)[])[],
  level: MeasurementLevel,
): number | undefined {
  const units = ratings[0]?.length ?? 0;
  if (ratings.some((row) => row.length !== units)) throw new RangeError("invalid ratings; rows differ in length");
  const byUnit = Array.from({ length: units }, (_, unit) =>
    ratings.flatMap((row) => (row[unit] == null ? [] : [row[unit]])),
  ).filter((values) => values.length > 1);
  const values = [...new Set(byUnit.flat())].sort((a, b) => a - b);
  if (level === "ratio" && values.some((value) => value < 0)) throw new RangeError("invalid ratings; negative ratio");
  const place = new Map(values.map((value, i) => [value, i]));
  const at = (value: number): number => place.get(value) ?? 0;
  const coincidences = values.map(() => new Array<number>(values.length).fill(0));
  for (const rated of byUnit)
    for (const [i, a] of rated.entries())
      for (const [j, b] of rated.entries()) {
        const row = coincidences[at(a)];
        if (i !== j && row) row[at(b)] = (row[at(b)] ?? 0) + 1 / (rated.length - 1);
      }
  const totals = coincidences.map((row) => row.reduce((a, b) => a + b, 0));
  const n = totals.reduce((a, b) => a + b, 0);
  const distance = squaredDistance(level, values, totals);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < values.length; c++)
    for (let k = c + 1; k < values.length; k++) {
      observed += (coincidences[c]?.[k] ?? 0) * distance(c, k);
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * distance(c, k);
    }
  return expected === 0 ? undefined : 1 - ((n - 1) * observed) / expected;
}

function squaredDistance(level: MeasurementLevel, values: readonly number[], totals: readonly number[]) {
  return (c: number, k: number): number => {
    const [a, b] = [values[c] ?? 0, values[k] ?? 0];
    switch (level) {
      case "nominal":
        return 1;
      case "interval":
        return (a - b) ** 2;
      case "ratio":
        return ((a - b) / (a + b)) ** 2;
      case "ordinal": {
        const between = totals.slice(c, k + 1).reduce((sum, total) => sum + total, 0);
        return (between - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2;
      }
    }
  };
}
