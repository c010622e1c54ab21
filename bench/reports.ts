/**
 * The six sections over 1 000, 10 000 and 100 000 answers of about sixty variables: loading and computing from a closed
 * database, after a filter change, the memory of the process, and the JSON of the largest section. Each size runs in a
 * process of its own.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileReport, type ReportFilter } from "../reports/report.ts";
import { sections } from "../reports/sections/index.ts";
import { loadDataset } from "../server/analysis/load-dataset.ts";
import { projectPending } from "../server/analysis/project.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { openStore } from "../server/store/open.ts";
import type { NewRevision } from "../server/store/store.ts";
import { createStudy } from "../server/study/create-study.ts";
import { Questionnaires } from "../server/study/questionnaires.ts";
import { readReference } from "../server/study/reference.ts";
import { arrangeAnswers } from "../survey-definitions/arrange.ts";
import { INTERVENTION_CODES, sixtyAnswers } from "./answers.ts";
import { benchStudy } from "./installation.ts";
import { printMachine, printTable } from "./table.ts";

const INTERVENTIONS = INTERVENTION_CODES.map((code) => ({ code, label: code }));
const SIZES = [
  { responses: 1_000, municipalities: 50 },
  { responses: 10_000, municipalities: 100 },
  { responses: 100_000, municipalities: 250 },
];

const [command, folder] = process.argv.slice(2);
if (command === "measure" && folder !== undefined) console.log(JSON.stringify(await measure(folder)));
else await runAll();

async function runAll(): Promise<void> {
  printMachine();
  const rows: Record<string, string | number>[] = [];
  for (const { responses, municipalities } of SIZES) {
    const place = mkdtempSync(join(tmpdir(), "behovskartan-reports-"));
    await fill(place, responses, municipalities);
    const found = execFileSync(process.execPath, [import.meta.filename, "measure", place], {
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "production" },
    });
    rows.push({ svar: responses, ...(JSON.parse(found) as Record<string, number>) });
    rmSync(place, { recursive: true, force: true });
  }
  printTable("Sex avsnitt över alla svar", rows);
}

/** Stores the answers as an import would and brings the analysis form up to date. */
async function fill(place: string, responses: number, municipalityCount: number): Promise<void> {
  const store = await openStore({ file: join(place, "bench.db") });
  const reference = await readReference();
  const municipalities = [...reference.municipalityNames.keys()].slice(0, municipalityCount);
  const study = { ...benchStudy(municipalities, responses / municipalityCount), interventions: INTERVENTIONS };
  const at = "2026-10-01T12:00:00.000Z";
  const created = await createStudy(store, reference, study, at);
  if (created.status !== "created") throw new Error(`no study: ${created.status}`);
  const questionnaires = new Questionnaires(store, reference.municipalityNames);
  const fielded = new Map((await store.listFielded(study.id)).map((row) => [row.municipality, row.id]));
  const cells = await store.coverage(study.id);
  let batch: Omit<NewRevision, "baseRevision">[] = [];
  for (const [index, cell] of cells.entries()) {
    const definition = fielded.get(cell.municipality ?? "") ?? 0;
    const { variables } = await questionnaires.get(definition);
    const answers = arrangeAnswers(variables, sixtyAnswers(index));
    const shown = Object.keys(answers);
    const assignment = Number(cell.assignment);
    batch.push({ assignment, kind: "submitted", fielded: definition, answers, shown, role: "import", savedAt: at });
    if (batch.length === 1000 || index === cells.length - 1) {
      await store.importRevisions(batch);
      batch = [];
    }
  }
  while ((await projectPending(store)) > 0);
  await store.close();
}

async function measure(place: string): Promise<Record<string, number>> {
  const solver = await loadSolver();
  const store = await openStore({ file: join(place, "bench.db") });
  const none: ReportFilter = { municipalities: [], parties: [] };
  const fail = (section: string, error: unknown): never => {
    throw new Error(`${section} failed`, { cause: error });
  };
  const begin = performance.now();
  const data = await loadDataset(store, "bench");
  const loaded = performance.now();
  const report = compileReport(sections, data, none, { solver }, fail);
  const computed = performance.now();
  const filters = [...data.study.municipalities.slice(0, 5)].map((code) => ({ municipalities: [code], parties: [] }));
  const byKind = ["social_services", "primary_care"].map((kind) => ({ municipalities: [], parties: [kind] }));
  const times = [...filters, ...byKind].map((filter) => {
    const start = performance.now();
    compileReport(sections, data, filter, { solver }, fail);
    return performance.now() - start;
  });
  const memory = process.memoryUsage.rss();
  const bytes = Math.max(...report.sections.map((section) => JSON.stringify(section.tables[0]).length));
  await store.close();
  return {
    "läsa in ms": loaded - begin,
    "räkna ms": computed - loaded,
    "kallt i allt ms": computed - begin,
    "efter filter kommun ms": median(times.slice(0, filters.length)),
    "efter filter slag av part ms": median(times.slice(filters.length)),
    "minne MB": memory / 2 ** 20,
    "största tabell MB": bytes / 2 ** 20,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
