/** Invented answers to the party questionnaire: plausible, uneven, and the same on every machine. */
import type { Study } from "../../survey-definitions/study.ts";
import type { Answers } from "../../survey-definitions/wire.ts";
import { cooperation, resources, responsibility } from "./answers-party-together.ts";
import { interventions, leadTimes, problems } from "./answers-party-support.ts";
import { inventPeople, type Person } from "./people.ts";
import { type Chance, chance, seedOf } from "./random.ts";

/** Size of the invented group before those whom nobody knows are left out. */
const GROUP_SIZE: Record<string, number> = { "1492": 84, "1487": 232 };

/** The two overlaps that are stated differently by the two parties: [who states, about whom, what is added]. */
const CONTRADICTION = { municipality: "1487", party: "bup", other: "elevhalsa-vanersborg", added: 9 } as const;

/**
 * The answers of one party for one municipality, in the flat shape that the API and CSV files take
 * (`{iv_avail: {case_management: "available"}}`).
 */
export function partyAnswers(study: Study, partyId: string, municipality: string): Answers {
  const here = study.parties.filter((party) => party.municipalities.includes(municipality));
  const party = here.find(({ id }) => id === partyId);
  if (!party) throw new RangeError(`invalid party; does not cover ${municipality}: ${partyId}`);
  const dice = chance(seedOf(`${partyId}/${municipality}`));
  const people = inventPeople(municipality, GROUP_SIZE[municipality] ?? 100, here);
  const ours = people.filter((person) => person.parties.has(partyId));
  const others = here.filter(({ id }) => id !== partyId).map(({ id }) => id);
  return {
    ref_date: "2026-09-30",
    ref_period_days: 273,
    ...groupSize(ours, dice, partyId),
    ...subGroups(ours, dice, study),
    ...overlaps(ours, others, dice, partyId, municipality),
    ...problems(study, party.kind, dice),
    ...interventions(study, party.kind, municipality, dice),
    ...leadTimes(party.kind, dice),
    ...responsibility(party.kind, dice),
    ...cooperation(others, dice),
    ...resources(party.kind, municipality, chance(seedOf(`${partyId}/${municipality}/resources`))),
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
