import type { ReactElement } from "react";
import { formatDate } from "../../reports/text/format.ts";
import { dayOfInstant } from "../report/dates.ts";
import { importStatistics } from "./api.ts";
import { BudgetTable } from "./budget-table.tsx";
import { CaseList } from "./case-list.tsx";
import { CsvImport } from "./csv-import.tsx";
import { DefinitionTable } from "./definition-table.tsx";
import { NormTable } from "./norm-table.tsx";
import { PageTitle } from "./page-title.tsx";
import { PartyTable } from "./party-table.tsx";
import { StudyStatus } from "./study-status.tsx";
import { StudyKicker } from "./study-kicker.tsx";
import { useStudy } from "./study-frame.tsx";

/** What the study is: group, place, time, parties, questionnaires, cases, norms, budget; its own population figures. */
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

      <DefinitionTable definitions={definitions} />
      {study.cases !== undefined && study.cases.length > 0 && <CaseList cases={study.cases} />}
      <NormTable norms={study.norms} />
      {study.budget !== undefined && <BudgetTable budget={study.budget} />}

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
