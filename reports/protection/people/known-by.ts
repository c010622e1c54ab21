import type { Terms } from "../person-cells.ts";
import { each, type PartyAnswers } from "./answers.ts";

const KNOWN_BY = ["only_us", "one_more", "two_or_more"] as const;

/** Sums over the answers that give all three figures, by figure. */
export function knownBySums(party: PartyAnswers, rows: readonly number[]): Record<(typeof KNOWN_BY)[number], Terms> {
  const complete = rows.flatMap((row) => {
    const cells = KNOWN_BY.map((code) => party.cell(`n_known_by_k.${code}`, row));
    return cells.every((cell) => cell !== undefined) ? [cells] : [];
  });
  const [only_us = [], one_more = [], two_or_more = []] = KNOWN_BY.map((_, i) =>
    each(complete.map((cells) => cells[i])),
  );
  return { only_us, one_more, two_or_more };
}
