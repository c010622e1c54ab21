import { formatDate, formatNumber } from "../../reports/text/format.ts";
import type { LinkSummary } from "../../survey-definitions/wire.ts";
import { dayHere } from "./today.ts";

/** Why a link takes no more answers; `undefined` while it does. */
export function linkState({ maxAnswers, until, answers }: LinkSummary, now: Date): string | undefined {
  if (until !== undefined && until < dayHere(now)) return "Tiden har gått ut";
  return maxAnswers !== undefined && answers >= maxAnswers ? "Full" : undefined;
}

/** What has come through a link and how much it takes: "4 av högst 50 svar", "till och med 31 mars 2027". */
export function linkFacts({ kind, maxAnswers, until, answers }: LinkSummary): readonly string[] {
  if (kind === "view") return [];
  const most = maxAnswers === undefined ? "" : ` av högst ${formatNumber(maxAnswers)}`;
  return [
    answers === 0 && maxAnswers === undefined ? "inga svar än" : `${formatNumber(answers)}${most} svar`,
    ...(until === undefined ? [] : [`till och med ${formatDate(until)}`]),
  ];
}
