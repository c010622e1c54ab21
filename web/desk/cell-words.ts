import { OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import { formatNumber } from "../../reports/text/format.ts";
import type { CoverageCell } from "../../survey-definitions/wire.ts";
import { COVERAGE_LABELS } from "./words.ts";

/** What a cell of the grid says: how far one answer has come, or how many there are of an open questionnaire. */
export function cellWords({ instrument, status, responses }: CoverageCell): string {
  const many = OPEN_INSTRUMENTS.has(instrument) || instrument === "follow-up";
  if (!many || status === "declined") return COVERAGE_LABELS[status];
  if (responses === 0) return status === "draft" ? COVERAGE_LABELS.draft : "Inga svar";
  return `${formatNumber(responses)} svar`;
}
