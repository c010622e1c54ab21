/** Routes of the investigator's publications: what is being prepared, the work, and the links. */
import type { Request } from "express";
import { z } from "zod";
import type { PublicationDraft, PublicationSummary } from "../../survey-definitions/wire.ts";
import type { Context } from "../context.ts";
import { type HttpProblem, problem } from "../problems.ts";
import { readArchiveFile } from "../publication/read-archive.ts";
import { checkPlan, createPublicationLink, startPublication } from "../publication/start-publication.ts";
import { swedishDay } from "../study/shown-time.ts";
import { attach } from "./reports.ts";
import { publicationBody, publicationDraftBody, publicationLinkBody, studyParams } from "./requests.ts";
import { type Route, route } from "./route.ts";

const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 150;

const oneParams = z.object({ study: z.string(), publication: z.string() });
const planProblems = [
  "not-json",
  "invalid-input",
  "not-signed-in",
  "study-not-found",
  "section-not-found",
  "identity-number-in-text",
  "cross-site",
] as const;

const showDraft = route({
  method: "get",
  path: "/api/studies/:study/publication-draft",
  summary: "The publication that is being prepared",
  access: "user",
  params: studyParams,
  answers: { status: 200, description: "PublicationDraft; version 0 before it has been saved" },
  problems: ["not-signed-in", "study-not-found"],
  async handle({ context, params, response }) {
    const { title } = await getStudy(context, params.study);
    const empty = { title, introduction: "", conclusion: "", sections: [], freeTexts: false };
    const draft = (await context.store.publications.draft(params.study)) ?? { version: 0, plan: empty };
    response.json(draft satisfies PublicationDraft);
  },
});

const saveDraft = route({
  method: "put",
  path: "/api/studies/:study/publication-draft",
  summary: "Replace the draft that has the version that is sent",
  access: "user",
  params: studyParams,
  body: publicationDraftBody,
  answers: { status: 200, description: "PublicationDraft with the new version" },
  problems: [...planProblems, "publication-draft-changed"],
  async handle({ context, params, body: { version, plan }, response }) {
    await getStudy(context, params.study);
    checkPlan(plan);
    const at = context.now().toISOString();
    const outcome = await context.store.publications.saveDraft(params.study, version, plan, at);
    if (outcome === "changed") throw problem("publication-draft-changed");
    response.json({ version: version + 1, plan } satisfies PublicationDraft);
  },
});

const list = route({
  method: "get",
  path: "/api/studies/:study/publications",
  summary: "The publications of a study, newest first",
  access: "user",
  params: studyParams,
  answers: { status: 200, description: "{publications: PublicationSummary[]}" },
  problems: ["not-signed-in", "study-not-found"],
  async handle({ context, params, response }) {
    await getStudy(context, params.study);
    response.json({ publications: await context.store.publications.list(params.study, swedishDay(context.now())) });
  },
});

const add = route({
  method: "post",
  path: "/api/studies/:study/publications",
  summary:
    "Publish the report of a study, or make a preview; 202 when it takes long, at once with Prefer: respond-async",
  access: "user",
  params: studyParams,
  body: publicationBody,
  answers: { status: 201, description: "PublicationSummary, and {url, token} of a link unless it is a preview" },
  problems: [...planProblems, "publication-in-progress", "audit-failed", "publication-refused"],
  async handle({ context, params, body, request, response }) {
    await getStudy(context, params.study);
    const { preview, link, ...plan } = body;
    const wanted = preview ? { preview } : { preview, link: link ?? { download: true } };
    const started = await startPublication(context, params.study, plan, wanted);
    void context.publications.wake();
    const summary = await settled(context, params.study, started.id, wantsNoWait(request) ? 0 : PATIENCE_MS);
    if (summary.status === "failed") throw refused(summary);
    const address = started.link && { url: started.link.url, token: started.link.token };
    response.status(summary.status === "working" ? 202 : 201).json({ ...summary, ...address });
  },
});

const show = route({
  method: "get",
  path: "/api/studies/:study/publications/:publication",
  summary: "One publication, and how far the work on it has come",
  access: "user",
  params: oneParams,
  answers: { status: 200, description: "PublicationSummary" },
  problems: ["not-signed-in", "publication-not-found"],
  handle: async ({ context, params, response }) =>
    void response.json(await getSummary(context, params.study, params.publication)),
});

const remove = route({
  method: "delete",
  path: "/api/studies/:study/publications/:publication",
  summary: "Remove a preview or an attempt that failed; what is published stays",
  access: "user",
  params: oneParams,
  answers: { status: 204, description: "Removed" },
  problems: ["not-signed-in", "publication-not-found", "publication-kept", "cross-site"],
  async handle({ context, params, response }) {
    const outcome = await context.store.publications.remove(params.study, params.publication);
    if (outcome === "not-found") throw problem("publication-not-found");
    if (outcome === "kept") throw problem("publication-kept");
    response.status(204).end();
  },
});

const publishPreview = route({
  method: "post",
  path: "/api/studies/:study/publications/:publication/publish",
  summary: "Make a preview the publication, with the very same bytes; links to the preview are withdrawn",
  access: "user",
  params: oneParams,
  answers: { status: 200, description: "PublicationSummary" },
  problems: [
    "not-signed-in",
    "publication-not-found",
    "not-a-preview",
    "publication-outdated",
    "publication-in-progress",
    "cross-site",
  ],
  async handle({ context, params: { study, publication }, response }) {
    await getSummary(context, study, publication);
    const outcome = await context.store.publications.publish(study, publication, context.now().toISOString());
    if (outcome === "no-preview") throw problem("not-a-preview");
    if (outcome === "outdated") throw problem("publication-outdated");
    if (outcome === "in-progress") throw problem("publication-in-progress");
    response.json(await getSummary(context, study, publication));
  },
});

const showArchive = route({
  method: "get",
  path: "/api/studies/:study/publications/:publication/archive",
  summary: "Everything that the publication was made from, unprotected: for `verify`, and for the investigator alone",
  access: "user",
  params: oneParams,
  answers: { status: 200, description: "The archive", type: "application/zip" },
  problems: ["not-signed-in", "publication-not-found"],
  async handle({ context, params: { study, publication }, response }) {
    const { number } = await getFrozen(context, study, publication);
    attach(response, `${study}-arkiv-${number}.zip`);
    const archive = await readArchiveFile(context.store, publication);
    response.type("application/zip").send(Buffer.from(archive ?? []));
  },
});

const listLinks = route({
  method: "get",
  path: "/api/studies/:study/publications/:publication/links",
  summary: "The links to a publication, newest first; their addresses are not stored",
  access: "user",
  params: oneParams,
  answers: { status: 200, description: "{links: PublicationLink[]}" },
  problems: ["not-signed-in", "publication-not-found"],
  async handle({ context, params, response }) {
    await getSummary(context, params.study, params.publication);
    response.json({ links: await context.store.publications.listLinks(params.publication) });
  },
});

const addLink = route({
  method: "post",
  path: "/api/studies/:study/publications/:publication/links",
  summary: "Make a link to a publication or a preview; the address is shown this once",
  access: "user",
  params: oneParams,
  body: publicationLinkBody,
  answers: { status: 201, description: "NewLink, and its token" },
  problems: ["not-json", "invalid-input", "not-signed-in", "publication-not-found", "cross-site"],
  async handle({ context, params: { study, publication }, body, response }) {
    await getFrozen(context, study, publication);
    response.status(201).json(await createPublicationLink(context, study, publication, body));
  },
});

export const publicationRoutes: readonly Route[] = [
  showDraft,
  saveDraft,
  list,
  add,
  show,
  remove,
  publishPreview,
  showArchive,
  listLinks,
  addLink,
];

async function getStudy({ store }: Context, id: string): Promise<{ readonly title: string }> {
  const found = await store.findStudy(id);
  if (found === undefined) throw problem("study-not-found", { study: id });
  return found.study;
}

async function getSummary({ store, now }: Context, study: string, id: string): Promise<PublicationSummary> {
  const found = await store.publications.find(study, id, swedishDay(now()));
  if (found === undefined) throw problem("publication-not-found");
  return found;
}

async function getFrozen({ store }: Context, study: string, id: string): Promise<{ readonly number: number }> {
  const found = await store.publications.frozen(id);
  if (found?.study !== study) throw problem("publication-not-found");
  return found;
}

/** RFC 7240. */
const wantsNoWait = (request: Request): boolean =>
  /(?:^|[,\s])respond-async(?:$|[,;\s])/.test(request.get("prefer") ?? "");

/** Looks until the work is over, whichever process does it, or patience is. */
async function settled(context: Context, study: string, id: string, patience: number): Promise<PublicationSummary> {
  const giveUpAt = performance.now() + patience;
  for (;;) {
    const summary = await getSummary(context, study, id);
    if (summary.status !== "working" || performance.now() >= giveUpAt) return summary;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** Why it failed, as it is stored with the publication. */
const refused = ({ problem: stored }: PublicationSummary): HttpProblem =>
  problem(stored?.code === "audit-failed" ? "audit-failed" : "publication-refused", { why: stored?.message ?? "" });
