/** Beginning a publication, and links to one: the same for the web, the command line and the example. */
import { randomUUID } from "node:crypto";
import { sections as allSections } from "../../reports/sections/index.ts";
import { findIdentityNumber } from "../../survey-definitions/identity-number.ts";
import type { NewLink, PublicationPlan } from "../../survey-definitions/wire.ts";
import { hashPassword } from "../passwords.ts";
import { problem } from "../problems.ts";
import type { Store } from "../store/store.ts";
import { swedishDay } from "../study/shown-time.ts";
import { hashToken, newToken } from "../tokens.ts";

interface Place {
  readonly store: Store;
  readonly config: { readonly publicUrl: string };
  readonly now: () => Date;
}

/** As `NewPublicationLink` comes in. */
export interface WantedLink {
  readonly until?: string | undefined;
  readonly passcode?: string | undefined;
  readonly download: boolean;
}

export interface StartedPublication {
  readonly id: string;
  /** To what will be published; none to a preview. Its token is shown this once. */
  readonly link?: ViewAddress;
}

export interface ViewAddress extends NewLink {
  readonly token: string;
}

/**
 * Without `link` none is made.
 *
 * @throws {HttpProblem} section-not-found, invalid-input, identity-number-in-text, publication-in-progress
 */
export async function startPublication(
  place: Place,
  study: string,
  plan: PublicationPlan,
  { preview, link }: { readonly preview: boolean; readonly link?: WantedLink | undefined },
): Promise<StartedPublication> {
  checkPlan(plan);
  if (link !== undefined) checkUntil(link.until, place.now());
  const id = randomUUID();
  const createdAt = place.now().toISOString();
  const created = await place.store.publications.create({ id, study, plan, preview, createdAt });
  if (created === "in-progress") throw problem("publication-in-progress");
  return link === undefined ? { id } : { id, link: await createPublicationLink(place, study, id, link) };
}

/** @throws {HttpProblem} section-not-found, invalid-input, identity-number-in-text */
export function checkPlan({ sections, ...texts }: PublicationPlan): void {
  const ids = new Set<string>();
  for (const { id } of sections) {
    if (!allSections.some((section) => section.id === id)) throw problem("section-not-found", { section: id });
    if (ids.has(id)) throw problem("invalid-input", { field: "sections", why: `avsnittet ”${id}” står två gånger.` });
    ids.add(id);
  }
  const written = [texts.title, texts.introduction, texts.conclusion].concat(
    sections.flatMap(({ before, after }) => [before, after]),
  );
  if (written.some((text) => findIdentityNumber(text) !== undefined)) throw problem("identity-number-in-text");
}

/** A link to one publication. @throws {HttpProblem} invalid-input for a day that has been */
export async function createPublicationLink(
  { store, config, now }: Place,
  study: string,
  publication: string,
  { until, passcode, download }: WantedLink,
): Promise<ViewAddress> {
  checkUntil(until, now());
  const [token, id] = [newToken(), randomUUID()];
  await store.publications.createViewLink({
    id,
    study,
    publication,
    tokenHash: hashToken(token),
    createdAt: now().toISOString(),
    ...(until === undefined ? {} : { until }),
    ...(passcode === undefined ? {} : { passcodeHash: await hashPassword(passcode) }),
    download,
  });
  return { id, token, url: `${config.publicUrl}/rapport/${token}` };
}

function checkUntil(until: string | undefined, now: Date): void {
  if (until !== undefined && until < swedishDay(now)) {
    throw problem("invalid-input", { field: "until", why: "den dagen har redan varit." });
  }
}
