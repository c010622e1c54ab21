/** The reports as the rest of the server asks for them: computed in a worker thread, so that answers come in meanwhile. */
import type { Logger } from "pino";
import type { ReportFilter } from "../../reports/report.ts";
import { openWorkerThread } from "../worker-thread.ts";

export interface ReportRequest {
  readonly study: string;
  readonly filter: ReportFilter;
  /** Section ids; all when empty. */
  readonly sections: readonly string[];
  readonly output: ReportOutput;
}

export type ReportOutput =
  | { readonly format: "json" | "docx" | "pdf" | "html" }
  /** Of one section; its first chart when `chart` is absent. */
  | { readonly format: "svg" | "png"; readonly chart?: string; readonly width: number }
  /** All tables of the sections, with an empty line between, when `table` is absent. */
  | { readonly format: "csv"; readonly table?: string; readonly excel: boolean }
  /** One sheet a table; all tables of the sections when `table` is absent. */
  | { readonly format: "xlsx"; readonly table?: string };

export interface WorkerSettings {
  readonly databaseUrl: string | undefined;
  /** The SQLite file. */
  readonly file: string;
  /** Counts saved answers, so that the worker knows when it is quiet; it is always quiet without. */
  readonly saved?: Int32Array;
}

export interface ReportService {
  /** Starts the worker before anybody asks, so that it keeps the analysis form up to date. */
  readonly start: () => void;
  /** @throws {HttpProblem} study-not-found, section-not-found, chart-not-found, table-not-found, report-failed */
  readonly render: (request: ReportRequest) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** Requests for the same thing share the work. */
export function openReportService(settings: WorkerSettings, log: Logger): ReportService {
  const thread = openWorkerThread<ReportRequest>(
    { name: "report-worker", failed: "report-failed", data: settings },
    log,
  );
  const shared = new Map<string, Promise<Uint8Array>>();
  return {
    start: thread.start,
    render(request) {
      const key = JSON.stringify(request);
      const begun = shared.get(key);
      if (begun !== undefined) return begun;
      const answer = thread.ask(request).finally(() => shared.delete(key));
      shared.set(key, answer);
      return answer;
    },
    close: thread.close,
  };
}
