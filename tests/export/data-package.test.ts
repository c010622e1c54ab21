import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Publication } from "../../reports/publication/publication.ts";
import { readPublication } from "../../reports/publication/read-publication.ts";
import { workingCopy } from "../../reports/publication/working-copy.ts";
import { compileReport } from "../../reports/report.ts";
import { sections } from "../../reports/sections/index.ts";
import type { Table, TableCell } from "../../reports/section.ts";
import { loadDataset } from "../../server/analysis/load-dataset.ts";
import { EXAMPLE_ID } from "../../server/example/study.ts";
import { contentAddress, frozenBytes } from "../../server/export/content-address.ts";
import { packageExtras, type PackageExtras } from "../../server/export/package/extras.ts";
import { renderPackage } from "../../server/export/package/render-package.ts";
import { responsesPackage } from "../../server/export/package/responses-package.ts";
import { responsesCsv } from "../../server/export/responses.ts";
import { loadSolver } from "../../server/highs-solver.ts";
import { importResponses } from "../../server/import/import-responses.ts";
import { importStatistics } from "../../server/import/import-statistics.ts";
import { openStore } from "../../server/store/open.ts";
import type { Store } from "../../server/store/store.ts";
import { createExample } from "../../server/study/create-example.ts";
import { createStudy } from "../../server/study/create-study.ts";
import { Questionnaires } from "../../server/study/questionnaires.ts";
import { readReference, type Reference } from "../../server/study/reference.ts";
import { unguardFormula } from "../../survey-definitions/formula-guard.ts";
import { smallPublication } from "../fixtures/small-documents.ts";
import { codebookProblems } from "./check-codebook.ts";
import { packageProblems } from "./check-data-package.ts";

const DATE = "2026-11-22";
type Files = Record<string, Uint8Array>;

let folder: string;
let store: Store;
let reference: Reference;
let questionnaires: Questionnaires;
let extras: PackageExtras;
let publication: Publication;
let files: Files;

const textOf = (of: Files, path: string): string => new TextDecoder().decode(of[path]);
const sha256 = (bytes: Uint8Array | undefined): string =>
  createHash("sha256")
    .update(bytes ?? "")
    .digest("hex");

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function textOfAll(pieces: AsyncIterable<string>): Promise<string> {
  let whole = "";
  for await (const piece of pieces) whole += piece;
  return whole;
}

const open = async (chunks: AsyncIterable<Uint8Array>): Promise<Files> =>
  unzipSync(new Uint8Array(await bytesOf(chunks)));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "data-package-"));
  store = await openStore({ file: join(folder, "example.db") });
  reference = await readReference();
  questionnaires = new Questionnaires(store, reference.municipalityNames);
  const now = () => new Date(`${DATE}T12:00:00.000Z`);
  await createExample({ store, reference, questionnaires, config: { publicUrl: "" }, now });
  extras = await packageExtras(store, questionnaires, { id: EXAMPLE_ID });
  const data = await loadDataset(store, EXAMPLE_ID);
  const filter = { municipalities: [], parties: [] };
  const report = compileReport(sections, data, filter, { solver: await loadSolver() }, (section, cause) => {
    throw new Error(section, { cause });
  });
  const { protection, basis } = smallPublication;
  const document = {
    ...workingCopy(report, DATE),
    kind: "publication",
    format: 1,
    number: 2,
    protection,
    places: {},
    basis,
  };
  publication = readPublication(JSON.parse(JSON.stringify(document)));
  files = await open(renderPackage(publication, extras));
}, 120_000);

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describe("the data package of a publication", () => {
  test("follows Data Package 2.0, and every file is what its description says", () => {
    expect(packageProblems(files)).toEqual([]);
  });

  test("has a code book that follows DDI-Codebook 2.5", () => {
    const xml = textOf(files, "ddi-codebook-2.5.xml");
    expect(codebookProblems(xml)).toEqual([]);
    // Question n_known of the party questionnaire, as it is written in survey-definitions/party/v1/survey.json.
    expect(xml).toMatch(/<var ID="V-party-v1-n_known" name="n_known"[\s\S]*?<qstnLit>[^<]*\?/);
    const variables = xml.match(/<var [\s\S]*?<\/var>/g) ?? [];
    expect(variables.length).toBeGreaterThan(900);
    expect(variables.filter((each) => !/^<var [^>]*>\s*<labl>[^<]+</.test(each))).toEqual([]);
    expect(xml).toContain('<universe clusion="I">16–25 år.');
    expect(xml).toContain("<geogCover>Åmål (kommunkod 1492)</geogCover>");
    expect(xml).toMatch(/<respRate>Parternas formulär: svar från 15 av 18 tillfrågade \(83\u00a0%\)/);
  });

  test("every table reads back to the published values", () => {
    let cells = 0;
    for (const { id, tables } of publication.sections) {
      for (const table of tables) {
        const { data } = Papa.parse<Record<string, string>>(textOf(files, `data/${id}-${table.id}.csv`), {
          header: true,
          skipEmptyLines: table.columns.length > 1,
        });
        expect(data.length, `${id}/${table.id}`).toBe(table.rows.length);
        data.forEach((row, i) => {
          for (const { key } of table.columns) {
            expect(readBack(row[key] ?? "", table, key, i)).toEqual(table.rows[i]?.[key] ?? "");
            cells++;
          }
        });
      }
    }
    expect(cells).toBeGreaterThan(10_000);
  });

  test("holds the publication byte for byte, and is named after it", () => {
    expect(Buffer.compare(files["publication.json"] ?? new Uint8Array(), frozenBytes(publication))).toBe(0);
    const { id } = JSON.parse(textOf(files, "datapackage.json")) as { id: string };
    expect(id).toBe(`hash://sha256/${sha256(files["publication.json"])}`);
    expect(textOf(files, "README.txt")).toContain(contentAddress(publication));
  });

  test("holds every questionnaire byte for byte: the publication names the same hashes", () => {
    const hashes = Object.keys(files)
      .filter((path) => path.startsWith("questionnaires/"))
      .map((path) => sha256(files[path]));
    expect(hashes.sort()).toEqual(publication.definitions.map((definition) => definition.sha256).sort());
  });

  test("has a right checksum for every other file", () => {
    const lines = textOf(files, "sha256sums.txt").trimEnd().split("\n");
    const told = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
    expect([...told.keys(), "sha256sums.txt"].sort()).toEqual(Object.keys(files).sort());
    for (const [path, hash] of told) expect(sha256(files[path]), path).toBe(hash);
  });

  test("has every chart as a drawing with a title for those who cannot see it", () => {
    for (const { id, charts } of publication.sections) {
      for (const chart of charts) {
        const svg = textOf(files, `charts/${id}-${chart.id}.svg`);
        expect(svg, `${id}/${chart.id}`).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
        expect(svg, `${id}/${chart.id}`).toMatch(/aria-label="[^"]+".*<desc>[^<]+</);
      }
    }
  });

  test("says how it is protected, why the crosswalk is empty, and which variables count people", () => {
    expect(JSON.parse(textOf(files, "protection.json"))).toEqual(publication.protection);
    expect(textOf(files, "crosswalks/crosswalk.csv").trimEnd().split("\r\n")).toHaveLength(1);
    expect(textOf(files, "crosswalks/LAS-MIG.txt")).toContain("en enda version");
    const { data } = Papa.parse<Record<string, string>>(textOf(files, "dictionary.csv"), { header: true });
    const known = data.find(({ instrument, variable }) => instrument === "party" && variable === "n_known");
    expect(known).toMatchObject({ persons: "true", kind: "number", unit: "personer" });
    expect(known?.["study_questions"]?.split("|")).toContain("S0.1");
  });

  test("has no answers in it", () => {
    const known =
      /^(data|charts|questionnaires|crosswalks)\/|^(README|sha256sums)\.txt$|^dictionary\.csv$|\.(json|xml)$/;
    expect(Object.keys(files).filter((path) => !known.test(path))).toEqual([]);
    expect(textOf(files, "ddi-codebook-2.5.xml")).toContain("Svaren finns inte i paketet");
  });

  test("is the same, byte for byte, the next time", async () => {
    const [first, second] = [renderPackage(publication, extras), renderPackage(publication, extras)];
    expect(Buffer.compare(await bytesOf(first), await bytesOf(second))).toBe(0);
  });
});

/** From the text in the file to the cell of the table, as docs/formats.md says it is read. */
function readBack(text: string, table: Table, key: string, i: number): TableCell {
  const was = table.rows[i]?.[key];
  if (/^![a-z_]+$/.test(text)) return { missing: text.slice(1) } as TableCell;
  if (typeof was === "number") return Number(text);
  if (typeof was === "boolean") return text === "true";
  return text.startsWith("!!") ? text.slice(1) : unguardFormula(text);
}

test("texts that begin like formulas or like missing values come through a package unharmed", async () => {
  const small = await open(renderPackage(smallPublication, { questionnaires: [] }));
  expect(packageProblems(small)).toEqual([]);
  const csv = textOf(small, "data/methods-texts.csv");
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  const table = smallPublication.sections[1]?.tables[0] as Table;
  const { data } = Papa.parse<string[]>(csv);
  expect(data.slice(1, 5).map(([text = ""], i) => readBack(text, table, "text", i))).toEqual(
    table.rows.map(({ text }) => text),
  );
  // "-12.5" is a number below zero: nothing stands before it.
  expect(textOf(small, "data/group-size-counts.csv")).toContain("bup,12345,0.285,-12.5,∞");
});

describe("the investigator's package of answers", () => {
  let own: Files;
  beforeAll(async () => {
    const found = await store.findStudy(EXAMPLE_ID);
    if (found === undefined) throw new Error("no example");
    own = await open(responsesPackage(store, questionnaires, found.study, DATE));
  }, 60_000);

  test("follows Data Package 2.0 and DDI-Codebook 2.5", () => {
    expect(packageProblems(own)).toEqual([]);
    expect(codebookProblems(textOf(own, "ddi-codebook-2.5.xml"))).toEqual([]);
  });

  test("is read back to the same study, the same answers and the same population", async () => {
    const other = await openStore({ file: join(folder, "other.db") });
    const created = await createStudy(other, reference, JSON.parse(textOf(own, "study.json")), `${DATE}T00:00:00.000Z`);
    if (created.status === "invalid") throw new Error(JSON.stringify(created.problems));
    expect(created.study).toEqual((await store.findStudy(EXAMPLE_ID))?.study);
    const again = new Questionnaires(other, reference.municipalityNames);
    const at = `${DATE}T00:00:00.000Z`;
    const statistics = own["statistics.csv"] ?? new Uint8Array();
    if (textOf(own, "statistics.csv").trimEnd().includes("\n")) {
      await importStatistics(other, created.study, statistics, "statistics.csv", at);
      expect((await other.statistics(EXAMPLE_ID))?.rows).toEqual((await store.statistics(EXAMPLE_ID))?.rows);
    }
    const imported = await importResponses(other, again, created.study, own["responses.csv"] ?? statistics, at);
    expect(imported.status === "invalid" ? imported.problems.slice(0, 3) : []).toEqual([]);
    const was = linesOf(textOf(own, "responses.csv"));
    const now = linesOf(await textOfAll(responsesCsv(other, again, created.study)));
    const found = new Set(now);
    expect(was.filter((line) => !found.has(line)).map((line) => line.slice(0, 200))).toEqual([]);
    expect(now).toHaveLength(was.length);
    expect(was.length).toBeGreaterThan(200);
    await other.close();
  }, 60_000);

  /** Every response without its number in the file and the time it came, which an import may coarsen. */
  const linesOf = (csv: string): readonly string[] =>
    Papa.parse<string[]>(csv, { skipEmptyLines: true })
      .data.map(([instrument, version, party, municipality, , , ...cells]) =>
        JSON.stringify([instrument, version, party, municipality, ...cells]),
      )
      .sort();

  test("says that it may not be spread", () => {
    expect(textOf(own, "README.txt")).toContain("FÅR INTE SPRIDAS");
    expect(textOf(own, "ddi-codebook-2.5.xml")).toContain("Bara utredaren");
  });
});

const checker = spawnSync("sha256sum", ["--version"]);
/** Left out where there is no sha256sum: the hashes are checked above as well. */
test.skipIf(checker.status !== 0)("sha256sum finds every file as it was written", () => {
  const place = mkdtempSync(join(tmpdir(), "sums-"));
  try {
    for (const [path, bytes] of Object.entries(files)) {
      writeFileSync(join(place, path.replaceAll("/", "_")), bytes);
    }
    const sums = textOf(files, "sha256sums.txt").replaceAll("/", "_");
    writeFileSync(join(place, "sums"), sums);
    const { status, stdout } = spawnSync("sha256sum", ["-c", "sums"], { cwd: place, encoding: "utf8" });
    expect(status, stdout).toBe(0);
  } finally {
    rmSync(place, { recursive: true });
  }
});
