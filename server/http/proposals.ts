/** Routes of the investigator's own proposals. */
import type { ProposalList } from "../../survey-definitions/wire.ts";
import { problem } from "../problems.ts";
import { readProposals } from "../study/read-proposals.ts";
import { proposalsBody, studyParams } from "./requests.ts";
import { type Route, route } from "./route.ts";

const showProposals = route({
  method: "get",
  path: "/api/studies/:study/proposals",
  summary: "The investigator's own proposals",
  access: "user",
  params: studyParams,
  answers: { status: 200, description: "ProposalList" },
  problems: ["not-signed-in", "study-not-found"],
  async handle({ context, params, response }) {
    if ((await context.store.findStudy(params.study)) === undefined) throw problem("study-not-found", params);
    response.json(await context.store.proposals(params.study));
  },
});

const saveProposals = route({
  method: "put",
  path: "/api/studies/:study/proposals",
  summary: "Replace the list of proposals that has the version that is sent",
  access: "user",
  params: studyParams,
  body: proposalsBody,
  answers: { status: 200, description: "ProposalList with the new version" },
  problems: [
    "not-json",
    "invalid-input",
    "not-signed-in",
    "study-not-found",
    "proposals-changed",
    "proposals-invalid",
    "cross-site",
  ],
  async handle({ context, params, body, response }) {
    const found = await context.store.findStudy(params.study);
    if (found === undefined) throw problem("study-not-found", params);
    const read = readProposals(found.study, body.proposals);
    if (read.problems !== undefined) throw problem("proposals-invalid", { problems: read.problems });
    const { proposals } = read;
    const at = context.now().toISOString();
    const outcome = await context.store.saveProposals(params.study, body.version, proposals, at);
    if (outcome === "changed") throw problem("proposals-changed");
    response.json({ version: body.version + 1, proposals } satisfies ProposalList);
  },
});

export const proposalRoutes: readonly Route[] = [showProposals, saveProposals];
