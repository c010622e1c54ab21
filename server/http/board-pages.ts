/** The pages behind a view link, written here and readable without a script: the report, its tables, and the door before it. */
import { type ErrorRequestHandler, type Request, type Response, Router, urlencoded } from "express";
import { boardShell, renderPasscodePage, renderViewProblem, type BoardView } from "../board/page.tsx";
import type { Context } from "../context.ts";
import { HttpProblem, problem } from "../problems.ts";
import { PROGRAM } from "../program.ts";
import { giveAccess, openLink, type OpenedPublication } from "../publication/open-link.ts";
import type { PublicationOutput } from "../publication/render.ts";
import { hashToken } from "../tokens.ts";
import { sendCompressed } from "./compressed.ts";
import { traceOf } from "./errors.ts";
import { isKnown } from "./publication-files.ts";
import { refuseOtherSites } from "./session.ts";

const HTML = "text/html; charset=utf-8";

export function boardPages(context: Context): Router {
  const router = Router();
  router.use("/rapport/:token", (_request, response, next) => {
    response.set({ "cache-control": "no-store", "x-robots-tag": "noindex" });
    next();
  });
  router.get("/rapport/:token", (request, response) =>
    sendPage(context, request, response, (view) => ({ format: "page", view })),
  );
  router.get("/rapport/:token/tabell/:section/:table", (request, response) => {
    const { section, table } = request.params;
    const wanted = { section, table, page: Number(oneOf(request, "sida") ?? 1) };
    return sendPage(context, request, response, (view) => ({ format: "table-page", view, wanted }));
  });
  router.post("/rapport/:token", urlencoded({ extended: false, limit: "4kb" }), async (request, response) => {
    refuseOtherSites(context, request);
    const { passcode } = (request.body ?? {}) as { passcode?: unknown };
    await giveAccess(context, response, request.params.token, typeof passcode === "string" ? passcode : "");
    response.redirect(303, request.originalUrl);
  });
  return router;
}

async function sendPage(
  context: Context,
  request: Request<{ token: string }>,
  response: Response,
  outputOf: (view: BoardView) => PublicationOutput,
): Promise<void> {
  const { token } = request.params;
  const opened = await openLink(context, request, token);
  const municipality = oneOf(request, "kommun");
  const output = outputOf({
    address: `/rapport/${token}`,
    files: `/api/published/${token}`,
    ...(municipality === undefined ? {} : { municipality }),
    download: opened.download,
    preview: opened.status === "preview",
    ...(canEmbed(opened) ? { embedOrigin: context.config.publicUrl } : {}),
    head: boardShell(),
  });
  if (isKnown(request, response, hashToken(JSON.stringify([opened.sha256, output, PROGRAM])))) return;
  await sendCompressed(request, response, HTML, await context.publications.render(opened.id, output));
}

/** A chart on another site's page is for everybody who sees that page, and stays. */
const canEmbed = ({ download, passcode, status }: OpenedPublication): boolean =>
  download && !passcode && status === "published";

/** The first value of a parameter in the query; an odd one is none. */
function oneOf(request: Request<object>, name: string): string | undefined {
  const value = [request.query[name]].flat()[0];
  return typeof value === "string" && value.length <= 10 ? value : undefined;
}

/** A problem on one of them is a page too; for `/rapport`. */
export const explainOnPage =
  (context: Context): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    if (!(error instanceof HttpProblem)) context.log.error(traceOf(error), "unexpected error on a board page");
    const { code, status } = error instanceof HttpProblem ? error : problem("internal");
    if (code === "web-not-built") return next(error);
    const head = boardShell();
    if (code === "publication-working") response.set({ refresh: "4", "retry-after": "4" });
    const door = ["passcode-needed", "passcode-wrong", "too-many-passcodes"].includes(code);
    response.removeHeader("etag");
    response
      .status(status)
      .set({ "cache-control": "no-store", "content-type": HTML })
      .send(
        door
          ? renderPasscodePage({
              address: request.originalUrl,
              head,
              wrong: code === "passcode-wrong",
              tooMany: code === "too-many-passcodes",
            })
          : renderViewProblem(code, head),
      );
  };
