/** Party questionnaire: who answers, how many persons there are, and who they are. */
import { PARTY_KINDS, TRENDS } from "../../codes.ts";
import { count, countFamily, insteadOf, precisionOf, sourceOf } from "../../count-family.ts";
import type { Dictionary } from "../../dictionary.ts";
import { DONT_KNOW, KNOWN_BY } from "../../option-sets.ts";
import { days, text } from "../../simple-specs.ts";

export const answer = {
  resp_party: {
    kind: "single",
    ordered: false,
    path: ["resp_party"],
    label: "Part som svarar",
    answers: ["S4.22"],
    categories: PARTY_KINDS,
  },
  resp_area: {
    kind: "multiple",
    path: ["resp_area"],
    label: "Kommuner som siffrorna omfattar",
    answers: ["S4.5", "S4.22"],
    categories: "municipalities",
  },
  resp_role: { ...text("resp_role", "Roll hos den som svarar", ["S2.16"], 200), personal: true },
  ref_date: { kind: "date", path: ["ref_date"], label: "Datum som siffrorna gäller", answers: ["S0.1"] },
  ref_period_days: days(["ref_period_days"], "Period som siffrorna gäller", ["S0.1"], 1),
  inclusion_note: text("inclusion_note", "Så har gruppen avgränsats", ["S0.16"]),
} as const satisfies Dictionary;

export const size = {
  n_known: {
    ...count({ path: ["n_known"], label: "Kända personer i målgruppen", answers: ["S0.1", "S1.1"] }),
    path: ["n_known"],
    instead: "n_known_instead",
  },
  n_known_instead: insteadOf("n_known_instead", "Kända personer i målgruppen", ["S0.1"], true),
  n_known_low: {
    ...count({ path: ["n_known_low"], label: "Kända personer i målgruppen: lägst", answers: ["S0.1"] }),
    path: ["n_known_low"],
  },
  n_known_high: {
    ...count({ path: ["n_known_high"], label: "Kända personer i målgruppen: högst", answers: ["S0.1"] }),
    path: ["n_known_high"],
  },
  n_source: sourceOf("n_source", "Kända personer i målgruppen", ["S0.1"]),
  n_precision: precisionOf("n_precision", "Kända personer i målgruppen", ["S0.1"]),
  ...countFamily("n_caseload_age", { label: "Personer i samma ålder hos parten", answers: ["S0.2"] }),
  n_by_sex_age: {
    ...count({ path: [], label: "Kända personer efter kön och ålder", answers: ["S4.8"] }),
    path: ["n_by_sex_age", "*"],
    over: "sex_age",
    instead: "n_by_sex_age_instead",
  },
  n_by_sex_age_instead: insteadOf("n_by_sex_age_instead", "Kön och ålder", ["S4.8"], false),
  n_overlap: {
    ...count({ path: [], label: "Personer som samtidigt är aktuella hos", answers: ["S1.2", "S1.11"] }),
    path: ["n_overlap", "*"],
    over: "parties",
    instead: "n_overlap_instead",
  },
  n_overlap_precision: {
    ...precisionOf("n_overlap_precision", "Samtidigt aktuella", ["S1.2", "S1.11"]),
    path: ["n_overlap_precision", "*"],
    over: "parties",
    askedWhen: { variable: "n_overlap", answered: true },
  },
  n_overlap_instead: insteadOf("n_overlap_instead", "Samtidigt aktuella", ["S1.2"], false),
  n_known_by_k: {
    ...count({ path: [], label: "Kända personer efter hur många parter som känner dem", answers: ["S0.15"] }),
    path: ["n_known_by_k", "*"],
    over: KNOWN_BY,
    instead: "n_known_by_k_instead",
  },
  n_known_by_k_instead: insteadOf("n_known_by_k_instead", "Hur många parter som känner dem", ["S0.15"], false),
  trend_3y: {
    kind: "single",
    ordered: true,
    path: ["trend_3y"],
    label: "Förändring på tre år",
    answers: ["S0.10"],
    categories: [...TRENDS, DONT_KNOW],
  },
} as const satisfies Dictionary;

export const groups = {
  ...countFamily("n_substance_social", {
    label: "Missbruk och sociala problem, inte psykiatriska",
    answers: ["S0.16"],
  }),
  ...countFamily("n_substance_psych", { label: "Missbruk och psykiatriska problem, inte sociala", answers: ["S0.16"] }),
  ...countFamily("n_substance_both", {
    label: "Missbruk, sociala och psykiatriska problem",
    answers: ["S0.16"],
  }),
  ...countFamily("n_single_parent", { label: "Ensamstående föräldrar", answers: ["S1.3"] }),
  ...countFamily("n_low_education", { label: "Kort utbildning", answers: ["S1.4"] }),
  ...countFamily("n_no_work_study", { label: "Varken arbete eller studier", answers: ["S1.5"] }),
  ...countFamily("n_income_support", { label: "Försörjningsstöd", answers: ["S1.1"] }),
  ...countFamily("n_between_chairs", {
    label: "Personer som ingen part tar helhetsansvar för",
    answers: ["S0.13", "S1.6"],
  }),
  ...countFamily("n_outside_definition", {
    label: "Personer utanför avgränsningen med samma behov",
    answers: ["S1.7"],
  }),
  ...countFamily("n_early_signs", {
    label: "Personer med tidiga tecken som ännu saknar stöd",
    answers: ["S2.1", "S2.11"],
  }),
} as const satisfies Dictionary;
