import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import type { AnswerSummary, CoverageCell } from "../../survey-definitions/wire.ts";
import { formatDate, formatNumber } from "../../reports/text/format.ts";
import { dayOfInstant, momentText } from "../report/dates.ts";
import { fetchAnswers } from "./api.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { studyPath } from "./study-frame.tsx";
import { useResource } from "./use-resource.ts";
import { STATUS_LABELS } from "./words.ts";

const ROWS_AT_ONCE = 50;

/** "1 januari 2027 till 31 mars 2027", as far as the period has been stated. */
function periodText({ from, to }: NonNullable<AnswerSummary["period"]>): string {
  if (from !== undefined && to !== undefined) return `${formatDate(from)} till ${formatDate(to)}`;
  if (from !== undefined) return `Från ${formatDate(from)}`;
  return to === undefined ? "Period inte angiven än" : `Till ${formatDate(to)}`;
}

/** Periods by their end, those that have not been stated on top; other answers as they come. */
const latestPeriodFirst = (a: AnswerSummary, b: AnswerSummary): number => {
  if (a.period === undefined || b.period === undefined) return 0;
  const [endOfA, endOfB] = [a, b].map(({ period }) => period?.to ?? period?.from ?? "9999");
  return (endOfB ?? "").localeCompare(endOfA ?? "");
};

interface Props {
  readonly cell: CoverageCell;
  readonly study: string;
  /** What is said when there is nothing to list. */
  readonly empty: string;
}

/** The answers of one assignment, each of which can be opened and read. */
export function AnswerList({ cell, study, empty }: Props): ReactElement {
  const answers = useResource(
    `answers ${study} ${cell.assignment} ${cell.responses} ${cell.savedAt ?? ""}`,
    (signal) => fetchAnswers(study, cell.assignment, signal),
    true,
  );
  const [all, setAll] = useState(false);
  const anonymous = OPEN_INSTRUMENTS.has(cell.instrument);
  const found = [...(answers.data ?? [])].sort(latestPeriodFirst);
  const shown = all ? found : found.slice(0, ROWS_AT_ONCE);
  const name = (answer: AnswerSummary, position: number): string =>
    answer.period === undefined ? `Svar ${found.length - position}` : periodText(answer.period);
  return (
    <>
      <ProblemNotice error={answers.error} onRetry={answers.reload} />
      {answers.data === undefined && answers.loading && <p role="status">Hämtar svaren …</p>}
      {answers.data !== undefined && found.length === 0 && <p className="soft">{empty}</p>}
      {shown.length > 0 && (
        <ul className="answer-list">
          {shown.map((answer, position) => (
            <li key={answer.id}>
              <Link className="row-link" to={studyPath(study, `svar/${encodeURIComponent(answer.id)}`)}>
                {name(answer, position)}
              </Link>
              <span className="soft">
                {STATUS_LABELS[answer.status]}
                {" · "}
                {anonymous ? dayOfInstant(answer.savedAt) : momentText(answer.savedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {shown.length < found.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          Visa {formatNumber(found.length - shown.length)} svar till
        </button>
      )}
    </>
  );
}
