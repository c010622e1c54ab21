import type { ErrorBody } from "../../survey-definitions/wire.ts";
import type { Report, ReportFilter } from "../../reports/report.ts";
import { apiQuery } from "../report/filter-address.ts";

export interface ViewProblem {
  readonly title: string;
  readonly message: string;
}

const TITLES: Readonly<Record<string, string>> = {
  "not-published": "Inget är publicerat än",
  offline: "Det går inte att nå rapporten",
};

/** The report behind a view link, or what to say instead. Never throws, except into an aborted call. */
export async function fetchView(
  token: string,
  filter: ReportFilter,
  signal: AbortSignal,
): Promise<{ report: Report } | { problem: ViewProblem }> {
  try {
    const response = await fetch(`/api/view/${encodeURIComponent(token)}${apiQuery(filter)}`, { signal });
    if (response.ok) return { report: (await response.json()) as Report };
    const { code, message } = (await response.json()) as ErrorBody;
    return { problem: { title: TITLES[code] ?? "Rapporten kan inte visas", message } };
  } catch {
    const message = "Kontrollera att du har kontakt med nätet och ladda om sidan.";
    return { problem: { title: TITLES.offline ?? "", message } };
  }
}
