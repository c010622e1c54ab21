/** From the token in an address to the publication that it opens. Nothing is cached: a link that is withdrawn is so at once. */
import type { Request, Response } from "express";
import type { Context } from "../context.ts";
import { EXAMPLE_ID } from "../example/study.ts";
import { verifyPassword } from "../passwords.ts";
import { problem } from "../problems.ts";
import type { FrozenRow, ViewLink } from "../store/publication-store.ts";
import { swedishDay } from "../study/shown-time.ts";
import { hashToken, newToken } from "../tokens.ts";

export interface OpenedPublication extends FrozenRow {
  readonly download: boolean;
  /** Whether a passcode stands before it. */
  readonly passcode: boolean;
}

const ACCESS_HOURS = 12;

/**
 * @throws {HttpProblem} link-not-found, link-withdrawn, link-expired, passcode-needed, publication-working, not-published
 */
export async function openLink(context: Context, request: Request, token: string): Promise<OpenedPublication> {
  const link = await getLink(context, token);
  if (link.passcodeHash !== undefined) {
    const access = cookieOf(request, link);
    const at = context.now().toISOString();
    if (access === undefined || !(await context.store.publications.hasAccess(hashToken(access), link.link, at))) {
      throw problem("passcode-needed");
    }
  }
  const { publications } = context.store;
  const { publication, study, download } = link;
  const found = await (publication === undefined ? publications.newest(study) : publications.frozen(publication));
  if (found === undefined) {
    throw problem((await publications.isWorking(study)) ? "publication-working" : "not-published");
  }
  return { ...found, download, passcode: link.passcodeHash !== undefined };
}

/** Takes the passcode and sets a cookie that opens the link for a while. @throws {HttpProblem} as `openLink`, passcode-wrong */
export async function giveAccess(context: Context, response: Response, token: string, passcode: string): Promise<void> {
  const link = await getLink(context, token);
  if (link.passcodeHash === undefined) return;
  if (!(await verifyPassword(link.passcodeHash, passcode))) throw problem("passcode-wrong");
  const access = newToken();
  const now = context.now();
  const expires = new Date(now.getTime() + ACCESS_HOURS * 3_600_000);
  const { publications } = context.store;
  await publications.grantAccess(hashToken(access), link.link, expires.toISOString(), now.toISOString());
  response.cookie(cookieName(link), access, {
    httpOnly: true,
    sameSite: "lax",
    secure: context.config.publicUrl.startsWith("https:"),
    path: "/",
    maxAge: ACCESS_HOURS * 3_600_000,
  });
}

async function getLink({ store, now }: Context, token: string): Promise<ViewLink> {
  const link =
    token === EXAMPLE_ID ? await exampleLink(store) : await store.publications.findViewLink(hashToken(token));
  if (link === undefined) throw problem("link-not-found");
  if (link.withdrawn) throw problem("link-withdrawn");
  if (link.until !== undefined && link.until < swedishDay(now())) throw problem("link-expired", { until: link.until });
  return link;
}

/** Nothing in the example is true of anybody: its report has an address that everybody knows. */
async function exampleLink(store: Context["store"]): Promise<ViewLink | undefined> {
  const found = await store.findStudy(EXAMPLE_ID);
  if (found?.study.invented !== true) return undefined;
  const open = { publication: undefined, until: undefined, passcodeHash: undefined };
  return { link: EXAMPLE_ID, study: EXAMPLE_ID, withdrawn: false, download: true, ...open };
}

/** One a link, so that the passcode of one does not close another. */
const cookieName = ({ link }: ViewLink): string => `bk_view_${link.replaceAll("-", "").slice(0, 16)}`;

const cookieOf = (request: Request, link: ViewLink): string | undefined =>
  new RegExp(`(?:^|;\\s*)${cookieName(link)}=([\\w-]{16,200})(?:;|$)`).exec(request.get("cookie") ?? "")?.[1];
