/** Party questionnaire: responsibility, cooperation, what should change, and the place. */
import {
  AGREEMENTS,
  BARRIERS,
  CONTRIBUTIONS,
  COOPERATION_FREQUENCY,
  GAINS,
  JOINT,
  NOBODY,
  PARTY_KINDS,
  STEPS,
  UNCLEAR,
  YES_PARTLY_NO,
} from "../../codes.ts";
import { countFamily } from "../../count-family.ts";
import type { Dictionary } from "../../dictionary.ts";
import { ARENA_CONTENT, ARENA_PRECONDITIONS, COMPETENCES, DONT_KNOW } from "../../option-sets.ts";
import { degree, text } from "../../simple-specs.ts";

/** How well parties cooperate is asked only where they do. */
const COOPERATES = { variable: "coop_freq", codes: ["year", "term", "month", "week"] } as const;

export const responsibility = {
  joint_resp_need: degree(["joint_resp_need"], "Behov av samlat ansvar", ["S0.9"]),
  joint_resp_today: {
    kind: "single",
    ordered: true,
    path: ["joint_resp_today"],
    label: "Om ett samlat ansvar finns i dag",
    answers: ["S0.12"],
    categories: [...YES_PARTLY_NO, DONT_KNOW],
  },
  joint_resp_owner: {
    kind: "single",
    ordered: false,
    path: ["joint_resp_owner"],
    label: "Vem som bör bära det samlade ansvaret",
    answers: ["S0.12"],
    categories: [JOINT, ...PARTY_KINDS, NOBODY, UNCLEAR, DONT_KNOW],
  },
  coop_freq: {
    kind: "single",
    ordered: true,
    path: ["coop_freq", "*"],
    over: "parties",
    label: "Hur ofta parterna samverkar",
    answers: ["S1.11", "S2.10", "S4.11"],
    categories: [...COOPERATION_FREQUENCY, DONT_KNOW],
  },
  coop_quality: {
    ...degree(["coop_quality", "*"], "Hur väl samverkan fungerar", ["S4.11", "S4.12"]),
    over: "parties",
    askedWhen: COOPERATES,
  },
  coop_agreement: {
    kind: "single",
    ordered: true,
    path: ["coop_agreement", "*"],
    over: "parties",
    askedWhen: COOPERATES,
    label: "Överenskommelse om samverkan",
    answers: ["S2.10", "S4.11"],
    categories: [...AGREEMENTS, DONT_KNOW],
  },
  coop_works: {
    ...degree(["coop_works", "*"], "Hur väl samverkan fungerar i steget", ["S4.12", "S4.13"]),
    over: STEPS,
  },
  coop_works_note: text("coop_works_note", "Det som fungerar i samverkan", ["S4.12"]),
  coop_fails: {
    ...degree(["coop_fails", "*"], "Hur mycket samverkan brister i steget", ["S0.14", "S4.12", "S4.13"]),
    over: STEPS,
  },
  coop_fails_note: text("coop_fails_note", "Det som brister i samverkan", ["S0.14", "S4.13"]),
} as const satisfies Dictionary;

export const change = {
  barrier: {
    ...degree(["barrier", "*"], "Hur mycket det hindrar", ["S0.21", "S4.17", "S4.18", "S4.19"]),
    over: BARRIERS,
  },
  gain: {
    ...degree(["gain", "*"], "Hur stor vinsten är", ["S0.22", "S1.16", "S1.17", "S4.20", "S4.23", "S4.24", "S4.25"]),
    over: GAINS,
  },
  ready_to_join: degree(["ready_to_join"], "Beredskap att delta", ["S0.19"]),
  conditions_to_join: text("conditions_to_join", "Vad som krävs för att delta", ["S0.19", "S0.20"]),
  contrib: {
    kind: "multiple",
    path: ["contrib"],
    label: "Vad parten kan bidra med",
    answers: ["S1.12", "S1.13", "S1.14", "S1.15", "S4.16"],
    categories: CONTRIBUTIONS,
  },
  ...countFamily("contrib_hours_month", {
    label: "Arbetstid att bidra med",
    answers: ["S1.40"],
    unit: "timmar per månad",
  }),
  contrib_competence: {
    kind: "multiple",
    path: ["contrib_competence"],
    label: "Kompetens att bidra med",
    answers: ["S1.12", "S1.13", "S1.14", "S1.15", "S4.16"],
    categories: COMPETENCES,
  },
  arena_need: degree(["arena_need"], "Behov av en gemensam arena", ["S4.14"]),
  arena_content: {
    kind: "multiple",
    path: ["arena_content"],
    label: "Vad en gemensam arena bör ha",
    answers: ["S4.15"],
    categories: ARENA_CONTENT,
  },
  arena_preconditions: {
    kind: "multiple",
    path: ["arena_preconditions"],
    label: "Vad som måste vara på plats först",
    answers: ["S4.2"],
    categories: ARENA_PRECONDITIONS,
  },
} as const satisfies Dictionary;

export const place = {
  local_conditions: text("local_conditions", "Särskilda förutsättningar på orten", ["S4.5"]),
  cross_municipal_need: {
    kind: "multiple",
    path: ["cross_municipal_need"],
    label: "Stöd som bör delas mellan kommuner",
    answers: ["S4.6"],
    categories: "interventions",
  },
  known_stats_ref: text("known_stats_ref", "Offentlig statistik som stödjer bilden", ["S4.7", "S4.27"], 1000),
  open_comment: text("open_comment", "Något mer", ["S0.18"]),
} as const satisfies Dictionary;
