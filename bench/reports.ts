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
import { createReader } from "../server/analysis/read-responses.ts";
import { loadDataset } from "../server/analysis/load-dataset.ts";
import { projectPending } from "../server/analysis/project.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { openStore } from "../server/store/open.ts";
import type { NewRevision, Store } from "../server/store/store.ts";
import { readReference } from "../server/study/reference.ts";
import { arrangeAnswers } from "../survey-definitions/arrange.ts";
import type { Variable } from "../survey-definitions/dictionary.ts";
import { expandDictionary } from "../survey-definitions/expand.ts";
import { definitionOf } from "../survey-definitions/instruments.ts";
import { assignmentsOf, parseStudy } from "../survey-definitions/parse-study.ts";
import type { Study } from "../survey-definitions/study.ts";
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

/**
 * The sixty variables of the answers. The overlaps between parties are left out: no municipality has hundreds of parties,
 * and their bounds have a benchmark of their own in docs/methods.md.
 */
function variablesOf(study: Study): readonly Variable[] {
  const dictionary = definitionOf("party", 1)?.dictionary ?? {};
  const place = {
    study: { ...study, parties: [] },
    municipality: "0114",
    party: undefined,
    municipalityNames: new Map(),
  };
  const asked = new Set(Object.keys(sixtyAnswers(0)));
  return expandDictionary(dictionary, place).filter(({ base }) => asked.has(base));
}

async function readerFor(store: Store) {
  const variables = variablesOf((await store.findStudy("bench"))?.study ?? never("no study"));
  return { variables, reader: createReader(store, () => variables) };
}

function never(why: string): never {
  throw new Error(why);
}

/** Stores the answers as an import would and brings the analysis form up to date. */
async function fill(place: string, responses: number, municipalityCount: number): Promise<void> {
  const store = await openStore({ file: join(place, "bench.db") });
  const reference = await readReference();
  const municipalities = [...reference.municipalityNames.keys()].slice(0, municipalityCount);
  const file = { ...benchStudy(municipalities, responses / municipalityCount), interventions: INTERVENTIONS };
  const at = "2026-10-01T12:00:00.000Z";
  const parsed = parseStudy(file, reference);
  const study = "study" in parsed ? parsed.study : never(parsed.problems[0]?.message ?? "");
  const fielded = {
    study: study.id,
    instrument: "party",
    version: 1,
    municipality: "",
    sha256: "0",
    json: "{}",
  } as const;
  await store.releaseDefinition({ instrument: "party", version: 1, sha256: "0", json: "{}", releasedAt: at });
  const definitions = municipalities.map((municipality) => ({ ...fielded, municipality }));
  await store.createStudy(study, assignmentsOf(study), definitions, at);
  const { variables, reader } = await readerFor(store);
  const ids = new Map((await store.listFielded(study.id)).map((row) => [row.municipality, row.id]));
  const cells = await store.coverage(study.id);
  for (let from = 0; from < cells.length; from += 1000) {
    const batch = cells.slice(from, from + 1000).map((cell, index): Omit<NewRevision, "baseRevision"> => {
      const answers = arrangeAnswers(variables, sixtyAnswers(from + index));
      return {
        assignment: Number(cell.assignment),
        kind: "submitted",
        fielded: ids.get(cell.municipality ?? "") ?? 0,
        answers,
        shown: [...new Set(variables.map(({ path }) => path[0] ?? ""))],
        role: "import",
        savedAt: at,
      };
    });
    await store.importRevisions(batch);
  }
  while ((await projectPending(store, reader)) > 0);
  await store.close();
}

async function measure(place: string): Promise<Record<string, number>> {
  const solver = await loadSolver();
  const store = await openStore({ file: join(place, "bench.db") });
  const { reader, variables } = await readerFor(store);
  const none: ReportFilter = { municipalities: [], parties: [] };
  const fail = (section: string, error: unknown): never => {
    throw new Error(`${section} failed`, { cause: error });
  };
  const begin = performance.now();
  const data = await loadDataset(store, "bench", undefined, { reader });
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
    variabler: variables.length,
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
