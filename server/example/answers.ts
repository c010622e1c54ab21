/** Invented answers to the party questionnaire: plausible, uneven, and the same on every machine. */
import {
  AGREEMENTS,
  BARRIERS,
  CONTRIBUTIONS,
  COOPERATION_FREQUENCY,
  GAINS,
  LIMITS,
  STEPS,
} from "../../survey-definitions/codes.ts";
import type { Study } from "../../survey-definitions/study.ts";
import { inventPeople, type Person } from "./people.ts";
import { type Chance, chance, seedOf } from "./random.ts";
import { availabilityOf, PROFILES, typicalLeadTime } from "./profiles.ts";

/** Size of the invented group before those whom nobody knows are left out. */
const GROUP_SIZE: Record<string, number> = { "1492": 84, "1487": 232 };

/** The two overlaps that are stated differently by the two parties: [who states, about whom, what is added]. */
const CONTRADICTION = { municipality: "1487", party: "bup", other: "elevhalsa-vanersborg", added: 9 } as const;

type Answers = Record<string, unknown>;

/**
 * The answers of one party for one municipality, in the flat shape that the API and CSV files take
 * (`{iv_avail: {case_management: "available"}}`).
 */
export function exampleAnswers(study: Study, partyId: string, municipality: string): Answers {
  const here = study.parties.filter((party) => party.municipalities.includes(municipality));
  const party = here.find(({ id }) => id === partyId);
  if (!party) throw new RangeError(`invalid party; does not cover ${municipality}: ${partyId}`);
  const dice = chance(seedOf(`${partyId}/${municipality}`));
  const people = inventPeople(municipality, GROUP_SIZE[municipality] ?? 100, here);
  const ours = people.filter((person) => person.parties.has(partyId));
  const others = here.filter(({ id }) => id !== partyId).map(({ id }) => id);
  return {
    resp_role: "Enhetschef",
    ref_date: "2026-09-30",
    ref_period_days: 273,
    inclusion_note: "Personer med pågående kontakt under perioden som vi bedömer behöver stöd från minst en part till.",
    ...groupSize(ours, dice, partyId),
    ...subGroups(ours, dice, study),
    ...overlaps(ours, others, dice, partyId, municipality),
    ...problems(study, party.kind, dice),
    ...interventions(study, party.kind, municipality, dice),
    ...leadTimes(party.kind, dice),
    ...responsibility(party.kind, dice),
    ...cooperation(others, dice),
  };
}

function groupSize(ours: readonly Person[], dice: Chance, party: string): Answers {
  const n = ours.length;
  const caseload = Math.round(n / (0.08 + dice.next() * 0.25));
  if (party === "primarvarden")
    return {
      n_known_low: Math.max(0, n - dice.whole(2, 6)),
      n_known_high: n + dice.whole(3, 9),
      n_known_instead: "range",
      n_source: "judgement",
      n_precision: "rough",
      n_caseload_age_instead: "too_much_work",
    };
  if (party === "forsakringskassan")
    return { n_known: n, n_source: "register", n_precision: "exact", n_caseload_age: caseload };
  return {
    n_known: n,
    n_source: dice.pick([
      ["register", 5],
      ["manual_count", 3],
      ["judgement", 1],
    ]),
    n_precision: dice.pick([
      ["exact", 4],
      ["pm10", 3],
      ["pm25", 1],
    ]),
    n_caseload_age: caseload,
  };
}

function subGroups(ours: readonly Person[], dice: Chance, study: Study): Answers {
  const count = (which: (person: Person) => boolean): number => ours.filter(which).length;
  const { age_min, age_max } = study.target_group;
  const bySexAge: Record<string, number> = {};
  for (const sex of ["women", "men", "other"] as const)
    for (let from = age_min; from <= age_max; from = Math.floor(from / 5) * 5 + 5) {
      const to = Math.min(age_max, Math.floor(from / 5) * 5 + 4);
      bySexAge[`${sex}_${from}_${to}`] = count((p) => p.sex === sex && p.age >= from && p.age <= to);
    }
  return {
    ...(dice.happens(0.7) ? { n_by_sex_age: bySexAge } : { n_by_sex_age_instead: "not_recorded" }),
    n_substance_social: count((p) => p.substance && p.social && !p.psychiatric),
    n_substance_psych: count((p) => p.substance && p.psychiatric && !p.social),
    n_substance_both: count((p) => p.substance && p.psychiatric && p.social),
    n_single_parent: count((p) => p.singleParent),
    n_low_education: count((p) => p.lowEducation),
    ...(dice.happens(0.8)
      ? { n_no_work_study: count((p) => p.noWorkOrStudy) }
      : { n_no_work_study_instead: "not_recorded" }),
    ...(dice.happens(0.6)
      ? { n_income_support: count((p) => p.incomeSupport) }
      : { n_income_support_instead: "secrecy" }),
    n_between_chairs: Math.round(ours.length * (0.1 + dice.next() * 0.25)),
    n_outside_definition: dice.whole(1, 12),
    n_early_signs: dice.whole(2, 18),
  };
}

function overlaps(
  ours: readonly Person[],
  others: readonly string[],
  dice: Chance,
  party: string,
  municipality: string,
): Answers {
  const stated: Record<string, number> = {};
  const precision: Record<string, string> = {};
  for (const other of others) {
    const isContradiction =
      municipality === CONTRADICTION.municipality && party === CONTRADICTION.party && other === CONTRADICTION.other;
    const isAnswerToIt =
      municipality === CONTRADICTION.municipality && party === CONTRADICTION.other && other === CONTRADICTION.party;
    const isStated = dice.happens(party === "primarvarden" ? 0.15 : 0.6);
    if (!isStated && !isContradiction && !isAnswerToIt) continue;
    const n = ours.filter((person) => person.parties.has(other)).length;
    stated[other] = isContradiction ? n + CONTRADICTION.added : n;
    precision[other] = dice.pick([
      ["exact", 2],
      ["pm10", 2],
      ["rough", 1],
    ]);
  }
  const knownBy = (low: number, high: number): number =>
    ours.filter(({ parties }) => parties.size - 1 >= low && parties.size - 1 <= high).length;
  const byK = { only_us: knownBy(0, 0), one_more: knownBy(1, 1), two_or_more: knownBy(2, Infinity) };
  return {
    n_overlap: stated,
    n_overlap_precision: precision,
    ...(party !== "primarvarden" && dice.happens(0.7) ? { n_known_by_k: byK } : { n_known_by_k_instead: "dont_know" }),
  };
}

function problems(study: Study, kind: string, dice: Chance): Answers {
  const profile = PROFILES[kind] ?? {};
  const weight = (domain: string): number => (profile.problems?.includes(domain) ? 3 : 1);
  const freq: Record<string, string> = {};
  const need: Record<string, string> = {};
  for (const { code } of study.problem_domains) {
    const strong = weight(code) > 1;
    freq[code] = dice.pick([
      ["none", strong ? 0 : 1],
      ["some", strong ? 2 : 5],
      ["half", strong ? 4 : 3],
      ["most", strong ? 5 : 1],
      ["dont_know", strong ? 0 : 1],
    ]);
    need[code] = dice.pick([
      ["no_need", code === "physical_health" ? 2 : 0.2],
      ["met", 2],
      ["partly", 4],
      ["unmet", strong ? 4 : 2],
      ["dont_know", 1.4],
    ]);
  }
  const ranked = [...study.problem_domains]
    .map(({ code }) => ({ code, at: dice.next() / weight(code) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, 3)
    .map(({ code }) => code);
  return {
    trend_3y: dice.pick([
      ["unchanged", 2],
      ["increased", 5],
      ["increased_much", 2],
      ["dont_know", 1],
    ]),
    problem_freq: freq,
    problem_top3: ranked,
    need_met: need,
  };
}

function interventions(study: Study, kind: string, municipality: string, dice: Chance): Answers {
  const avail: Record<string, string> = {};
  const capacity: Record<string, number> = {};
  const reached: Record<string, number> = {};
  const effect: Record<string, string> = {};
  const limits: Record<string, string[]> = {};
  const followed: Record<string, string> = {};
  const missing: { code: string; want: number }[] = [];
  for (const { code } of study.interventions) {
    const status = availabilityOf(kind, code, dice);
    avail[code] = status;
    if (status === "missing" && dice.happens(code === "case_management" ? 0.85 : 0.4))
      missing.push({ code, want: dice.next() * (code === "case_management" ? 0.25 : 1) });
    if (status !== "available" && status !== "partly") continue;
    const places = dice.whole(4, municipality === "1487" ? 60 : 24);
    if (dice.happens(0.8)) capacity[code] = places;
    if (dice.happens(0.75)) reached[code] = Math.round(places * (0.5 + dice.next() * 0.7));
    effect[code] = dice.pick([
      ["1", 0.4],
      ["2", 2],
      ["3", 4],
      ["4", 4],
      ["5", 1.2],
      ["too_early", 1.3],
      ["dont_know", 0.8],
    ]);
    limits[code] = LIMITS.filter(() => dice.happens(0.22)).map((limit) => limit.code);
    followed[code] = dice.pick([
      ["systematic", 2],
      ["sometimes", 4],
      ["no", 3],
    ]);
  }
  missing.sort((a, b) => a.want - b.want);
  return {
    iv_avail: avail,
    iv_capacity: capacity,
    iv_reached: reached,
    iv_effect: effect,
    iv_limits: limits,
    iv_followed_up: followed,
    iv_missing: missing.map(({ code }) => code),
    iv_wanted_rank: missing.slice(0, 5).map(({ code }) => code),
  };
}

function leadTimes(kind: string, dice: Chance): Answers {
  const typical: Record<string, string> = {};
  const low: Record<string, number> = {};
  const high: Record<string, number> = {};
  const source: Record<string, string> = {};
  STEPS.forEach(({ code }, index) => {
    const answer = typicalLeadTime(kind, index, dice);
    typical[code] = answer.bin;
    if (answer.days) [low[code], high[code]] = answer.days;
    if (answer.bin.startsWith("d") && answer.bin !== "dont_know")
      source[code] = dice.pick([
        ["register", 2],
        ["manual_count", 1],
        ["judgement", 4],
      ]);
  });
  return { lt_typical: typical, lt_low: low, lt_high: high, lt_source: source };
}

const scale = (dice: Chance, weights: readonly number[], unknown = 0.5): string =>
  dice.pick([...weights.map((weight, index) => [String(index + 1), weight] as const), ["dont_know", unknown] as const]);

function responsibility(kind: string, dice: Chance): Answers {
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

function cooperation(others: readonly string[], dice: Chance): Answers {
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
