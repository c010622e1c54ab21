import type { Section } from "../section.ts";
import { background } from "./background.tsx";
import { barriers } from "./barriers.tsx";
import { caseJourney } from "./case-journey.tsx";
import { cooperation } from "./cooperation.tsx";
import { coverage } from "./coverage.tsx";
import { followUpSection } from "./follow-up.tsx";
import { gains } from "./gains.tsx";
import { gaps } from "./gaps.tsx";
import { groupSize } from "./group-size.tsx";
import { interventions } from "./interventions.tsx";
import { leadTimes } from "./lead-times.tsx";
import { methodsOf } from "./methods.tsx";
import { problems } from "./problems.tsx";
import { profile } from "./profile.tsx";
import { proposals } from "./proposals.tsx";
import { resources } from "./resources.tsx";
import { responsibility } from "./responsibility.tsx";
import { unduplicated } from "./unduplicated.tsx";
import { voices } from "./voices.tsx";

/** Every section but the one about how they are made, in the order of the report. */
const findings: readonly Section[] = [
  coverage,
  groupSize,
  unduplicated,
  profile,
  problems,
  interventions,
  gaps,
  leadTimes,
  responsibility,
  cooperation,
  barriers,
  gains,
  resources,
  background,
  caseJourney,
  voices,
  followUpSection,
  proposals,
];

/** Every section, in the order of the report. */
export const sections: readonly Section[] = [...findings, methodsOf(findings)];
