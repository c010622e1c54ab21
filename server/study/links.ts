import { randomUUID } from "node:crypto";
import type { Assignment } from "../../survey-definitions/study.ts";
import type { NewLink } from "../../survey-definitions/wire.ts";
import type { Store } from "../store/store.ts";
import { hashToken, newToken } from "../tokens.ts";

interface LinkMaker {
  readonly store: Store;
  readonly config: { readonly publicUrl: string };
  readonly now: () => Date;
}

/** How much a link takes; without limits: for as long as the study is open. */
export interface LinkLimits {
  readonly maxAnswers?: number | undefined;
  /** ISO date, that day included. */
  readonly until?: string | undefined;
}

/** A link to a questionnaire; undefined when the study asks for no such answer. Its token is shown this once. */
export async function createAnswerLink(
  { store, config, now }: LinkMaker,
  study: string,
  assignment: Assignment,
  { maxAnswers, until }: LinkLimits = {},
): Promise<NewLink | undefined> {
  const number = await store.findAssignment(study, assignment);
  if (number === undefined) return undefined;
  const [token, id] = [newToken(), randomUUID()];
  const createdAt = now().toISOString();
  await store.createLink({
    id,
    study,
    assignment: number,
    tokenHash: hashToken(token),
    createdAt,
    ...(maxAnswers === undefined ? {} : { maxAnswers }),
    ...(until === undefined ? {} : { until }),
  });
  return { id, url: `${config.publicUrl}/svara/${token}` };
}

/** A link to what a study has published last, whatever that is when it is opened. */
export async function createViewLink({ store, config, now }: LinkMaker, study: string): Promise<NewLink> {
  const [token, id] = [newToken(), randomUUID()];
  const link = { id, study, tokenHash: hashToken(token), createdAt: now().toISOString(), download: true };
  await store.publications.createViewLink(link);
  return { id, url: `${config.publicUrl}/rapport/${token}` };
}

const LOGIN_LINK_HOURS = 24;

/** A link that signs a user in once, within a day. */
export async function createLoginLink({ store, config, now }: LinkMaker, user: string): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now().getTime() + LOGIN_LINK_HOURS * 3_600_000).toISOString();
  await store.createLoginToken(user, hashToken(token), expiresAt);
  return `${config.publicUrl}/logga-in/${token}`;
}
