import { useMemo, type ReactElement } from "react";
import type { Report, ReportFilter } from "../../reports/report.ts";
import { FilterChoice } from "./filter-choice.tsx";
import { partyOptions } from "./filter-options.ts";

interface Props {
  readonly study: Report["study"];
  readonly filter: ReportFilter;
  readonly onFilter: (filter: ReportFilter) => void;
}

/** What the report is about: everything, or the municipalities and parties that the reader has chosen. */
export function FilterBar({ study, filter, onFilter }: Props): ReactElement {
  const parties = useMemo(() => partyOptions(study.parties), [study.parties]);
  const municipalities = study.municipalities.map(({ code, name }) => ({ value: code, label: name }));
  const narrowed = filter.municipalities.length > 0 || filter.parties.length > 0;
  return (
    <div className="filter-bar" role="group" aria-label="Urval">
      {municipalities.length > 1 && (
        <FilterChoice
          label="Kommun"
          all="alla kommuner"
          options={municipalities}
          chosen={filter.municipalities}
          onChange={(chosen) => onFilter({ ...filter, municipalities: chosen })}
        />
      )}
      <FilterChoice
        label="Part"
        all="alla parter"
        options={parties}
        chosen={filter.parties}
        onChange={(chosen) => onFilter({ ...filter, parties: chosen })}
      />
      {narrowed && (
        <button type="button" className="link-button" onClick={() => onFilter({ municipalities: [], parties: [] })}>
          Visa allt
        </button>
      )}
    </div>
  );
}
