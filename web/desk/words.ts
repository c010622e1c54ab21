/** Labels of the desk for codes that cross HTTP. */
import type { Instrument } from "../../survey-definitions/codes.ts";
import type { AnswerStatus, CoverageStatus, RevisionSummary } from "../../survey-definitions/wire.ts";

export const COVERAGE_LABELS: Record<CoverageStatus, string> = {
  answered: "Har svarat",
  draft: "Påbörjat",
  not_started: "Inte svarat",
  declined: "Avböjt",
};

export const INSTRUMENT_LABELS: Record<Instrument, string> = {
  party: "Partsenkät",
  staff: "Personalenkät",
  case: "Fiktivt fall",
  voice: "Ungas röster",
  "follow-up": "Uppföljning",
};

export const STATUS_LABELS: Record<AnswerStatus, string> = {
  not_started: "Inte påbörjat",
  draft: "Påbörjat, inte skickat",
  submitted: "Skickat",
  reopened: "Skickat, med ändringar som inte är skickade",
  declined: "Avböjt",
};

export const ROLE_LABELS: Record<RevisionSummary["role"], string> = {
  respondent: "av parten",
  investigator: "av utredaren",
  import: "från en fil",
  example: "som påhittat exempel",
};
