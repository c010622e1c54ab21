import type { ReactElement, ReactNode } from "react";
import type { Report } from "../../reports/report.ts";
import { formatList, formatPeriod } from "../../reports/text/format.ts";

/** Names one by one up to a handful, otherwise how many there are. */
const named = (names: readonly string[], plural: string): string =>
  names.length <= 5 ? formatList(names) : `${names.length} ${plural}`;

type Head = Pick<Report, "study" | "filter">;

function selectionText({ study, filter }: Head): string | undefined {
  const municipalities = study.municipalities
    .filter(({ code }) => filter.municipalities.includes(code))
    .map(({ name }) => name);
  const parties = study.parties
    .filter(({ id, kind }) => filter.parties.includes(id) || filter.parties.includes(kind))
    .map(({ name }) => name);
  const chosen = [
    ...(municipalities.length > 0 && municipalities.length < study.municipalities.length
      ? [named(municipalities, "kommuner")]
      : []),
    ...(parties.length > 0 ? [named(parties, "parter")] : []),
  ];
  return chosen.length === 0 ? undefined : chosen.join(" · ");
}

/** Title, group, place and period; and what is left out when the reader has made a selection. */
export function ReportHead({ report, heading }: { report: Head; heading: ReactNode }): ReactElement {
  const { study } = report;
  const { age_min, age_max } = study.target_group;
  const selection = selectionText(report);
  const places = named(
    study.municipalities.map(({ name }) => name),
    "kommuner",
  );
  return (
    <header className="report-head">
      {study.invented && (
        <p className="example-band">
          <strong>Exempel med påhittade svar.</strong> Siffrorna säger ingenting om verkligheten.
        </p>
      )}
      {heading}
      <p className="lead report-facts">
        {age_min}–{age_max} år · {places} · {formatPeriod(study.reference_period.from, study.reference_period.to)}
      </p>
      {selection !== undefined && (
        <p className="selection">
          <strong>Urval:</strong> {selection}. Övriga svar räknas inte med här.
        </p>
      )}
    </header>
  );
}
