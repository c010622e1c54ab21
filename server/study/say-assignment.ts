import type { Assignment } from "../../survey-definitions/study.ts";

/** "formuläret party, parten bup, kommunen 1492" */
export function sayAssignment({ instrument, party, municipality }: Assignment): string {
  const parts = [`formuläret ${instrument}`];
  if (party !== undefined) parts.push(`parten ${party}`);
  if (municipality !== undefined) parts.push(`kommunen ${municipality}`);
  return parts.join(", ");
}
