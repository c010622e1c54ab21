/** From what somebody sent to a stored revision: the one way in for answers over HTTP. */
import { arrangeAnswers } from "../../survey-definitions/arrange.ts";
import { type Instrument, OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import { PERIOD_QUESTION } from "../../survey-definitions/follow-up-period.ts";
import { identityNumbersIn } from "../../survey-definitions/identity-number.ts";
import type { Answers, Receipt } from "../../survey-definitions/wire.ts";
import type { Context } from "../context.ts";
import { HttpProblem, problem } from "../problems.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import type { AnswerLink, NewRevision, ResponseState, Revision, SaveOutcome } from "../store/store.ts";
import { hashToken } from "../tokens.ts";
import type { Questionnaire } from "./questionnaires.ts";
import { shownTime, storedTime, swedishDay } from "./shown-time.ts";

/** What answering needs of the surroundings. */
export type Answering = Pick<Context, "store" | "questionnaires" | "now">;

/** No question nests deeper: rows, columns and lists are four levels. */
const MAX_DEPTH = 8;

export interface SentAnswers {
  readonly answers: Answers;
  readonly shown: readonly string[] | undefined;
  readonly baseRevision: number;
  readonly signedBy: string | undefined;
  /** Open instruments: the response that a draft began. Follow-up: the response of one period. */
  readonly session: string | undefined;
}

/** Its assignment is for the study as a whole, with one answer a period. */
const isByPeriod = ({ instrument }: Pick<AnswerLink, "instrument">): boolean => instrument === "follow-up";

/** @throws {HttpProblem} link-not-found, link-withdrawn, study-closed, link-expired */
export async function getOpenLink(context: Answering, token: string): Promise<AnswerLink> {
  const link = await context.store.findAnswerLink(hashToken(token));
  if (link === undefined) throw problem("link-not-found");
  if (link.withdrawn) throw problem("link-withdrawn");
  if (link.studyStatus === "closed") throw problem("study-closed");
  if (link.until !== undefined && swedishDay(context.now()) > link.until) {
    throw problem("link-expired", { until: link.until });
  }
  return link;
}

/**
 * Refuses to begin one more answer through a link that has taken as many as it may.
 *
 * @throws {HttpProblem} link-full
 */
export function refuseFull({ maxAnswers, answers }: AnswerLink): void {
  if (maxAnswers !== undefined && answers >= maxAnswers) throw problem("link-full", { max: maxAnswers });
}

/**
 * The response that a link leads to: the assignment's only one, or the one of the session. An anonymous answer that has
 * been sent is out of reach. Of the follow-up, without a session: the newest that has never been sent.
 */
export async function findLinkedResponse(
  context: Answering,
  link: AnswerLink,
  session: string | undefined,
): Promise<ResponseState | undefined> {
  const isOpen = OPEN_INSTRUMENTS.has(link.instrument);
  if (!isOpen && !isByPeriod(link)) return await context.store.findResponseOf(link.assignment);
  if (session !== undefined) {
    const state = await findSession(context, link, session);
    if (isOpen && state.submitted !== undefined) throw problem("session-not-found");
    return state;
  }
  if (isOpen) return undefined;
  const begun = (await context.store.listResponses(link.assignment)).find(({ status }) => status === "draft");
  return begun && (await context.store.findResponse(begun.response));
}

async function findSession(context: Answering, link: AnswerLink, session: string): Promise<ResponseState> {
  const state = await context.store.findResponse(session);
  if (state?.assignment !== link.assignment) throw problem("session-not-found");
  return state;
}

/**
 * Stores one revision; resolves after the commit.
 *
 * A draft may hold values that are not valid yet, a submission may not. Identity numbers are refused in both. Of
 * anonymous answers neither the time of day nor who signed is stored. Sending the same anonymous answer again (its reply
 * may have been lost) is answered as the first time.
 *
 * @throws {HttpProblem} no-answers, identity-number, answers-invalid, conflict, unknown-revision, session-not-found,
 *   link-full
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
  const isOpen = OPEN_INSTRUMENTS.has(link.instrument);
  const state = await namedResponse(context, link, kind, sent.session);
  if (isOpen && state?.submitted !== undefined) {
    const isSame = canonicalJson(state.submitted.answers) === canonicalJson(answers);
    if (isSame) return { revision: state.submitted, merged: false };
  }
  // What was sent once is finished: the next submission is another person's.
  const session = isOpen && state?.submitted !== undefined ? undefined : state?.response;
  if (session === undefined && isOpen) refuseFull(link);
  const saved = await context.store.saveRevision({
    assignment: link.assignment,
    ...(session === undefined ? {} : { response: session }),
    ...(isByPeriod(link) ? { byPeriod: true } : {}),
    link: link.link,
    kind,
    fielded: link.fielded,
    answers,
    shown: sent.shown ?? questionnaire.compiled.shown(answers, placeValues(context, link)),
    role: "respondent",
    ...(sent.signedBy && !isOpen ? { signedBy: sent.signedBy } : {}),
    baseRevision: session === undefined && isOpen ? 0 : sent.baseRevision,
    savedAt: storedTime(link.instrument, context.now()),
  } satisfies NewRevision);
  if (saved.status !== "saved") throw problemOf(saved, link);
  return saved;
}

export const receiptOf = (instrument: Instrument, revision: Revision): Receipt => ({
  id: revision.response,
  submittedAt: shownTime(instrument, revision.savedAt),
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

/** The response that a session names; a draft cannot follow an anonymous answer that has been sent. */
async function namedResponse(
  context: Answering,
  link: AnswerLink,
  kind: "draft" | "submitted",
  session: string | undefined,
): Promise<ResponseState | undefined> {
  if (session === undefined || (!OPEN_INSTRUMENTS.has(link.instrument) && !isByPeriod(link))) return undefined;
  if (kind === "draft") return await findLinkedResponse(context, link, session);
  return await findSession(context, link, session);
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

function problemOf(outcome: Exclude<SaveOutcome, { status: "saved" }>, link: AnswerLink): HttpProblem {
  if (outcome.status === "link-full") return problem("link-full", { max: link.maxAnswers ?? 0 });
  if (outcome.status === "period-taken") {
    const { from, to } = outcome.period;
    const message = `Det finns redan ett svar för perioden ${from} till ${to}. Öppna det svaret, eller ändra perioden här.`;
    return problem("answers-invalid", { problems: [{ variable: PERIOD_QUESTION, code: "period-taken", message }] });
  }
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
