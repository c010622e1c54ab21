/** From what somebody sent to a stored revision: the one way in for answers over HTTP. */
import { arrangeAnswers } from "../../survey-definitions/arrange.ts";
import { OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import { identityNumbersIn } from "../../survey-definitions/identity-number.ts";
import type { Answers, Receipt } from "../../survey-definitions/wire.ts";
import type { Context } from "../context.ts";
import { HttpProblem, problem } from "../problems.ts";
import type { AnswerLink, NewRevision, ResponseState, Revision, SaveOutcome } from "../store/store.ts";
import { hashToken } from "../tokens.ts";
import type { Questionnaire } from "./questionnaires.ts";

/** What answering needs of the surroundings. */
export type Answering = Pick<Context, "store" | "questionnaires" | "now">;

/** No question nests deeper: rows, columns and lists are four levels. */
const MAX_DEPTH = 8;

export interface SentAnswers {
  readonly answers: Answers;
  readonly shown: readonly string[] | undefined;
  readonly baseRevision: number;
  readonly signedBy: string | undefined;
  /** Open instruments: the response that a draft began. */
  readonly session: string | undefined;
}

/** @throws {HttpProblem} link-not-found, link-withdrawn, study-closed */
export async function getOpenLink(context: Answering, token: string): Promise<AnswerLink> {
  const link = await context.store.findAnswerLink(hashToken(token));
  if (link === undefined) throw problem("link-not-found");
  if (link.withdrawn) throw problem("link-withdrawn");
  if (link.studyStatus === "closed") throw problem("study-closed");
  return link;
}

/** The response that a link leads to: the assignment's only one, or the one of the session. */
export async function findLinkedResponse(
  context: Answering,
  link: AnswerLink,
  session: string | undefined,
): Promise<ResponseState | undefined> {
  if (!OPEN_INSTRUMENTS.has(link.instrument)) return await context.store.findResponseOf(link.assignment);
  if (session === undefined) return undefined;
  const state = await context.store.findResponse(session);
  if (state?.assignment !== link.assignment) throw problem("session-not-found");
  return state;
}

/**
 * Stores one revision; resolves after the commit.
 *
 * A draft may hold values that are not valid yet, a submission may not. Identity numbers are refused in both.
 *
 * @throws {HttpProblem} no-answers, identity-number, answers-invalid, conflict, unknown-revision, session-not-found
 */
export async function saveAnswers(
  context: Answering,
  link: AnswerLink,
  kind: "draft" | "submitted",
  sent: SentAnswers,
): Promise<{ readonly revision: Revision; readonly merged: boolean }> {
  if (deeperThan(MAX_DEPTH, sent.answers)) throw problem("no-answers");
  const questionnaire = await context.questionnaires.get(link.fielded);
  const answers = arrangeAnswers(questionnaire.variables, sent.answers);
  refuseIdentityNumbers(questionnaire, answers);
  if (kind === "submitted") {
    if (Object.keys(answers).length === 0) throw problem("no-answers");
    const problems = questionnaire.compiled.validate(answers, placeValues(context, link));
    if (problems.length > 0) throw problem("answers-invalid", { problems });
  }
  const session = await openSession(context, link, kind, sent.session);
  const saved = await context.store.saveRevision({
    assignment: link.assignment,
    ...(session === undefined ? {} : { response: session }),
    kind,
    fielded: link.fielded,
    answers,
    shown: sent.shown ?? questionnaire.compiled.shown(answers, placeValues(context, link)),
    role: "respondent",
    ...(sent.signedBy ? { signedBy: sent.signedBy } : {}),
    baseRevision: session === undefined && OPEN_INSTRUMENTS.has(link.instrument) ? 0 : sent.baseRevision,
    savedAt: context.now().toISOString(),
  } satisfies NewRevision);
  if (saved.status !== "saved") throw conflictOf(saved);
  return saved;
}

export const receiptOf = (revision: Revision): Receipt => ({
  id: revision.response,
  submittedAt: revision.savedAt,
  revision: revision.revision,
  ...(revision.signedBy === undefined ? {} : { signedBy: revision.signedBy }),
  sha256: revision.sha256,
});

/** Values of the questionnaire's own variables, as the page sets them. */
export const placeValues = (context: Answering, link: AnswerLink): Record<string, string> => ({
  ...(link.party === undefined ? {} : { party_id: link.party }),
  ...(link.municipality === undefined
    ? {}
    : { municipality_name: context.questionnaires.municipalityNames.get(link.municipality) ?? link.municipality }),
});

/** The open draft that a session names. What was sent once is finished: the next submission is another person's. */
async function openSession(
  context: Answering,
  link: AnswerLink,
  kind: "draft" | "submitted",
  session: string | undefined,
): Promise<string | undefined> {
  if (!OPEN_INSTRUMENTS.has(link.instrument) || session === undefined) return undefined;
  const state = await findLinkedResponse(context, link, session);
  return kind === "submitted" && state?.submitted !== undefined ? undefined : session;
}

function refuseIdentityNumbers(questionnaire: Questionnaire, answers: Answers): void {
  const names = identityNumbersIn(answers);
  if (names.length === 0) return;
  const labels = new Map(questionnaire.variables.map(({ base, label }) => [base, label]));
  const problems = names.map((variable) => ({
    variable,
    code: "identity-number" as const,
    message: `Svaret på ”${labels.get(variable) ?? variable}” innehåller ett personnummer eller samordningsnummer. Ta bort det.`,
  }));
  const { code, message } = problem("identity-number");
  throw new HttpProblem(code, message, { problems });
}

function conflictOf(outcome: Exclude<SaveOutcome, { status: "saved" }>): HttpProblem {
  const { current } = outcome;
  const { code, message } = problem(outcome.status === "conflict" ? "conflict" : "unknown-revision");
  return new HttpProblem(code, message, {
    revision: current?.revision ?? 0,
    answers: current?.answers ?? {},
    conflicts: outcome.status === "conflict" ? outcome.conflicts : [],
  });
}

function deeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((inside) => deeperThan(depth - 1, inside));
}
