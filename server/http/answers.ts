/** Routes of the one who answers: whoever has the link. */
import { OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import type { AnswerSheet, Receipt, SavedDraft } from "../../survey-definitions/wire.ts";
import type { Context } from "../context.ts";
import { problem } from "../problems.ts";
import type { AnswerLink, ResponseState, Revision } from "../store/store.ts";
import { type SentAnswers, findLinkedResponse, getOpenLink, saveAnswers } from "../study/answering.ts";
import { copyableAnswers } from "../study/copy-answers.ts";
import { sendCompressed } from "./compressed.ts";
import { type SaveBody, saveBody, sessionQuery, tokenParams } from "./requests.ts";
import { type Route, route } from "./route.ts";
import { z } from "zod";

const linkProblems = ["link-not-found", "link-withdrawn", "study-closed", "too-many-requests"] as const;
const saveProblems = [
  ...linkProblems,
  "not-json",
  "no-answers",
  "invalid-input",
  "too-large",
  "identity-number",
  "conflict",
  "unknown-revision",
  "session-not-found",
] as const;

const showSheet = route({
  method: "get",
  path: "/api/answer/:token",
  summary: "The questionnaire of a link, with what has been answered so far",
  access: "link",
  params: tokenParams,
  query: sessionQuery,
  answers: { status: 200, description: "AnswerSheet" },
  problems: [...linkProblems, "session-not-found"],
  async handle({ context, params, query, request, response }) {
    const link = await getOpenLink(context, params.token);
    const sheet = await answerSheet(context, link, await findLinkedResponse(context, link, query.session));
    await sendCompressed(request, response, "application/json; charset=utf-8", JSON.stringify(sheet));
  },
});

const saveDraft = route({
  method: "put",
  path: "/api/answer/:token/draft",
  summary: "Save a draft; it may be incomplete",
  access: "link",
  params: tokenParams,
  query: sessionQuery,
  body: saveBody,
  answers: { status: 200, description: "SavedDraft" },
  problems: saveProblems,
  invalidBody: refuseMissingAnswers,
  async handle({ context, params, query, body, response }) {
    const link = await getOpenLink(context, params.token);
    const { revision, merged } = await saveAnswers(context, link, "draft", sentAnswers(body, query.session));
    const draft: SavedDraft = {
      revision: revision.revision,
      savedAt: revision.savedAt,
      ...(merged ? { answers: revision.answers } : {}),
      ...(OPEN_INSTRUMENTS.has(link.instrument) ? { session: revision.response } : {}),
    };
    response.json(draft);
  },
});

const submit = route({
  method: "post",
  path: "/api/answer/:token/submit",
  summary: "Send the answer; the receipt comes when it is on disk",
  access: "link",
  params: tokenParams,
  query: sessionQuery,
  body: saveBody,
  answers: { status: 201, description: "{receipt: Receipt}" },
  problems: [...saveProblems, "answers-invalid"],
  invalidBody: refuseMissingAnswers,
  async handle({ context, params, query, body, response }) {
    const link = await getOpenLink(context, params.token);
    const { revision } = await saveAnswers(context, link, "submitted", sentAnswers(body, query.session));
    response.status(201).json({ receipt: receiptOf(revision) });
  },
});

const copyFromMunicipality = route({
  method: "get",
  path: "/api/answer/:token/copy/:municipality",
  summary: "The same party's answer for another municipality, to begin with",
  access: "link",
  params: z.object({ token: z.string(), municipality: z.string().max(10) }),
  answers: { status: 200, description: "{answers}" },
  problems: [...linkProblems, "answer-not-found"],
  async handle({ context, params, response }) {
    const link = await getOpenLink(context, params.token);
    const others = await context.store.listOtherResponses(link.assignment);
    const other = others.find(({ municipality }) => municipality === params.municipality);
    if (other === undefined) throw problem("answer-not-found");
    const questionnaire = await context.questionnaires.get(link.fielded);
    response.json({ answers: copyableAnswers(questionnaire, other.state.latest.answers) });
  },
});

export const answerRoutes: readonly Route[] = [showSheet, saveDraft, submit, copyFromMunicipality];

function refuseMissingAnswers(path: readonly PropertyKey[]) {
  return path.length === 0 || path[0] === "answers" ? problem("no-answers") : undefined;
}

const sentAnswers = (body: SaveBody, session: string | undefined): SentAnswers => ({
  answers: body.answers,
  shown: body.shown,
  baseRevision: body.baseRevision,
  signedBy: body.signedBy,
  session,
});

async function answerSheet(context: Context, link: AnswerLink, state: ResponseState | undefined): Promise<AnswerSheet> {
  const { definition } = await context.questionnaires.get(link.fielded);
  const found = await context.store.findStudy(link.study);
  if (found === undefined) throw problem("link-not-found");
  const { study } = found;
  const party = study.parties.find(({ id }) => id === link.party);
  const nameOf = (code: string) => context.questionnaires.municipalityNames.get(code) ?? code;
  const others = await context.store.listOtherResponses(link.assignment);
  return {
    study: {
      id: study.id,
      title: study.title,
      target_group: study.target_group,
      reference_period: study.reference_period,
      invented: study.invented,
    },
    ...(party === undefined ? {} : { party: { id: party.id, name: party.name, kind: party.kind } }),
    ...(link.municipality === undefined
      ? {}
      : { municipality: { code: link.municipality, name: nameOf(link.municipality) } }),
    instrument: link.instrument,
    version: link.version,
    definition,
    answers: state?.latest.answers ?? {},
    revision: state?.latest.revision ?? 0,
    ...(state === undefined ? {} : { savedAt: state.latest.savedAt }),
    status: state?.status ?? "not_started",
    ...(state?.submitted === undefined ? {} : { receipt: receiptOf(state.submitted) }),
    copyFrom: others.map(({ municipality, state: other }) => ({
      municipality,
      name: nameOf(municipality),
      savedAt: other.latest.savedAt,
    })),
  };
}

const receiptOf = (revision: Revision): Receipt => ({
  id: revision.response,
  submittedAt: revision.savedAt,
  revision: revision.revision,
  ...(revision.signedBy === undefined ? {} : { signedBy: revision.signedBy }),
  sha256: revision.sha256,
});
