/** What tells one kind of party from another in the example: what it sees most of, what it offers, how long it takes. */
import { LEAD_TIME_BINS } from "../../survey-definitions/codes.ts";
import type { Chance } from "./random.ts";

interface Profile {
  readonly problems?: readonly string[];
  readonly offers?: readonly string[];
}

export const PROFILES: Record<string, Profile> = {
  social_services: {
    problems: ["substance", "housing", "economy", "family", "crime"],
    offers: ["case_management", "outreach", "housing_support", "family_support", "relapse_prevention"],
  },
  student_health: {
    problems: ["school", "npf", "mental_health", "loneliness"],
    offers: ["study_guidance", "family_support"],
  },
  labour_market_unit: {
    problems: ["work", "school", "economy"],
    offers: ["supported_employment", "study_guidance", "outreach"],
  },
  activity_responsibility: { problems: ["school", "loneliness", "npf"], offers: ["outreach", "study_guidance"] },
  employment_service: { problems: ["work", "school", "economy"], offers: ["supported_employment", "study_guidance"] },
  social_insurance: { problems: ["mental_health", "work", "economy"], offers: ["supported_employment"] },
  child_psychiatry: {
    problems: ["mental_health", "npf", "family", "violence"],
    offers: ["cbt_treatment", "family_support"],
  },
  adult_psychiatry: {
    problems: ["mental_health", "substance", "npf"],
    offers: ["cbt_treatment", "relapse_prevention", "peer_support"],
  },
  primary_care: { problems: ["mental_health", "physical_health"], offers: ["cbt_treatment"] },
  youth_clinic: { problems: ["mental_health", "violence", "loneliness"], offers: ["cbt_treatment"] },
};

export function availabilityOf(kind: string, intervention: string, dice: Chance): string {
  const offered = PROFILES[kind]?.offers?.includes(intervention) ?? false;
  return offered
    ? dice.pick([
        ["available", 6],
        ["partly", 4],
      ])
    : dice.pick([
        ["available", 0.3],
        ["partly", 0.7],
        ["missing", 7],
        ["dont_know", 0.8],
      ]);
}

/** Typical bin of each step in order, as an index in LEAD_TIME_BINS; health care waits longest for assessment. */
const SLOW: Record<string, readonly number[]> = {
  child_psychiatry: [2, 4, 5, 6, 3, 6, 4, 4],
  adult_psychiatry: [2, 4, 6, 6, 4, 6, 5, 4],
  primary_care: [1, 1, 2, 4, 2, 4, 3, 3],
};
const ORDINARY = [2, 2, 3, 5, 3, 4, 3, 4];

/** The place in LEAD_TIME_BINS around which the answers of a kind of party about a step lie. */
export const stepCentre = (kind: string, step: number): number => (SLOW[kind] ?? ORDINARY)[step] ?? 3;

/** A bin, and for some answers the shortest and longest number of days as well. */
export function typicalLeadTime(
  kind: string,
  step: number,
  dice: Chance,
): { bin: string; days?: readonly [low: number, high: number] } {
  if (dice.happens(0.08)) return { bin: "dont_know" };
  if (dice.happens(0.06)) return { bin: "not_applicable" };
  const centre = stepCentre(kind, step);
  const index = Math.max(0, Math.min(LEAD_TIME_BINS.length - 1, centre + dice.whole(-1, 1)));
  const bin = LEAD_TIME_BINS[index];
  if (!bin) throw new RangeError(`invalid step; no bin: ${step}`);
  if (bin.to === null || bin.to === 0 || !dice.happens(0.35)) return { bin: bin.code };
  return { bin: bin.code, days: [bin.from + 1, Math.round(bin.to * (1 + dice.next() * 0.4))] };
}
