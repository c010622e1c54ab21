/** Invented answers of young people and guardians: a fair number in the larger place, very few in the small one. */
import type { Study } from "../../survey-definitions/study.ts";
import type { Answers } from "../../survey-definitions/wire.ts";
import { type Chance, chance, seedOf } from "./random.ts";
import { binAround, codeAround, degreeAround, withGaps } from "./scales.ts";

/** Answers by municipality: 45. In the small place only four are young, fewer than what may be shown. */
export const VOICE_ANSWERS: Readonly<Record<string, { readonly young: number; readonly guardians: number }>> = {
  "1492": { young: 4, guardians: 2 },
  "1487": { young: 30, guardians: 9 },
};

/** How likely somebody is to have had a kind of support, where that is not rare. */
const HAD: Readonly<Record<string, number>> = {
  cbt_treatment: 0.55,
  contact_person: 0.3,
  study_guidance: 0.45,
  sip: 0.35,
  work_training: 0.3,
  outreach: 0.25,
  case_management: 0.2,
  peer_support: 0.2,
  npf_support: 0.25,
  meaningful_activity: 0.2,
};

/** How much support helped in their eyes, where that is not the usual 3: not what those who give it believe. */
const HELPED: Readonly<Record<string, number>> = {
  case_management: 4.5,
  outreach: 4,
  peer_support: 4.4,
  contact_person: 4.1,
  meaningful_activity: 3.8,
  cbt_treatment: 2.9,
  study_guidance: 2.4,
  sip: 1.7,
};

const MISSED: Readonly<Record<string, number>> = {
  case_management: 0.5,
  peer_support: 0.4,
  meaningful_activity: 0.35,
  housing_first: 0.25,
};

const PLACES = ["n0", "n1", "n2_3", "n4_5", "n6_plus"] as const;
const AGES = ["a16_17", "a18_20", "a21_25", "prefer_not"] as const;

const yesPartlyNo = (dice: Chance, centre: number): string =>
  dice.happens(0.06) ? "dont_know" : codeAround(dice, ["yes", "partly", "no"], centre);

/** One answer, of somebody young or of a guardian; `index` counts the respondents of the municipality from 0. */
export function voiceAnswers(study: Study, municipality: string, index: number, isYoung: boolean): Answers {
  const dice = chance(seedOf(`voice/${municipality}/${index}`));
  const waits = dice.happens(0.12);
  const guardian = isYoung ? 0 : -0.4;
  const answers = {
    ...(isYoung ? { v_age_band: codeAround(dice, AGES, 1.1) } : {}),
    v_knew_where: yesPartlyNo(dice, 1.5),
    v_n_contacts: codeAround(dice, PLACES, isYoung ? 2.8 : 3.3),
    v_retold: codeAround(dice, PLACES, isYoung ? 2.6 : 3),
    v_one_person: yesPartlyNo(dice, 1.6),
    v_wait_first: binAround(dice, 4.2),
    v_wait_support: waits ? "not_applicable" : binAround(dice, 5.6),
    v_wait_ok: degreeAround(dice, 2.1 + guardian),
    v_listened: degreeAround(dice, 3.4 + guardian),
    v_info_good: degreeAround(dice, 2.7 + guardian),
    v_clear_next: degreeAround(dice, 2.3 + guardian),
    v_influence: degreeAround(dice, 2.8 + guardian),
    v_after_plan: yesPartlyNo(dice, 1.5),
    ...missed(study, dice),
    ...(isYoung ? life(dice) : {}),
  };
  const role = { v_role: isYoung ? "young" : "guardian" };
  return { ...role, ...withGaps(dice, answers, 0.05), ...(waits ? {} : help(study, dice)) };
}

function help(study: Study, dice: Chance): Answers {
  const had = study.interventions.map(({ code }) => code).filter((code) => dice.happens(HAD[code] ?? 0.07));
  if (had.length === 0) return {};
  const effect = had.map((code) => [code, dice.happens(0.07) ? "too_early" : degreeAround(dice, HELPED[code] ?? 3)]);
  const best = had.filter((code) => (HELPED[code] ?? 3) >= 3.8 || dice.happens(0.25)).slice(0, 2);
  return {
    v_had: had,
    v_effect: Object.fromEntries(effect) as Answers,
    ...(best.length === 0 ? {} : { v_helped_most: best }),
    v_help_fits: degreeAround(dice, 3.1),
    v_help_ended_early: dice.happens(0.3) ? "not_applicable" : degreeAround(dice, 3.6),
  };
}

function missed(study: Study, dice: Chance): Answers {
  const codes = study.interventions.map(({ code }) => code).filter((code) => dice.happens(MISSED[code] ?? 0.06));
  return codes.length === 0 ? {} : { v_missing: codes };
}

const life = (dice: Chance): Answers => ({
  v_life_quality: degreeAround(dice, 2.8),
  v_health: degreeAround(dice, 2.5),
  v_hope: degreeAround(dice, 3.1),
  v_confidence: degreeAround(dice, 2.9),
});
