import type { ReactElement } from "react";
import { formatDate } from "../../reports/text/format.ts";
import { dayOfInstant } from "../report/dates.ts";
import { importStatistics } from "./api.ts";
import { CsvImport } from "./csv-import.tsx";
import { PageTitle } from "./page-title.tsx";
import { PartyTable } from "./party-table.tsx";
import { StudyStatus } from "./study-status.tsx";
import { StudyKicker } from "./study-kicker.tsx";
import { useStudy } from "./study-frame.tsx";
import { INSTRUMENT_LABELS } from "./words.ts";

/** What the study is: group, place, time, parties, questionnaires; open or closed; its own population figures. */
export function SetupPage(): ReactElement {
  const { detail, reload } = useStudy();
  const { study, municipalityNames, definitions } = detail;
  const { target_group: group, reference_period: period } = study;
  return (
    <>
      <PageTitle title={`Upplägg – ${detail.title}`} kicker={<StudyKicker detail={detail} />}>
        Upplägg
      </PageTitle>
      <dl className="facts">
        <dt>Målgrupp</dt>
        <dd>
          {group.age_min}–{group.age_max} år. {group.description}
        </dd>
        <dt>Svaren gäller</dt>
        <dd>
          {formatDate(period.from)} till {formatDate(period.to)}
        </dd>
        <dt>Kommuner</dt>
        <dd>{study.municipalities.map((code) => `${municipalityNames[code] ?? code} (${code})`).join(", ")}</dd>
        <dt>Små tal</dt>
        <dd>Antal under {study.suppression_threshold} personer visas inte i det som publiceras.</dd>
        <dt>Skapad</dt>
        <dd>{dayOfInstant(detail.createdAt)}</dd>
      </dl>

      <StudyStatus detail={detail} onChanged={reload} />

      <h2>Parter</h2>
      <PartyTable study={study} names={municipalityNames} />

      <h2>Enkäter</h2>
      <p>En enkät som har skickats ut ändras aldrig. Kontrollsumman visar exakt vilken text parterna har sett.</p>
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
            {definitions.map(({ instrument, version, sha256, releasedAt }) => (
              <tr key={`${instrument}/${version}/${sha256}`}>
                <th scope="row">{INSTRUMENT_LABELS[instrument]}</th>
                <td>{version}</td>
                <td>{dayOfInstant(releasedAt)}</td>
                <td>
                  <code className="hash">{sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>

      <h2>Befolkning</h2>
      <p>
        Antal per 1 000 invånare räknas på SCB:s folkmängd, som följer med programmet. Har du nyare siffror? Hämta en
        tabell som CSV från SCB:s statistikdatabas, med region, ålder, kön och år, och läs in den här.
      </p>
      <CsvImport
        button="Läs in folkmängden"
        done="Folkmängden är inläst. Rapporten räknar med den från och med nu."
        send={(file) => importStatistics(study.id, file)}
        onDone={reload}
      />
    </>
  );
}
