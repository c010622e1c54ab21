/**
 * Van der Eijk's agreement A on an ordered scale: 1 when all choose one category, 0 when answers are spread evenly, −1
 * when half choose each end.
 *
 * The counts are cut into layers in which every category that is used holds equally many. A layer with s of k
 * categories in use has A = U·(1 − (s − 1)/(k − 1)), where U compares the triples of categories that have their gap at
 * an end (in use, in use, not) with those that have it in the middle. A is the mean over the layers, by size.
 *
 * @param counts answers for each category in order; whole or weighted, ≥ 0, at least three categories
 * @returns a number in [−1, 1], or undefined without answers
 * @throws {RangeError} with fewer than three categories or a count that is negative or not finite
 * @see van der Eijk (2001) Qual. Quant. 35, 325–341; R: agrmt::agreement(counts)
 *
 * @example
 * vanDerEijkAgreement([10, 20, 40, 20, 10]); // 0.35
 */
export function vanDerEijkAgreement(counts: readonly number[]): number | undefined {
  if (counts.length < 3) throw new RangeError(`invalid counts; fewer than three categories: ${counts.length}`);
  if (!counts.every((count) => Number.isFinite(count) && count >= 0))
    throw new RangeError("invalid counts; holds something that is not a number ≥ 0");
  const n = counts.reduce((a, b) => a + b, 0);
  if (n === 0) return undefined;
  let sum = 0;
  let below = 0;
  for (const level of [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b)) {
    const used = counts.map((count) => count >= level);
    sum += ((level - below) * used.filter(Boolean).length * agreementOfLayer(used)) / n;
    below = level;
  }
  return Math.min(1, Math.max(-1, sum));
}

function agreementOfLayer(used: readonly boolean[]): number {
  const k = used.length;
  const filled = used.filter(Boolean).length;
  let [atEnd, inMiddle] = [0, 0];
  for (let a = 0; a < k; a++)
    for (let b = a + 1; b < k; b++)
      for (let c = b + 1; c < k; c++) {
        if (used[b] && used[a] !== used[c]) atEnd++;
        if (used[a] && !used[b] && used[c]) inMiddle++;
      }
  const unimodality =
    atEnd + inMiddle === 0 ? 1 : ((k - 2) * atEnd - (k - 1) * inMiddle) / ((k - 2) * (atEnd + inMiddle));
  return unimodality * (1 - (filled - 1) / (k - 1));
}
