/** Missing values in tables on paper, where words would take the room of figures. */
import { MISSING_LABELS, type MissingReason } from "../../../survey-definitions/codes.ts";

const MARKS: Record<MissingReason, string> = {
  not_answered: "–",
  not_asked: "·",
  dont_know: "?",
  not_applicable: "ia",
  too_early: "ft",
  cannot_state: "ke",
  suppressed: "x",
};

/** The reason in words, as it stands in a column of texts. */
export const missingWords = (reason: MissingReason): string =>
  reason === "suppressed" ? "visas inte" : MISSING_LABELS[reason];

export const missingMark = (reason: MissingReason): string => MARKS[reason];

/** What the marks in a table mean, or "" where there are none. */
export function markLegend(reasons: ReadonlySet<MissingReason>): string {
  const used = (Object.keys(MARKS) as MissingReason[]).filter((reason) => reasons.has(reason));
  return used.map((reason) => `${MARKS[reason]} = ${MISSING_LABELS[reason]}`).join("; ");
}
