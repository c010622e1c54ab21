/** Participants by background: the rows of the grid, cut to the ages of the study. */
import type { Category } from "./codes.ts";
import type { Study } from "./study.ts";

export const SEXES: readonly Category[] = [
  { code: "women", label: "Kvinnor" },
  { code: "men", label: "Män" },
  { code: "other", label: "Annat eller okänt kön" },
];

/** `16_19` …: five-year bands (15–19, 20–24 …) cut to the target ages, in order. */
export function ageBands({ age_min: min, age_max: max }: Study["target_group"]): readonly Category[] {
  const bands: Category[] = [];
  for (let start = min - (min % 5); start <= max; start += 5) {
    const [from, to] = [Math.max(start, min), Math.min(start + 4, max)];
    bands.push({ code: `${from}_${to}`, label: `${from === to ? from : `${from}–${to}`} år` });
  }
  return bands;
}

const UNKNOWN: Category = { code: "unknown", label: "uppgift saknas" };

/** Education is the highest that is finished. */
const EDUCATION: readonly Category[] = [
  { code: "none", label: "inte färdig grundskola" },
  { code: "primary", label: "grundskola" },
  { code: "upper_secondary", label: "gymnasium" },
  { code: "post_secondary", label: "eftergymnasial" },
  UNKNOWN,
];

/** Where most of the money to live on comes from. */
const SUPPORT: readonly Category[] = [
  { code: "income_support", label: "ekonomiskt bistånd" },
  { code: "activity_grant", label: "aktivitetsstöd eller utvecklingsersättning" },
  { code: "sickness_benefit", label: "sjukpenning eller aktivitetsersättning" },
  { code: "student_aid", label: "studiestöd" },
  { code: "wage", label: "lön" },
  { code: "family", label: "föräldrar eller anhöriga" },
  { code: "other", label: "annat" },
  UNKNOWN,
];

/** Dimensions that every participant belongs to once: their rows add up to all participants. */
export const PROFILE_DIMENSIONS = ["sex", "age", "single_parent", "education", "support"] as const;
export type ProfileDimension = (typeof PROFILE_DIMENSIONS)[number];

const LABELS: Record<ProfileDimension, string> = {
  sex: "Kön",
  age: "Ålder",
  single_parent: "Ensamstående förälder",
  education: "Utbildning",
  support: "Försörjning",
};

/** `sex_women`, `age_16_19`, `single_parent_yes`, `education_primary`, `support_wage` …; every dimension ends with the unknown. */
export function profileRows(group: Study["target_group"]): readonly Category[] {
  const codes: Record<ProfileDimension, readonly Category[]> = {
    sex: SEXES.map(({ code, label }) => ({ code, label: label.toLowerCase() })),
    age: [...ageBands(group), { code: "other", label: "annan eller okänd ålder" }],
    single_parent: [{ code: "yes", label: "ja" }, { code: "no", label: "nej" }, UNKNOWN],
    education: EDUCATION,
    support: SUPPORT,
  };
  return PROFILE_DIMENSIONS.flatMap((dimension) =>
    codes[dimension].map(({ code, label }) => ({
      code: `${dimension}_${code}`,
      label: `${LABELS[dimension]}: ${label}`,
    })),
  );
}

/** The dimension that a row of the grid belongs to; undefined for what is no such row. */
export const dimensionOf = (row: string): ProfileDimension | undefined =>
  PROFILE_DIMENSIONS.find((dimension) => row.startsWith(`${dimension}_`));
