/** The thread that checks and saves answers: its own connections to the database, its own compiled questionnaires. */
import { parentPort, workerData } from "node:worker_threads";
import { traceOf } from "../http/errors.ts";
import { HttpProblem, problem } from "../problems.ts";
import { openStore } from "../store/open.ts";
import { Questionnaires } from "../study/questionnaires.ts";
import type { FromSaveWorker, SaveReply, SaveRequest, SaveWorkerSettings, ToSaveWorker } from "./save-messages.ts";
import { takeAnswer } from "./take-answer.ts";

if (parentPort === null) throw new Error("the save worker runs in a worker thread");
const port = parentPort;
const settings = workerData as SaveWorkerSettings;
const store = await openStore(settings);
const parts = {
  store,
  questionnaires: new Questionnaires(store, settings.municipalityNames),
  now: () => new Date(),
};

let replies: (SaveReply & { id: number })[] = [];
let failures: FromSaveWorker["failures"][number][] = [];
const underWay = new Set<Promise<void>>();

port.on("message", (message: ToSaveWorker) => {
  if (message === "stop") {
    void Promise.all(underWay)
      .then(() => store.close())
      .then(() => port.close());
    return;
  }
  for (const request of message) {
    const answered = answer(request).finally(() => underWay.delete(answered));
    underWay.add(answered);
  }
});

async function answer({ id, ...request }: SaveRequest & { readonly id: number }): Promise<void> {
  const { status, json } = await takeAnswer(parts, request).then(
    (reply) => {
      Atomics.add(settings.saved, 0, 1);
      return reply;
    },
    (error: unknown) => problemReply(error),
  );
  // Everything that one commit saved is told in one message.
  if (replies.push({ id, status, json }) === 1) queueMicrotask(tell);
}

function tell(): void {
  port.postMessage({ replies, failures } satisfies FromSaveWorker);
  replies = [];
  failures = [];
}

function problemReply(error: unknown): SaveReply {
  if (!(error instanceof HttpProblem)) failures.push(traceOf(error));
  const known = error instanceof HttpProblem ? error : problem("internal");
  return { status: known.status, json: JSON.stringify(known.body) };
}
