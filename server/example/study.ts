/** The example study that a new installation opens with. The places are real; every answer is invented. */

const BOTH = ["1492", "1487"];

export const EXAMPLE_ID = "exempel";

/** A study file as `study create` takes it. */
export const exampleStudy = {
  id: EXAMPLE_ID,
  title: "Unga med sammansatta behov i Åmål och Vänersborg",
  invented: true,
  target_group: {
    age_min: 16,
    age_max: 25,
    description:
      "Unga 16–25 år som behöver stöd från minst två parter samtidigt, till exempel på grund av psykisk ohälsa, " +
      "beroende eller att de står utanför skola och arbete.",
  },
  reference_period: { from: "2026-01-01", to: "2026-09-30" },
  municipalities: BOTH,
  parties: [
    { id: "ifo-amal", kind: "social_services", name: "Socialtjänsten i Åmål", municipalities: ["1492"] },
    { id: "ifo-vanersborg", kind: "social_services", name: "Socialtjänsten i Vänersborg", municipalities: ["1487"] },
    { id: "elevhalsa-amal", kind: "student_health", name: "Elevhälsan i Åmål", municipalities: ["1492"] },
    { id: "elevhalsa-vanersborg", kind: "student_health", name: "Elevhälsan i Vänersborg", municipalities: ["1487"] },
    { id: "ame-amal", kind: "labour_market_unit", name: "Arbetsmarknadsenheten i Åmål", municipalities: ["1492"] },
    {
      id: "kaa-vanersborg",
      kind: "activity_responsibility",
      name: "Aktivitetsansvaret i Vänersborg",
      municipalities: ["1487"],
    },
    { id: "arbetsformedlingen", kind: "employment_service", name: "Arbetsförmedlingen", municipalities: BOTH },
    { id: "forsakringskassan", kind: "social_insurance", name: "Försäkringskassan", municipalities: BOTH },
    { id: "bup", kind: "child_psychiatry", name: "BUP", municipalities: BOTH },
    { id: "vuxenpsykiatrin", kind: "adult_psychiatry", name: "Vuxenpsykiatrin", municipalities: BOTH },
    { id: "primarvarden", kind: "primary_care", name: "Primärvården", municipalities: BOTH },
    { id: "ungdomsmottagningen", kind: "youth_clinic", name: "Ungdomsmottagningen", municipalities: BOTH },
  ],
  instruments: [
    { instrument: "party", version: 1 },
    { instrument: "staff", version: 1 },
    { instrument: "case", version: 1 },
    { instrument: "voice", version: 1 },
    { instrument: "follow-up", version: 1 },
  ],
  budget: {
    from: "2026-08-01",
    to: "2027-01-31",
    full_time_equivalents: 0.75,
    lines: [
      { label: "Utredare, 75 procent i sex månader", amount: 292_500, funder: "Samordningsförbundet" },
      { label: "Köpt analys och tryck", amount: 48_000, funder: "Samordningsförbundet" },
      { label: "Resor och möten", amount: 22_000, funder: "Samordningsförbundet" },
      { label: "Arbetstid hos parterna", amount: 110_000, funder: "Kommunerna, regionen och myndigheterna" },
    ],
  },
  suppression_threshold: 5,
} as const;

/** Assignments without a sent answer: the example is uneven on purpose. */
export const UNANSWERED: readonly {
  readonly instrument: "party" | "case";
  readonly party: string;
  readonly municipality: string;
  readonly status: "draft" | "not_started" | "declined";
  readonly reason?: string;
}[] = [
  { instrument: "party", party: "vuxenpsykiatrin", municipality: "1492", status: "draft" },
  { instrument: "party", party: "forsakringskassan", municipality: "1487", status: "not_started" },
  {
    instrument: "party",
    party: "primarvarden",
    municipality: "1487",
    status: "declined",
    reason: "Vårdcentralerna kan inte ta fram uppgifterna före studiens slut.",
  },
  { instrument: "case", party: "ungdomsmottagningen", municipality: "1492", status: "not_started" },
  { instrument: "case", party: "forsakringskassan", municipality: "1487", status: "not_started" },
  { instrument: "case", party: "arbetsformedlingen", municipality: "1487", status: "draft" },
  {
    instrument: "case",
    party: "primarvarden",
    municipality: "1487",
    status: "declined",
    reason: "Vårdcentralerna hinner inte med fallen före studiens slut.",
  },
];
