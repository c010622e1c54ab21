/** Invented answers to the fictional cases: every party says what it would do, stage by stage. */
import { CERTAINTY, COST_BANDS } from "../../survey-definitions/case-options.ts";
import { stagesOf } from "../../survey-definitions/study-cases.ts";
import type { Study } from "../../survey-definitions/study.ts";
import type { Answers } from "../../survey-definitions/wire.ts";
import { CASE_PATHS, type StagePath } from "./case-paths.ts";
import { CASE_WORDS } from "./case-words.ts";
import { type Chance, chance, seedOf } from "./random.ts";
import { binAround, codeAround, degreeAround } from "./scales.ts";

/** Kinds of party that meet a person of the age at all. */
const AGES: Readonly<Record<string, readonly [from: number, to: number]>> = {
  student_health: [6, 19],
  child_psychiatry: [5, 17],
  youth_clinic: [13, 23],
  activity_responsibility: [16, 20],
  adult_psychiatry: [18, 99],
  employment_service: [16, 99],
  labour_market_unit: [16, 99],
  social_insurance: [18, 99],
};

/** The answers of one party for one municipality; stages at ages that the party never meets are hardly answered. */
export function caseAnswers(study: Study, partyId: string, municipality: string): Answers {
  const kind = study.parties.find(({ id }) => id === partyId)?.kind ?? "other";
  const dice = chance(seedOf(`case/${partyId}/${municipality}`));
  const words = CASE_WORDS[`${partyId}/${municipality}`];
  const [youngest, oldest] = AGES[kind] ?? [0, 99];
  const stages = stagesOf(study).flatMap(({ row, stage }): readonly (readonly [string, unknown])[] => {
    const path = CASE_PATHS[row];
    if (path === undefined) return [];
    const meets = stage.age >= youngest && stage.age <= oldest;
    const [better, basis] = [words?.better?.[row], words?.basis?.[row]];
    const answers = {
      ...(meets ? stageAnswers(path, kind, municipality, dice) : elsewhere(path, dice)),
      ...(basis === undefined ? {} : { stg_basis: basis }),
      ...(better === undefined ? {} : { stg_better: better }),
    };
    return Object.entries(answers).map(([name, value]) => [`${name}.${row}`, value] as const);
  });
  const realism = (study.cases ?? []).map(({ id }) => [id, degreeAround(dice, 4.3, 0.05)]);
  return {
    ...(words?.roles === undefined ? {} : { case_roles: words.roles }),
    ...Object.fromEntries(stages),
    case_realism: Object.fromEntries(realism) as Answers,
    ...words?.proposal,
  };
}

function stageAnswers(path: StagePath, kind: string, municipality: string, dice: Chance): Answers {
  const isInvolved = path.young.some((one) => one === kind) || path.parents.some((one) => one === kind);
  // In the larger place more is unclear; in the small one the social services are asked to lead more often.
  const lead = dice.pick(
    path.lead.map(([who, weight]) => {
      const more = municipality === "1487" ? ["unclear", "none"] : ["social_services"];
      return [who, (more.includes(who) ? weight * 1.8 : who === kind ? weight * 1.3 : weight) ** 2] as const;
    }),
  );
  const actions = path.actions.filter((code) => code === "no_action" || dice.happens(isInvolved ? 0.75 : 0.3));
  const [low, high] = path.wait;
  const spread = 0.7 + dice.next() * 0.6;
  const contacts = (kinds: readonly string[]) => {
    const named = kinds.filter((one) => one === kind || dice.happens(0.75));
    return named.length === 0 ? ["none"] : named;
  };
  return {
    stg_detects: codeAround(
      dice,
      CERTAINTY.map(({ code }) => code),
      isInvolved ? 0.8 : 2,
    ),
    stg_signal_to_action: dice.happens(0.12) ? "dont_know" : binAround(dice, path.reaction),
    stg_your_action: actions.length === 0 ? [isInvolved ? "other_action" : "no_action"] : actions,
    stg_contacts_young: contacts(path.young),
    stg_contacts_parent: contacts(path.parents),
    stg_lead: lead,
    ...(lead === kind ? {} : { stg_lead_others: lead === "none" ? "unclear" : lead }),
    stg_next: path.next,
    ...(path.next === "none" ? {} : { stg_handover_mode: handover(dice) }),
    ...(dice.happens(0.8)
      ? { stg_wait_days_low: Math.round(low * spread), stg_wait_days_high: Math.round(high * spread) }
      : {}),
    stg_retell: dice.pick([
      ["yes", 6],
      ["no", 2],
      ["dont_know", 1],
    ]),
    stg_consent_needed: dice.pick([
      ["yes", 6],
      ["no", 2],
      ["unclear", 3],
    ]),
    stg_info_stop: stops(dice),
    stg_risk: path.risks.filter(() => dice.happens(0.8)),
    stg_better_effect: degreeAround(dice, 3.9),
    stg_cost_band: dice.happens(0.25)
      ? "dont_know"
      : codeAround(
          dice,
          COST_BANDS.map(({ code }) => code),
          isInvolved ? path.cost : 0.4,
        ),
  };
}

/** What a party says about a stage at an age that it never meets: a few say who they think leads. */
function elsewhere(path: StagePath, dice: Chance): Answers {
  if (dice.happens(0.6)) return {};
  return { stg_detects: "no", stg_your_action: ["no_action"], stg_lead: dice.pick(path.lead) };
}

const handover = (dice: Chance): string =>
  dice.pick([
    ["letter", 6],
    ["none", 3],
    ["phone", 2],
    ["meeting", 1.5],
    ["sip", 0.8],
    ["dont_know", 1],
  ]);

function stops(dice: Chance): readonly string[] {
  const found = ["secrecy", "no_consent", "unsure", "no_contact", "no_routine", "time"].filter(() => dice.happens(0.3));
  return found.length === 0 ? ["none"] : found;
}
