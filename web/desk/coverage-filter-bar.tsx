import type { ReactElement } from "react";
import { PARTY_KINDS } from "../../survey-definitions/codes.ts";
import type { StudyDetail } from "../../survey-definitions/wire.ts";
import type { CoverageFilter } from "./coverage-model.ts";
import { COVERAGE_LABELS } from "./words.ts";

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A drop-down list under its name; the empty choice is everything. */
export function Choice({ label, all, options, value, onChange }: ChoiceProps): ReactElement {
  return (
    <label className="choice">
      <span>{label}</span>
      <select className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Props {
  readonly detail: StudyDetail;
  readonly filter: CoverageFilter;
  readonly onChange: (changes: Partial<CoverageFilter>) => void;
}

/** Which part of the grid is shown. */
export function CoverageFilterBar({ detail, filter, onChange }: Props): ReactElement {
  const { study, municipalityNames } = detail;
  const kinds = PARTY_KINDS.filter(({ code }) => study.parties.some(({ kind }) => kind === code));
  return (
    <div className="choices no-print" role="group" aria-label="Urval">
      <Choice
        label="Kommun"
        all="Alla kommuner"
        options={study.municipalities.map((code) => [code, municipalityNames[code] ?? code] as const)}
        value={filter.municipality}
        onChange={(municipality) => onChange({ municipality })}
      />
      <Choice
        label="Slag av part"
        all="Alla slag"
        options={kinds.map(({ code, label }) => [code, label] as const)}
        value={filter.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <Choice
        label="Läge"
        all="Alla lägen"
        options={Object.entries(COVERAGE_LABELS)}
        value={filter.status}
        onChange={(status) => onChange({ status })}
      />
      {(filter.municipality !== "" || filter.kind !== "" || filter.status !== "") && (
        <button
          type="button"
          className="link-button"
          onClick={() => onChange({ municipality: "", kind: "", status: "" })}
        >
          Visa allt
        </button>
      )}
    </div>
  );
}
