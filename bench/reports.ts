/**
 * All sections over 1 000, 10 000 and 100 000 answers of the five questionnaires: loading and computing from a closed
 * database, after a change of filter, the memory of the process, the largest table, and each section by itself. Each
 * size runs in a process of its own. Times are of the processor, garbage collection in other threads included, so that
 * a busy machine changes them less than the clock.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileReport, type ReportFilter } from "../reports/report.ts";
import { sections } from "../reports/sections/index.ts";
import { loadDataset } from "../server/analysis/load-dataset.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { openStore } from "../server/store/open.ts";
import { databaseIn, fill, STUDY } from "./report-data.ts";
import { printMachine, printTable } from "./table.ts";

/** With 345 answers a municipality. */
const SIZES = [{ municipalities: 3 }, { municipalities: 29 }, { municipalities: 290 }];

interface Measured {
  readonly whole: Readonly<Record<string, number>>;
  readonly bySection: Readonly<Record<string, SectionTimes>>;
}

interface SectionTimes {
  readonly cold: number;
  readonly filtered: number;
  /** JSON of the section in MB. */
  readonly size: number;
}

const NONE: ReportFilter = { municipalities: [], parties: [] };

const [command, folder] = process.argv.slice(2);
if (command === "measure" && folder !== undefined) console.log(JSON.stringify(await measure(folder)));
else await runAll();

async function runAll(): Promise<void> {
  printMachine();
  const rows: Record<string, string | number>[] = [];
  const found = new Map<number, Measured>();
  for (const { municipalities } of SIZES) {
    const place = mkdtempSync(join(tmpdir(), "behovskartan-reports-"));
    const begin = performance.now();
    const n = await fill(place, municipalities);
    const filled = (performance.now() - begin) / 1000;
    const output = execFileSync(process.execPath, [import.meta.filename, "measure", place], {
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "production" },
    });
    const measured = JSON.parse(output) as Measured;
    found.set(n, measured);
    rows.push({ svar: n, kommuner: municipalities, "lägga in s": filled, ...measured.whole });
    rmSync(place, { recursive: true, force: true });
  }
  printTable("Alla avsnitt över alla svar", rows);
  const sizes = [...found];
  printTable(
    "Varje avsnitt för sig, millisekunder av processorn",
    sections.map(({ id }) => ({
      avsnitt: id,
      ...Object.fromEntries(sizes.map(([n, { bySection }]) => [`${n} svar`, bySection[id]?.cold ?? NaN])),
      "efter filter": sizes.at(-1)?.[1].bySection[id]?.filtered ?? NaN,
      "JSON MB": sizes.at(-1)?.[1].bySection[id]?.size ?? NaN,
    })),
  );
}

async function measure(place: string): Promise<Measured> {
  const solver = await loadSolver();
  const store = await openStore({ file: databaseIn(place) });
  const fail = (section: string, error: unknown): never => {
    throw new Error(`${section} failed`, { cause: error });
  };
  const began = process.cpuUsage();
  const data = await loadDataset(store, STUDY);
  const loading = millisecondsSince(began);
  const bySection: Record<string, SectionTimes> = {};
  const timed = <T>(work: () => T): [T, number] => {
    const start = process.cpuUsage();
    const result = work();
    return [result, millisecondsSince(start)];
  };
  const one = { municipalities: data.study.municipalities.slice(0, 1), parties: [] };
  let largest = 0;
  let computing = 0;
  for (const section of sections) {
    const [report, cold] = timed(() => compileReport([section], data, NONE, { solver }, fail));
    computing += cold;
    const [, filtered] = timed(() => compileReport([section], data, one, { solver }, fail));
    const tables = report.sections.flatMap((each) => each.tables.map((table) => JSON.stringify(table).length));
    largest = Math.max(largest, ...tables);
    bySection[section.id] = { cold, filtered, size: tables.reduce((sum, size) => sum + size, 0) / 2 ** 20 };
  }
  const filters = data.study.municipalities.slice(0, 5).map((code) => ({ municipalities: [code], parties: [] }));
  const byKind = ["social_services", "primary_care"].map((kind) => ({ municipalities: [], parties: [kind] }));
  const times = [...filters, ...byKind].map(
    (filter) => timed(() => compileReport(sections, data, filter, { solver }, fail))[1],
  );
  const memory = process.memoryUsage.rss();
  await store.close();
  return {
    whole: {
      "läsa in ms": loading,
      "räkna ms": computing,
      "kallt i allt ms": loading + computing,
      "efter filter kommun ms": median(times.slice(0, filters.length)),
      "efter filter slag av part ms": median(times.slice(filters.length)),
      "minne MB": memory / 2 ** 20,
      "största tabell MB": largest / 2 ** 20,
    },
    bySection,
  };
}

function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
