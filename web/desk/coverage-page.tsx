import { useMemo, useState, type ReactElement } from "react";
import { useSearchParams } from "react-router";
import type { CoverageCell } from "../../survey-definitions/wire.ts";
import { fetchCoverage } from "./api.ts";
import { CellDialog } from "./cell-dialog.tsx";
import { CoverageFilterBar } from "./coverage-filter-bar.tsx";
import { CoverageGrid } from "./coverage-grid.tsx";
import { CoverageIndex, columnsOf, countStatuses, groupsOf, type CoverageFilter } from "./coverage-model.ts";
import { CoverageOverview } from "./coverage-overview.tsx";
import { CoverageSums } from "./coverage-sums.tsx";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { StudyKicker } from "./study-kicker.tsx";
import { useStudy } from "./study-frame.tsx";
import { useResource } from "./use-resource.ts";
import "./coverage.css";

/** More columns than this do not stand side by side; the page then begins with kinds by municipality. */
const COLUMNS_AT_ONCE = 12;
/** More rows than this are first counted by kind. */
const ROWS_AT_ONCE = 80;

const PARAMETERS = { municipality: "kommun", kind: "slag", status: "lage" } as const;

function useCoverageFilter(): [CoverageFilter, (changes: Partial<CoverageFilter>) => void] {
  const [query, setQuery] = useSearchParams();
  const filter: CoverageFilter = {
    instrument: "party",
    municipality: query.get(PARAMETERS.municipality) ?? "",
    kind: query.get(PARAMETERS.kind) ?? "",
    status: query.get(PARAMETERS.status) ?? "",
  };
  const change = (changes: Partial<CoverageFilter>): void => {
    const next = { ...filter, ...changes };
    const entries = Object.entries(PARAMETERS).flatMap(([name, key]) => {
      const value = next[name as keyof typeof PARAMETERS];
      return value === "" ? [] : [[key, value] as [string, string]];
    });
    setQuery(entries);
  };
  return [filter, change];
}

/** The home page of a study: who has answered, for which municipality. */
export function CoveragePage(): ReactElement {
  const { detail } = useStudy();
  const { study, municipalityNames } = detail;
  const coverage = useResource(`coverage ${study.id}`, (signal) => fetchCoverage(study.id, signal));
  const [filter, changeFilter] = useCoverageFilter();
  const [opened, setOpened] = useState<string>();

  const index = useMemo(
    () => new CoverageIndex(coverage.data ?? [], filter.instrument),
    [coverage.data, filter.instrument],
  );
  const municipalities = columnsOf(study, filter);
  const groups = groupsOf(study, index, filter);
  const cells = index.of(
    groups.flatMap(({ parties }) => parties),
    municipalities,
  );
  const rows = groups.reduce((sum, { parties }) => sum + parties.length, 0);
  const crowded = municipalities.length > COLUMNS_AT_ONCE || rows > ROWS_AT_ONCE;
  const open = coverage.data?.find(({ assignment }) => assignment === opened);
  const onOpen = (cell: CoverageCell): void => setOpened(cell.assignment);

  return (
    <>
      <PageTitle title={`Läget – ${detail.title}`} kicker={<StudyKicker detail={detail} />}>
        Vilka har svarat
      </PageTitle>
      <ProblemNotice error={coverage.error} onRetry={coverage.reload} />
      {coverage.data === undefined && coverage.loading && <p role="status">Hämtar läget …</p>}
      {coverage.data !== undefined && (
        <>
          <CoverageSums counts={countStatuses(cells)} />
          <CoverageFilterBar detail={detail} filter={filter} onChange={changeFilter} />
          {cells.length === 0 && <p className="empty">Inget stämmer med urvalet. Ändra det, eller visa allt.</p>}
          {cells.length > 0 &&
            (crowded ? (
              <CoverageOverview
                groups={groups}
                municipalities={municipalities}
                names={municipalityNames}
                index={index}
                onChoose={(kind, municipality) => changeFilter({ kind, municipality })}
              />
            ) : (
              <CoverageGrid
                groups={groups}
                municipalities={municipalities}
                names={municipalityNames}
                index={index}
                onOpen={onOpen}
              />
            ))}
        </>
      )}
      {open !== undefined && (
        <CellDialog
          key={open.assignment}
          cell={open}
          detail={detail}
          onChanged={coverage.reload}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}
