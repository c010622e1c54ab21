/** Routes of the one who answers: whoever has the link. */
import type { AnswerSheet } from "../../survey-definitions/wire.ts";
import type { SaveRequest } from "../answering/save-messages.ts";
import type { Context } from "../context.ts";
import { problem } from "../problems.ts";
import type { AnswerLink, ResponseState } from "../store/store.ts";
import { findLinkedResponse, getOpenLink, receiptOf, refuseFull } from "../study/answering.ts";
import { copyableAnswers } from "../study/copy-answers.ts";
import { shownTime } from "../study/shown-time.ts";
import { sendCompressed } from "./compressed.ts";
import { saveBody, sessionQuery, tokenParams } from "./requests.ts";
import { type Call, type Route, route } from "./route.ts";
import { z } from "zod";

const linkProblems = [
  "link-not-found",
  "link-withdrawn",
  "study-closed",
  "link-full",
  "link-expired",
  "too-many-requests",
] as const;
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
    const state = await findLinkedResponse(context, link, query.session);
    if (state === undefined && link.instrument !== "follow-up") refuseFull(link);
    const sheet = await answerSheet(context, link, state);
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
  unread: saveBody,
  answers: { status: 200, description: "SavedDraft" },
  problems: saveProblems,
  handle: (call) => save("draft", call),
});

const submit = route({
  method: "post",
  path: "/api/answer/:token/submit",
  summary: "Send the answer; the receipt comes when it is on disk",
  access: "link",
  params: tokenParams,
  query: sessionQuery,
  unread: saveBody,
  answers: { status: 201, description: "{receipt: Receipt}" },
  problems: [...saveProblems, "answers-invalid"],
  handle: (call) => save("submitted", call),
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

type SaveCall = Call<typeof tokenParams, typeof sessionQuery, z.ZodUndefined>;

/** The thread that saves answers reads the body and says what the answer to it is. */
async function save(kind: SaveRequest["kind"], { context, params, query, request, response }: SaveCall): Promise<void> {
  const { token } = params;
  const { status, json } = await context.saves.save({
    kind,
    token,
    session: query.session,
    text: request.body as string,
  });
  const length = Buffer.byteLength(json);
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "content-length": length }).end(json);
}

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
    ...(state === undefined ? {} : { savedAt: shownTime(link.instrument, state.latest.savedAt) }),
    status: state?.status ?? "not_started",
    ...(state?.submitted === undefined ? {} : { receipt: receiptOf(link.instrument, state.submitted) }),
    ...(link.instrument === "follow-up" ? await periodsOf(context, link, state) : {}),
    copyFrom: others.map(({ municipality, state: other }) => ({
      municipality,
      name: nameOf(municipality),
      savedAt: other.latest.savedAt,
    })),
  };
}

async function periodsOf(
  { store }: Context,
  { assignment }: AnswerLink,
  state: ResponseState | undefined,
): Promise<Pick<AnswerSheet, "session" | "periods">> {
  const listed = await store.listResponses(assignment);
  return {
    ...(state === undefined ? {} : { session: state.response }),
    periods: listed.map(({ response, status, savedAt, period }) => ({ session: response, ...period, status, savedAt })),
  };
}
