/** Routes of studies and of who is asked to answer in them. */
import { z } from "zod";
import type { StudyDetail } from "../../survey-definitions/wire.ts";
import type { Context } from "../context.ts";
import { problem } from "../problems.ts";
import { createStudy } from "../study/create-study.ts";
import { declinedBody, studyBody, studyParams, studyStatusBody } from "./requests.ts";
import { type Route, route } from "./route.ts";

const listStudies = route({
  method: "get",
  path: "/api/studies",
  summary: "All studies with the number of answers",
  access: "user",
  answers: { status: 200, description: "{studies: StudySummary[]}" },
  problems: ["not-signed-in"],
  async handle({ context, response }) {
    response.json({ studies: await context.store.listStudies() });
  },
});

const addStudy = route({
  method: "post",
  path: "/api/studies",
  summary: "Create a study from a study file",
  access: "user",
  body: studyBody,
  answers: { status: 201, description: "StudyDetail" },
  problems: ["not-json", "not-signed-in", "study-exists", "study-invalid", "too-large", "cross-site"],
  async handle({ context, body, response }) {
    const created = await createStudy(context.store, context.reference, body, context.now().toISOString());
    if (created.status === "invalid") throw problem("study-invalid", { problems: created.problems });
    if (created.status === "exists") throw problem("study-exists", { study: created.study.id });
    response.status(201).json(await getStudyDetail(context, created.study.id));
  },
});

const showStudy = route({
  method: "get",
  path: "/api/studies/:study",
  summary: "One study",
  access: "user",
  params: studyParams,
  answers: { status: 200, description: "StudyDetail" },
  problems: ["not-signed-in", "study-not-found"],
  async handle({ context, params, response }) {
    response.json(await getStudyDetail(context, params.study));
  },
});

const changeStudy = route({
  method: "patch",
  path: "/api/studies/:study",
  summary: "Close or reopen a study",
  access: "user",
  params: studyParams,
  body: studyStatusBody,
  answers: { status: 200, description: "StudyDetail" },
  problems: ["not-json", "invalid-input", "not-signed-in", "study-not-found", "cross-site"],
  async handle({ context, params, body, response }) {
    await getStudyDetail(context, params.study);
    await context.store.setStudyStatus(params.study, body.status);
    response.json(await getStudyDetail(context, params.study));
  },
});

const showCoverage = route({
  method: "get",
  path: "/api/studies/:study/coverage",
  summary: "Who has answered and who has not",
  access: "user",
  params: studyParams,
  answers: { status: 200, description: "{cells: CoverageCell[]}" },
  problems: ["not-signed-in", "study-not-found"],
  async handle({ context, params, response }) {
    await getStudyDetail(context, params.study);
    response.json({ cells: await context.store.coverage(params.study) });
  },
});

const setDeclined = route({
  method: "put",
  path: "/api/studies/:study/assignments/:assignment/declined",
  summary: "Note that a party will not answer, or take the note back",
  access: "user",
  params: z.object({ study: z.string(), assignment: z.string() }),
  body: declinedBody,
  answers: { status: 204, description: "Noted" },
  problems: ["not-json", "invalid-input", "not-signed-in", "assignment-not-found", "cross-site"],
  async handle({ context, params, body, response }) {
    const cells = await context.store.coverage(params.study);
    if (!cells.some(({ assignment }) => assignment === params.assignment)) {
      throw problem("assignment-not-found", { what: params.assignment });
    }
    await context.store.setDeclined(Number(params.assignment), body.declined ? (body.reason ?? "") : undefined);
    response.status(204).end();
  },
});

export const studyRoutes: readonly Route[] = [listStudies, addStudy, showStudy, changeStudy, showCoverage, setDeclined];

/** @throws {HttpProblem} study-not-found */
export async function getStudyDetail({ store, reference }: Context, id: string): Promise<StudyDetail> {
  const found = await store.findStudy(id);
  const summary = (await store.listStudies()).find((study) => study.id === id);
  if (found === undefined || summary === undefined) throw problem("study-not-found", { study: id });
  const { study } = found;
  const released = await store.listReleased();
  return {
    ...summary,
    study,
    municipalityNames: Object.fromEntries(
      study.municipalities.map((code) => [code, reference.municipalityNames.get(code) ?? code]),
    ),
    definitions: released
      .filter((row) => study.instruments.some((it) => it.instrument === row.instrument && it.version === row.version))
      .map(({ instrument, version, sha256, releasedAt }) => ({ instrument, version, sha256, releasedAt })),
  };
}
