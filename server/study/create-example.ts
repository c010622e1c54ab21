/** The example study with its invented answers, as a new installation opens with it. */
import { randomUUID } from "node:crypto";
import { arrangeAnswers } from "../../survey-definitions/arrange.ts";
import { assignmentsOf } from "../../survey-definitions/parse-study.ts";
import type { Study } from "../../survey-definitions/study.ts";
import { EXAMPLE_PLAN } from "../example/publication-plan.ts";
import { EXAMPLE_PROPOSALS } from "../example/proposals.ts";
import { exampleResponses, gapOf, type ExampleResponse } from "../example/responses.ts";
import { EXAMPLE_ID, exampleStudy, UNANSWERED } from "../example/study.ts";
import { startPublication } from "../publication/start-publication.ts";
import type { NewRevision, Store } from "../store/store.ts";
import { createStudy } from "./create-study.ts";
import { createAnswerLink, createLoginLink, createViewLink } from "./links.ts";
import type { Questionnaires } from "./questionnaires.ts";
import type { Reference } from "./reference.ts";
import { storedTime, swedishDay } from "./shown-time.ts";

interface Place {
  readonly store: Store;
  readonly reference: Reference;
  readonly questionnaires: Questionnaires;
  readonly config: { readonly publicUrl: string };
  readonly now: () => Date;
}

export interface ExampleLinks {
  /** Signs the example's investigator in, once, within a day. */
  readonly investigator: string;
  /** The questionnaire of a party that has not begun. */
  readonly answer: string;
  /** What is published of it, for reading. */
  readonly view: string;
}

const INVESTIGATOR = "utredare@exempel.invalid";

/**
 * Makes the example, or what is missing of one that was begun, and new links to it. The answers come in one transaction:
 * an example has all of them, or none and gets them the next time. Its publication is begun; the work on it comes after.
 */
export async function createExample(place: Place): Promise<ExampleLinks> {
  const { store } = place;
  const at = place.now().toISOString();
  const created = await createStudy(store, place.reference, exampleStudy, at);
  if (created.status === "invalid") {
    throw new Error(`invalid example study: ${created.problems.map(({ message }) => message).join(" ")}`);
  }
  const cells = await store.coverage(EXAMPLE_ID);
  if (cells.every(({ responses, status }) => responses === 0 && status !== "draft")) {
    await storeAnswers(place, created.study);
  }
  await store.saveProposals(EXAMPLE_ID, 0, EXAMPLE_PROPOSALS, at);
  await publishExample(place);
  const open = UNANSWERED.find(({ instrument, status }) => instrument === "party" && status === "not_started");
  if (open === undefined) throw new Error("the example study has no party that is still to answer");
  const { instrument, party, municipality } = open;
  const answer = await createAnswerLink(place, EXAMPLE_ID, { instrument, party, municipality });
  if (answer === undefined) throw new Error(`the example study does not ask ${party} in ${municipality}`);
  return {
    investigator: await createLoginLink(place, await getInvestigator(store, at)),
    answer: answer.url,
    view: (await createViewLink(place, EXAMPLE_ID)).url,
  };
}

/** Begins the publication of an example that has none, such as one that an earlier version of the program made. */
export async function publishExample({ store, config, now }: Pick<Place, "store" | "config" | "now">): Promise<void> {
  const found = await store.findStudy(EXAMPLE_ID);
  if (found?.study.invented !== true) return;
  if ((await store.publications.list(EXAMPLE_ID, swedishDay(now()))).length > 0) return;
  await startPublication({ store, config, now }, EXAMPLE_ID, EXAMPLE_PLAN, { preview: false });
}

async function storeAnswers(place: Place, study: Study): Promise<void> {
  const { store } = place;
  for (const assignment of assignmentsOf(study)) {
    const gap = gapOf(assignment);
    if (gap?.status !== "declined") continue;
    const id = await store.findAssignment(study.id, assignment);
    if (id !== undefined) await store.setDeclined(id, gap.reason ?? "");
  }
  const fielded = await store.listFielded(study.id);
  const revisions: Omit<NewRevision, "baseRevision">[] = [];
  for (const response of exampleResponses(study)) {
    const { instrument, municipality = "" } = response.assignment;
    const definition = fielded.find((row) => row.instrument === instrument && row.municipality === municipality);
    const assignment = await store.findAssignment(study.id, response.assignment);
    if (assignment === undefined || definition === undefined) throw new Error(`no questionnaire for ${instrument}`);
    revisions.push(await revisionOf(place, response, assignment, definition.id));
  }
  await store.importRevisions(revisions);
}

async function revisionOf(
  { questionnaires }: Place,
  { assignment: { instrument, party }, kind, answers: given, savedAt }: ExampleResponse,
  assignment: number,
  fielded: number,
): Promise<Omit<NewRevision, "baseRevision">> {
  const { variables, compiled } = await questionnaires.get(fielded);
  const answers = arrangeAnswers(variables, given);
  return {
    assignment,
    kind,
    fielded,
    answers,
    shown: compiled.shown(answers, party === undefined ? {} : { party_id: party }),
    role: "example",
    savedAt: storedTime(instrument, new Date(savedAt)),
    ...(instrument === "follow-up" ? { byPeriod: true } : {}),
  };
}

async function getInvestigator(store: Store, at: string): Promise<string> {
  const id = randomUUID();
  await store.createUser({ id, email: INVESTIGATOR, role: "admin", passwordHash: undefined }, at);
  return (await store.findUserByEmail(INVESTIGATOR))?.id ?? id;
}
