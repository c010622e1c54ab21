import { createHash } from "node:crypto";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import type { Context } from "../context.ts";
import { problem, type ProblemName } from "../problems.ts";

const MINUTE = 60_000;
const FAILED_LOGINS = 10;
/** Nobody's name, and shared by a whole board. */
const FAILED_PASSCODES = 20;

const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? "");

const limiter = (windowMs: number, limit: number, code: ProblemName, keyGenerator: (request: Request) => string) =>
  rateLimit({
    windowMs,
    limit,
    keyGenerator,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    skipSuccessfulRequests: code !== "too-many-requests",
    handler: (_request: Request, _response: Response, next: NextFunction) => next(problem(code as "too-many-requests")),
  });

/** Requests a minute for one address and for one link. The token itself is not kept, not even in memory. */
export function linkLimits({ config }: Context): readonly RequestHandler[] {
  if (config.rateLimit === "off") return [];
  const { perAddress, perLink } = config.rateLimit;
  return [
    limiter(MINUTE, perAddress, "too-many-requests", addressOf),
    limiter(MINUTE, perLink, "too-many-requests", linkOf),
  ];
}

/** The token, first in what follows the path that the limit stands on, unreadable. */
const linkOf = (request: Request): string =>
  createHash("sha256")
    .update(request.path.split("/")[1] ?? "")
    .digest("base64url");

/** Wrong passcodes in a quarter of an hour: from one address, and for one link from anywhere. */
export function passcodeLimits({ config }: Context): readonly RequestHandler[] {
  if (config.rateLimit === "off") return [];
  const limits = [
    limiter(15 * MINUTE, FAILED_PASSCODES, "too-many-passcodes", addressOf),
    limiter(15 * MINUTE, FAILED_PASSCODES * 5, "too-many-passcodes", linkOf),
  ];
  return limits.map(
    (limit): RequestHandler =>
      (request, response, next) =>
        request.method === "POST" ? void limit(request, response, next) : next(),
  );
}

/** Failed attempts to sign in, in a quarter of an hour: from one address, and for one account from anywhere. */
export function loginLimits({ config }: Context): readonly RequestHandler[] {
  if (config.rateLimit === "off") return [];
  const accountOf = (request: Request) => {
    const email = (request.body as { email?: unknown } | undefined)?.email;
    return typeof email === "string" ? `account ${email.trim().toLowerCase()}` : `address ${addressOf(request)}`;
  };
  return [
    limiter(15 * MINUTE, FAILED_LOGINS * 5, "too-many-logins", addressOf),
    limiter(15 * MINUTE, FAILED_LOGINS, "too-many-logins", accountOf),
  ];
}
