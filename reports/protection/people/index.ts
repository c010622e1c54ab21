/** What the tables of each section show of persons. A section that is not named shows what follows from protected answers. */
import type { Declarations } from "../claims.ts";
import { coverageRespondents, methodRespondents, profileRespondents } from "../respondents/where.ts";
import { gapRespondents, interventionRespondents, leadTimeRespondents } from "../respondents/views.ts";
import { changeRespondents, voiceRespondents } from "../respondents/voices.ts";
import { followUpClaims } from "./follow-up.ts";
import { gapClaims } from "./gaps.ts";
import { groupSizeClaims } from "./group-size.ts";
import { interventionClaims } from "./interventions.ts";
import { profileClaims } from "./profile.ts";
import { proposalClaims } from "./proposals.ts";
import { unduplicatedClaims } from "./unduplicated.ts";

/** By section: of those whom the answers count, and of those who have answered. No table is named twice. */
export const DECLARATIONS: Readonly<Record<string, readonly Declarations[]>> = {
  coverage: [coverageRespondents],
  "group-size": [groupSizeClaims],
  unduplicated: [unduplicatedClaims],
  profile: [profileClaims, profileRespondents],
  interventions: [interventionClaims, interventionRespondents],
  gaps: [gapClaims, gapRespondents],
  "lead-times": [leadTimeRespondents],
  voices: [voiceRespondents],
  "follow-up": [followUpClaims, changeRespondents],
  proposals: [proposalClaims],
  methods: [methodRespondents],
};
