/** What this installation shows to anybody. */
import type { Installation } from "../../survey-definitions/wire.ts";
import { EXAMPLE_ID } from "../example/study.ts";
import { type Route, route } from "./route.ts";

export const showInstallation: Route = route({
  method: "get",
  path: "/api/installation",
  summary: "What this installation has for anybody to look at",
  access: "public",
  answers: { status: 200, description: "Installation" },
  problems: [],
  async handle({ context, response }) {
    const found = await context.store.findStudy(EXAMPLE_ID);
    const installation: Installation =
      found?.study.invented === true ? { example: { title: found.study.title, report: `/rapport/${EXAMPLE_ID}` } } : {};
    response.json(installation);
  },
});
