import { useMemo, useState, type ReactElement } from "react";
import { OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import type { CoverageCell, StudyDetail } from "../../survey-definitions/wire.ts";
import { fetchCoverage } from "./api.ts";
import { CellDialog } from "./cell-dialog.tsx";
import { CoverageFilterBar } from "./coverage-filter-bar.tsx";
import { CoverageGrid } from "./coverage-grid.tsx";
import {
  CoverageIndex,
  columnsOf,
  countResponses,
  countStatuses,
  groupsOf,
  type CoverageFilter,
} from "./coverage-model.ts";
import { CoverageOverview } from "./coverage-overview.tsx";
import { CoverageSums } from "./coverage-sums.tsx";
import { InstrumentTabs } from "./instrument-tabs.tsx";
import { PageTitle } from "./page-title.tsx";
import { PeriodsView } from "./periods-view.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { StudyKicker } from "./study-kicker.tsx";
import { useStudy } from "./study-frame.tsx";
import { instrumentsOf, useCoverageFilter } from "./use-coverage-filter.ts";
import { useResource } from "./use-resource.ts";
import { VoicePlaces } from "./voice-places.tsx";
import "./coverage.css";

/** More columns than this do not stand side by side; the page then begins with kinds by municipality. */
const COLUMNS_AT_ONCE = 12;
/** More rows than this are first counted by kind. */
const ROWS_AT_ONCE = 80;

interface ViewProps {
  readonly detail: StudyDetail;
  readonly index: CoverageIndex;
  readonly filter: CoverageFilter;
  readonly onFilter: (changes: Partial<CoverageFilter>) => void;
  readonly onOpen: (cell: CoverageCell) => void;
}

/** A questionnaire that parties answer for their municipalities: the grid, or kinds by municipality in a large study. */
function PartiesView({ detail, index, filter, onFilter, onOpen }: ViewProps): ReactElement {
  const { study, municipalityNames } = detail;
  const municipalities = columnsOf(study, filter);
  const groups = useMemo(() => groupsOf(study, index, filter), [study, index, filter]);
  const parties = groups.flatMap((group) => group.parties);
  const cells = index.of(parties, municipalities);
  const crowded = municipalities.length > COLUMNS_AT_ONCE || parties.length > ROWS_AT_ONCE;
  const shared = { groups, municipalities, names: municipalityNames, index };
  return (
    <>
      <CoverageSums
        counts={countStatuses(cells)}
        {...(OPEN_INSTRUMENTS.has(index.instrument) ? { responses: countResponses(cells) } : {})}
      />
      <CoverageFilterBar detail={detail} filter={filter} onChange={onFilter} />
      {cells.length === 0 && <p className="empty">Inget stämmer med urvalet. Ändra det, eller visa allt.</p>}
      {cells.length > 0 &&
        (crowded ? (
          <CoverageOverview {...shared} onChoose={(kind, municipality) => onFilter({ kind, municipality })} />
        ) : (
          <CoverageGrid {...shared} onOpen={onOpen} />
        ))}
    </>
  );
}

/** The home page of a study: who has answered what, for which municipality. */
export function CoveragePage(): ReactElement {
  const { detail } = useStudy();
  const { study } = detail;
  const coverage = useResource(`coverage ${study.id}`, (signal) => fetchCoverage(study.id, signal));
  const instruments = instrumentsOf(study.instruments);
  const { filter, change, addressOf } = useCoverageFilter(instruments);
  const [opened, setOpened] = useState<string>();

  const { data: cells } = coverage;
  const index = useMemo(() => new CoverageIndex(cells ?? [], filter.instrument), [cells, filter.instrument]);
  const open = cells?.find(({ assignment }) => assignment === opened);
  const onOpen = (cell: CoverageCell): void => setOpened(cell.assignment);
  const view = { detail, index, filter, onFilter: change, onOpen };

  return (
    <>
      <PageTitle title={`Läget – ${detail.title}`} kicker={<StudyKicker detail={detail} />}>
        Vilka har svarat
      </PageTitle>
      <ProblemNotice error={coverage.error} onRetry={coverage.reload} />
      {cells === undefined && coverage.loading && <p role="status">Hämtar läget …</p>}
      {cells !== undefined && (
        <>
          <InstrumentTabs instruments={instruments} current={filter.instrument} cells={cells} addressOf={addressOf} />
          {filter.instrument === "voice" && <VoicePlaces {...view} />}
          {filter.instrument === "follow-up" && <PeriodsView detail={detail} index={index} onOpen={onOpen} />}
          {filter.instrument !== "voice" && filter.instrument !== "follow-up" && <PartiesView {...view} />}
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
