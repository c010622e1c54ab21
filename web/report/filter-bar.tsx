import type { ReactElement } from "react";
import { PARTY_KINDS } from "../../survey-definitions/codes.ts";
import type { Report, ReportFilter } from "../../reports/report.ts";
import { FilterChoice, type FilterOption } from "./filter-choice.tsx";

interface Props {
  readonly study: Report["study"];
  readonly filter: ReportFilter;
  readonly onFilter: (filter: ReportFilter) => void;
}

/** Parties are listed one by one up to this many; beyond it the reader chooses kinds. */
const PARTIES_LISTED = 60;

function partyOptions(parties: Report["study"]["parties"]): FilterOption[] {
  const byKind = PARTY_KINDS.map(({ code, label }) => ({
    code,
    label,
    parties: parties.filter(({ kind }) => kind === code),
  })).filter((group) => group.parties.length > 0);
  return byKind.flatMap(({ code, label, parties: members }) => {
    const single = members.map(({ id, name }) => ({ value: id, label: name }));
    if (parties.length > PARTIES_LISTED) return [{ value: code, label }];
    return members.length === 1 ? single : [{ value: code, label: `Alla: ${label}` }, ...single];
  });
}

/** What the report is about: everything, or the municipalities and parties that the reader has chosen. */
export function FilterBar({ study, filter, onFilter }: Props): ReactElement {
  const municipalities = study.municipalities.map(({ code, name }) => ({ value: code, label: name }));
  const narrowed = filter.municipalities.length > 0 || filter.parties.length > 0;
  return (
    <div className="filter-bar no-print" role="group" aria-label="Urval">
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
        options={partyOptions(study.parties)}
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
