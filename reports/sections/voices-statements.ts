/** What young people, guardians, staff and parties are asked about the same things, and which answers are good ones. */
import type { Category, Instrument } from "../../survey-definitions/codes.ts";

/** The codes of a question by side; codes in none of them are no value. */
export interface Sides {
  readonly positive: readonly string[];
  readonly middle: readonly string[];
  readonly negative: readonly string[];
}

const AGREES: Sides = { positive: ["4", "5"], middle: ["3"], negative: ["1", "2"] };
const DISAGREES: Sides = { positive: ["1", "2"], middle: ["3"], negative: ["4", "5"] };
const YES: Sides = { positive: ["yes"], middle: ["partly"], negative: ["no"] };
const SELDOM: Sides = { positive: ["never", "rarely"], middle: ["sometimes"], negative: ["often", "always"] };
const FEW_TIMES: Sides = { positive: ["n0"], middle: ["n1"], negative: ["n2_3", "n4_5", "n6_plus"] };
const BETTER: Sides = {
  positive: ["increased", "increased_much"],
  middle: ["unchanged"],
  negative: ["decreased", "decreased_much"],
};

export interface Asked {
  readonly instrument: Extract<Instrument, "voice" | "staff" | "party">;
  readonly column: string;
  /** The question as the group reads it, short. */
  readonly question: string;
  readonly sides: Sides;
}

const asked =
  (instrument: Asked["instrument"]) =>
  (column: string, question: string, sides: Sides = AGREES): Asked => ({ instrument, column, question, sides });
const [voice, staff, party] = [asked("voice"), asked("staff"), asked("party")];

export interface Statement extends Category {
  readonly asked: readonly Asked[];
}

/** In the order of the tables: first what more than one group is asked about. */
export const STATEMENTS: readonly Statement[] = [
  {
    code: "one_person",
    label: "Någon håller ihop hjälpen",
    asked: [
      voice("v_one_person", "Finns det en person som håller ihop all hjälp?", YES),
      staff("st_resp_clear", "Vet du vem som har huvudansvaret?"),
      party("joint_resp_today", "Finns ett samlat ansvar i dag?", YES),
    ],
  },
  {
    code: "no_restart",
    label: "Ingen behöver börja om eller skickas vidare",
    asked: [
      voice("v_retold", "Hur många gånger har du fått börja om?", FEW_TIMES),
      staff("st_bounced", "Hur ofta skickas personer vidare utan lösning?", SELDOM),
      party("coop_fails.handover", "Hur mycket brister samverkan vid överlämning?", DISAGREES),
    ],
  },
  {
    code: "clear_next",
    label: "Det är tydligt vad som ska hända",
    asked: [
      voice("v_clear_next", "Jag vet vad som ska hända."),
      staff("st_plan_goal", "Det finns en plan med tydliga mål för varje person."),
    ],
  },
  {
    code: "after",
    label: "Det finns en tanke om tiden efteråt",
    asked: [
      voice("v_after_plan", "Vet du vad som händer sedan?", YES),
      staff("st_chain_thinking", "Vi tänker på tiden före, under och efter en insats."),
    ],
  },
  {
    code: "wait_ok",
    label: "Väntan är rimlig",
    asked: [
      voice("v_wait_ok", "Var det okej att vänta så länge?"),
      staff("st_lt_ok.intervention_start", "Är väntan rimlig tills insatsen börjar?", YES),
    ],
  },
  {
    code: "lasting",
    label: "Hjälpen leder vidare och slutar inte för tidigt",
    asked: [
      voice("v_help_ended_early", "Hjälpen tog slut för tidigt.", DISAGREES),
      staff("st_dead_end", "Hur ofta får personer stöd som inte leder vidare?", SELDOM),
    ],
  },
  {
    code: "handover",
    label: "Överlämningar fungerar",
    asked: [
      staff("st_handover_quality", "I hur hög grad fungerar överlämningar?"),
      party("coop_works.handover", "I hur hög grad fungerar samverkan vid överlämning?"),
    ],
  },
  {
    code: "early",
    label: "Någon reagerar tidigt",
    asked: [
      staff("st_early_react", "I hur hög grad reagerar ni på de första tecknen?"),
      party("coop_works.detection", "I hur hög grad fungerar samverkan vid upptäckt?"),
    ],
  },
  ...[
    voice("v_knew_where", "Visste du vart du skulle vända dig?", YES),
    voice("v_listened", "De lyssnar på mig."),
    voice("v_info_good", "Jag får bra information."),
    voice("v_influence", "Jag får vara med och bestämma."),
    voice("v_help_fits", "Hjälpen passar mig."),
    voice("v_life_quality", "Hur är ditt liv just nu?"),
    voice("v_health", "Hur mår du?"),
    voice("v_hope", "Hur känns framtiden?"),
    voice("v_confidence", "Jag tror på mig själv."),
    staff("st_shared_view", "Vi har samma bild av vad personerna behöver."),
    staff("st_comm", "I hur hög grad fungerar kontakten mellan verksamheter?"),
    staff("st_coop_change", "Har samarbetet blivit bättre det senaste året?", BETTER),
    staff("st_fall_outside", "Hur ofta tappas personer bort helt?", SELDOM),
    staff("st_assess_prof", "Bedömningarna är professionella."),
    staff("st_assess_structured", "Bedömningarna görs på ett strukturerat sätt."),
    staff("st_assess_evidence", "Bedömningarna bygger på kunskap om vad som hjälper."),
  ].map((one): Statement => ({ code: one.column, label: one.question, asked: [one] })),
];

/** The question as the group reads it, without its full stop. */
export const questionOf = (column: string): string =>
  STATEMENTS.flatMap(({ asked: all }) => all)
    .find((one) => one.column === column)
    ?.question.replace(/\.$/, "") ?? column;

/** Those that young people and somebody else are asked about, and those that they alone are asked about. */
export const hasVoices = ({ asked: all }: Statement): boolean => all.some(({ instrument }) => instrument === "voice");
export const isShared = ({ asked: all }: Statement): boolean => all.length > 1;
