/**
 * The thread that makes publications, and those that render them: the same program, started several times, so that nobody
 * waits for a page because another study is being published. Its own connection to the database.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { Publication } from "../../reports/publication/publication.ts";
import { readPublication } from "../../reports/publication/read-publication.ts";
import type { PublicationProgress } from "../../survey-definitions/wire.ts";
import { packageExtras } from "../export/package/extras.ts";
import { loadSolver } from "../highs-solver.ts";
import { HttpProblem, problem } from "../problems.ts";
import { openStore } from "../store/open.ts";
import { Questionnaires } from "../study/questionnaires.ts";
import { readReference } from "../study/reference.ts";
import type { ThreadMessage, ThreadReply } from "../worker-thread.ts";
import type { PublicationRequest, PublicationSettings } from "./publication-service.ts";
import { unpackText } from "./packed-text.ts";
import { publish } from "./publish-job.ts";
import { PublicationRefused } from "./refused.ts";
import { renderPublication } from "./render.ts";

/** Publications that are kept as they were read. */
const KEPT = 5;

if (parentPort === null) throw new Error("the publication worker runs in a worker thread");
const port = parentPort;
const store = await openStore(workerData as PublicationSettings);
const kept = new Map<string, Publication>();
const NOTHING = new Uint8Array();

/** One thing at a time, in the order in which it was asked for. */
let last: Promise<unknown> = Promise.resolve();

port.on("message", (message: ThreadMessage<PublicationRequest>) => {
  if (message === "stop") {
    last = last.then(() => store.close()).then(() => port.close());
    return;
  }
  last = last.then(() => answer(message.id, message.request));
});

const send = (reply: ThreadReply<PublicationProgress>): void => port.postMessage(reply);
const explain = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

async function answer(id: number, request: PublicationRequest): Promise<void> {
  try {
    send({ id, bytes: request.task === "publish" ? await run(id, request) : await render(request) });
  } catch (error) {
    if (error instanceof HttpProblem) send({ id, problem: { code: error.code, message: error.message } });
    else send({ id, failure: explain(error) });
  }
}

/** What stands in the way is stored with the publication; whoever asked is told no more than that the work is over. */
async function run(id: number, { job }: PublicationRequest & { readonly task: "publish" }): Promise<Uint8Array> {
  try {
    await publish(job, {
      store,
      solver: await loadSolver(),
      onProgress: (progress) => send({ id, progress }),
      onFailure: (section, error) => send({ failure: `${section}: ${explain(error)}` }),
    });
  } catch (error) {
    if (!(error instanceof PublicationRefused)) throw error;
    await store.publications.fail(job.id, job.owner, error);
  }
  return NOTHING;
}

async function render({ publication, output }: PublicationRequest & { readonly task: "render" }): Promise<Uint8Array> {
  const found = await getPublication(publication);
  return await renderPublication(found, output, async () => {
    const { municipalityNames } = await readReference();
    return await packageExtras(store, new Questionnaires(store, municipalityNames), found.study);
  });
}

async function getPublication(id: string): Promise<Publication> {
  const known = kept.get(id);
  if (known !== undefined) return known;
  const content = await store.publications.content(id);
  if (content === undefined) throw problem("publication-not-found");
  const publication = readPublication(JSON.parse(await unpackText(content)));
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(id, publication);
  return publication;
}
