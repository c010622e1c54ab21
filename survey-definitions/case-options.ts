/** The option sets of the questionnaire about fictional cases. */
import { NOBODY, PARTY_KINDS, UNCLEAR, type Category } from "./codes.ts";
import { DONT_KNOW, NOT_APPLICABLE } from "./option-sets.ts";

/** How surely a party would notice the need. */
export const CERTAINTY = [
  { code: "certainly", label: "Säkert" },
  { code: "likely", label: "Troligen" },
  { code: "hardly", label: "Knappast" },
  { code: "no", label: "Nej" },
] as const satisfies readonly Category[];

/** Beside the interventions of the study: an answer of its own, not the lack of one. */
export const NO_ACTION = { code: "no_action", label: "Vi gör inget i det här skedet" } as const satisfies Category;
export const OTHER_ACTION = { code: "other_action", label: "Något annat" } as const satisfies Category;

/** Whom somebody is in contact with. */
export const CONTACTS = [...PARTY_KINDS, NOBODY] as const;

/** Who leads or takes over: one kind of party, nobody, or nobody can tell. */
export const LEADERS = [...PARTY_KINDS, NOBODY, UNCLEAR, DONT_KNOW] as const;

/** How a young person is handed over to the next. */
export const HANDOVERS = [
  { code: "none", label: "Ingen överlämning" },
  { code: "letter", label: "Brev, remiss eller anmälan" },
  { code: "phone", label: "Telefonsamtal" },
  { code: "meeting", label: "Möte tillsammans med den unga" },
  { code: "sip", label: "Samordnad individuell plan (SIP)" },
  DONT_KNOW,
] as const;

/** What keeps parties from telling each other what they need to know. */
export const INFORMATION_STOPS = [
  { code: "secrecy", label: "Sekretess" },
  { code: "no_consent", label: "Samtycke saknas" },
  { code: "unsure", label: "Osäkerhet om vad som får lämnas ut" },
  { code: "no_contact", label: "Vi vet inte vem vi ska kontakta" },
  { code: "no_routine", label: "Rutin saknas" },
  { code: "it", label: "It-system" },
  { code: "time", label: "Tidsbrist" },
  { code: "other", label: "Annat" },
  { code: "none", label: "Inget stoppar" },
] as const satisfies readonly Category[];

export const RISKS = [
  { code: "substance", label: "Missbruk" },
  { code: "crime", label: "Brott" },
  { code: "exclusion", label: "Utanförskap" },
  { code: "ill_health", label: "Ohälsa" },
] as const satisfies readonly Category[];

/** What a stage costs the answering party, in kronor: from (not included) and to (included); null is unbounded. */
export const COST_BANDS = [
  { code: "k0", label: "Ingen kostnad", from: 0, to: 0 },
  { code: "k0_10", label: "Upp till 10 000 kr", from: 0, to: 10_000 },
  { code: "k10_50", label: "10 000–50 000 kr", from: 10_000, to: 50_000 },
  { code: "k50_150", label: "50 000–150 000 kr", from: 50_000, to: 150_000 },
  { code: "k150_500", label: "150 000–500 000 kr", from: 150_000, to: 500_000 },
  { code: "k500_1500", label: "500 000–1,5 miljoner kr", from: 500_000, to: 1_500_000 },
  { code: "k1500_plus", label: "Mer än 1,5 miljoner kr", from: 1_500_000, to: null },
] as const;

export const COSTS = [...COST_BANDS.map(({ code, label }) => ({ code, label })), DONT_KNOW, NOT_APPLICABLE] as const;
