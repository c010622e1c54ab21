/**
 * What may be answered instead of a number. The question `X_instead` is shown while the count `X` is empty.
 *
 * `range` opens `X_low` and `X_high`; every other code says why the number cannot be given, and which reason an empty
 * cell of `X` (or of the grid `X`) then holds.
 */
import type { Category, MissingReason } from "./codes.ts";

export interface InsteadChoice extends Category {
  /** Missing for `range`, which is an answer and not a reason. */
  readonly reason?: MissingReason;
}

/** Why a count cannot be given; the only choices for a whole grid of counts. */
export const INSTEAD_REASONS = [
  { code: "not_recorded", label: "Uppgiften finns inte hos oss", reason: "cannot_state" },
  { code: "too_much_work", label: "Det tar för lång tid att ta fram", reason: "cannot_state" },
  { code: "secrecy", label: "Vi får inte lämna ut uppgiften", reason: "cannot_state" },
  { code: "dont_know", label: "Vet ej", reason: "dont_know" },
  { code: "too_early", label: "För tidigt att säga", reason: "too_early" },
  { code: "not_applicable", label: "Inte aktuellt hos oss", reason: "not_applicable" },
  { code: "other_reason", label: "Annat skäl", reason: "cannot_state" },
] as const satisfies readonly InsteadChoice[];

export const INSTEAD = [
  { code: "range", label: "Vi kan bara ange ett intervall" },
  ...INSTEAD_REASONS,
] as const satisfies readonly InsteadChoice[];

/** The missing reason that an answer to `X_instead` gives; undefined for `range` and for what is no such code. */
export const reasonInstead = (code: unknown): MissingReason | undefined =>
  INSTEAD_REASONS.find((choice) => choice.code === code)?.reason;
