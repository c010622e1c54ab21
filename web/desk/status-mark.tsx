import type { ReactElement } from "react";
import type { CoverageStatus } from "../../survey-definitions/wire.ts";

const FORMS: Record<CoverageStatus, ReactElement> = {
  answered: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      <path d="M5.8 10.4l2.8 2.8 5.6-6" fill="none" stroke="#fff" strokeWidth="2.2" />
    </>
  ),
  draft: (
    <>
      <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M10 2a8 8 0 0 0 0 16z" fill="currentColor" />
    </>
  ),
  not_started: (
    <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3 3.28" />
  ),
  declined: (
    <>
      <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M4.5 15.5l11-11" stroke="currentColor" strokeWidth="2" />
    </>
  ),
};

/** The form of a status, told apart without colour: filled, half, dashed, struck through. */
export function StatusMark({ status }: { status: CoverageStatus }): ReactElement {
  return (
    <svg className={`status-mark status-${status}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {FORMS[status]}
    </svg>
  );
}
