/** Routes for reading one answer with its revisions. */
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { type Instrument, MISSING_LABELS, OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import { formatCell } from "../../survey-definitions/format-cell.ts";
import { readAnswers } from "../../survey-definitions/read-answers.ts";
import type {
  Answers,
  AnswerSummary,
  ResponseDetail,
  RevisionDetail,
  RevisionSummary,
} from "../../survey-definitions/wire.ts";
import type { Context } from "../context.ts";
import { problem } from "../problems.ts";
import type { Revision } from "../store/store.ts";
import { shownTime } from "../study/shown-time.ts";
import { type Route, route } from "./route.ts";

const showResponse = route({
  method: "get",
  path: "/api/responses/:response",
  summary: "One answer with the list of its revisions",
  access: "user",
  params: z.object({ response: z.string() }),
  answers: { status: 200, description: "ResponseDetail" },
  problems: ["not-signed-in", "answer-not-found"],
  async handle({ context, params, response }) {
    const state = await context.store.findResponse(params.response);
    if (state === undefined) throw problem("answer-not-found");
    const { fielded } = await context.questionnaires.get(state.latest.fielded);
    const own = isOwn(fielded);
    if (own && state.submitted === undefined) throw problem("answer-not-found");
    const revisions = await context.store.listRevisions(state.response);
    const cells = await context.store.coverage(fielded.study);
    const cell = cells.find(({ assignment }) => Number(assignment) === state.assignment);
    const detail: ResponseDetail = {
      id: state.response,
      study: fielded.study,
      instrument: fielded.instrument,
      ...(cell?.party === undefined ? {} : { party: cell.party }),
      ...(cell?.municipality === undefined ? {} : { municipality: cell.municipality }),
      status: state.status,
      revisions: await summaries(
        context,
        revisions.filter(({ kind }) => kind === "submitted" || !own),
      ),
    };
    response.json(detail);
  },
});

const showRevision = route({
  method: "get",
  path: "/api/responses/:response/revisions/:revision",
  summary: "One revision: the answers as they were saved, and as typed cells",
  access: "user",
  params: z.object({ response: z.string(), revision: z.coerce.number().int().min(1) }),
  answers: { status: 200, description: "RevisionDetail" },
  problems: ["not-signed-in", "invalid-input", "revision-not-found"],
  async handle({ context, params, response }) {
    const revision = await context.store.findRevision(params.response, params.revision);
    if (revision === undefined) throw problem("revision-not-found", { revision: params.revision });
    const { variables, fielded } = await context.questionnaires.get(revision.fielded);
    const own = isOwn(fielded);
    if (own && revision.kind === "draft") throw problem("revision-not-found", { revision: params.revision });
    const before = own ? undefined : await context.store.findRevision(params.response, params.revision - 1);
    const summary = await summarise(context, revision, before?.answers ?? {});
    const { row } = readAnswers(variables, revision.answers, new Set(revision.shown));
    const detail: RevisionDetail = {
      ...summary,
      answers: revision.answers,
      shown: revision.shown,
      cells: variables.flatMap((variable) => {
        const cell = row.get(variable.name);
        if (cell === undefined || cell.missing === "not_asked") return [];
        const label = variable.rowLabel === undefined ? variable.label : `${variable.label}: ${variable.rowLabel}`;
        const said =
          cell.missing === undefined
            ? { text: formatCell(variable, cell) }
            : { text: MISSING_LABELS[cell.missing], missing: cell.missing };
        return [{ variable: variable.name, label, ...said }];
      }),
    };
    response.json(detail);
  },
});

const listResponses = route({
  method: "get",
  path: "/api/studies/:study/assignments/:assignment/responses",
  summary: "The answers of one assignment, the one that was saved last first; anonymous ones once they are sent",
  access: "user",
  params: z.object({ study: z.string(), assignment: z.string() }),
  answers: { status: 200, description: "{responses: AnswerSummary[]}" },
  problems: ["not-signed-in", "assignment-not-found"],
  async handle({ context, params, response }) {
    const cells = await context.store.coverage(params.study);
    const cell = cells.find(({ assignment }) => assignment === params.assignment);
    if (cell === undefined) throw problem("assignment-not-found", { what: params.assignment });
    const all = await context.store.listResponses(Number(params.assignment));
    const listed = isOwn(cell) ? all.filter(({ status }) => status === "submitted") : all;
    response.json({
      responses: listed.map(({ response: id, status, savedAt, period }): AnswerSummary => ({
        id,
        status,
        savedAt: shownTime(cell.instrument, savedAt),
        ...(period === undefined ? {} : { period }),
      })),
    });
  },
});

export const responseRoutes: readonly Route[] = [listResponses, showResponse, showRevision];

/** What an anonymous person began, and what it held before it was sent, is nobody else's to read. */
const isOwn = ({ instrument }: { readonly instrument: Instrument }): boolean => OPEN_INSTRUMENTS.has(instrument);

const summaries = (context: Context, revisions: readonly Revision[]): Promise<RevisionSummary[]> =>
  Promise.all(revisions.map((each, i) => summarise(context, each, revisions[i - 1]?.answers ?? {})));

async function summarise(context: Context, revision: Revision, before: Answers): Promise<RevisionSummary> {
  const { fielded } = await context.questionnaires.get(revision.fielded);
  const { kind, savedAt, role, answers } = revision;
  const names = [...new Set([...Object.keys(before), ...Object.keys(answers)])];
  return {
    revision: revision.revision,
    kind,
    savedAt: shownTime(fielded.instrument, savedAt),
    role,
    definition: { version: fielded.version, sha256: fielded.sha256 },
    changed: names.filter((name) => !isDeepStrictEqual(before[name], answers[name])),
  };
}
