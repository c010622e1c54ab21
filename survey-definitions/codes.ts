/** Every code that crosses a file, an address or a table, with its Swedish label. Stated here and nowhere else. */

export interface Category {
  readonly code: string;
  readonly label: string;
}

const categories = <const C extends string>(labels: Record<C, string>): readonly { code: C; label: string }[] =>
  Object.entries<string>(labels).map(([code, label]) => ({ code: code as C, label }));

export const INSTRUMENTS = ["party", "staff", "case", "voice", "follow-up"] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** Instruments with many anonymous answers an assignment; the others have one answer each. */
export const OPEN_INSTRUMENTS: ReadonlySet<Instrument> = new Set(["staff", "voice"]);

export const MISSING_REASONS = [
  "not_answered",
  "not_asked",
  "dont_know",
  "not_applicable",
  "too_early",
  "cannot_state",
  "suppressed",
] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

export const MISSING_LABELS: Record<MissingReason, string> = {
  not_answered: "inte besvarad",
  not_asked: "inte tillfrågad",
  dont_know: "vet ej",
  not_applicable: "inte aktuellt",
  too_early: "för tidigt att bedöma",
  cannot_state: "kan inte anges",
  suppressed: "visas inte, för att skydda enskilda",
};

export const PARTY_KINDS = categories({
  social_services: "Socialtjänst",
  employment_service: "Arbetsförmedlingen",
  social_insurance: "Försäkringskassan",
  primary_care: "Primärvård",
  youth_clinic: "Första linjen eller ungdomsmottagning",
  child_psychiatry: "Barn- och ungdomspsykiatri (BUP)",
  adult_psychiatry: "Vuxenpsykiatri",
  addiction_care: "Beroendevård",
  student_health: "Elevhälsa",
  activity_responsibility: "Kommunalt aktivitetsansvar (KAA)",
  labour_market_unit: "Arbetsmarknadsenhet",
  police_sspf: "Polis eller SSPF",
  state_care: "SiS eller HVB",
  probation: "Kriminalvård och frivård",
  civil_society: "Civilsamhälle",
  other: "Annan part",
});
export type PartyKind = (typeof PARTY_KINDS)[number]["code"];

export const STEPS = categories({
  detection: "Upptäckt",
  first_contact: "Första kontakt",
  assessment: "Bedömning",
  investigation: "Utredning",
  decision: "Beslut",
  intervention_start: "Insatsen börjar",
  handover: "Överlämning",
  exit: "Avslut",
});
export type Step = (typeof STEPS)[number]["code"];

/** Lead-time bins as left-open intervals of whole days, (from, to]; `to: null` is unbounded; `d0` is the point 0. */
export const LEAD_TIME_BINS = [
  { code: "d0", label: "Samma dag", from: 0, to: 0 },
  { code: "d1_3", label: "1–3 dagar", from: 0, to: 3 },
  { code: "d4_7", label: "4–7 dagar", from: 3, to: 7 },
  { code: "d8_14", label: "8–14 dagar", from: 7, to: 14 },
  { code: "d15_30", label: "15–30 dagar", from: 14, to: 30 },
  { code: "d31_60", label: "31–60 dagar", from: 30, to: 60 },
  { code: "d61_90", label: "61–90 dagar", from: 60, to: 90 },
  { code: "d91_120", label: "91–120 dagar", from: 90, to: 120 },
  { code: "d121_180", label: "121–180 dagar", from: 120, to: 180 },
  { code: "d180_plus", label: "Mer än 180 dagar", from: 180, to: null },
] as const;

export const AVAILABILITY = categories({ available: "Finns", partly: "Finns delvis", missing: "Saknas" });
export const SOURCES = categories({
  register: "Verksamhetssystem",
  manual_count: "Manuell räkning",
  judgement: "Bedömning",
});
export const PRECISIONS = categories({
  exact: "Exakt",
  pm10: "Inom ±10 procent",
  pm25: "Inom ±25 procent",
  rough: "Grov uppskattning",
});
export const NEED_MET = categories({
  no_need: "Inget behov",
  met: "Täckt",
  partly: "Delvis täckt",
  unmet: "Inte täckt",
});
export const HOW_COMMON = categories({ none: "Ingen", some: "Några", half: "Ungefär hälften", most: "De flesta" });
export const TRENDS = categories({
  decreased_much: "Minskat mycket",
  decreased: "Minskat",
  unchanged: "Oförändrat",
  increased: "Ökat",
  increased_much: "Ökat mycket",
});
export const YES_PARTLY_NO = categories({ yes: "Ja", partly: "Delvis", no: "Nej" });
export const HOW_OFTEN = categories({
  never: "Aldrig",
  rarely: "Sällan",
  sometimes: "Ibland",
  often: "Ofta",
  always: "Alltid",
});
export const BARRIERS = categories({
  secrecy: "Sekretess",
  organisation: "Organisation",
  regulations: "Regelverk",
  resources: "Resurser",
  resistance: "Motstånd",
  knowledge: "Kunskap",
  it: "It-system",
  distance: "Avstånd",
});
export const GAINS = categories({
  quality_of_life: "Livskvalitet",
  self_support: "Egen försörjning",
  health: "Hälsa",
  legal_certainty: "Rättssäkerhet",
  cost: "Lägre kostnader",
  competence: "Kompetens",
});
export const LIMITS = categories({
  age: "Åldersgräns",
  diagnosis: "Krav på diagnos",
  sobriety: "Krav på drogfrihet",
  referral: "Krav på remiss",
  time_limit: "Tidsgräns",
  queue: "Kö",
  geography: "Geografi",
  other: "Annat",
});
export const CONTRIBUTIONS = categories({ staff: "Personal", premises: "Lokal", method: "Metod", money: "Medel" });
export const COOPERATION_FREQUENCY = categories({
  never: "Aldrig",
  year: "Någon gång om året",
  term: "Någon gång per termin",
  month: "Varje månad",
  week: "Varje vecka",
});
export const AGREEMENTS = categories({ none: "Ingen", oral: "Muntlig", written: "Skriftlig" });
export const PROBLEM_DOMAINS = categories({
  substance: "Beroende",
  mental_health: "Psykisk ohälsa",
  npf: "Neuropsykiatrisk funktionsnedsättning (NPF)",
  housing: "Boende",
  economy: "Ekonomi",
  school: "Skola",
  work: "Arbete",
  family: "Familj",
  crime: "Kriminalitet",
  violence: "Våld",
  physical_health: "Fysisk hälsa",
  loneliness: "Ensamhet",
});

/** "Together", "nobody" and "unclear" where a question asks for a responsible party. */
export const JOINT = { code: "joint", label: "Gemensamt" } as const;
export const NOBODY = { code: "none", label: "Ingen" } as const;
export const UNCLEAR = { code: "unclear", label: "Oklart" } as const;
