import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import type { CoverageCell } from "../../survey-definitions/wire.ts";
import { OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import { dayOfInstant, momentText } from "../report/dates.ts";
import { exportAddress, fetchCoverage } from "./api.ts";
import { cellWords } from "./cell-words.ts";
import { InstrumentTabs } from "./instrument-tabs.tsx";
import { PageTitle } from "./page-title.tsx";
import { placeLabel } from "./place-label.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { ResponsesImport } from "./responses-import.tsx";
import { StatusMark } from "./status-mark.tsx";
import { StudyKicker } from "./study-kicker.tsx";
import { studyPath, useStudy } from "./study-frame.tsx";
import { instrumentsOf, useCoverageFilter } from "./use-coverage-filter.ts";
import { useResource } from "./use-resource.ts";
import { INSTRUMENT_LABELS } from "./words.ts";

const ROWS_AT_ONCE = 100;

/** Where the answers of a cell are read: the one there is, or the list of them. */
function answersPath(study: string, { assignment, instrument, response }: CoverageCell): string {
  const many = OPEN_INSTRUMENTS.has(instrument) || instrument === "follow-up";
  if (many || response === undefined) return studyPath(study, `svar/plats/${encodeURIComponent(assignment)}`);
  return studyPath(study, `svar/${encodeURIComponent(response)}`);
}

const savedText = ({ instrument, savedAt }: CoverageCell): string => {
  if (savedAt === undefined) return "–";
  return OPEN_INSTRUMENTS.has(instrument) ? dayOfInstant(savedAt) : momentText(savedAt);
};

const newestFirst = (a: CoverageCell, b: CoverageCell): number => ((a.savedAt ?? "") < (b.savedAt ?? "") ? 1 : -1);

/** All answers that have begun, the newest first, and the files that they can be taken out in. */
export function AnswersPage(): ReactElement {
  const { detail } = useStudy();
  const { study } = detail;
  const coverage = useResource(`coverage ${study.id}`, (signal) => fetchCoverage(study.id, signal));
  const [all, setAll] = useState(false);
  const instruments = instrumentsOf(study.instruments);
  const { filter, addressOf } = useCoverageFilter(instruments);
  const begun = (coverage.data ?? [])
    .filter((cell) => cell.instrument === filter.instrument)
    .filter(({ response, responses }) => response !== undefined || responses > 0)
    .sort(newestFirst);
  const shown = all ? begun : begun.slice(0, ROWS_AT_ONCE);
  return (
    <>
      <PageTitle title={`Svar – ${detail.title}`} kicker={<StudyKicker detail={detail} />}>
        Svar
      </PageTitle>
      <p className="lead">
        Varje svar sparas i alla sina versioner. Öppna ett svar för att läsa det och se vad som har ändrats.
      </p>
      <ProblemNotice error={coverage.error} onRetry={coverage.reload} />
      {coverage.data === undefined && coverage.loading && <p role="status">Hämtar svaren …</p>}
      {coverage.data !== undefined && (
        <InstrumentTabs
          instruments={instruments}
          current={filter.instrument}
          cells={coverage.data}
          addressOf={addressOf}
        />
      )}
      {coverage.data !== undefined && begun.length === 0 && (
        <p className="empty">
          Inget svar har påbörjats än. <Link to={studyPath(study.id, "inbjudan")}>Skicka ut länkarna</Link>, så dyker
          svaren upp här.
        </p>
      )}
      {shown.length > 0 && (
        <div className="scroll" role="region" aria-label="Svar" tabIndex={0}>
          <table className="table">
            <caption className="visually-hidden">Svar, det senast sparade först</caption>
            <thead>
              <tr>
                <th scope="col">Part och kommun</th>
                <th scope="col">Läge</th>
                <th scope="col">Senast sparat</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((cell) => (
                <tr key={cell.assignment}>
                  <th scope="row">
                    <Link className="row-link" to={answersPath(study.id, cell)}>
                      {placeLabel(detail, cell) || INSTRUMENT_LABELS[cell.instrument]}
                    </Link>
                  </th>
                  <td>
                    <span className="status-word">
                      <StatusMark status={cell.status} />
                      {cellWords(cell)}
                    </span>
                  </td>
                  <td>{savedText(cell)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < begun.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          Visa {begun.length - shown.length} svar till
        </button>
      )}
      <h2>Ta ut svaren</h2>
      <p>Filerna innehåller alla skickade svar, ett per rad, med kolumner som i kodboken.</p>
      <div className="actions">
        <a className="button button-quiet" href={exportAddress(study.id, "csv")} download>
          CSV
        </a>
        <a className="button button-quiet" href={exportAddress(study.id, "json")} download>
          JSON
        </a>
      </div>
      <ResponsesImport study={study.id} onDone={coverage.reload} />
    </>
  );
}
