/** Party questionnaire: problems, the support that exists and is missing, and how long it takes. */
import { AVAILABILITY, HOW_COMMON, LIMITS, NEED_MET, STEPS } from "../../codes.ts";
import { count, insteadOf, sourceOf } from "../../count-family.ts";
import type { Dictionary } from "../../dictionary.ts";
import { DEGREES_OR_UNKNOWN, DONT_KNOW, FOLLOW_UP, LEAD_TIMES, TOO_EARLY } from "../../option-sets.ts";
import { days, text } from "../../simple-specs.ts";

export const problems = {
  problem_freq: {
    kind: "single",
    ordered: true,
    path: ["problem_freq", "*"],
    over: "domains",
    label: "Hur vanligt problemet är i gruppen",
    answers: ["S0.7", "S1.8"],
    categories: [...HOW_COMMON, DONT_KNOW],
  },
  problem_top3: {
    kind: "ranking",
    path: ["problem_top3"],
    label: "De tre tydligaste problemen",
    answers: ["S0.7"],
    categories: "domains",
    places: 3,
  },
} as const satisfies Dictionary;

/** Support is asked about in detail only where it exists. */
const EXISTS = { variable: "iv_avail", codes: ["available", "partly"] } as const;

export const interventions = {
  iv_avail: {
    kind: "single",
    ordered: false,
    path: ["iv_avail", "*"],
    over: "interventions",
    label: "Om stödet finns",
    answers: ["S0.3", "S4.9"],
    categories: [...AVAILABILITY, DONT_KNOW],
  },
  iv_other: text("iv_other", "Annat stöd som finns", ["S0.3"]),
  iv_capacity: {
    kind: "number",
    path: ["iv_details", "*", "iv_capacity"],
    over: "interventions",
    askedWhen: EXISTS,
    label: "Platser per år",
    answers: ["S4.9"],
    unit: "platser per år",
    whole: true,
    min: 0,
    max: 1_000_000,
    instead: "iv_counts_instead",
  },
  iv_reached: {
    ...count({ path: [], label: "Personer som har fått stödet senaste 12 månaderna", answers: ["S4.9"] }),
    path: ["iv_details", "*", "iv_reached"],
    over: "interventions",
    askedWhen: EXISTS,
    instead: "iv_counts_instead",
  },
  iv_effect: {
    kind: "single",
    ordered: true,
    path: ["iv_details", "*", "iv_effect"],
    over: "interventions",
    askedWhen: EXISTS,
    label: "Hur väl stödet hjälper",
    answers: ["S0.4", "S3.2"],
    categories: [...DEGREES_OR_UNKNOWN, TOO_EARLY],
  },
  iv_limits: {
    kind: "multiple",
    path: ["iv_details", "*", "iv_limits"],
    over: "interventions",
    askedWhen: EXISTS,
    label: "Vad som begränsar tillgången",
    answers: ["S0.17"],
    categories: LIMITS,
  },
  iv_followed_up: {
    kind: "single",
    ordered: false,
    path: ["iv_details", "*", "iv_followed_up"],
    over: "interventions",
    askedWhen: EXISTS,
    label: "Om resultatet följs upp",
    answers: ["S3.4", "S3.5"],
    categories: [...FOLLOW_UP, DONT_KNOW],
  },
  iv_counts_instead: insteadOf("iv_counts_instead", "Platser och personer i stöd", ["S4.9"], false),
} as const satisfies Dictionary;

export const gaps = {
  need_met: {
    kind: "single",
    ordered: true,
    path: ["need_met", "*"],
    over: "domains",
    label: "Om behovet är täckt i kommunen",
    answers: ["S0.11", "S4.1"],
    categories: [...NEED_MET, DONT_KNOW],
  },
  iv_missing: {
    kind: "multiple",
    path: ["iv_missing"],
    label: "Stöd som saknas",
    answers: ["S0.5"],
    categories: "interventions",
  },
  iv_missing_other: text("iv_missing_other", "Annat stöd som saknas", ["S0.5", "S0.6"]),
  iv_wanted_rank: {
    kind: "ranking",
    path: ["iv_wanted_rank"],
    label: "Stöd som parten helst vill se",
    answers: ["S0.6"],
    categories: "interventions",
    places: 5,
  },
} as const satisfies Dictionary;

/** A step whose time is unknown, or that the party does not have, is asked nothing more about. */
const TAKES_TIME = { variable: "lt_typical", exceptCodes: ["dont_know", "not_applicable"] } as const;

export const leadTimes = {
  lt_typical: {
    kind: "single",
    ordered: true,
    path: ["lead_times", "*", "lt_typical"],
    over: STEPS,
    label: "Tid som det oftast tar",
    answers: ["S0.8"],
    categories: LEAD_TIMES,
  },
  lt_low: { ...days(["lead_times", "*", "lt_low"], "Kortaste tid", ["S0.8"], 0), over: STEPS, askedWhen: TAKES_TIME },
  lt_high: { ...days(["lead_times", "*", "lt_high"], "Längsta tid", ["S0.8"], 0), over: STEPS, askedWhen: TAKES_TIME },
  lt_source: {
    ...sourceOf("lt_source", "Ledtid", ["S0.8"]),
    path: ["lead_times", "*", "lt_source"],
    over: STEPS,
    askedWhen: TAKES_TIME,
  },
} as const satisfies Dictionary;
