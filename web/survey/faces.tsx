/** Faces beside the words of a scale, for those to whom a face says it faster. The words stay what is chosen. */
import type { ReactElement } from "react";

/**
 * Scales of 1–5 where a higher step is better for the one who answers. In `v_help_ended_early` to agree is to have been
 * let down: a smile beside "Stämmer helt" would be wrong, and faces the other way round would be misread.
 */
export const FACED: ReadonlySet<string> = new Set([
  "v_wait_ok",
  "v_listened",
  "v_info_good",
  "v_clear_next",
  "v_influence",
  "v_help_fits",
  "v_life_quality",
  "v_health",
  "v_hope",
  "v_confidence",
]);

/** The mouth of each step, in a square of 32. */
const MOUTHS: Readonly<Record<number, string>> = {
  1: "M10 23.5q6 -6.5 12 0",
  2: "M10.5 22.5q5.5 -3 11 0",
  3: "M10.5 21.5h11",
  4: "M10.5 20.5q5.5 3 11 0",
  5: "M10 19.5q6 6.5 12 0",
};

/** Nothing for an answer that is no step of the scale: "Vet inte". */
export function Face({ step }: { readonly step: unknown }): ReactElement | null {
  const mouth = typeof step === "number" ? MOUTHS[step] : undefined;
  if (mouth === undefined) return null;
  return (
    <svg className="face" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="14" />
      <path d={`M11.5 12.5v1.5M20.5 12.5v1.5${mouth}`} />
    </svg>
  );
}
