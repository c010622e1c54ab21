/** a small study with two parties in two municipalities, and a way to save answers in it. */
import type { Study } from "../../survey-definitions/study.ts";
import type { Answers } from "../../survey-definitions/wire.ts";
import type { Assignment, FieldedDefinitionRow, NewRevision, Store } from "../../server/store/store.ts";

/** BUP covers Åmål and Vänersborg, the police only Åmål: three places for the party questionnaire. */
export const study: Study = {
  id: "prov",
  title: "Provstudie",
  target_group: { age_min: 16, age_max: 25, description: "unga" },
  reference_period: { from: "2025-01-01", to: "2025-12-31" },
  municipalities: ["1492", "1487"],
  parties: [
    { id: "bup", kind: "child_psychiatry", name: "BUP", municipalities: ["1492", "1487"] },
    { id: "polis", kind: "police_sspf", name: "Polisen", municipalities: ["1492"] },
  ],
  interventions: [{ code: "outreach", label: "Uppsökande arbete" }],
  problem_domains: [{ code: "housing", label: "Boende" }],
  instruments: [
    { instrument: "party", version: 1 },
    { instrument: "staff", version: 1 },
  ],
  suppression_threshold: 5,
  norms: [],
  invented: true,
};

const places = study.parties.flatMap((party) =>
  party.municipalities.map((municipality) => ({ party: party.id, municipality })),
);
export const assignments: readonly Assignment[] = [
  ...places.map((place): Assignment => ({ instrument: "party", ...place })),
  { instrument: "staff", party: "bup", municipality: "1492" },
];

const fielded = study.municipalities.flatMap((municipality): Omit<FieldedDefinitionRow, "id">[] =>
  study.instruments.map(({ instrument, version }) => ({
    study: study.id,
    instrument,
    version,
    municipality,
    sha256: `hash of ${instrument} in ${municipality}`,
    json: "{}",
  })),
);

export const AT = "2026-03-01T12:00:00.000Z";

export const createTestStudy = (store: Store) => store.createStudy(study, assignments, fielded, AT);

export async function assignmentId(store: Store, wanted: Assignment): Promise<number> {
  const id = await store.findAssignment(study.id, wanted);
  if (id === undefined) throw new Error(`no assignment ${JSON.stringify(wanted)}`);
  return id;
}

export async function fieldedId(store: Store, instrument: string, municipality: string): Promise<number> {
  const all = await store.listFielded(study.id);
  const found = all.find((each) => each.instrument === instrument && each.municipality === municipality);
  if (found === undefined) throw new Error(`nothing fielded for ${instrument} in ${municipality}`);
  return found.id;
}

/** A draft of BUP in Åmål, unless something else is said. */
export async function revision(store: Store, answers: Answers, more: Partial<NewRevision> = {}): Promise<NewRevision> {
  return {
    assignment: await assignmentId(store, { instrument: "party", party: "bup", municipality: "1492" }),
    kind: "draft",
    fielded: await fieldedId(store, "party", "1492"),
    answers,
    shown: Object.keys(answers),
    role: "respondent",
    baseRevision: 0,
    savedAt: AT,
    ...more,
  };
}
