import type { ReactElement } from "react";
import { formatNumber } from "../../reports/text/format.ts";
import type { CoverageStatus } from "../../survey-definitions/wire.ts";
import type { StatusCounts } from "./coverage-model.ts";
import { StatusMark } from "./status-mark.tsx";
import { COVERAGE_LABELS } from "./words.ts";

const ORDER: readonly CoverageStatus[] = ["answered", "draft", "not_started", "declined"];

/** How many of each, which is also the key to the forms of the grid. */
export function CoverageSums({ counts }: { counts: StatusCounts }): ReactElement {
  const expected = ORDER.reduce((sum, status) => sum + counts[status], 0);
  return (
    <>
      <p className="lead">
        <strong>
          {formatNumber(counts.answered)} av {formatNumber(expected)}
        </strong>{" "}
        svar har kommit in.
      </p>
      <ul className="sums">
        {ORDER.map((status) => (
          <li key={status}>
            <StatusMark status={status} />
            <span>
              <strong className="numbers">{formatNumber(counts[status])}</strong>{" "}
              {COVERAGE_LABELS[status].toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
