/** The example study with its invented answers, as a new installation opens with it. */
import { randomUUID } from "node:crypto";
import { arrangeAnswers } from "../../survey-definitions/arrange.ts";
import { assignmentsOf } from "../../survey-definitions/parse-study.ts";
import type { Study } from "../../survey-definitions/study.ts";
import { exampleAnswers } from "../example/answers.ts";
import { EXAMPLE_ID, exampleStudy, UNANSWERED } from "../example/study.ts";
import type { NewRevision, Store } from "../store/store.ts";
import { createStudy } from "./create-study.ts";
import { createAnswerLink, createLoginLink, createViewLink } from "./links.ts";
import type { Questionnaires } from "./questionnaires.ts";
import type { Reference } from "./reference.ts";

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
  /** The report, for reading. */
  readonly view: string;
}

const INVESTIGATOR = "utredare@exempel.invalid";

/** Makes the example when it does not exist, and new links to it. */
export async function createExample(place: Place): Promise<ExampleLinks> {
  const at = place.now().toISOString();
  const created = await createStudy(place.store, place.reference, exampleStudy, at);
  if (created.status === "invalid") {
    throw new Error(`invalid example study: ${created.problems.map(({ message }) => message).join(" ")}`);
  }
  if (created.status === "created") await storeExampleAnswers(place, created.study, at);
  const open = UNANSWERED.find(({ status }) => status === "not_started");
  if (open === undefined) throw new Error("the example study has no party that is still to answer");
  const { party, municipality } = open;
  const answer = await createAnswerLink(place, EXAMPLE_ID, { instrument: "party", party, municipality });
  if (answer === undefined) throw new Error(`the example study does not ask ${party} in ${municipality}`);
  return {
    investigator: await createLoginLink(place, await getInvestigator(place.store, at)),
    answer: answer.url,
    view: (await createViewLink(place, EXAMPLE_ID)).url,
  };
}

async function storeExampleAnswers({ store, questionnaires }: Place, study: Study, at: string): Promise<void> {
  const fielded = await store.listFielded(study.id);
  const submitted: Omit<NewRevision, "baseRevision">[] = [];
  for (const { instrument, party, municipality } of assignmentsOf(study)) {
    if (instrument !== "party" || party === undefined || municipality === undefined) continue;
    const assignment = await store.findAssignment(study.id, { instrument, party, municipality });
    const definition = fielded.find((row) => row.instrument === instrument && row.municipality === municipality);
    if (assignment === undefined || definition === undefined) throw new Error(`no questionnaire for ${party}`);
    const gap = UNANSWERED.find((one) => one.party === party && one.municipality === municipality);
    if (gap?.status === "declined") await store.setDeclined(assignment, gap.reason ?? "");
    if (gap?.status === "declined" || gap?.status === "not_started") continue;
    const { variables, compiled } = await questionnaires.get(definition.id);
    const answers = arrangeAnswers(variables, exampleAnswers(study, party, municipality));
    const revision = {
      assignment,
      kind: gap === undefined ? ("submitted" as const) : ("draft" as const),
      fielded: definition.id,
      answers,
      shown: compiled.shown(answers, { party_id: party }),
      role: "example" as const,
      savedAt: at,
    };
    if (gap === undefined) submitted.push(revision);
    else await store.saveRevision({ ...revision, baseRevision: 0 });
  }
  await store.importRevisions(submitted);
}

async function getInvestigator(store: Store, at: string): Promise<string> {
  const id = randomUUID();
  await store.createUser({ id, email: INVESTIGATOR, role: "admin", passwordHash: undefined }, at);
  return (await store.findUserByEmail(INVESTIGATOR))?.id ?? id;
}
