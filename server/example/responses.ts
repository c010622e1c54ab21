/** Everything that has been answered in the example study. */
import { assignmentsOf } from "../../survey-definitions/parse-study.ts";
import type { Assignment, Study } from "../../survey-definitions/study.ts";
import type { Answers } from "../../survey-definitions/wire.ts";
import { caseAnswers } from "./answers-case.ts";
import { FOLLOW_UP_ANSWERS, followUpAnswers } from "./answers-follow-up.ts";
import { partyAnswers } from "./answers-party.ts";
import { STAFF_ANSWERS, staffAnswers } from "./answers-staff.ts";
import { VOICE_ANSWERS, voiceAnswers } from "./answers-voice.ts";
import { chance, seedOf } from "./random.ts";
import { UNANSWERED } from "./study.ts";

export interface ExampleResponse {
  readonly assignment: Assignment;
  readonly kind: "draft" | "submitted";
  readonly answers: Answers;
  /** When it was sent or saved, UTC. */
  readonly savedAt: string;
}

/** The first day on which answers came in, and how many days they kept coming. */
const FIRST_DAY = Date.UTC(2026, 9, 5);
const DAYS = 38;
const DAY_MS = 86_400_000;

/** In the order of the study's assignments; what is declined or not begun has none. */
export const exampleResponses = (study: Study): readonly ExampleResponse[] =>
  assignmentsOf(study).flatMap((assignment) => {
    const gap = gapOf(assignment);
    if (gap !== undefined && gap.status !== "draft") return [];
    const kind = gap === undefined ? "submitted" : "draft";
    return answersOf(study, assignment).map((answers, i) => ({
      assignment,
      kind,
      answers,
      savedAt: savedAt(`${Object.values(assignment).join("/")}/${i}`),
    }));
  });

/** Why an assignment has no sent answer. */
export const gapOf = ({ instrument, party, municipality }: Assignment) =>
  UNANSWERED.find((gap) => gap.instrument === instrument && gap.party === party && gap.municipality === municipality);

function answersOf(study: Study, { instrument, party = "", municipality = "" }: Assignment): readonly Answers[] {
  const many = (n: number, answers: (i: number) => Answers) => Array.from({ length: n }, (_, i) => answers(i));
  switch (instrument) {
    case "party":
      return [partyAnswers(study, party, municipality)];
    case "case":
      return [caseAnswers(study, party, municipality)];
    case "staff":
      return many(STAFF_ANSWERS[`${party}/${municipality}`] ?? 0, (i) => staffAnswers(study, party, municipality, i));
    case "voice": {
      const { young, guardians } = VOICE_ANSWERS[municipality] ?? { young: 0, guardians: 0 };
      return many(young + guardians, (i) => voiceAnswers(study, municipality, i, i < young));
    }
    case "follow-up":
      return many(FOLLOW_UP_ANSWERS, (i) => followUpAnswers(study, i));
  }
}

/** Some time in office hours. */
function savedAt(of: string): string {
  const dice = chance(seedOf(`sent/${of}`));
  const day = FIRST_DAY + dice.whole(0, DAYS - 1) * DAY_MS;
  return new Date(day + dice.whole(7 * 60, 16 * 60) * 60_000).toISOString();
}
