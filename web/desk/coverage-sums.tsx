import type { ReactElement } from "react";
import { formatNumber } from "../../reports/text/format.ts";
import type { CoverageStatus } from "../../survey-definitions/wire.ts";
import type { StatusCounts } from "./coverage-model.ts";
import { StatusMark } from "./status-mark.tsx";
import { COVERAGE_LABELS } from "./words.ts";

const ORDER: readonly CoverageStatus[] = ["answered", "draft", "not_started", "declined"];

/** What is said of places that may have many answers. */
const PLACES: Record<CoverageStatus, string> = {
  answered: "har svar",
  draft: "har bara påbörjade",
  not_started: "har inga svar",
  declined: "har avböjt",
};

interface Props {
  readonly counts: StatusCounts;
  /** Answers in all, of an open questionnaire, where a place has many. */
  readonly responses?: number;
  /** What the cells are then, in the plural. */
  readonly places?: string;
}

/** How many of each, which is also the key to the forms of the grid. */
export function CoverageSums({ counts, responses, places = "platser" }: Props): ReactElement {
  const expected = ORDER.reduce((sum, status) => sum + counts[status], 0);
  return (
    <>
      {responses === undefined ? (
        <p className="lead">
          <strong>
            {formatNumber(counts.answered)} av {formatNumber(expected)}
          </strong>{" "}
          svar har kommit in.
        </p>
      ) : (
        <p className="lead">
          <strong>{formatNumber(responses)} svar</strong> har kommit in, från {formatNumber(counts.answered)} av{" "}
          {formatNumber(expected)} {places}.
        </p>
      )}
      <ul className="sums">
        {ORDER.filter((status) => responses === undefined || counts[status] > 0).map((status) => (
          <li key={status}>
            <StatusMark status={status} />
            <span>
              <strong className="numbers">{formatNumber(counts[status])}</strong>{" "}
              {responses === undefined ? COVERAGE_LABELS[status].toLowerCase() : PLACES[status]}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
