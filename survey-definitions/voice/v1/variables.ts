/**
 * The dictionary of the questionnaire for young people and guardians, version 1: anonymous, about one municipality.
 *
 * It has no free text, and no answer that tells one person from another but a role and a wide band of ages.
 */
import type { Dictionary } from "../../dictionary.ts";
import {
  AGES,
  EASY_AGREEMENT,
  EASY_HELPED,
  EASY_REASONABLE,
  EASY_WELL,
  EASY_YES_PARTLY_NO,
  PLACES,
  ROLES,
  TIMES,
  easyAgreementOr,
  easyTimesOr,
} from "../../easy-words.ts";
import type { CategorySpec } from "../../dictionary.ts";

/** One choice of several that stand in order. */
const ordered = (name: string, label: string, categories: readonly CategorySpec[], answers: readonly string[]) =>
  ({ kind: "single", ordered: true, path: [name], label, answers, categories }) as const;

/** Several kinds of support. */
const support = (name: string, label: string, answers: readonly string[]) =>
  ({ kind: "multiple", path: [name], label, answers, categories: "easy_interventions" }) as const;

export const variables = {
  v_role: {
    kind: "single",
    ordered: false,
    path: ["v_role"],
    label: "Den som svarar",
    answers: ["S2.5"],
    categories: ROLES,
  },
  v_age_band: ordered("v_age_band", "Ålder", AGES, ["S2.5", "S4.8"]),

  v_knew_where: ordered("v_knew_where", "Visste vart man skulle vända sig", EASY_YES_PARTLY_NO, ["S1.32"]),
  v_n_contacts: ordered("v_n_contacts", "Antal ställen man har haft kontakt med", PLACES, ["S2.4", "S2.5"]),
  v_retold: ordered("v_retold", "Antal gånger man har fått börja om", TIMES, ["S0.14", "S2.4"]),
  v_one_person: ordered("v_one_person", "En person håller ihop all hjälp", EASY_YES_PARTLY_NO, ["S0.9"]),

  v_wait_first: ordered("v_wait_first", "Väntan till första mötet", easyTimesOr("Jag har inte haft något möte än"), [
    "S0.8",
  ]),
  v_wait_support: ordered("v_wait_support", "Väntan till hjälpen började", easyTimesOr("Jag har inte fått hjälp än"), [
    "S0.8",
  ]),
  v_wait_ok: ordered("v_wait_ok", "Om väntan var rimlig", EASY_REASONABLE, ["S0.8"]),

  v_listened: ordered("v_listened", "Jag blir lyssnad på", EASY_AGREEMENT, ["S3.16", "S3.18"]),
  v_info_good: ordered("v_info_good", "Jag får bra information", EASY_AGREEMENT, ["S3.15", "S3.17"]),
  v_clear_next: ordered("v_clear_next", "Det är tydligt vad som ska hända", EASY_AGREEMENT, ["S3.14", "S3.17"]),
  v_influence: ordered("v_influence", "Jag kan påverka", EASY_AGREEMENT, ["S3.18"]),

  v_had: support("v_had", "Hjälp som man har fått", ["S0.3"]),
  v_effect: {
    ...ordered("v_effect", "Hur mycket hjälpen hjälpte", EASY_HELPED, ["S0.4"]),
    path: ["v_effect", "*"],
    over: "easy_interventions",
    askedWhen: { variable: "v_had", holdsRow: true },
  },
  v_helped_most: support("v_helped_most", "Det som hjälpte mest", ["S0.4"]),
  v_help_fits: ordered("v_help_fits", "Hjälpen passar", EASY_AGREEMENT, ["S3.2"]),
  v_help_ended_early: ordered(
    "v_help_ended_early",
    "Hjälpen tog slut för tidigt",
    easyAgreementOr("Hjälpen har inte tagit slut"),
    ["S3.4"],
  ),

  v_missing: support("v_missing", "Hjälp som saknades", ["S0.5", "S0.6"]),
  v_after_plan: ordered("v_after_plan", "Vet vad som händer sedan", EASY_YES_PARTLY_NO, ["S1.32", "S3.19"]),

  v_life_quality: ordered("v_life_quality", "Livet just nu", EASY_WELL, ["S2.14", "S4.25"]),
  v_health: ordered("v_health", "Hur man mår", EASY_WELL, ["S4.25"]),
  v_hope: ordered("v_hope", "Framtidstro", EASY_WELL, ["S1.18", "S4.25"]),
  v_confidence: ordered("v_confidence", "Tilltro till sig själv", EASY_AGREEMENT, ["S1.18", "S1.19"]),
} as const satisfies Dictionary;
