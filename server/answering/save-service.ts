/**
 * Saving answers, as the rest of the server asks for it: in a thread of its own, so that reading requests goes on while
 * answers are checked and written to disk. Messages are gathered and sent together, since each has its price.
 */
import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import { traceOf } from "../http/errors.ts";
import { problem } from "../problems.ts";
import { projectRoot } from "../root.ts";
import type { FromSaveWorker, SaveReply, SaveRequest, SaveWorkerSettings, ToSaveWorker } from "./save-messages.ts";

export interface SaveService {
  /**
   * Resolves when the commit is on disk, or with the problem that the answer has.
   *
   * @throws {HttpProblem} internal, when it cannot be known whether the answer was saved
   */
  readonly save: (request: SaveRequest) => Promise<SaveReply>;
  /** Finishes what has been asked for. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (reply: SaveReply) => void;
  readonly reject: (error: Error) => void;
}

const PATIENCE_MS = 5_000;

/** The worker is started at once, and again with the first request after a crash. */
export function openSaveService(settings: SaveWorkerSettings, log: Logger): SaveService {
  const waiting = new Map<number, Waiting>();
  let unsent: (SaveRequest & { readonly id: number })[] = [];
  let worker: Worker | undefined;
  let nextId = 1;

  function running(): Worker {
    if (worker !== undefined) return worker;
    const started = new Worker(join(projectRoot, "dist/server/save-worker.js"), { workerData: settings });
    started.on("message", settle);
    started.on("error", (error) => log.error(traceOf(error), "save worker failed"));
    started.on("exit", () => {
      if (worker !== started) return;
      worker = undefined;
      unsent = [];
      for (const { reject } of waiting.values()) reject(problem("internal"));
      waiting.clear();
    });
    // An open connection keeps the process, not this thread.
    started.unref();
    return (worker = started);
  }

  function settle({ replies, failures }: FromSaveWorker): void {
    for (const failure of failures) log.error(failure, "an answer could not be saved");
    for (const reply of replies) {
      waiting.get(reply.id)?.resolve(reply);
      waiting.delete(reply.id);
    }
  }

  function sendAll(): void {
    const requests = unsent;
    unsent = [];
    if (requests.length > 0) running().postMessage(requests satisfies ToSaveWorker);
  }

  running();
  return {
    save: (request) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        // After the sockets that are ready have been read.
        if (unsent.push({ id, ...request }) === 1) setImmediate(sendAll);
      }),
    async close() {
      sendAll();
      if (worker === undefined) return;
      const stopping = worker;
      stopping.ref();
      const stopped = once(stopping, "exit");
      const impatient = setTimeout(() => void stopping.terminate(), PATIENCE_MS);
      stopping.postMessage("stop" satisfies ToSaveWorker);
      await stopped;
      clearTimeout(impatient);
    },
  };
}
