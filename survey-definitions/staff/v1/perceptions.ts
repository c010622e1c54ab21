/** Staff questionnaire: who answers, what happens to the group, and how the parties work together. */
import { BARRIERS, HOW_OFTEN, PARTY_KINDS, TRENDS } from "../../codes.ts";
import type { Dictionary } from "../../dictionary.ts";
import { AGREEMENT_OR_UNKNOWN, CHANGES, DONT_KNOW, MEETS_GROUP, YEARS } from "../../option-sets.ts";
import { degree, text } from "../../simple-specs.ts";

const howOften = (name: string, label: string, answers: readonly string[]) =>
  ({ kind: "single", ordered: true, path: [name], label, answers, categories: [...HOW_OFTEN, DONT_KNOW] }) as const;

const agreement = (name: string, label: string, answers: readonly string[]) =>
  ({ kind: "single", ordered: true, path: [name], label, answers, categories: AGREEMENT_OR_UNKNOWN }) as const;

export const about = {
  st_party: {
    kind: "single",
    ordered: false,
    path: ["st_party"],
    label: "Part där den som svarar arbetar",
    answers: ["S4.22"],
    categories: PARTY_KINDS,
  },
  st_area: {
    kind: "single",
    ordered: false,
    path: ["st_area"],
    label: "Kommun som svaret gäller",
    answers: ["S4.22"],
    categories: "municipalities",
  },
  st_years: {
    kind: "single",
    ordered: true,
    path: ["st_years"],
    label: "Tid på arbetsplatsen",
    answers: [],
    categories: YEARS,
  },
  st_meets_group: {
    kind: "single",
    ordered: true,
    path: ["st_meets_group"],
    label: "Hur ofta den som svarar möter gruppen",
    answers: ["S0.15"],
    categories: MEETS_GROUP,
  },
} as const satisfies Dictionary;

export const group = {
  st_trend: {
    kind: "single",
    ordered: true,
    path: ["st_trend"],
    label: "Gruppens förändring på tre år",
    answers: ["S0.10"],
    categories: [...TRENDS, DONT_KNOW],
  },
  st_single_party_enough: degree(["st_single_party_enough"], "Om den egna partens stöd räcker", ["S0.11"]),
  st_bounced: howOften("st_bounced", "Personer skickas vidare utan lösning", ["S0.14", "S1.10"]),
  st_fall_outside: howOften("st_fall_outside", "Personer tappas helt", ["S0.13"]),
  st_dead_end: howOften("st_dead_end", "Stöd som inte leder vidare", ["S0.14", "S1.9"]),
} as const satisfies Dictionary;

export const together = {
  st_resp_clear: degree(["st_resp_clear"], "Om det är klart vem som har huvudansvaret", ["S0.9"]),
  st_joint_need: degree(["st_joint_need"], "Behov av samlat ansvar", ["S0.9"]),
  st_barrier: {
    ...degree(["st_barrier", "*"], "Hur mycket det hindrar", ["S4.17", "S4.18", "S4.19"]),
    over: BARRIERS,
  },
  st_early_react: degree(["st_early_react"], "Om man reagerar på tidiga tecken", ["S2.1"]),
  st_handover_quality: degree(["st_handover_quality"], "Hur väl överlämningar fungerar", ["S2.8"]),
  st_comm: degree(["st_comm"], "Hur väl kontakten mellan verksamheter fungerar", ["S2.9"]),
  st_coop_change: {
    kind: "single",
    ordered: true,
    path: ["st_coop_change"],
    label: "Samverkans förändring det senaste året",
    answers: ["S3.6"],
    categories: [...CHANGES, DONT_KNOW],
  },
} as const satisfies Dictionary;

export const work = {
  st_shared_view: agreement("st_shared_view", "Vi delar bild av behoven", ["S3.7"]),
  st_plan_goal: agreement("st_plan_goal", "Det finns en målinriktad plan", ["S3.8"]),
  st_chain_thinking: agreement("st_chain_thinking", "Vi tänker på tiden före, under och efter", ["S3.9"]),
  st_assess_prof: agreement("st_assess_prof", "Bedömningen är professionell", ["S3.11"]),
  st_assess_structured: agreement("st_assess_structured", "Bedömningen är strukturerad", ["S3.12"]),
  st_assess_evidence: agreement("st_assess_evidence", "Bedömningen är kunskapsbaserad", ["S3.13"]),
  st_open_comment: text("st_open_comment", "Något mer", ["S0.18"]),
} as const satisfies Dictionary;
