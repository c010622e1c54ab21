/** The dictionary of the questionnaire about fictional cases, version 1: a party answers for every stage of each case. */
import { JOINT, PARTY_KINDS, UNCLEAR } from "../../codes.ts";
import {
  CERTAINTY,
  CONTACTS,
  COSTS,
  HANDOVERS,
  INFORMATION_STOPS,
  LEADERS,
  NO_ACTION,
  OTHER_ACTION,
  RISKS,
} from "../../case-options.ts";
import type { Dictionary } from "../../dictionary.ts";
import { DONT_KNOW, LEAD_TIMES } from "../../option-sets.ts";
import { days, degree, text } from "../../simple-specs.ts";

/** A question for every stage, as `stg_lead.alex_3`. */
const staged = <const N extends string>(name: N) => ({ path: [`${name}.*`], over: "stages" }) as const;

export const stages = {
  stg_detects: {
    ...staged("stg_detects"),
    kind: "single",
    ordered: true,
    label: "Om parten skulle upptäcka behovet",
    answers: ["S2.1"],
    categories: [...CERTAINTY, DONT_KNOW],
  },
  stg_signal_to_action: {
    ...staged("stg_signal_to_action"),
    kind: "single",
    ordered: true,
    label: "Tid från tecken till åtgärd",
    answers: ["S0.8", "S2.1"],
    categories: LEAD_TIMES,
  },
  stg_your_action: {
    ...staged("stg_your_action"),
    kind: "multiple",
    label: "Vad parten gör",
    answers: ["S2.3"],
    categories: "interventions",
    also: [OTHER_ACTION, NO_ACTION],
  },
  stg_basis: {
    ...text("stg_basis", "Vad parten gör och med stöd av vad", ["S2.3"]),
    ...staged("stg_basis"),
  },
  stg_contacts_young: {
    ...staged("stg_contacts_young"),
    kind: "multiple",
    label: "Kontakter som den unga har",
    answers: ["S2.4", "S2.5", "S2.6"],
    categories: CONTACTS,
  },
  stg_contacts_parent: {
    ...staged("stg_contacts_parent"),
    kind: "multiple",
    label: "Kontakter som föräldrarna har",
    answers: ["S2.4", "S2.5", "S2.6"],
    categories: CONTACTS,
  },
  stg_lead: {
    ...staged("stg_lead"),
    kind: "single",
    ordered: false,
    label: "Vem som leder arbetet",
    answers: ["S0.9", "S0.12"],
    categories: LEADERS,
  },
  stg_lead_others: {
    ...staged("stg_lead_others"),
    kind: "single",
    ordered: false,
    label: "Vem som leder, om parten själv inte gör det",
    answers: ["S0.9", "S0.12"],
    categories: LEADERS,
  },
  stg_next: {
    ...staged("stg_next"),
    kind: "single",
    ordered: false,
    label: "Vem som tar vid",
    answers: ["S2.8"],
    categories: LEADERS,
  },
  stg_handover_mode: {
    ...staged("stg_handover_mode"),
    kind: "single",
    ordered: true,
    label: "Hur den unga överlämnas",
    answers: ["S2.8", "S2.9"],
    categories: HANDOVERS,
  },
  stg_consent_needed: {
    ...staged("stg_consent_needed"),
    kind: "single",
    ordered: false,
    label: "Om samtycke behövs",
    answers: ["S4.17"],
    categories: [{ code: "yes", label: "Ja" }, { code: "no", label: "Nej" }, UNCLEAR],
  },
  stg_info_stop: {
    ...staged("stg_info_stop"),
    kind: "multiple",
    label: "Vad som stoppar uppgifter",
    answers: ["S2.9", "S4.17"],
    categories: INFORMATION_STOPS,
  },
  stg_wait_days_low: {
    ...days(["stg_wait_days_low.*"], "Väntan till nästa steg: kortast", ["S0.8"], 0),
    over: "stages",
  },
  stg_wait_days_high: {
    ...days(["stg_wait_days_high.*"], "Väntan till nästa steg: längst", ["S0.8"], 0),
    over: "stages",
  },
  stg_retell: {
    ...staged("stg_retell"),
    kind: "single",
    ordered: false,
    label: "Om den unga måste berätta igen",
    answers: ["S2.4"],
    categories: [{ code: "yes", label: "Ja" }, { code: "no", label: "Nej" }, DONT_KNOW],
  },
  stg_risk: {
    ...staged("stg_risk"),
    kind: "multiple",
    label: "Största risken om inget sker",
    answers: ["S2.12"],
    categories: RISKS,
  },
  stg_better: {
    ...text("stg_better", "Vad förändrad samverkan skulle göra", ["S2.2", "S2.7"]),
    ...staged("stg_better"),
  },
  stg_better_effect: {
    ...degree(["stg_better_effect.*"], "Hur stor skillnad förändrad samverkan skulle göra", ["S2.2", "S2.7"]),
    over: "stages",
  },
  stg_cost_band: {
    ...staged("stg_cost_band"),
    kind: "single",
    ordered: true,
    label: "Partens kostnad för skedet",
    answers: ["S2.15", "S3.3"],
    categories: COSTS,
  },
} as const satisfies Dictionary;

export const variables = {
  case_roles: { ...text("case_roles", "Roller hos dem som svarar", ["S2.16"], 200), personal: true },
  ...stages,
  case_realism: { ...degree(["case_realism", "*"], "Hur verkligt fallet är", ["S2.3"]), over: "cases" },
  prop_text: text("prop_text", "Förslag", ["S2.17"], 1000),
  prop_owner: {
    kind: "single",
    ordered: false,
    path: ["prop_owner"],
    label: "Ansvarig för förslaget",
    answers: ["S2.17"],
    categories: [JOINT, ...PARTY_KINDS, UNCLEAR],
  },
  prop_due: { kind: "date", path: ["prop_due"], label: "När förslaget ska vara genomfört", answers: ["S2.17"] },
} as const satisfies Dictionary;
