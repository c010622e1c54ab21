/** The example's parties: responsibility, cooperation, and what each can give. */
import {
  AGREEMENTS,
  BARRIERS,
  CONTRIBUTIONS,
  COOPERATION_FREQUENCY,
  GAINS,
  STEPS,
} from "../../survey-definitions/codes.ts";
import { ARENA_CONTENT, ARENA_PRECONDITIONS } from "../../survey-definitions/option-sets.ts";
import type { Answers } from "../../survey-definitions/wire.ts";
import { LOCAL_WORDS, PARTY_WORDS } from "./party-words.ts";
import type { Chance } from "./random.ts";

const scale = (dice: Chance, weights: readonly number[], unknown = 0.5): string =>
  dice.pick([...weights.map((weight, index) => [String(index + 1), weight] as const), ["dont_know", unknown] as const]);

export function responsibility(kind: string, dice: Chance): Answers {
  const need = scale(dice, [0.2, 0.5, 1.5, 4, 5]);
  const contributions = CONTRIBUTIONS.filter(({ code }) => dice.happens(code === "money" ? 0.15 : 0.55));
  const contrib = contributions.map(({ code }) => code);
  return {
    joint_resp_need: need,
    joint_resp_today: dice.pick([
      ["yes", 0.5],
      ["partly", 3],
      ["no", 4],
    ]),
    ...(["1", "dont_know"].includes(need)
      ? {}
      : {
          joint_resp_owner: dice.pick([
            ["joint", 6],
            ["social_services", kind === "social_services" ? 1 : 3],
            [kind, 0.6],
            ["unclear", 1],
          ]),
        }),
    ready_to_join: scale(dice, [0.2, 0.6, 2, 4, 4]),
    ...(contrib.length > 0 ? { contrib } : {}),
    ...(contrib.includes("staff") ? { contrib_hours_month: dice.pick(HOURS) } : {}),
    arena_need: scale(dice, [0.3, 0.8, 2, 4, 4]),
  };
}

/** Hours of staff a month, by weight. */
const HOURS: readonly (readonly [number, number])[] = [
  [4, 2],
  [8, 3],
  [16, 3],
  [40, 1],
];

export function cooperation(others: readonly string[], dice: Chance): Answers {
  const freq: Record<string, string> = {};
  const quality: Record<string, string> = {};
  const agreement: Record<string, string> = {};
  for (const other of others) {
    if (dice.happens(0.12)) continue;
    const often = dice.whole(0, COOPERATION_FREQUENCY.length - 1);
    freq[other] = COOPERATION_FREQUENCY[often]?.code ?? "never";
    if (often === 0) continue;
    quality[other] = scale(dice, [0.5, 1.5, 3, 3, 1]);
    agreement[other] = dice.pick(AGREEMENTS.map(({ code }, index) => [code, 3 - index] as const));
  }
  const bySteps = (weights: readonly number[]): Record<string, string> =>
    Object.fromEntries(STEPS.map(({ code }) => [code, scale(dice, weights, 0.8)]));
  return {
    coop_freq: freq,
    coop_quality: quality,
    coop_agreement: agreement,
    coop_works: bySteps([1, 2, 3, 2, 0.6]),
    coop_fails: bySteps([0.8, 2, 3, 3, 1.5]),
    barrier: Object.fromEntries(BARRIERS.map(({ code }) => [code, scale(dice, [1, 2, 3, 3, 2])])),
    gain: Object.fromEntries(GAINS.map(({ code }) => [code, scale(dice, [0.3, 1, 2, 4, 4])])),
  };
}

/** Competence to give, by kind of party. */
const COMPETENCE: Readonly<Record<string, readonly string[]>> = {
  social_services: ["coordination", "social_assessment", "motivation"],
  student_health: ["education", "motivation"],
  labour_market_unit: ["vocational", "motivation"],
  activity_responsibility: ["education", "coordination"],
  employment_service: ["vocational"],
  social_insurance: ["benefits", "coordination"],
  child_psychiatry: ["medical_assessment", "npf"],
  adult_psychiatry: ["medical_assessment", "addiction_treatment"],
  primary_care: ["medical_assessment"],
  youth_clinic: ["motivation", "other"],
};

/** Beside what is rare everywhere: support that a small place cannot have alone. */
const SHARED = ["supported_employment", "relapse_prevention", "housing_first", "npf_support", "defector_support"];

/** What could be given and shared, and the party's own words; from chances of its own. */
export function resources(kind: string, municipality: string, dice: Chance): Answers {
  const some = (codes: readonly { readonly code: string }[], probability: (code: string) => number) =>
    codes.filter(({ code }) => dice.happens(probability(code))).map(({ code }) => code);
  const isWanted = (code: string) => ["single_entrance", "coordinator", "shared_assessment"].includes(code);
  const content = some(
    ARENA_CONTENT.filter(({ code }) => code !== "other"),
    (code) => (isWanted(code) ? 0.75 : 0.3),
  );
  const preconditions = some(ARENA_PRECONDITIONS, (code) => (["decision", "money"].includes(code) ? 0.75 : 0.4));
  const shared = SHARED.filter(() => dice.happens(municipality === "1492" ? 0.6 : 0.25));
  const local = LOCAL_WORDS[municipality];
  return {
    contrib_competence: COMPETENCE[kind] ?? ["other"],
    arena_content: content,
    arena_preconditions: preconditions,
    cross_municipal_need: shared,
    ...(local !== undefined && dice.happens(0.4) ? { local_conditions: local } : {}),
    ...PARTY_WORDS[kind],
  };
}
