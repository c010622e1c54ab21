/** The sections as a page knows them: the build leaves out the rest, which computes and words what the server sends. */
import type { Section } from "../../reports/section.ts";
import { sections } from "../../reports/sections/index.ts";

export type Drawing = Pick<Section, "id" | "question" | "charts">;

/** Every section, in the order of the report. */
export const drawings: readonly Drawing[] = sections;
