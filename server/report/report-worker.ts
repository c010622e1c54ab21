/**
 * The thread that computes reports: its own connection to the database, datasets kept from one report to the next.
 * When nobody asks and no answers come in, it brings the analysis form up to date.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { Dataset } from "../../reports/dataset.ts";
import { compileReport, type Report } from "../../reports/report.ts";
import type { Section } from "../../reports/section.ts";
import { sections } from "../../reports/sections/index.ts";
import { loadDataset } from "../analysis/load-dataset.ts";
import { forgetOutdated, projectPending } from "../analysis/project.ts";
import { loadSolver } from "../highs-solver.ts";
import { HttpProblem, problem } from "../problems.ts";
import { openStore } from "../store/open.ts";
import { renderReport } from "./render-report.ts";
import type { ThreadMessage, ThreadReply } from "../worker-thread.ts";
import type { ReportRequest, WorkerSettings } from "./report-service.ts";

/** Reports of one dataset that are kept: one a filter that somebody has open. */
const KEPT_REPORTS = 20;
const LOOK_EVERY_MS = 2_000;
/** While answers keep coming, one pass in this many looks. */
const PATIENT_LOOKS = 15;

if (parentPort === null) throw new Error("the report worker runs in a worker thread");
const port = parentPort;
const settings = workerData as WorkerSettings;
const store = await openStore(settings);
const solver = await loadSolver();
const datasets = new Map<string, { readonly data: Dataset; readonly reports: Map<string, Report> }>();

/** One thing at a time, in the order in which it was asked for. */
let last: Promise<unknown> = forgetOutdated(store);
let waiting = 0;
const savedNow = (): number => (settings.saved === undefined ? 0 : Atomics.load(settings.saved, 0));
let savedBefore = -1;
let looks = 0;
const looking = setInterval(lookForWork, LOOK_EVERY_MS);

port.on("message", (message: ThreadMessage<ReportRequest>) => {
  if (message === "stop") {
    clearInterval(looking);
    last = last.then(() => store.close()).then(() => port.close());
    return;
  }
  waiting++;
  last = last.then(() => answer(message.id, message.request)).finally(() => waiting--);
});

async function answer(id: number, request: ReportRequest): Promise<void> {
  const reply: ThreadReply = await render(request).then(
    (bytes) => ({ id, bytes }),
    (error: unknown) =>
      error instanceof HttpProblem
        ? { id, problem: { code: error.code, message: error.message } }
        : { id, failure: explain(error) },
  );
  port.postMessage(reply);
}

const tellFailure = (failure: string): void => port.postMessage({ failure } satisfies ThreadReply);
const explain = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

function lookForWork(): void {
  const saved = savedNow();
  const quiet = saved === savedBefore;
  savedBefore = saved;
  if (waiting > 0 || (!quiet && ++looks < PATIENT_LOOKS)) return;
  looks = 0;
  waiting++;
  last = last.then(projectWhileQuiet).then(undefined, (error: unknown) => tellFailure(explain(error)));
  last = last.finally(() => waiting--);
}

/** Pass after pass until nothing is left, somebody asks or an answer comes in. */
async function projectWhileQuiet(): Promise<void> {
  while ((await projectPending(store)) > 0) {
    if (waiting > 1 || savedNow() !== savedBefore) return;
  }
}

async function render(request: ReportRequest): Promise<Uint8Array> {
  const chosen = sections.filter(({ id }) => request.sections.length === 0 || request.sections.includes(id));
  const unknown = request.sections.find((id) => !sections.some((section) => section.id === id));
  if (unknown !== undefined) throw problem("section-not-found", { section: unknown });
  return await renderReport(await currentReport(request, chosen), chosen, request.output);
}

/** The report over everything that has been committed when the request is taken up. */
async function currentReport({ study, filter }: ReportRequest, chosen: readonly Section[]): Promise<Report> {
  const kept = datasets.get(study);
  if (kept === undefined && (await store.findStudy(study)) === undefined) throw problem("study-not-found", { study });
  const data = await loadDataset(store, study, kept?.data);
  const reports = kept !== undefined && data === kept.data ? kept.reports : new Map<string, Report>();
  datasets.set(study, { data, reports });
  const key = JSON.stringify([filter, chosen.map(({ id }) => id)]);
  const known = reports.get(key);
  if (known !== undefined) return known;
  const report = compileReport(chosen, data, filter, { solver }, (section, error) =>
    tellFailure(`${section}: ${explain(error)}`),
  );
  if (reports.size >= KEPT_REPORTS) reports.clear();
  reports.set(key, report);
  return report;
}
