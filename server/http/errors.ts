import type { ErrorRequestHandler } from "express";
import type { Context } from "../context.ts";
import { HttpProblem, problem } from "../problems.ts";

/** The last stop of every error: a caller's problem is answered as such, all else is logged whole and answered as ours. */
export function answerErrors(context: Context): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const known = error instanceof HttpProblem ? error : fromBodyParser(error);
    if (known === undefined) {
      context.log.error(
        { ...traceOf(error), method: request.method, route: patternOf(request.path) },
        "unexpected error",
      );
    }
    const answered = known ?? problem("internal");
    response.status(answered.status).json(answered.body);
  };
}

/** Where it happened, without the properties that database errors carry: those quote the values of the row. */
export function traceOf(error: unknown): { readonly error: string; readonly code?: unknown } {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  return { error: error.stack ?? error.message, ...(code === undefined ? {} : { code }) };
}

/** What express.json, express.raw, the router and sendFile throw. */
function fromBodyParser(error: unknown): HttpProblem | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { type, status, limit } = error as { type?: unknown; status?: unknown; limit?: unknown };
  if (type === "entity.too.large") return problem("too-large", { megabytes: Math.round(Number(limit) / 1_048_576) });
  if (typeof type === "string" && typeof status === "number" && status < 500) return problem("not-json");
  if (status === 404 || status === 400) return problem("not-found");
  return undefined;
}

/** What follows these in an address is the token of a link, which is a secret. */
const BEFORE_TOKEN = /(\/(?:svara|rapport|logga-in|answer|published))\/[^/]+/g;

/** An address as it may stand in a log: without the token that is a secret, and without ids. */
export const patternOf = (path: string): string =>
  path.replaceAll(BEFORE_TOKEN, "$1/…").replaceAll(/\/[^/]*[\d_-][^/]*/g, "/…");
