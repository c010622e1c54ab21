import type { ErrorBody } from "../../survey-definitions/wire.ts";
import type { Report, ReportFilter } from "../../reports/report.ts";
import { apiQuery } from "../report/filter-address.ts";
import type { ReportOutcome } from "../report/report-loader.ts";

export interface ViewProblem {
  readonly title: string;
  readonly message: string;
}

const TITLES: Readonly<Record<string, string>> = {
  "not-published": "Inget är publicerat än",
  offline: "Det går inte att nå rapporten",
};

/** Sections of the report behind a view link, or what to say instead. Never throws, except into an aborted call. */
export async function fetchView(
  token: string,
  filter: ReportFilter,
  sections: readonly string[],
  signal: AbortSignal,
): Promise<ReportOutcome<ViewProblem>> {
  try {
    const address = `/api/view/${encodeURIComponent(token)}${apiQuery(filter, sections)}`;
    const response = await fetch(address, { signal });
    if (response.ok) return { report: (await response.json()) as Report };
    const { code, message } = (await response.json()) as ErrorBody;
    return { problem: { title: TITLES[code] ?? "Rapporten kan inte visas", message } };
  } catch {
    const message = "Kontrollera att du har kontakt med nätet och ladda om sidan.";
    return { problem: { title: TITLES.offline ?? "", message } };
  }
}
