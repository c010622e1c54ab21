/** Invented answers of staff: unnamed, many where a party is large, hardly any where it is small. */
import { BARRIERS, HOW_OFTEN, STEPS, TRENDS } from "../../survey-definitions/codes.ts";
import { MEETS_GROUP, YEARS } from "../../survey-definitions/option-sets.ts";
import type { Study } from "../../survey-definitions/study.ts";
import type { Answers } from "../../survey-definitions/wire.ts";
import { PROFILES, stepCentre } from "./profiles.ts";
import { type Chance, chance, seedOf } from "./random.ts";
import { binAround, codeAround, degreeAround, withGaps } from "./scales.ts";
import { STAFF_COMMENTS } from "./staff-comments.ts";

/** Answers by party and municipality: 150, of which few from the small place; the youth clinic there has none. */
export const STAFF_ANSWERS: Readonly<Record<string, number>> = {
  "ifo-amal/1492": 14,
  "ifo-vanersborg/1487": 26,
  "elevhalsa-amal/1492": 8,
  "elevhalsa-vanersborg/1487": 17,
  "ame-amal/1492": 6,
  "kaa-vanersborg/1487": 5,
  "arbetsformedlingen/1492": 4,
  "arbetsformedlingen/1487": 9,
  "forsakringskassan/1492": 2,
  "forsakringskassan/1487": 5,
  "bup/1492": 3,
  "bup/1487": 14,
  "vuxenpsykiatrin/1492": 2,
  "vuxenpsykiatrin/1487": 12,
  "primarvarden/1492": 6,
  "primarvarden/1487": 10,
  "ungdomsmottagningen/1487": 7,
};

/** How well support helps in the eyes of those who work with it, where that is not the usual 3.2. */
const EFFECT: Readonly<Record<string, number>> = {
  case_management: 4.4,
  outreach: 3.9,
  supported_employment: 3.7,
  sip: 2.2,
  work_training: 2.4,
  study_guidance: 2.7,
};

/** How often support is said to be missing, where that is not the usual share. */
const MISSED: Readonly<Record<string, number>> = {
  case_management: 0.55,
  housing_first: 0.5,
  npf_support: 0.4,
  peer_support: 0.35,
  relapse_prevention: 0.3,
};

/** How much each barrier hinders, where that is not the usual 3. */
const HINDERS: Readonly<Record<string, number>> = {
  secrecy: 2.4,
  resources: 4.3,
  organisation: 3.9,
  resistance: 2.2,
  it: 3.6,
};

/** One answer; `index` counts the respondents of the party and municipality from 0. */
export function staffAnswers(study: Study, partyId: string, municipality: string, index: number): Answers {
  const kind = study.parties.find(({ id }) => id === partyId)?.kind ?? "other";
  const dice = chance(seedOf(`staff/${partyId}/${municipality}/${index}`));
  const comment = STAFF_COMMENTS[`${partyId}/${municipality}`]?.[index];
  const answers = {
    st_years: codeAround(
      dice,
      YEARS.map(({ code }) => code),
      1.2,
    ),
    st_meets_group: codeAround(
      dice,
      MEETS_GROUP.map(({ code }) => code),
      3.2,
    ),
    ...group(dice),
    ...support(study, kind, dice),
    st_lead_times: waits(kind, dice),
    ...together(dice, municipality),
  };
  return { ...withGaps(dice, answers, 0.03), ...(comment === undefined ? {} : { st_open_comment: comment }) };
}

function group(dice: Chance): Answers {
  const often = (centre: number): string =>
    dice.happens(0.06)
      ? "dont_know"
      : codeAround(
          dice,
          HOW_OFTEN.map(({ code }) => code),
          centre,
        );
  return {
    st_trend: dice.happens(0.08)
      ? "dont_know"
      : codeAround(
          dice,
          TRENDS.map(({ code }) => code),
          3.3,
        ),
    st_single_party_enough: degreeAround(dice, 1.8),
    st_bounced: often(2.9),
    st_fall_outside: often(2.3),
    st_dead_end: often(2.5),
  };
}

function support(study: Study, kind: string, dice: Chance): Answers {
  const offered = PROFILES[kind]?.offers ?? [];
  const codes = study.interventions.map(({ code }) => code);
  const known = codes.filter((code) => dice.happens(offered.includes(code) ? 0.95 : 0.22));
  const effect = known.map((code): readonly [string, number | string] => [
    code,
    dice.happens(0.06) ? "too_early" : degreeAround(dice, EFFECT[code] ?? 3.2, 0.1),
  ]);
  const lacking = codes.filter((code) => dice.happens(MISSED[code] ?? 0.1));
  const wanted = lacking
    .map((code) => ({ code, want: dice.next() / (MISSED[code] ?? 0.1) }))
    .sort((a, b) => a.want - b.want)
    .slice(0, 3)
    .map(({ code }) => code);
  return {
    ...(known.length === 0 ? {} : { st_knows_iv: known, st_effect: Object.fromEntries(effect) }),
    ...(lacking.length === 0 ? {} : { st_missing: lacking, st_wanted_rank: wanted }),
  };
}

/** Staff see longer waits than the parties state. */
function waits(kind: string, dice: Chance): Answers {
  const rows = STEPS.map(({ code }, step): readonly [string, Answers] => {
    if (dice.happens(0.15))
      return [code, { st_lt: "dont_know", st_lt_ok: dice.pick([["no", 1] as const, ["dont_know", 2] as const]) }];
    if (dice.happens(0.05)) return [code, { st_lt: "not_applicable" }];
    const centre = stepCentre(kind, step) + 0.7;
    const ok = codeAround(dice, ["yes", "partly", "no"], centre > 4 ? 1.9 : centre > 3 ? 1.1 : 0.4);
    return [code, { st_lt: binAround(dice, centre), st_lt_ok: ok }];
  });
  return Object.fromEntries(rows);
}

function together(dice: Chance, municipality: string): Answers {
  const near = municipality === "1492" ? 0.6 : 0;
  return {
    st_resp_clear: degreeAround(dice, 2 + near),
    st_joint_need: degreeAround(dice, 4.4),
    st_barrier: Object.fromEntries(BARRIERS.map(({ code }) => [code, degreeAround(dice, HINDERS[code] ?? 3)])),
    st_early_react: degreeAround(dice, 2.3 + near),
    st_handover_quality: degreeAround(dice, 2.1 + near),
    st_comm: degreeAround(dice, 2.5 + near),
    st_coop_change: codeAround(
      dice,
      TRENDS.map(({ code }) => code),
      2.2 + near / 2,
    ),
    st_shared_view: degreeAround(dice, 2.8 + near),
    st_plan_goal: degreeAround(dice, 2.6),
    st_chain_thinking: degreeAround(dice, 2.3),
    st_assess_prof: degreeAround(dice, 3.7),
    st_assess_structured: degreeAround(dice, 3.1),
    st_assess_evidence: degreeAround(dice, 3, 0.12),
  };
}
