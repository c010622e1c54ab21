/** The dictionary of the staff questionnaire, version 1: somebody at a party answers about one municipality, unnamed. */
import type { Dictionary } from "../../dictionary.ts";
import { about, group, together, work } from "./perceptions.ts";
import { leadTimes, support } from "./support.ts";

export const variables = {
  ...about,
  ...group,
  ...support,
  ...leadTimes,
  ...together,
  ...work,
} as const satisfies Dictionary;
