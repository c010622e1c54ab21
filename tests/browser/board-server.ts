/** The pages of a publication as the program serves them, under its headers, without the program around them. */
import type { AddressInfo } from "node:net";
import express from "express";
import { join } from "node:path";
import { buildIfStale } from "../../build.ts";
import { workingCopy } from "../../reports/publication/working-copy.ts";
import {
  boardShell,
  renderBoardPage,
  renderPasscodePage,
  renderStandalone,
  renderTablePage,
  renderViewProblem,
  type BoardView,
} from "../../server/board/page.tsx";
import { securityHeaders } from "../../server/http/headers.ts";
import { projectRoot } from "../../server/root.ts";
import type { Config } from "../../server/config.ts";
import { exampleReport } from "../fixtures/example-report.ts";
import { examplePublications } from "../fixtures/example-publications.ts";

export interface BoardServer {
  readonly origin: string;
  /** The page of the publication. */
  readonly board: string;
  /** Documents of one file each; the first has the first three sections. */
  readonly standalone: string;
  readonly workingCopy: string;
  readonly stop: () => Promise<void>;
}

const ADDRESS = "/rapport/exempel";

export async function startBoard(): Promise<BoardServer> {
  await buildIfStale("web");
  const { report } = await exampleReport();
  const { second } = examplePublications(report);
  const head = boardShell();
  const pages = new Map<string, string>();
  /** A page is written once: it is the same for every reader. */
  const send = (response: express.Response, key: string, render: () => string): void => {
    const page = pages.get(key) ?? render();
    pages.set(key, page);
    response.type("html").send(page);
  };
  const viewOf = ({ query }: express.Request): BoardView => ({
    address: ADDRESS,
    files: "/api/published/exempel",
    download: true,
    preview: false,
    embedOrigin: "https://karta.example",
    head,
    ...(typeof query["kommun"] === "string" ? { municipality: query["kommun"] } : {}),
  });

  const app = express();
  app.use(securityHeaders({ publicUrl: "" } as Config));
  app.get(ADDRESS, (request, response) => send(response, request.url, () => renderBoardPage(second, viewOf(request))));
  app.get(`${ADDRESS}/tabell/:section/:table`, (request, response) => {
    const wanted = { ...request.params, page: Number(request.query["sida"] ?? 1) };
    send(response, request.url, () => renderTablePage(second, viewOf(request), wanted));
  });
  app.get("/kod", (_, response) =>
    send(response, "kod", () => renderPasscodePage({ address: "/kod", head, wrong: true, tooMany: false })),
  );
  app.get("/slut", (_, response) => send(response, "slut", () => renderViewProblem("link-expired", head)));
  app.use(express.static(join(projectRoot, "dist/web")));
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    board: origin + ADDRESS,
    standalone: renderStandalone({ ...second, sections: second.sections.slice(0, 3) }),
    workingCopy: renderStandalone(workingCopy(report, "2026-11-22")),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
