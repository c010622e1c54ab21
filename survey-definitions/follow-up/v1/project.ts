/** Follow-up: how the parties work together, what it takes, what people think of it, and what comes next. */
import type { Category } from "../../codes.ts";
import { count, insteadOf } from "../../count-family.ts";
import type { Dictionary } from "../../dictionary.ts";
import {
  BUDGET_LINES,
  IMPROVEMENT_STATUSES,
  IMPROVEMENTS,
  STAFF_STATEMENTS,
  VOICE_STATEMENTS,
} from "../../follow-up-options.ts";
import { AGREEMENT_OR_UNKNOWN, TOO_EARLY } from "../../option-sets.ts";
import { text } from "../../simple-specs.ts";

interface AmountOptions {
  readonly label: string;
  readonly unit: string;
  readonly answers: readonly string[];
  readonly instead: string;
  readonly max?: number;
  /** Whole unless stated. */
  readonly whole?: boolean;
}

/** What is not persons: meetings, hours, kronor. */
const amount = ({ max = 1_000_000, whole = true, ...rest }: AmountOptions & { readonly path: readonly string[] }) =>
  ({ kind: "number", ...rest, whole, min: 0, max }) as const;

const meetings = <const N extends string>(name: N, label: string, unit: string, answers: readonly string[]) =>
  amount({ path: [name], label, unit, answers, instead: "fu_meetings_instead", max: 10_000 });

export const cooperation = {
  fu_meetings: meetings("fu_meetings", "Samverkansmöten", "möten", ["S1.34", "S1.37"]),
  fu_hours_meetings: {
    ...meetings("fu_hours_meetings", "Tid i samverkansmöten", "timmar", ["S1.36"]),
    whole: false,
  },
  fu_same_person: meetings("fu_same_person", "Parter med samma person på mötena", "parter", ["S1.35"]),
  fu_deputy_used: meetings("fu_deputy_used", "Gånger som en ersättare kom", "gånger", ["S1.35"]),
  fu_theme_meetings: meetings("fu_theme_meetings", "Tematräffar", "träffar", ["S1.39"]),
  fu_problem_raised: meetings("fu_problem_raised", "Återkopplade problem", "problem", ["S1.38"]),
  fu_problem_solved: meetings("fu_problem_solved", "Lösta problem", "problem", ["S1.38"]),
  fu_meetings_instead: insteadOf("fu_meetings_instead", "Samverkansmöten", ["S1.36"], false),
  fu_attend: {
    ...amount({
      path: [],
      label: "Möten med någon på plats från",
      unit: "möten",
      answers: ["S1.34", "S1.35"],
      instead: "fu_attend_instead",
      max: 10_000,
    }),
    path: ["fu_attend", "*"],
    over: "parties",
  },
  fu_attend_instead: insteadOf("fu_attend_instead", "Närvaro per part", ["S1.35"], false),
} as const satisfies Dictionary;

const hours = (name: string, label: string) =>
  ({
    ...amount({
      path: ["fu_hours", "*", name],
      label,
      unit: "timmar per månad",
      answers: ["S1.40", "S3.20"],
      instead: "fu_hours_instead",
      max: 10_000,
      whole: false,
    }),
    over: "parties",
  }) as const;

const kronor = (name: string, label: string, answers: readonly string[]) =>
  amount({ path: [name], label, unit: "kr", answers, instead: "fu_money_instead", max: 1_000_000_000 });

const money = (name: string, label: string) =>
  ({
    ...kronor(name, label, ["S1.41", "S1.42", "S1.46", "S4.29"]),
    path: ["fu_money", "*", name],
    over: BUDGET_LINES satisfies readonly Category[],
  }) as const;

export const resources = {
  fu_hours_planned: hours("fu_hours_planned", "Planerad arbetstid"),
  fu_hours_actual: hours("fu_hours_actual", "Använd arbetstid"),
  fu_hours_instead: insteadOf("fu_hours_instead", "Arbetstid per part", ["S1.40"], false),
  fu_budget: money("fu_budget", "Budget"),
  fu_cost: money("fu_cost", "Utfall"),
  fu_inkind: kronor("fu_inkind", "Egna bidrag från parterna", ["S1.42", "S4.29"]),
  fu_money_instead: insteadOf("fu_money_instead", "Budget och utfall", ["S1.46"], false),
} as const satisfies Dictionary;

/** The middle answer to the same statement as in another questionnaire. */
const view = (name: string, over: readonly Category[], label: string, answers: readonly string[]) =>
  ({
    kind: "single",
    ordered: true,
    path: [name, "*"],
    over,
    label,
    answers,
    categories: [...AGREEMENT_OR_UNKNOWN, TOO_EARLY],
  }) as const;

const respondents = <const N extends string>(name: N, label: string, answers: readonly string[]) =>
  ({ ...count({ path: [], label, answers }), path: [name], instead: "fu_views_instead" }) as const;

export const views = {
  fu_staff_view_n: respondents("fu_staff_view_n", "Medarbetare som har svarat", ["S3.10"]),
  fu_staff_view: view("fu_staff_view", STAFF_STATEMENTS, "Vad medarbetarna tycker", [
    "S3.5",
    "S3.6",
    "S3.7",
    "S3.8",
    "S3.9",
    "S3.10",
    "S3.11",
    "S3.12",
    "S3.13",
  ]),
  fu_voice_view_n: respondents("fu_voice_view_n", "Unga och vårdnadshavare som har svarat", ["S3.18"]),
  fu_voice_view: view("fu_voice_view", VOICE_STATEMENTS, "Vad unga och vårdnadshavare tycker", [
    "S3.14",
    "S3.15",
    "S3.16",
    "S3.17",
    "S3.18",
    "S3.19",
  ]),
  fu_views_instead: insteadOf("fu_views_instead", "Antal som har svarat", ["S3.10"], false),
} as const satisfies Dictionary;

/** What is asked about an improvement once it has been named. */
const NAMED = { variable: "fu_improvement", answered: true } as const;
const improvement = (name: string) => ({ path: ["fu_improvements", "*", name], over: IMPROVEMENTS }) as const;

export const next = {
  fu_improvement: {
    ...text("fu_improvement", "Beslutad förbättring", ["S3.23"], 300),
    ...improvement("fu_improvement"),
  },
  fu_improvement_status: {
    ...improvement("fu_improvement_status"),
    kind: "single",
    ordered: true,
    label: "Förbättringens läge",
    answers: ["S3.23"],
    categories: IMPROVEMENT_STATUSES,
    askedWhen: NAMED,
  },
  fu_improvement_date: {
    ...improvement("fu_improvement_date"),
    kind: "date",
    label: "Förbättringens datum",
    answers: ["S3.23"],
    askedWhen: NAMED,
  },
  fu_too_early: {
    kind: "single",
    ordered: false,
    path: ["fu_too_early"],
    label: "Om det är för tidigt att bedöma resultatet",
    answers: ["S3.22"],
    categories: [
      { code: "yes", label: "Ja, det är för tidigt" },
      { code: "partly", label: "Delvis" },
      { code: "no", label: "Nej, det går att bedöma" },
    ],
  },
  fu_too_early_why: text("fu_too_early_why", "Varför det är för tidigt", ["S3.22"]),
  fu_doc_ref: text("fu_doc_ref", "Var arbetet är dokumenterat", ["S1.43", "S1.47"]),
  fu_next_plan: text("fu_next_plan", "Plan för fortsatt samverkan", ["S1.48", "S2.17"], 1000),
  fu_eval_due: { kind: "date", path: ["fu_eval_due"], label: "När utvärderingen ska vara klar", answers: ["S3.24"] },
  fu_recommendation: text("fu_recommendation", "Rekommendation", ["S0.24", "S3.24"], 1000),
} as const satisfies Dictionary;
