/** What young people and guardians read: the option sets of `voice` and the usual support, in easy Swedish (lättläst). */
import { LEAD_TIME_BINS, type Category } from "./codes.ts";
import type { CategorySpec } from "./dictionary.ts";

const DONT_KNOW = { code: "dont_know", label: "Vet inte", missing: "dont_know" } as const satisfies CategorySpec;
const notApplicable = (label: string) => ({ code: "not_applicable", label, missing: "not_applicable" }) as const;

/** Five steps, lowest first, as the codes 1–5; a survey writes them as numbers. */
const steps = (...labels: readonly [string, string, string, string, string]): readonly CategorySpec[] =>
  labels.map((label, i) => ({ code: String(i + 1), label }));

export const ROLES = [
  { code: "young", label: "En ung person" },
  { code: "guardian", label: "En förälder eller annan vårdnadshavare" },
] as const satisfies readonly Category[];

/** Wide, so that nobody is recognised by them. */
export const AGES = [
  { code: "under_16", label: "Yngre än 16 år" },
  { code: "a16_17", label: "16–17 år" },
  { code: "a18_20", label: "18–20 år" },
  { code: "a21_25", label: "21–25 år" },
  { code: "over_25", label: "26 år eller äldre" },
  { code: "prefer_not", label: "Jag vill inte säga det", missing: "cannot_state" },
] as const satisfies readonly CategorySpec[];

/** How many places somebody has been in contact with. */
export const PLACES = [
  { code: "n0", label: "Inget" },
  { code: "n1", label: "1 ställe" },
  { code: "n2_3", label: "2–3 ställen" },
  { code: "n4_5", label: "4–5 ställen" },
  { code: "n6_plus", label: "6 ställen eller fler" },
  DONT_KNOW,
] as const satisfies readonly CategorySpec[];

/** How many times somebody has had to start again. */
export const TIMES = [
  { code: "n0", label: "Ingen gång" },
  { code: "n1", label: "1 gång" },
  { code: "n2_3", label: "2–3 gånger" },
  { code: "n4_5", label: "4–5 gånger" },
  { code: "n6_plus", label: "6 gånger eller fler" },
  DONT_KNOW,
] as const satisfies readonly CategorySpec[];

export const EASY_YES_PARTLY_NO = [
  { code: "yes", label: "Ja" },
  { code: "partly", label: "Ja, lite" },
  { code: "no", label: "Nej" },
  DONT_KNOW,
] as const satisfies readonly CategorySpec[];

/** How well a statement fits (AG5). */
export const EASY_AGREEMENT: readonly CategorySpec[] = [
  ...steps("Stämmer inte alls", "Stämmer inte så bra", "Både och", "Stämmer ganska bra", "Stämmer helt"),
  DONT_KNOW,
];
/** As `EASY_AGREEMENT`, where there may be nothing to judge yet. */
export const easyAgreementOr = (nothingYet: string): readonly CategorySpec[] => [
  ...EASY_AGREEMENT,
  notApplicable(nothingYet),
];

/** How well things are. */
export const EASY_WELL: readonly CategorySpec[] = [
  ...steps("Mycket dåligt", "Dåligt", "Sådär", "Bra", "Mycket bra"),
  DONT_KNOW,
];

/** Whether a wait was reasonable (L5). */
export const EASY_REASONABLE: readonly CategorySpec[] = [
  ...steps("Nej, inte alls", "Nej, inte riktigt", "Sådär", "Ja, ganska okej", "Ja, helt okej"),
  DONT_KNOW,
];

/** How much support helped (L5). */
export const EASY_HELPED: readonly CategorySpec[] = [
  ...steps("Inte alls", "Lite", "Sådär", "Ganska mycket", "Mycket"),
  DONT_KNOW,
  { code: "too_early", label: "För tidigt att säga", missing: "too_early" },
];

const EASY_TIMES: Readonly<Record<(typeof LEAD_TIME_BINS)[number]["code"], string>> = {
  d0: "Samma dag",
  d1_3: "1–3 dagar",
  d4_7: "4–7 dagar",
  d8_14: "1–2 veckor",
  d15_30: "2–4 veckor",
  d31_60: "1–2 månader",
  d61_90: "2–3 månader",
  d91_120: "3–4 månader",
  d121_180: "4–6 månader",
  d180_plus: "Mer än 6 månader",
};

/** The bins of lead times as people say them. */
export const easyTimesOr = (nothingYet: string): readonly CategorySpec[] => [
  ...LEAD_TIME_BINS.map(({ code }) => ({ code, label: EASY_TIMES[code] })),
  DONT_KNOW,
  notApplicable(nothingYet),
];

/** The usual support by code; support that only one study has is called what that study calls it. */
export const EASY_INTERVENTIONS: ReadonlyMap<string, string> = new Map([
  ["case_management", "En person som håller ihop all hjälp"],
  ["outreach", "Personal som söker upp unga"],
  ["supported_employment", "Hjälp att få och behålla ett jobb"],
  ["study_guidance", "Hjälp med skola och studier"],
  ["work_training", "Praktik eller att prova på ett jobb"],
  ["housing_support", "Hjälp hemma med vardagen"],
  ["housing_first", "Bostad med stöd"],
  ["cbt_treatment", "Samtal med psykolog eller annan behandling"],
  ["relapse_prevention", "Hjälp att sluta med alkohol, droger eller spel"],
  ["npf_support", "Stöd vid adhd eller autism"],
  ["family_support", "Hjälp till hela familjen"],
  ["personal_ombud", "Ett ombud som hjälper till med kontakter"],
  ["peer_support", "Stöd av någon som har varit med om samma sak"],
  ["contact_person", "Kontaktperson eller kontaktfamilj"],
  ["meaningful_activity", "Något att göra på dagarna eller på fritiden"],
  ["defector_support", "Hjälp att sluta med brott"],
  ["debt_advice", "Hjälp med pengar och skulder"],
  ["sip", "Ett möte där alla gör en plan tillsammans (SIP)"],
]);
