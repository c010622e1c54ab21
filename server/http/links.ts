/** Routes of the links of a study. */
import { z } from "zod";
import type { Assignment } from "../../survey-definitions/study.ts";
import { problem } from "../problems.ts";
import { misplaced } from "../study/check-assignment.ts";
import { createAnswerLink, createViewLink } from "../study/links.ts";
import { sayAssignment } from "../study/say-assignment.ts";
import { swedishDay } from "../study/shown-time.ts";
import { linkBody, studyParams } from "./requests.ts";
import { type Route, route } from "./route.ts";

const listLinks = route({
  method: "get",
  path: "/api/studies/:study/links",
  summary: "The links of a study; their addresses are not stored",
  access: "user",
  params: studyParams,
  answers: { status: 200, description: "{links: LinkSummary[]}" },
  problems: ["not-signed-in", "study-not-found"],
  async handle({ context, params, response }) {
    if ((await context.store.findStudy(params.study)) === undefined) throw problem("study-not-found", params);
    response.json({ links: await context.store.listLinks(params.study) });
  },
});

const addLink = route({
  method: "post",
  path: "/api/studies/:study/links",
  summary: "Make a link to a questionnaire or to the report; the address is shown this once",
  access: "user",
  params: studyParams,
  body: linkBody,
  answers: { status: 201, description: "NewLink" },
  problems: [
    "not-json",
    "invalid-input",
    "not-signed-in",
    "study-not-found",
    "assignment-not-found",
    "assignment-mismatch",
    "cross-site",
  ],
  async handle({ context, params, body, response }) {
    if ((await context.store.findStudy(params.study)) === undefined) throw problem("study-not-found", params);
    const { maxAnswers, until } = body;
    if (until !== undefined && until < swedishDay(context.now())) {
      throw problem("invalid-input", { field: "until", why: "den dagen har redan varit." });
    }
    if (body.view) {
      if (maxAnswers !== undefined || until !== undefined) {
        throw problem("invalid-input", { field: "view", why: "en länk till rapporten har inga gränser." });
      }
      response.status(201).json(await createViewLink(context, params.study));
      return;
    }
    const { instrument = "party", party, municipality } = body;
    const assignment: Assignment = {
      instrument,
      ...(party === undefined ? {} : { party }),
      ...(municipality === undefined ? {} : { municipality }),
    };
    const wrong = misplaced(assignment);
    if (wrong !== undefined) throw problem("assignment-mismatch", wrong);
    const link = await createAnswerLink(context, params.study, assignment, { maxAnswers, until });
    if (link === undefined) throw problem("assignment-not-found", { what: sayAssignment(assignment) });
    response.status(201).json(link);
  },
});

const withdrawLink = route({
  method: "delete",
  path: "/api/studies/:study/links/:link",
  summary: "Withdraw a link: it leads nowhere afterwards",
  access: "user",
  params: z.object({ study: z.string(), link: z.string() }),
  answers: { status: 204, description: "Withdrawn" },
  problems: ["not-signed-in", "link-of-study-not-found", "cross-site"],
  async handle({ context, params, response }) {
    const withdrawn = await context.store.withdrawLink(params.study, params.link, context.now().toISOString());
    if (!withdrawn) throw problem("link-of-study-not-found", { link: params.link });
    response.status(204).end();
  },
});

export const linkRoutes: readonly Route[] = [listLinks, addLink, withdrawLink];
