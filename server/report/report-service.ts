/** The reports as the rest of the server asks for them: computed in a worker thread, so that answers come in meanwhile. */
import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import type { ReportFilter } from "../../reports/report.ts";
import { HttpProblem, problem, type ProblemName } from "../problems.ts";
import { traceOf } from "../http/errors.ts";
import { projectRoot } from "../root.ts";

export interface ReportRequest {
  readonly study: string;
  readonly filter: ReportFilter;
  /** Section ids; all when empty. */
  readonly sections: readonly string[];
  readonly output: ReportOutput;
}

export type ReportOutput =
  | { readonly format: "json" }
  /** Of one section; its first chart when `chart` is absent. */
  | { readonly format: "svg" | "png"; readonly chart?: string; readonly width: number }
  /** All tables of the sections, with an empty line between, when `table` is absent. */
  | { readonly format: "csv"; readonly table?: string; readonly excel: boolean }
  /** One sheet a table; all tables of the sections when `table` is absent. */
  | { readonly format: "xlsx"; readonly table?: string };

export type WorkerMessage = { readonly id: number; readonly request: ReportRequest } | "stop";

/** What the worker sends back. */
export type ReportReply =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly problem: { readonly code: ProblemName; readonly message: string } }
  | { readonly id: number; readonly failure: string }
  /** Something went wrong that nobody waits for. */
  | { readonly id?: never; readonly failure: string };

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

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

const PATIENCE_MS = 5_000;

/** The worker starts with the first request and again after a crash. Requests for the same thing share the work. */
export function openReportService(settings: WorkerSettings, log: Logger): ReportService {
  const waiting = new Map<number, Waiting>();
  const shared = new Map<string, Promise<Uint8Array>>();
  let worker: Worker | undefined;
  let nextId = 1;

  function running(): Worker {
    if (worker !== undefined) return worker;
    const started = new Worker(join(projectRoot, "dist/server/report-worker.js"), {
      workerData: settings,
      // React draws several times faster without its checks for developers.
      env: { ...process.env, NODE_ENV: "production" },
    });
    started.on("message", settle);
    started.on("error", (error) => log.error(traceOf(error), "report worker failed"));
    started.on("exit", () => {
      if (worker !== started) return;
      worker = undefined;
      for (const { reject } of waiting.values()) reject(problem("report-failed"));
      waiting.clear();
    });
    started.unref();
    return (worker = started);
  }

  function settle(reply: ReportReply): void {
    const asked = reply.id === undefined ? undefined : waiting.get(reply.id);
    if (reply.id !== undefined) waiting.delete(reply.id);
    if (waiting.size === 0) worker?.unref();
    if ("bytes" in reply) asked?.resolve(reply.bytes);
    else if ("problem" in reply) asked?.reject(new HttpProblem(reply.problem.code, reply.problem.message, {}));
    else {
      log.error({ failure: reply.failure }, "report failed");
      asked?.reject(problem("report-failed"));
    }
  }

  function ask(request: ReportRequest): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      const asked = running();
      // The process stays while somebody waits, and only then.
      asked.ref();
      asked.postMessage({ id, request } satisfies WorkerMessage);
    });
  }

  return {
    start: () => void running(),
    render(request) {
      const key = JSON.stringify(request);
      const begun = shared.get(key);
      if (begun !== undefined) return begun;
      const answer = ask(request).finally(() => shared.delete(key));
      shared.set(key, answer);
      return answer;
    },
    async close() {
      if (worker === undefined) return;
      const stopping = worker;
      stopping.ref();
      const stopped = once(stopping, "exit");
      const impatient = setTimeout(() => void stopping.terminate(), PATIENCE_MS);
      stopping.postMessage("stop" satisfies WorkerMessage);
      await stopped;
      clearTimeout(impatient);
    },
  };
}
