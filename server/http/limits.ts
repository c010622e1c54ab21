import { createHash } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import type { Context } from "../context.ts";
import { problem, type ProblemName } from "../problems.ts";

const MINUTE = 60_000;
const FAILED_LOGINS = 10;

const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? "");

const limiter = (windowMs: number, limit: number, code: ProblemName, keyGenerator: (request: Request) => string) =>
  rateLimit({
    windowMs,
    limit,
    keyGenerator,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    skipSuccessfulRequests: code === "too-many-logins",
    handler: (_request: Request, response: Response) => {
      const { status, body } = problem(code as "too-many-requests");
      response.status(status).json(body);
    },
  });

/** Requests a minute for one address and for one link. The token itself is not kept, not even in memory. */
export function linkLimits({ config }: Context): readonly RequestHandler[] {
  if (config.rateLimit === "off") return [];
  const { perAddress, perLink } = config.rateLimit;
  const linkOf = (request: Request) =>
    createHash("sha256")
      .update(request.path.split("/")[1] ?? "")
      .digest("base64url");
  return [
    limiter(MINUTE, perAddress, "too-many-requests", addressOf),
    limiter(MINUTE, perLink, "too-many-requests", linkOf),
  ];
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
