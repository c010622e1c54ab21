/** A thread that answers requests with bytes: started by the first request, and again after a crash. */
import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import { traceOf } from "./http/errors.ts";
import { HttpProblem, problem, type ProblemName } from "./problems.ts";
import { projectRoot } from "./root.ts";

export type ThreadMessage<Request> = { readonly id: number; readonly request: Request } | "stop";

/** What the thread sends back. */
export type ThreadReply<Progress = never> =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly problem: { readonly code: ProblemName; readonly message: string } }
  | { readonly id: number; readonly failure: string }
  /** Something went wrong that nobody waits for. */
  | { readonly id?: never; readonly failure: string };

interface ThreadKind {
  /** Of the bundle in dist/server, without ending; also what the log calls it. */
  readonly name: string;
  /** What whoever waits is told when the thread fails. */
  readonly failed: "report-failed" | "publication-failed";
  readonly data: object;
}

export interface WorkerThread<Request, Progress> {
  /** Starts it before anybody asks. */
  readonly start: () => void;
  /** @throws {HttpProblem} what the thread answers, or that it failed */
  readonly ask: (request: Request, onProgress?: (progress: Progress) => void) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

interface Waiting<Progress> {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

const PATIENCE_MS = 5_000;

export function openWorkerThread<Request, Progress = never>(
  { name, failed, data }: ThreadKind,
  log: Logger,
): WorkerThread<Request, Progress> {
  const waiting = new Map<number, Waiting<Progress>>();
  let worker: Worker | undefined;
  let nextId = 1;

  function running(): Worker {
    if (worker !== undefined) return worker;
    const started = new Worker(join(projectRoot, `dist/server/${name}.js`), {
      workerData: data,
      // React draws several times faster without its checks for developers.
      env: { ...process.env, NODE_ENV: "production" },
    });
    started.on("message", settle);
    started.on("error", (error) => log.error(traceOf(error), `${name} failed`));
    started.on("exit", () => {
      if (worker !== started) return;
      worker = undefined;
      for (const { reject } of waiting.values()) reject(problem(failed));
      waiting.clear();
    });
    started.unref();
    return (worker = started);
  }

  function settle(reply: ThreadReply<Progress>): void {
    const asked = reply.id === undefined ? undefined : waiting.get(reply.id);
    if ("progress" in reply) {
      asked?.onProgress?.(reply.progress);
      return;
    }
    if (reply.id !== undefined) waiting.delete(reply.id);
    if (waiting.size === 0) worker?.unref();
    if ("bytes" in reply) asked?.resolve(reply.bytes);
    else if ("problem" in reply) asked?.reject(new HttpProblem(reply.problem.code, reply.problem.message, {}));
    else {
      log.error({ failure: reply.failure }, `${name}: a request failed`);
      asked?.reject(problem(failed));
    }
  }

  return {
    start: () => void running(),
    ask: (request, onProgress) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve, reject, onProgress });
        const asked = running();
        // The process stays while somebody waits, and only then.
        asked.ref();
        asked.postMessage({ id, request } satisfies ThreadMessage<Request>);
      }),
    async close() {
      if (worker === undefined) return;
      const stopping = worker;
      stopping.ref();
      const stopped = once(stopping, "exit");
      const impatient = setTimeout(() => void stopping.terminate(), PATIENCE_MS);
      stopping.postMessage("stop" satisfies ThreadMessage<Request>);
      await stopped;
      clearTimeout(impatient);
    },
  };
}
