/**
 * The files of a publication: the same for whoever has a link and, of previews too, for users. What a publication looks
 * like never changes, so each file carries a tag of its content address, and a browser that has it is told so.
 */
import type { Request, Response } from "express";
import { z } from "zod";
import type { Context } from "../context.ts";
import { problem, type ProblemName } from "../problems.ts";
import { PROGRAM } from "../program.ts";
import { unpackText } from "../publication/packed-text.ts";
import { openLink, type OpenedPublication } from "../publication/open-link.ts";
import type { DocumentFormat, PublicationOutput } from "../publication/render.ts";
import { hashToken } from "../tokens.ts";
import { sendCompressed } from "./compressed.ts";
import { attach } from "./reports.ts";
import { publishedFileQuery, type PublishedFileQuery } from "./requests.ts";
import { type Route, route } from "./route.ts";

/** Where a publication is read, and how the address names it. */
interface Place {
  readonly base: string;
  /** After `base`, of the publication itself as JSON. */
  readonly json: string;
  readonly access: "user" | "link";
  readonly names: readonly string[];
  readonly problems: readonly ProblemName[];
  readonly open: (
    context: Context,
    request: Request,
    params: Readonly<Record<string, string>>,
  ) => Promise<OpenedPublication>;
}

export const LINK_PROBLEMS = [
  "link-not-found",
  "link-withdrawn",
  "link-expired",
  "passcode-needed",
  "not-published",
  "publication-working",
  "too-many-requests",
] as const satisfies readonly ProblemName[];

const forReaders: Place = {
  base: "/api/published/:token",
  json: "",
  access: "link",
  names: ["token"],
  problems: LINK_PROBLEMS,
  open: (context, request, { token = "" }) => openLink(context, request, token),
};

const forUsers: Place = {
  base: "/api/studies/:study/publications/:publication",
  json: "/report",
  access: "user",
  names: ["study", "publication"],
  problems: ["not-signed-in", "publication-not-found"],
  async open({ store }, _request, { study, publication = "" }) {
    const found = await store.publications.frozen(publication);
    if (found === undefined || found.study !== study) throw problem("publication-not-found");
    return { ...found, download: true, passcode: false };
  },
};

const wholeJson = ({ base, json, access, names, problems, open }: Place): Route =>
  route({
    method: "get",
    path: base + json,
    summary: "The publication as it was frozen: its SHA-256 is its content address",
    access,
    params: paramsOf(names),
    answers: { status: 200, description: "Publication (Report with protected figures)" },
    problems,
    async handle({ context, params, request, response }) {
      const opened = await open(context, request, params);
      if (isKnown(request, response, opened.sha256)) return;
      const content = await context.store.publications.content(opened.id);
      if (content === undefined) throw problem("publication-not-found");
      response.set("content-type", "application/json; charset=utf-8").vary("accept-encoding");
      if (request.acceptsEncodings("br") === "br") response.set("content-encoding", "br").send(Buffer.from(content));
      else await sendCompressed(request, response, "application/json; charset=utf-8", await unpackText(content));
    },
  });

const OFFICE = "application/vnd.openxmlformats-officedocument";
const DOCUMENTS: Readonly<Record<DocumentFormat, readonly [type: string, summary: string]>> = {
  docx: [`${OFFICE}.wordprocessingml.document`, "The whole report as a Word document"],
  pdf: ["application/pdf", "The whole report as PDF/UA"],
  xlsx: [`${OFFICE}.spreadsheetml.sheet`, "All tables as an Excel workbook"],
  zip: ["application/zip", "The data package: tables, descriptions, questionnaires, drawings and the audit"],
  html: ["text/html; charset=utf-8", "The whole report as one page that needs nothing else"],
};

const wholeDocument = (place: Place, format: DocumentFormat): Route => {
  const [type, summary] = DOCUMENTS[format];
  return route({
    method: "get",
    path: `${place.base}/report.${format}`,
    summary,
    access: place.access,
    params: paramsOf(place.names),
    answers: { status: 200, description: "The document", type },
    problems: [...place.problems, ...(place.access === "link" ? (["look-only"] as const) : []), "publication-failed"],
    async handle({ context, params, request, response }) {
      const opened = await openForDownload(place, context, request, params);
      const filename = `${opened.study}-rapport-${opened.number}.${format}`;
      await sendFile({ context, request, response, opened, type, filename, output: { format } });
    },
  });
};

function paramsOf(names: readonly string[]) {
  return z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
}

interface FileKind {
  readonly ending: "svg" | "png" | "csv" | "xlsx";
  readonly type: string;
  readonly summary: string;
  readonly missing: ProblemName;
  readonly output: (section: string, id: string, query: PublishedFileQuery) => PublicationOutput;
}

const FILE_KINDS: readonly FileKind[] = [
  ...(["svg", "png"] as const).map((format): FileKind => ({
    ending: format,
    type: format === "svg" ? "image/svg+xml" : "image/png",
    summary: `One chart as ${format.toUpperCase()}; of one municipality with kommun`,
    missing: "chart-not-found",
    output: (section, id, { width, kommun }) => ({
      format,
      section,
      id,
      width,
      ...(kommun === undefined ? {} : { municipality: kommun }),
    }),
  })),
  {
    ending: "csv",
    type: "text/csv; charset=utf-8",
    summary: "One table as CSV; missing values as !reason, or in words with excel=1",
    missing: "table-not-found",
    output: (section, id, { excel }) => ({ format: "csv", section, id, excel: excel === "1" }),
  },
  {
    ending: "xlsx",
    type: DOCUMENTS.xlsx[0],
    summary: "One table as an Excel workbook",
    missing: "table-not-found",
    output: (section, table) => ({ format: "xlsx", only: { section, table } }),
  },
];

const oneFile = (place: Place, kind: FileKind): Route =>
  route({
    method: "get",
    path: `${place.base}/:section/:id.${kind.ending}`,
    summary: kind.summary,
    access: place.access,
    params: paramsOf([...place.names, "section", "id"]),
    query: publishedFileQuery,
    answers: { status: 200, description: "The file", type: kind.type },
    problems: [
      ...place.problems,
      ...(place.access === "link" ? (["look-only"] as const) : []),
      "invalid-input",
      "section-not-found",
      kind.missing,
      "publication-failed",
    ],
    async handle({ context, params, query, request, response }) {
      const { section = "", id = "" } = params;
      const opened = await openForDownload(place, context, request, params);
      const filename = `${opened.study}-${section}-${id}.${kind.ending}`;
      const output = kind.output(section, id, query);
      // A drawing may stand on another site's page.
      if (kind.missing === "chart-not-found") response.set("cross-origin-resource-policy", "cross-origin");
      await sendFile({ context, request, response, opened, type: kind.type, filename, output });
    },
  });

export const publicationFileRoutes: readonly Route[] = [forReaders, forUsers].flatMap((place) => [
  wholeJson(place),
  ...(Object.keys(DOCUMENTS) as DocumentFormat[]).map((format) => wholeDocument(place, format)),
  ...FILE_KINDS.map((kind) => oneFile(place, kind)),
]);

async function openForDownload(
  { open }: Place,
  context: Context,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<OpenedPublication> {
  const opened = await open(context, request, params);
  if (!opened.download) throw problem("look-only");
  return opened;
}

interface SentFile {
  readonly context: Context;
  readonly request: Request;
  readonly response: Response;
  readonly opened: OpenedPublication;
  readonly type: string;
  readonly filename: string;
  readonly output: PublicationOutput;
}

async function sendFile({ context, request, response, opened, type, filename, output }: SentFile): Promise<void> {
  if (isKnown(request, response, hashToken(JSON.stringify([opened.sha256, output, PROGRAM])))) return;
  const bytes = await context.publications.render(opened.id, output);
  attach(response, filename);
  await sendCompressed(request, response, type, bytes);
}

/**
 * Whether whoever asks has it already, and then says so. It may be kept, but is asked for each time, so that a link that is
 * withdrawn leads nowhere.
 */
export function isKnown(request: Request, response: Response, tag: string): boolean {
  response.set({ etag: `"${tag}"`, "cache-control": "private, no-cache" });
  const tags = (request.get("if-none-match") ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  if (!tags.includes(`"${tag}"`)) return false;
  response.status(304).end();
  return true;
}
