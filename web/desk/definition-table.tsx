import type { ReactElement } from "react";
import type { StudyDetail } from "../../survey-definitions/wire.ts";
import { formatNumber } from "../../reports/text/format.ts";
import { dayOfInstant } from "../report/dates.ts";
import { instrumentsOf } from "./use-coverage-filter.ts";
import { INSTRUMENT_LABELS } from "./words.ts";

type Definitions = StudyDetail["definitions"];

/** One line a questionnaire and version; a questionnaire set for sixty municipalities has sixty checksums. */
export function DefinitionTable({ definitions }: { definitions: Definitions }): ReactElement {
  const versions = instrumentsOf(definitions).flatMap((instrument) => {
    const own = definitions.filter((definition) => definition.instrument === instrument);
    return [...Map.groupBy(own, ({ version }) => version)].map(([version, fielded]) => ({
      instrument,
      version,
      fielded,
    }));
  });
  return (
    <>
      <h2>Enkäter</h2>
      <p>
        En enkät som har skickats ut ändras aldrig. Kontrollsumman visar exakt vilken text de som svarar har sett; med
        olika parter i kommunerna blir det en för varje kommun.
      </p>
      <div className="scroll" role="region" aria-label="Enkäter" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Enkät</th>
              <th scope="col">Version</th>
              <th scope="col">Fastställd</th>
              <th scope="col">Kontrollsumma (SHA-256)</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ instrument, version, fielded }) => (
              <tr key={`${instrument}/${version}`}>
                <th scope="row">{INSTRUMENT_LABELS[instrument]}</th>
                <td>{version}</td>
                <td>{dayOfInstant(fielded[0]?.releasedAt ?? "")}</td>
                <td>
                  <Checksums checksums={fielded.map(({ sha256 }) => sha256)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Checksums({ checksums }: { checksums: readonly string[] }): ReactElement {
  const [only, ...more] = checksums;
  if (more.length === 0) return <code className="hash">{only}</code>;
  return (
    <details>
      <summary>{formatNumber(checksums.length)} utformningar</summary>
      <ul className="plain-list">
        {checksums.map((sha256) => (
          <li key={sha256}>
            <code className="hash">{sha256}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
