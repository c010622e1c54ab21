import type { ReactElement } from "react";
import { formatNumber } from "../../reports/text/format.ts";

interface Props {
  readonly expected: number;
  readonly answered: number;
  readonly drafts: number;
}

const percentOf = (n: number, expected: number): string => `${expected === 0 ? 0 : (100 * n) / expected}%`;

/** How far the answering has come, as a sentence and as a line: filled, begun, and what is missing. */
export function ProgressLine({ expected, answered, drafts }: Props): ReactElement {
  const begun = drafts > 0 ? `, ${formatNumber(drafts)} påbörjade` : "";
  return (
    <div className="progress">
      <p>
        <strong>
          {formatNumber(answered)} av {formatNumber(expected)}
        </strong>{" "}
        svar har kommit in{begun}.
      </p>
      <div className="progress-track" aria-hidden="true">
        <span className="progress-answered" style={{ width: percentOf(answered, expected) }} />
        <span className="progress-drafts" style={{ width: percentOf(drafts, expected) }} />
      </div>
    </div>
  );
}
