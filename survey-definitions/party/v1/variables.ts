/** The dictionary of the party questionnaire, version 1: one party answers for one municipality. */
import type { Dictionary } from "../../dictionary.ts";
import { answer, groups, size } from "./persons.ts";
import { gaps, interventions, leadTimes, problems } from "./support.ts";
import { change, place, responsibility } from "./together.ts";

export const variables = {
  ...answer,
  ...size,
  ...groups,
  ...problems,
  ...interventions,
  ...gaps,
  ...leadTimes,
  ...responsibility,
  ...change,
  ...place,
} as const satisfies Dictionary;
