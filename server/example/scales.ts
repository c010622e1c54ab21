/** Answers on scales with a centre and some spread, for the invented answers of persons. */
import { LEAD_TIME_BINS } from "../../survey-definitions/codes.ts";
import type { Chance } from "./random.ts";

/** A degree 1–5 as the surveys write it, around `centre`; `dont_know` with the given probability. */
export function degreeAround(dice: Chance, centre: number, unknown = 0.06): number | "dont_know" {
  if (dice.happens(unknown)) return "dont_know";
  return dice.pick([1, 2, 3, 4, 5].map((step) => [step, Math.exp(-((step - centre) ** 2) / 2.8)] as const));
}

/** One of several codes in order, around the place `centre` (0 is the first). */
export function codeAround<C extends string>(dice: Chance, codes: readonly C[], centre: number): C {
  return dice.pick(codes.map((code, i) => [code, Math.exp(-((i - centre) ** 2) / 2.6)] as const));
}

/** A lead-time bin around the place `centre` in LEAD_TIME_BINS. */
export const binAround = (dice: Chance, centre: number): string =>
  codeAround(
    dice,
    LEAD_TIME_BINS.map(({ code }) => code),
    Math.min(centre, LEAD_TIME_BINS.length - 1),
  );

/** The answers without those that nobody gave, each of which is left out with the probability `skipped`. */
export function withGaps(
  dice: Chance,
  answers: Readonly<Record<string, unknown>>,
  skipped: number,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers).filter(([, value]) => value !== undefined && !dice.happens(skipped)),
  );
}
