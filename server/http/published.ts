/** Routes for whoever has a link to a publication. */
import { giveAccess } from "../publication/open-link.ts";
import { LINK_PROBLEMS, publicationFileRoutes } from "./publication-files.ts";
import { passcodeBody, tokenParams } from "./requests.ts";
import { type Route, route } from "./route.ts";

const enter = route({
  method: "post",
  path: "/api/published/:token/access",
  summary: "Give the passcode of a link; sets a cookie that opens it for twelve hours",
  access: "link",
  params: tokenParams,
  body: passcodeBody,
  answers: { status: 204, description: "The link is open" },
  problems: [...LINK_PROBLEMS, "not-json", "invalid-input", "passcode-wrong", "too-many-passcodes"],
  async handle({ context, params, body, response }) {
    await giveAccess(context, response, params.token, body.passcode);
    response.status(204).end();
  },
});

export const publishedRoutes: readonly Route[] = [enter, ...publicationFileRoutes];
