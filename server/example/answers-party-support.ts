/** The example's parties: problems, the support that exists and is missing, and how long it takes. */
import { LIMITS, STEPS } from "../../survey-definitions/codes.ts";
import type { Study } from "../../survey-definitions/study.ts";
import type { Answers } from "../../survey-definitions/wire.ts";
import { availabilityOf, PROFILES, typicalLeadTime } from "./profiles.ts";
import type { Chance } from "./random.ts";

export function problems(study: Study, kind: string, dice: Chance): Answers {
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

export function interventions(study: Study, kind: string, municipality: string, dice: Chance): Answers {
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

export function leadTimes(kind: string, dice: Chance): Answers {
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
