/** One plausible answer of sixty variables, about 3 kB, in the flat shape of the API. */
import { BARRIERS, GAINS, PROBLEM_DOMAINS, STEPS } from "../survey-definitions/codes.ts";

const INTERVENTION_CODES = [
  "case_management",
  "outreach",
  "supported_employment",
  "housing_support",
  "cbt_treatment",
  "relapse_prevention",
  "family_support",
  "study_guidance",
];

/** Different `variant`s differ in their numbers and codes. */
export function sixtyAnswers(variant: number): Record<string, unknown> {
  const pick = <T>(list: readonly T[], offset: number): T => {
    const found = list[(variant * 7 + offset) % list.length];
    if (found === undefined) throw new RangeError("invalid list; empty");
    return found;
  };
  const each = (codes: readonly string[], choices: readonly string[]): Record<string, string> =>
    Object.fromEntries(codes.map((code, index) => [code, pick(choices, index)]));
  const codes = (categories: readonly { readonly code: string }[]): readonly string[] =>
    categories.map(({ code }) => code);
  const degrees = ["1", "2", "3", "4", "5", "dont_know"];
  const n = 20 + (variant % 60);
  return {
    n_known: n,
    n_source: pick(["register", "manual_count", "judgement"], 0),
    n_precision: pick(["exact", "pm10", "pm25", "rough"], 1),
    n_caseload_age: n * 4,
    n_substance_social: Math.floor(n / 5),
    n_substance_psych: Math.floor(n / 6),
    n_substance_both: Math.floor(n / 9),
    trend_3y: pick(["unchanged", "increased", "increased_much"], 2),
    problem_freq: each(codes(PROBLEM_DOMAINS), ["some", "half", "most", "dont_know"]),
    need_met: each(codes(PROBLEM_DOMAINS).slice(0, 8), ["met", "partly", "unmet", "dont_know"]),
    iv_avail: each(INTERVENTION_CODES, ["available", "missing", "partly"]),
    iv_missing: [pick(INTERVENTION_CODES, 3), pick(INTERVENTION_CODES, 4)],
    iv_wanted_rank: [pick(INTERVENTION_CODES, 4), pick(INTERVENTION_CODES, 3)],
    lt_typical: each(codes(STEPS), ["d1_3", "d8_14", "d31_60", "d91_120", "dont_know"]),
    joint_resp_need: pick(degrees, 5),
    barrier: each(codes(BARRIERS), degrees),
    gain: each(codes(GAINS), degrees),
    local_conditions: "Långa avstånd mellan orterna och få bussar på kvällen. ".repeat(6),
  };
}
