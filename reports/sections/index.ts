import type { Section } from "../section.ts";
import { coverage } from "./coverage.tsx";
import { gaps } from "./gaps.tsx";
import { groupSize } from "./group-size.tsx";
import { interventions } from "./interventions.tsx";
import { leadTimes } from "./lead-times.tsx";
import { unduplicated } from "./unduplicated.tsx";

/** Every section, in the order of the report. */
export const sections: readonly Section[] = [coverage, groupSize, unduplicated, interventions, gaps, leadTimes];
