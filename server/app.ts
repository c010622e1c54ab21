import express, { type Express, type RequestHandler } from "express";
import type { Context } from "./context.ts";
import { accountRoutes } from "./http/accounts.ts";
import { answerRoutes } from "./http/answers.ts";
import { boardPages, explainOnPage } from "./http/board-pages.ts";
import { answerErrors, patternOf } from "./http/errors.ts";
import { securityHeaders } from "./http/headers.ts";
import { linkLimits, loginLimits, passcodeLimits } from "./http/limits.ts";
import { describeApi } from "./http/openapi.ts";
import { pages } from "./http/pages.ts";
import { fileRoutes } from "./http/files.ts";
import { showInstallation } from "./http/installation.ts";
import { linkRoutes } from "./http/links.ts";
import { proposalRoutes } from "./http/proposals.ts";
import { publicationRoutes } from "./http/publications.ts";
import { publishedRoutes } from "./http/published.ts";
import { reportRoutes } from "./http/reports.ts";
import { responseRoutes } from "./http/responses.ts";
import { type Route, route, type SignedInUser } from "./http/route.ts";
import { findUser, refuseOtherSites } from "./http/session.ts";
import { studyRoutes } from "./http/studies.ts";
import { problem } from "./problems.ts";

const MEGABYTE = 1_048_576;
/** What a link to a publication opens. */
const VIEWS = ["/api/published", "/rapport"] as const;

/** Routes, limits, headers and the error handler; does not listen. */
export function createApp(context: Context): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", "simple");
  app.set("trust proxy", context.config.trustProxy);

  app.use(securityHeaders(context.config));
  app.use(logRequests(context));
  app.use("/api", neverStored);
  for (const limit of linkLimits(context)) app.use(["/api/answer", ...VIEWS], limit);
  for (const limit of passcodeLimits(context)) app.use([...VIEWS], limit);
  for (const each of allRoutes.filter(({ spec }) => spec.unread)) mount(app, context, each);
  app.use(express.json({ limit: MEGABYTE }));
  for (const limit of loginLimits(context)) app.post(["/api/session", "/api/session/link"], limit);

  for (const each of allRoutes.filter(({ spec }) => !spec.unread)) mount(app, context, each);
  app.use(boardPages(context));
  app.use(pages());
  app.use(() => {
    throw problem("not-found");
  });
  app.use("/rapport", explainOnPage(context));
  app.use(answerErrors(context));
  return app;
}

const showHealth = route({
  method: "get",
  path: "/healthz",
  summary: "Whether the program runs and reaches its database",
  access: "public",
  answers: { status: 200, description: "{status: ok}" },
  problems: ["internal"],
  async handle({ context, response }) {
    await context.store.countUsers();
    response.json({ status: "ok" });
  },
});

const showDescription = route({
  method: "get",
  path: "/api/openapi.json",
  summary: "This description",
  access: "public",
  answers: { status: 200, description: "OpenAPI 3.1" },
  problems: [],
  handle: ({ response }) => void response.json(describeApi(allRoutes)),
});

const allRoutes: readonly Route[] = [
  ...answerRoutes,
  ...accountRoutes,
  ...studyRoutes,
  ...linkRoutes,
  ...responseRoutes,
  ...proposalRoutes,
  ...fileRoutes,
  ...reportRoutes,
  ...publicationRoutes,
  ...publishedRoutes,
  showInstallation,
  showHealth,
  showDescription,
];

function mount(app: Express, context: Context, { spec, run }: Route): void {
  const csv = spec.csv ? [express.raw({ type: "text/csv", limit: 64 * MEGABYTE })] : [];
  const unread = spec.unread ? [express.text({ type: "application/json", limit: MEGABYTE })] : [];
  app[spec.method](spec.path, ...csv, ...unread, async (request, response) => {
    let user: SignedInUser | undefined;
    if (spec.access !== "link") {
      refuseOtherSites(context, request);
      if (spec.access === "user") user = await findUser(context, request);
    }
    await run(context, request, response, user);
  });
}

const neverStored: RequestHandler = (_request, response, next) => {
  response.set("cache-control", "no-store");
  next();
};

/** One line a request at level debug: no address, name, token or text of anybody. */
function logRequests({ log }: Context): RequestHandler {
  if (!log.isLevelEnabled("debug")) return (_request, _response, next) => next();
  return (request, response, next) => {
    const startedAt = performance.now();
    const { method } = request;
    const route = patternOf(request.path);
    response.on("finish", () => {
      log.debug({ method, route, status: response.statusCode, ms: Math.round(performance.now() - startedAt) });
    });
    next();
  };
}
