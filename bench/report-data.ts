/** A database with many answers of all five questionnaires, in the shares of the example study. */
import { join } from "node:path";
import { caseAnswers } from "../server/example/answers-case.ts";
import { FOLLOW_UP_ANSWERS, followUpAnswers } from "../server/example/answers-follow-up.ts";
import { partyAnswers } from "../server/example/answers-party.ts";
import { staffAnswers } from "../server/example/answers-staff.ts";
import { voiceAnswers } from "../server/example/answers-voice.ts";
import { projectPending } from "../server/analysis/project.ts";
import { openStore } from "../server/store/open.ts";
import type { NewRevision, Store } from "../server/store/store.ts";
import { createStudy } from "../server/study/create-study.ts";
import { Questionnaires } from "../server/study/questionnaires.ts";
import { readReference } from "../server/study/reference.ts";
import { arrangeAnswers } from "../survey-definitions/arrange.ts";
import { INSTRUMENTS, PARTY_KINDS } from "../survey-definitions/codes.ts";
import { assignmentsOf } from "../survey-definitions/parse-study.ts";
import type { Assignment, Study } from "../survey-definitions/study.ts";
import type { Answers } from "../survey-definitions/wire.ts";

export const STUDY = "bench";

/** The database that `fill` makes in a folder. */
export const databaseIn = (folder: string): string => join(folder, "bench.db");

/** Parties of a municipality alone, and parties that cover ten municipalities each. */
const LOCAL = 11;
const REGIONAL = 12;
const REGION = 10;
/** Answers a link: with 23 parties a municipality there are 345 answers in each, two thirds of them from staff. */
const STAFF_A_PARTY = 10;
const VOICES_A_PLACE = 69;

const AT_ONCE = 500;

function studyFile(municipalities: readonly string[]): Record<string, unknown> {
  const kinds = PARTY_KINDS.map(({ code }) => code);
  const kind = (i: number) => kinds[i % (kinds.length - 1)] ?? "other";
  const local = municipalities.flatMap((municipality) =>
    Array.from({ length: LOCAL }, (_, i) => ({ id: `l${i}-${municipality}`, kind: kind(i), covers: [municipality] })),
  );
  const regions = Array.from({ length: Math.ceil(municipalities.length / REGION) }, (_, r) =>
    municipalities.slice(r * REGION, (r + 1) * REGION),
  );
  const regional = regions.flatMap((covers, r) =>
    Array.from({ length: REGIONAL }, (_, i) => ({ id: `r${i}-${r}`, kind: kind(LOCAL + i), covers })),
  );
  return {
    id: STUDY,
    title: "Mätning",
    target_group: { age_min: 16, age_max: 25, description: "Påhittad grupp" },
    reference_period: { from: "2026-01-01", to: "2026-09-30" },
    municipalities,
    parties: [...local, ...regional].map(({ covers, ...party }) => ({
      ...party,
      name: `Part ${party.id}`,
      municipalities: covers,
    })),
    instruments: INSTRUMENTS.map((instrument) => ({ instrument, version: 1 })),
  };
}

function answersOf(study: Study, { instrument, party = "", municipality = "" }: Assignment): readonly Answers[] {
  const many = (n: number, answers: (i: number) => Answers) => Array.from({ length: n }, (_, i) => answers(i));
  switch (instrument) {
    case "party":
      return [partyAnswers(study, party, municipality)];
    case "case":
      return [caseAnswers(study, party, municipality)];
    case "staff":
      return many(STAFF_A_PARTY, (i) => staffAnswers(study, party, municipality, i));
    case "voice":
      return many(VOICES_A_PLACE, (i) => voiceAnswers(study, municipality, i, i % 5 > 0));
    case "follow-up":
      return many(FOLLOW_UP_ANSWERS, (i) => followUpAnswers(study, i));
  }
}

/** Stores the answers as an import would and brings the analysis form up to date. @returns how many there are */
export async function fill(folder: string, municipalityCount: number): Promise<number> {
  const store = await openStore({ file: databaseIn(folder) });
  const reference = await readReference();
  const municipalities = [...reference.municipalityNames.keys()].slice(0, municipalityCount);
  const created = await createStudy(store, reference, studyFile(municipalities), "2026-10-01T12:00:00.000Z");
  if (created.status !== "created") throw new Error(JSON.stringify(created));
  const n = await storeAnswers(store, created.study, new Questionnaires(store, reference.municipalityNames));
  while ((await projectPending(store)) > 0);
  await store.close();
  return n;
}

async function storeAnswers(store: Store, study: Study, questionnaires: Questionnaires): Promise<number> {
  const fielded = new Map(
    (await store.listFielded(study.id)).map((row) => [`${row.instrument}/${row.municipality}`, row.id]),
  );
  let n = 0;
  let batch: Omit<NewRevision, "baseRevision">[] = [];
  for (const assignment of assignmentsOf(study)) {
    const { instrument, party, municipality = "" } = assignment;
    const definition = fielded.get(`${instrument}/${municipality}`) ?? 0;
    const id = await store.findAssignment(study.id, assignment);
    if (id === undefined) throw new Error(`no assignment of ${instrument}`);
    const { variables, compiled } = await questionnaires.get(definition);
    for (const given of answersOf(study, assignment)) {
      const answers = arrangeAnswers(variables, given);
      const day = String(1 + (n % 28)).padStart(2, "0");
      batch.push({
        assignment: id,
        kind: "submitted",
        fielded: definition,
        answers,
        shown: compiled.shown(answers, party === undefined ? {} : { party_id: party }),
        role: "import",
        savedAt: `2026-10-${day}T12:00:00.000Z`,
        ...(instrument === "follow-up" ? { byPeriod: true } : {}),
      });
      n++;
    }
    if (batch.length < AT_ONCE) continue;
    await store.importRevisions(batch);
    batch = [];
  }
  await store.importRevisions(batch);
  return n;
}
