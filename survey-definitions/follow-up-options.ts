/** The option sets and fixed rows of the follow-up. */
import type { Category } from "./codes.ts";

export const MATCHES = [
  { code: "yes", label: "Passade helt" },
  { code: "partly", label: "Passade delvis" },
  { code: "no", label: "Passade inte" },
] as const satisfies readonly Category[];

export const ONWARD = [
  { code: "internship", label: "Praktik" },
  { code: "studies", label: "Studier" },
  { code: "psychological_assessment", label: "Psykologutredning" },
  { code: "care", label: "Vård" },
  { code: "other", label: "Annat" },
] as const satisfies readonly Category[];

export const EXIT_OUTCOMES = [
  { code: "work", label: "Arbete" },
  { code: "studies", label: "Studier" },
  { code: "other_help", label: "Annan hjälp som passar bättre" },
  { code: "dropout", label: "Avbrott" },
  { code: "unknown", label: "Okänt" },
] as const satisfies readonly Category[];

/** Where former participants are some time after they left. */
export const STATUSES = [
  { code: "work", label: "Arbete" },
  { code: "studies", label: "Studier" },
  { code: "in_support", label: "I annan insats eller behandling" },
  { code: "inactive", label: "Varken arbete, studier eller insats" },
  { code: "unknown", label: "Okänt" },
] as const satisfies readonly Category[];

/** The way through the project, in order. */
export const FLOW_STEPS = [
  { code: "referred", label: "Anmäld" },
  { code: "enrolled", label: "Inskriven" },
  { code: "mapped", label: "Kartlagd" },
  { code: "plan", label: "Plan" },
  { code: "intervention", label: "Insats" },
  { code: "exit", label: "Avslut" },
] as const satisfies readonly Category[];

/** Every way from a step to a later one, `<from>_<to>`: steps may be skipped, and `_exit` before the end is to drop out. */
export const FLOWS: readonly Category[] = FLOW_STEPS.flatMap((from, i) =>
  FLOW_STEPS.slice(i + 1).map((to) => ({
    code: `${from.code}_${to.code}`,
    label: `Från ${from.label.toLowerCase()} till ${to.label.toLowerCase()}`,
  })),
);

export const BUDGET_LINES = [
  { code: "staff", label: "Personal" },
  { code: "external", label: "Köpta tjänster och utredningar" },
  { code: "premises", label: "Lokaler" },
  { code: "activities", label: "Aktiviteter och material" },
  { code: "other", label: "Övrigt" },
] as const satisfies readonly Category[];

/** Statements that staff are asked about too: the code is the variable of the staff questionnaire where there is one. */
export const STAFF_STATEMENTS = [
  { code: "rewarding", label: "Arbetssättet är positivt och givande" },
  { code: "st_shared_view", label: "Vi delar bild av behoven" },
  { code: "st_plan_goal", label: "Det finns en målinriktad plan" },
  { code: "st_chain_thinking", label: "Vi tänker före, under och efter insatsen" },
  { code: "coop_better", label: "Samverkan har blivit bättre" },
  { code: "st_assess_prof", label: "Bedömningen är professionell" },
  { code: "st_assess_structured", label: "Bedömningen är strukturerad" },
  { code: "st_assess_evidence", label: "Bedömningen är kunskapsbaserad" },
] as const satisfies readonly Category[];

/** Statements that young people and guardians are asked about too, by the variable of their questionnaire. */
export const VOICE_STATEMENTS = [
  { code: "v_clear_next", label: "Det är tydligt vad som ska hända" },
  { code: "v_info_good", label: "Jag får bra information" },
  { code: "v_listened", label: "Jag blir lyssnad på" },
  { code: "v_influence", label: "Jag kan påverka" },
  { code: "v_help_fits", label: "Hjälpen passar mig" },
  { code: "v_help_ended_early", label: "Hjälpen tog slut för tidigt" },
  { code: "v_after_plan", label: "Jag vet vad som händer sedan" },
  { code: "assessment_clear", label: "Bedömningen är välmotiverad, tydlig och lätt att förstå" },
] as const satisfies readonly Category[];

export const IMPROVEMENT_STATUSES = [
  { code: "planned", label: "Planerad" },
  { code: "ongoing", label: "Pågår" },
  { code: "done", label: "Klar" },
  { code: "stopped", label: "Avbruten" },
] as const satisfies readonly Category[];

/** Places for improvements that have been decided. */
export const IMPROVEMENTS: readonly Category[] = ["1", "2", "3", "4", "5", "6", "7", "8"].map((code) => ({
  code,
  label: `Förbättring ${code}`,
}));
