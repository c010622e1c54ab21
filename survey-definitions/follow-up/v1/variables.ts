/** The dictionary of the follow-up of a running project, version 1: one answer a period, for the study as a whole. */
import type { Dictionary } from "../../dictionary.ts";
import { afterwards, exits, intake, period, plan } from "./participants.ts";
import { cooperation, next, resources, views } from "./project.ts";

export const variables = {
  ...period,
  ...intake,
  ...plan,
  ...exits,
  ...afterwards,
  ...cooperation,
  ...resources,
  ...views,
  ...next,
} as const satisfies Dictionary;
