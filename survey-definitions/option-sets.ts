/** The option sets of the questionnaires: codes with the choices that are missing reasons last. */
import { LEAD_TIME_BINS, type Category } from "./codes.ts";
import type { CategorySpec } from "./dictionary.ts";

export const DONT_KNOW = { code: "dont_know", label: "Vet ej", missing: "dont_know" } as const satisfies CategorySpec;
export const TOO_EARLY = {
  code: "too_early",
  label: "För tidigt att bedöma",
  missing: "too_early",
} as const satisfies CategorySpec;
export const NOT_APPLICABLE = {
  code: "not_applicable",
  label: "Inte aktuellt",
  missing: "not_applicable",
} as const satisfies CategorySpec;

/** From nothing at all to a very high degree (L5); a survey writes the codes as the numbers 1–5. */
export const DEGREES = [
  { code: "1", label: "Inte alls" },
  { code: "2", label: "I liten grad" },
  { code: "3", label: "Till viss del" },
  { code: "4", label: "I hög grad" },
  { code: "5", label: "I mycket hög grad" },
] as const satisfies readonly Category[];
export const DEGREES_OR_UNKNOWN = [...DEGREES, DONT_KNOW] as const;

/** From no agreement to full agreement with a statement (AG5); a survey writes the codes as the numbers 1–5. */
export const AGREEMENT = [
  { code: "1", label: "Instämmer inte" },
  { code: "2", label: "Instämmer i liten grad" },
  { code: "3", label: "Instämmer delvis" },
  { code: "4", label: "Instämmer i hög grad" },
  { code: "5", label: "Instämmer helt" },
] as const satisfies readonly Category[];
export const AGREEMENT_OR_UNKNOWN = [...AGREEMENT, DONT_KNOW] as const;

/** The codes of a trend for something that becomes better or worse. */
export const CHANGES = [
  { code: "decreased_much", label: "Mycket sämre" },
  { code: "decreased", label: "Sämre" },
  { code: "unchanged", label: "Oförändrat" },
  { code: "increased", label: "Bättre" },
  { code: "increased_much", label: "Mycket bättre" },
] as const satisfies readonly Category[];

/** How often somebody meets the target group. */
export const MEETS_GROUP = [
  { code: "never", label: "Aldrig" },
  { code: "year", label: "Någon gång om året" },
  { code: "month", label: "Någon gång i månaden" },
  { code: "week", label: "Varje vecka" },
  { code: "day", label: "Varje dag" },
] as const satisfies readonly Category[];

/** Years at a workplace; wide, so that nobody is recognised by them. */
export const YEARS = [
  { code: "y0_1", label: "Mindre än 2 år" },
  { code: "y2_5", label: "2–5 år" },
  { code: "y6_plus", label: "6 år eller mer" },
] as const satisfies readonly Category[];

export const LEAD_TIMES = [
  ...LEAD_TIME_BINS.map(({ code, label }) => ({ code, label })),
  DONT_KNOW,
  NOT_APPLICABLE,
] as const satisfies readonly CategorySpec[];

export const FOLLOW_UP = [
  { code: "systematic", label: "Ja, systematiskt" },
  { code: "sometimes", label: "Ibland" },
  { code: "no", label: "Nej" },
] as const satisfies readonly Category[];

export const KNOWN_BY = [
  { code: "only_us", label: "Bara hos oss" },
  { code: "one_more", label: "Hos oss och en part till" },
  { code: "two_or_more", label: "Hos oss och minst två parter till" },
] as const satisfies readonly Category[];

export const COMPETENCES = [
  { code: "coordination", label: "Samordning av insatser" },
  { code: "motivation", label: "Motiverande arbete" },
  { code: "social_assessment", label: "Social utredning" },
  { code: "medical_assessment", label: "Medicinsk och psykiatrisk bedömning" },
  { code: "addiction_treatment", label: "Behandling av beroende" },
  { code: "npf", label: "Neuropsykiatriska funktionsnedsättningar" },
  { code: "vocational", label: "Arbetslivsinriktad rehabilitering" },
  { code: "education", label: "Studier och vägledning" },
  { code: "benefits", label: "Ersättningar och ekonomi" },
  { code: "crime_prevention", label: "Brottsförebyggande arbete" },
  { code: "lived_experience", label: "Egen erfarenhet och brukarperspektiv" },
  { code: "other", label: "Annat" },
] as const satisfies readonly Category[];

export const ARENA_CONTENT = [
  { code: "single_entrance", label: "En ingång dit alla kan vända sig" },
  { code: "shared_assessment", label: "Gemensam kartläggning och bedömning" },
  { code: "coordinator", label: "En samordnare för varje person" },
  { code: "health_care", label: "Vård och psykologiskt stöd" },
  { code: "addiction_support", label: "Stöd vid beroende" },
  { code: "work_and_studies", label: "Stöd till arbete och studier" },
  { code: "economy_housing", label: "Råd om ekonomi och boende" },
  { code: "outreach", label: "Uppsökande arbete" },
  { code: "family_support", label: "Stöd till anhöriga" },
  { code: "meeting_place", label: "Mötesplats och fritid" },
  { code: "other", label: "Annat" },
] as const satisfies readonly Category[];

export const ARENA_PRECONDITIONS = [
  { code: "decision", label: "Beslut" },
  { code: "money", label: "Medel" },
  { code: "premises", label: "Lokal" },
  { code: "agreement", label: "Avtal" },
  { code: "staffing", label: "Bemanning" },
  { code: "legal_support", label: "Rättsligt stöd" },
] as const satisfies readonly Category[];
