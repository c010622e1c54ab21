/** Follow-up: the period, who the participants are and how they move through the project. Aggregates only. */
import { LEAD_TIME_BINS, type Category } from "../../codes.ts";
import { count, insteadOf } from "../../count-family.ts";
import type { Dictionary } from "../../dictionary.ts";
import { EXIT_OUTCOMES, FLOWS, MATCHES, ONWARD, STATUSES } from "../../follow-up-options.ts";

const BINS: readonly Category[] = LEAD_TIME_BINS.map(({ code, label }) => ({ code, label }));

/** A count of persons that shares its way out with others. */
const persons = <const N extends string>(name: N, label: string, answers: readonly string[], instead: string) =>
  ({ ...count({ path: [], label, answers }), path: [name], instead }) as const;

/** A count of persons for every row. */
const rows = <const N extends string, const O>(name: N, over: O, label: string, answers: readonly string[]) =>
  ({ ...count({ path: [], label, answers }), path: [name, "*"], over, instead: `${name}_instead` }) as const;

export const period = {
  fu_period_start: { kind: "date", path: ["fu_period_start"], label: "Periodens första dag", answers: ["S3.21"] },
  fu_period_end: { kind: "date", path: ["fu_period_end"], label: "Periodens sista dag", answers: ["S3.21"] },
  fu_months_elapsed: {
    kind: "number",
    path: ["fu_months_elapsed"],
    label: "Månader sedan projektet började",
    answers: ["S3.21"],
    unit: "månader",
    whole: true,
    min: 0,
    max: 240,
  },
} as const satisfies Dictionary;

export const intake = {
  fu_referred: rows("fu_referred", "parties", "Anmälda av", ["S1.24", "S1.44"]),
  fu_referred_instead: insteadOf("fu_referred_instead", "Anmälda per part", ["S1.24"], false),
  fu_enrolled: persons("fu_enrolled", "Inskrivna under perioden", ["S1.44"], "fu_intake_instead"),
  fu_waiting: persons("fu_waiting", "Väntar på att bli inskrivna", ["S1.44"], "fu_intake_instead"),
  fu_declined: persons("fu_declined", "Har tackat nej", ["S1.44"], "fu_intake_instead"),
  fu_captured_early: persons("fu_captured_early", "Nåddes tidigt", ["S1.20", "S4.26"], "fu_intake_instead"),
  fu_participants: persons("fu_participants", "Deltagare under perioden", ["S1.44"], "fu_intake_instead"),
  fu_consent_signed: persons("fu_consent_signed", "Undertecknat samtycke", ["S1.25"], "fu_intake_instead"),
  fu_intake_instead: insteadOf("fu_intake_instead", "Inskrivna och deltagare", ["S1.44"], false),
  fu_profile: rows("fu_profile", "profile", "Deltagare efter bakgrund", ["S1.3", "S1.4", "S1.44"]),
  fu_profile_instead: insteadOf("fu_profile_instead", "Deltagare efter bakgrund", ["S1.44"], false),
  fu_within_14d: persons(
    "fu_within_14d",
    "Inskrivna inom 14 dagar från första kontakt",
    ["S1.26"],
    "fu_first_to_enrol_instead",
  ),
  fu_first_to_enrol: rows("fu_first_to_enrol", BINS, "Inskrivna efter tid från första kontakt", ["S1.26"]),
  fu_first_to_enrol_instead: insteadOf("fu_first_to_enrol_instead", "Tid till inskrivning", ["S1.26"], false),
} as const satisfies Dictionary;

export const plan = {
  fu_mapped_group: persons("fu_mapped_group", "Kartlagda i grupp", ["S1.21", "S1.27"], "fu_mapping_instead"),
  fu_mapped_individual: persons("fu_mapped_individual", "Kartlagda enskilt", ["S1.21", "S1.27"], "fu_mapping_instead"),
  fu_plan_done: persons("fu_plan_done", "Har en handlingsplan", ["S1.28"], "fu_mapping_instead"),
  fu_plan_on_time: persons("fu_plan_on_time", "Handlingsplan i tid", ["S1.21", "S1.28"], "fu_mapping_instead"),
  fu_assessed: persons("fu_assessed", "Målgruppsbedömda", ["S3.1"], "fu_mapping_instead"),
  fu_mapping_instead: insteadOf("fu_mapping_instead", "Kartläggning och plan", ["S1.27"], false),
  fu_match: rows("fu_match", MATCHES, "Om insatsen passade behovet", ["S3.1", "S3.2", "S3.3"]),
  fu_match_instead: insteadOf("fu_match_instead", "Om insatsen passade behovet", ["S3.2"], false),
  fu_onward: rows("fu_onward", ONWARD, "Slussade vidare till", ["S1.29"]),
  fu_onward_instead: insteadOf("fu_onward_instead", "Slussade vidare", ["S1.29"], false),
  fu_merits: persons("fu_merits", "Fick praktik, intyg eller kurs", ["S1.22"], "fu_reach_instead"),
  fu_returned: persons("fu_returned", "Åter i samma insats inom 12 månader", ["S1.10", "S3.4"], "fu_reach_instead"),
  fu_reach_instead: insteadOf("fu_reach_instead", "Meriter och återkomster", ["S1.22"], false),
} as const satisfies Dictionary;

export const exits = {
  fu_exits: persons("fu_exits", "Avslutade under perioden", ["S1.33"], "fu_exits_instead"),
  fu_exit_planned: persons("fu_exit_planned", "Planerat avslut", ["S1.30"], "fu_exits_instead"),
  fu_exit_main_party: persons("fu_exit_main_party", "Utsedd huvudansvarig vid avslut", ["S1.31"], "fu_exits_instead"),
  fu_exit_knows_where: persons("fu_exit_knows_where", "Vet vart man vänder sig", ["S1.32"], "fu_exits_instead"),
  fu_functioning: persons("fu_functioning", "Fungerande vardag vid avslut", ["S1.23"], "fu_exits_instead"),
  fu_exits_instead: insteadOf("fu_exits_instead", "Avslut", ["S1.33"], false),
  fu_exit_outcome: rows("fu_exit_outcome", EXIT_OUTCOMES, "Avslutade till", ["S1.33"]),
  fu_exit_outcome_instead: insteadOf("fu_exit_outcome_instead", "Avslutade till", ["S1.33"], false),
  fu_flow: rows("fu_flow", FLOWS, "Från steg till steg", ["S1.45", "S4.28"]),
  fu_flow_instead: insteadOf("fu_flow_instead", "Från steg till steg", ["S1.45"], false),
} as const satisfies Dictionary;

const status = (months: 3 | 6 | 12) =>
  ({
    ...rows(`fu_status_${months}m`, STATUSES, `Läget efter ${months} månader`, ["S2.13", "S3.4"]),
    instead: "fu_status_instead",
  }) as const;

export const afterwards = {
  fu_status_3m: status(3),
  fu_status_6m: status(6),
  fu_status_12m: status(12),
  fu_self_support: persons("fu_self_support", "Egen försörjning", ["S2.13", "S4.24"], "fu_status_instead"),
  fu_status_instead: insteadOf("fu_status_instead", "Läget efter avslut", ["S3.4"], false),
} as const satisfies Dictionary;
