/** Who is calling: a session cookie or an API token. */
import type { Request, Response } from "express";
import type { Context } from "../context.ts";
import { problem } from "../problems.ts";
import { hashToken, newToken } from "../tokens.ts";
import type { SignedInUser } from "./route.ts";

const COOKIE = "bk_session";
const SESSION_HOURS = 12;

/** The user behind the session cookie or the API token; undefined for everybody else. */
export async function findUser(context: Context, request: Request): Promise<SignedInUser | undefined> {
  const bearer = /^Bearer ([\w-]{16,200})$/.exec(request.get("authorization") ?? "")?.[1];
  if (bearer !== undefined) return await context.store.findApiToken(hashToken(bearer));
  const session = cookieOf(request);
  if (session === undefined) return undefined;
  return await context.store.findSession(hashToken(session), context.now().toISOString());
}

/**
 * A page of another site can make a browser send our cookie along; such a call must not change anything.
 * Programs that are no browser send neither header and carry no one else's cookie.
 *
 * @throws {HttpProblem} cross-site
 */
export function refuseOtherSites(context: Context, request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.get("sec-fetch-site");
  if (site !== undefined) {
    if (site !== "same-origin" && site !== "none") throw problem("cross-site");
    return;
  }
  const origin = request.get("origin");
  if (origin === undefined || origin === context.config.publicUrl) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.get("host")) throw problem("cross-site");
}

export async function startSession(context: Context, response: Response, user: SignedInUser): Promise<void> {
  const token = newToken();
  const now = context.now();
  const expires = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  await context.store.createSession(user.id, hashToken(token), now.toISOString(), expires.toISOString());
  response.cookie(COOKIE, token, cookieOptions(context, SESSION_HOURS * 3_600_000));
}

export async function endSession(context: Context, request: Request, response: Response): Promise<void> {
  const session = cookieOf(request);
  if (session !== undefined) await context.store.deleteSession(hashToken(session));
  response.clearCookie(COOKIE, cookieOptions(context));
}

const cookieOptions = (context: Context, maxAge?: number) => ({
  httpOnly: true,
  sameSite: "lax" as const,
  secure: context.config.publicUrl.startsWith("https:"),
  path: "/",
  ...(maxAge === undefined ? {} : { maxAge }),
});

const cookieOf = (request: Request): string | undefined =>
  /(?:^|;\s*)bk_session=([\w-]{16,200})(?:;|$)/.exec(request.get("cookie") ?? "")?.[1];
