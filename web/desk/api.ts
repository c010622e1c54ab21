/** Every call that the investigator's pages make. All of them throw CallError with the server's Swedish message. */
import type { Instrument } from "../../survey-definitions/codes.ts";
import type { Report, ReportFilter } from "../../reports/report.ts";
import type {
  AnswerSummary,
  CoverageCell,
  LinkSummary,
  NewLink,
  ProposalList,
  ResponseDetail,
  RevisionDetail,
  SessionUser,
  StudyDetail,
  StudySummary,
} from "../../survey-definitions/wire.ts";
import { apiQuery } from "../report/filter-address.ts";
import { change, read } from "./call.ts";

export interface LinkPlace {
  readonly instrument: Instrument;
  readonly party?: string;
  readonly municipality?: string;
}

/** How much a link takes; without limits: for as long as the study is open. */
export interface LinkLimits {
  readonly maxAnswers?: number;
  /** ISO date: the last day. */
  readonly until?: string;
}

const at = encodeURIComponent;
const study = (id: string): string => `/api/studies/${at(id)}`;

export const fetchSession = (): Promise<SessionUser> => read("/api/session");
export const signIn = (email: string, password: string): Promise<SessionUser> =>
  change("POST", "/api/session", { email, password });
export const signInByLink = (token: string): Promise<SessionUser> => change("POST", "/api/session/link", { token });
export const signOut = (): Promise<void> => change("DELETE", "/api/session");
export const setPassword = (password: string): Promise<void> => change("PUT", "/api/session/password", { password });

export const fetchStudies = async (signal: AbortSignal): Promise<readonly StudySummary[]> =>
  (await read<{ studies: readonly StudySummary[] }>("/api/studies", signal)).studies;
export const createStudy = (file: unknown): Promise<StudyDetail> => change("POST", "/api/studies", file);
export const fetchStudy = (id: string, signal: AbortSignal): Promise<StudyDetail> => read(study(id), signal);
export const setStudyStatus = (id: string, status: "open" | "closed"): Promise<StudyDetail> =>
  change("PATCH", study(id), { status });

export const fetchCoverage = async (id: string, signal: AbortSignal): Promise<readonly CoverageCell[]> =>
  (await read<{ cells: readonly CoverageCell[] }>(`${study(id)}/coverage`, signal)).cells;
export const setDeclined = (id: string, assignment: string, declined: boolean, reason?: string): Promise<unknown> =>
  change("PUT", `${study(id)}/assignments/${at(assignment)}/declined`, {
    declined,
    ...(reason === undefined || reason === "" ? {} : { reason }),
  });

export const fetchLinks = async (id: string, signal: AbortSignal): Promise<readonly LinkSummary[]> =>
  (await read<{ links: readonly LinkSummary[] }>(`${study(id)}/links`, signal)).links;
export const makeLink = (id: string, place: LinkPlace & LinkLimits): Promise<NewLink> =>
  change("POST", `${study(id)}/links`, place);
export const makeViewLink = (id: string): Promise<NewLink> => change("POST", `${study(id)}/links`, { view: true });
export const withdrawLink = (id: string, link: string): Promise<void> =>
  change("DELETE", `${study(id)}/links/${at(link)}`);

/** The answers of one assignment, the one that was saved last first. */
export const fetchAnswers = async (
  id: string,
  assignment: string,
  signal: AbortSignal,
): Promise<readonly AnswerSummary[]> =>
  (await read<{ responses: readonly AnswerSummary[] }>(`${study(id)}/assignments/${at(assignment)}/responses`, signal))
    .responses;
export const fetchResponse = (id: string, signal: AbortSignal): Promise<ResponseDetail> =>
  read(`/api/responses/${at(id)}`, signal);
export const fetchRevision = (id: string, revision: number, signal: AbortSignal): Promise<RevisionDetail> =>
  read(`/api/responses/${at(id)}/revisions/${revision}`, signal);

export const fetchProposals = (id: string, signal?: AbortSignal): Promise<ProposalList> =>
  read(`${study(id)}/proposals`, signal);
export const saveProposals = (id: string, list: ProposalList): Promise<ProposalList> =>
  change("PUT", `${study(id)}/proposals`, list);

export const importStatistics = (id: string, file: Blob): Promise<unknown> =>
  change("POST", `${study(id)}/statistics`, file);
export const importResponses = (id: string, file: Blob): Promise<unknown> =>
  change("POST", `${study(id)}/responses`, file);
export const exportAddress = (id: string, format: "csv" | "json"): string => `${study(id)}/responses.${format}`;

export const fetchReport = (
  id: string,
  filter: ReportFilter,
  sections: readonly string[],
  signal: AbortSignal,
): Promise<Report> => read(`${study(id)}/report${apiQuery(filter, sections)}`, signal);
/** The address of a file of the report, such as `group-size/counts.csv`, for a selection. */
export const reportFile = (id: string, file: string, filter: ReportFilter): string =>
  `${study(id)}/report/${file.split("/").map(at).join("/")}${apiQuery(filter)}`;
