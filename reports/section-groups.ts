/** The map of contents: every section in the order of the report, by what it is about, with a name short enough to scan. */

export interface SectionName {
  readonly id: string;
  readonly name: string;
}

export interface SectionGroup {
  readonly title: string;
  readonly sections: readonly SectionName[];
}

const group = (title: string, names: Readonly<Record<string, string>>): SectionGroup => ({
  title,
  sections: Object.entries(names).map(([id, name]) => ({ id, name })),
});

export const SECTION_GROUPS: readonly SectionGroup[] = [
  group("Vilka det gäller", {
    coverage: "Vilka som har svarat",
    "group-size": "Hur många de är",
    unduplicated: "Hur många olika personer",
    profile: "Vilka de unga är",
    problems: "De tydligaste problemen",
  }),
  group("Stöd och väntan", {
    interventions: "Stödet som finns",
    gaps: "Det som saknas",
    "lead-times": "Hur lång tid det tar",
  }),
  group("Ansvar och samverkan", {
    responsibility: "Vem som håller ihop",
    cooperation: "Hur parterna samverkar",
    barriers: "Det som hindrar",
    gains: "Det man vinner",
    resources: "Vad parterna bidrar med",
  }),
  group("Bakgrund, fall och röster", {
    background: "Befolkningen",
    "case-journey": "En ungs väg genom fallen",
    voices: "Ungas och vårdnadshavares röster",
  }),
  group("Vidare", {
    "follow-up": "Hur det går",
    proposals: "Förslag till beslut",
  }),
  group("Så är det gjort", { methods: "Metod och underlag" }),
];

const NAMES = new Map(SECTION_GROUPS.flatMap(({ sections }) => sections.map(({ id, name }) => [id, name] as const)));

/** The short name of a section; its id where the map does not know it. */
export const sectionName = (id: string): string => NAMES.get(id) ?? id;
