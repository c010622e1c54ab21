/**
 * Memory and time of the files that can be large: a workbook and CSV of 100 000 rows with 60 columns whose rows are made
 * as they are written, and the answers of twelve municipalities out of a database. Each in a process of its own, whose
 * greatest resident size is the operating system's own figure; beside it what an empty program of the same kind takes.
 * Seconds are of the processor, so that a busy machine changes them less than the clock.
 */
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvRecords } from "../server/export/csv.ts";
import { responsesPackage } from "../server/export/package/responses-package.ts";
import { responsesCsv } from "../server/export/responses.ts";
import { renderWorkbook } from "../server/export/workbook.ts";
import { openStore } from "../server/store/open.ts";
import { Questionnaires } from "../server/study/questionnaires.ts";
import { readReference } from "../server/study/reference.ts";
import { largeDocument, largeTable } from "./large-table.ts";
import { databaseIn, fill, STUDY } from "./report-data.ts";
import { printMachine, printTable } from "./table.ts";

/** With 23 parties each: answers have columns for every other party, so a row grows with the study. */
const MUNICIPALITIES = 12;

type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

const WAYS: Readonly<Record<string, string>> = {
  "an empty process": "nothing",
  "Excel, 100 000 × 60": "xlsx",
  "CSV (RFC 4180), 100 000 × 60": "csv",
  "CSV för Excel, 100 000 × 60": "excel",
  "responses, CSV": "responses",
  "responses, data package": "package",
};

const [command, way, place] = process.argv.slice(2);
if (command === "measure" && way !== undefined && place !== undefined)
  console.log(JSON.stringify(await measure(way, place)));
else await runAll();

async function runAll(): Promise<void> {
  printMachine();
  const folder = mkdtempSync(join(tmpdir(), "behovskartan-exports-"));
  const n = await fill(folder, MUNICIPALITIES);
  const rows = Object.entries(WAYS).map(([what, way]) => {
    const output = execFileSync(process.execPath, [import.meta.filename, "measure", way, folder], { encoding: "utf8" });
    return { what, ...(JSON.parse(output) as Record<string, number>) };
  });
  rmSync(folder, { recursive: true });
  printTable(`Files, with ${n} responses`, rows);
}

async function measure(way: string, folder: string): Promise<Record<string, number>> {
  const file = join(folder, "out");
  const out = openSync(file, "w");
  for await (const chunk of await chunksOf(way, folder))
    writeSync(out, typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  closeSync(out);
  const { user, system } = process.cpuUsage();
  return {
    "processor, s": (user + system) / 1e6,
    "file, MB": statSync(file).size / 1e6,
    "memory, MB": process.resourceUsage().maxRSS / 1024,
  };
}

async function chunksOf(way: string, folder: string): Promise<Chunks> {
  if (way === "nothing") return [];
  if (way === "xlsx") return renderWorkbook(largeDocument);
  if (way === "csv" || way === "excel") return csvRecords(largeTable, { excel: way === "excel" });
  const store = await openStore({ file: databaseIn(folder) });
  const found = await store.findStudy(STUDY);
  if (found === undefined) throw new Error("no study");
  const questionnaires = new Questionnaires(store, (await readReference()).municipalityNames);
  if (way === "package") return responsesPackage(store, questionnaires, found.study, "2026-11-22");
  return responsesCsv(store, questionnaires, found.study);
}
