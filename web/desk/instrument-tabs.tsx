import type { ReactElement } from "react";
import { Link } from "react-router";
import { OPEN_INSTRUMENTS, type Instrument } from "../../survey-definitions/codes.ts";
import { formatNumber } from "../../reports/text/format.ts";
import type { CoverageCell } from "../../survey-definitions/wire.ts";
import { countResponses, countStatuses } from "./coverage-model.ts";
import { INSTRUMENT_LABELS } from "./words.ts";

interface Props {
  readonly instruments: readonly Instrument[];
  readonly current: Instrument;
  readonly cells: readonly CoverageCell[];
  /** The page's address for one questionnaire. */
  readonly addressOf: (instrument: Instrument) => string;
}

function countText(instrument: Instrument, cells: readonly CoverageCell[]): string {
  const own = cells.filter((cell) => cell.instrument === instrument);
  if (instrument === "follow-up") {
    const periods = countResponses(own);
    return `${formatNumber(periods)} ${periods === 1 ? "period" : "perioder"}`;
  }
  if (OPEN_INSTRUMENTS.has(instrument)) return `${formatNumber(countResponses(own))} svar`;
  return `${formatNumber(countStatuses(own).answered)} av ${formatNumber(own.length)}`;
}

/** The questionnaires of a study, with how far each has come; one of them is in view. */
export function InstrumentTabs({ instruments, current, cells, addressOf }: Props): ReactElement | null {
  if (instruments.length < 2) return null;
  return (
    <nav className="instruments no-print" aria-label="Enkäter">
      <ul>
        {instruments.map((instrument) => (
          <li key={instrument}>
            <Link to={addressOf(instrument)} aria-current={instrument === current ? "page" : undefined}>
              <strong>{INSTRUMENT_LABELS[instrument]}</strong>
              <span className="numbers">{countText(instrument, cells)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
