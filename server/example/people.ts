/**
 * An invented group of young people in one municipality, each known to some of the parties. Counts and overlaps that
 * are taken from it can be true at the same time, as real registers would be.
 */
import { chance, seedOf } from "./random.ts";

export interface Person {
  readonly age: number;
  readonly sex: "women" | "men" | "other";
  readonly parties: ReadonlySet<string>;
  readonly substance: boolean;
  readonly social: boolean;
  readonly psychiatric: boolean;
  readonly singleParent: boolean;
  readonly lowEducation: boolean;
  readonly noWorkOrStudy: boolean;
  readonly incomeSupport: boolean;
}

/** How likely a person of the group is to be known to a party of each kind, before age is looked at. */
const REACH: Record<string, number> = {
  social_services: 0.62,
  student_health: 0.5,
  labour_market_unit: 0.34,
  activity_responsibility: 0.4,
  employment_service: 0.36,
  social_insurance: 0.2,
  child_psychiatry: 0.45,
  adult_psychiatry: 0.3,
  primary_care: 0.38,
  youth_clinic: 0.24,
};

function reaches(kind: string, age: number): number {
  const reach = REACH[kind] ?? 0.2;
  if (["student_health", "child_psychiatry", "activity_responsibility"].includes(kind)) return age <= 19 ? reach : 0;
  if (["adult_psychiatry", "social_insurance", "employment_service"].includes(kind)) return age >= 18 ? reach : 0;
  return reach;
}

/** @returns only persons that at least one party knows */
export function inventPeople(
  municipality: string,
  size: number,
  parties: readonly { readonly id: string; readonly kind: string }[],
): readonly Person[] {
  const dice = chance(seedOf(`people/${municipality}`));
  return Array.from({ length: size }, () => {
    const age = dice.whole(16, 25);
    const substance = dice.happens(0.35);
    return {
      age,
      sex: dice.pick<Person["sex"]>([
        ["women", 46],
        ["men", 52],
        ["other", 2],
      ]),
      parties: new Set(parties.filter(({ kind }) => dice.happens(reaches(kind, age))).map(({ id }) => id)),
      substance,
      social: dice.happens(0.6),
      psychiatric: dice.happens(0.65),
      singleParent: age >= 18 && dice.happens(0.08),
      lowEducation: age >= 19 && dice.happens(0.55),
      noWorkOrStudy: dice.happens(0.48),
      incomeSupport: age >= 18 && dice.happens(0.4),
    };
  }).filter((person) => person.parties.size > 0);
}
