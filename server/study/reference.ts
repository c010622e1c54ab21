/** The tables that come with the program (data/reference): what a study has when its file says nothing else. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { type Category, PARTY_KINDS, STEPS } from "../../survey-definitions/codes.ts";
import { readCases } from "../../survey-definitions/read-cases.ts";
import { StudyReader } from "../../survey-definitions/study-reader.ts";
import type { Case, Norm } from "../../survey-definitions/study.ts";
import { projectRoot } from "../root.ts";

export interface Reference {
  /** Names by SCB's four-digit code, the whole country. */
  readonly municipalityNames: ReadonlyMap<string, string>;
  readonly interventions: readonly Category[];
  readonly norms: readonly Norm[];
  readonly cases: readonly Case[];
}

export async function readReference(folder: string = join(projectRoot, "data/reference")): Promise<Reference> {
  const [municipalities, interventions, norms] = await Promise.all(
    ["municipalities.csv", "interventions.csv", "norms.csv"].map((file) => readTable(join(folder, file))),
  );
  const cases = readShippedCases(await readFile(join(folder, "cases.json"), "utf8"));
  return {
    municipalityNames: new Map(municipalities?.map((row) => [row.code ?? "", row.name ?? ""])),
    interventions: interventions?.map((row) => ({ code: row.code ?? "", label: row.label ?? "" })) ?? [],
    norms: norms?.map(readNorm) ?? [],
    cases,
  };
}

type TableRow = Readonly<Record<string, string | undefined>>;

async function readTable(file: string): Promise<readonly TableRow[]> {
  const text = await readFile(file, "utf8");
  const { data, errors } = Papa.parse<TableRow>(text, { header: true, skipEmptyLines: true, comments: "#" });
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message} (row ${errors[0].row})`);
  return data;
}

/** Held to the same as the cases of a study file. */
function readShippedCases(text: string): readonly Case[] {
  const reader = new StudyReader();
  const cases = readCases(reader, JSON.parse(text));
  const [wrong] = reader.problems;
  if (wrong !== undefined) throw new Error(`data/reference/cases.json: ${wrong.message}`);
  return cases;
}

function readNorm(row: TableRow): Norm {
  const step = STEPS.find(({ code }) => code === row.step)?.code;
  const kind = PARTY_KINDS.find(({ code }) => code === row.party_kind)?.code;
  const days = Number(row.days);
  if (step === undefined || (row.party_kind && kind === undefined) || !Number.isInteger(days)) {
    throw new Error(`data/reference/norms.csv holds a line that is no norm: ${JSON.stringify(row)}`);
  }
  return {
    step,
    ...(kind === undefined ? {} : { party_kind: kind }),
    days,
    source: row.source ?? "",
    valid_from: row.valid_from ?? "",
  };
}
