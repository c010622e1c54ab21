/** Staff questionnaire: support that is known, helps, is missing or wanted, and how long people wait. */
import { LEAD_TIME_BINS, STEPS, YES_PARTLY_NO } from "../../codes.ts";
import type { Dictionary } from "../../dictionary.ts";
import { DEGREES_OR_UNKNOWN, DONT_KNOW, LEAD_TIMES, TOO_EARLY } from "../../option-sets.ts";

export const support = {
  st_knows_iv: {
    kind: "multiple",
    path: ["st_knows_iv"],
    label: "Stöd som den som svarar känner till",
    answers: ["S0.3"],
    categories: "interventions",
  },
  st_effect: {
    kind: "single",
    ordered: true,
    path: ["st_effect", "*"],
    over: "interventions",
    askedWhen: { variable: "st_knows_iv", holdsRow: true },
    label: "Hur väl stödet hjälper",
    answers: ["S0.4"],
    categories: [...DEGREES_OR_UNKNOWN, TOO_EARLY],
  },
  st_missing: {
    kind: "multiple",
    path: ["st_missing"],
    label: "Stöd som saknas",
    answers: ["S0.5"],
    categories: "interventions",
  },
  st_wanted_rank: {
    kind: "ranking",
    path: ["st_wanted_rank"],
    label: "Stöd som den som svarar helst vill se",
    answers: ["S0.6"],
    categories: "interventions",
    places: 5,
  },
} as const satisfies Dictionary;

export const leadTimes = {
  st_lt: {
    kind: "single",
    ordered: true,
    path: ["st_lead_times", "*", "st_lt"],
    over: STEPS,
    label: "Väntan som den oftast är",
    answers: ["S0.8"],
    categories: LEAD_TIMES,
  },
  st_lt_ok: {
    kind: "single",
    ordered: true,
    path: ["st_lead_times", "*", "st_lt_ok"],
    over: STEPS,
    // A wait may be too long in the eyes of somebody who does not know how long it is.
    askedWhen: { variable: "st_lt", codes: [...LEAD_TIME_BINS.map(({ code }) => code), DONT_KNOW.code] },
    label: "Om väntan är rimlig",
    answers: ["S0.8"],
    categories: [...YES_PARTLY_NO, DONT_KNOW],
  },
} as const satisfies Dictionary;
