/** Whether a file of a publication is what it says: everything that can be made again is made again and compared. */
import { strFromU8, unzipSync } from "fflate";
import type { Publication } from "../../reports/publication/publication.ts";
import { placesOf } from "../../reports/publication/places.ts";
import { PublicationFormatError, readPublication } from "../../reports/publication/read-publication.ts";
import { sectionOf } from "../../reports/report.ts";
import { sections as allSections } from "../../reports/sections/index.ts";
import type { LpSolver } from "../../reports/stats/lp.ts";
import { renderPackage } from "../export/package/render-package.ts";
import { PROGRAM } from "../program.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { ARCHIVE_FORMAT, type PublicationArchive, unzipArchive } from "./archive.ts";
import { tellDifferences } from "./differences.ts";
import { datasetHash, makePublication, sha256 } from "./make-publication.ts";
import { PublicationRefused } from "./refused.ts";

export interface Verification {
  readonly kind: "archive" | "package" | "publication";
  /** Content address of the publication in the file. */
  readonly sha256: string;
  readonly publication: Pick<Publication, "title" | "number" | "date" | "basis">;
  /** What was made again and is the same. */
  readonly same: readonly string[];
  /** What is not as it should be; nothing when the file is whole. */
  readonly differences: readonly string[];
}

/** The file is none of those that can be verified; the message is Swedish. */
export class NotVerifiable extends Error {}

/** @throws {NotVerifiable} */
export async function verifyFile(bytes: Uint8Array, solver: LpSolver): Promise<Verification> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return verifyPublication(strFromU8(bytes));
  const files = unzip(bytes);
  const archive = unzipArchive(files);
  return archive === undefined ? await verifyPackage(files) : verifyArchive(archive, solver);
}

function unzip(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes);
  } catch {
    throw new NotVerifiable("Filen är en skadad zip-fil.");
  }
}

/** The archive is the only file from which the figures themselves can be made again. */
function verifyArchive(
  { archive: archiveText, publication: text }: { readonly archive: string; readonly publication: string },
  solver: LpSolver,
): Verification {
  const whole = verifyPublication(text);
  const archive = parse(archiveText) as PublicationArchive;
  if (archive.format !== ARCHIVE_FORMAT)
    throw new NotVerifiable("Arkivet har en form som programmet inte känner till.");
  const differences: string[] = [];
  if (datasetHash(archive) !== whole.publication.basis.dataset) {
    differences.push("Svaren i arkivet är inte de som rapporten säger sig bygga på: kontrollsumman skiljer sig.");
  }
  try {
    const made = makePublication(archive, { solver, onFailure: () => undefined });
    if (made.json !== text) differences.push(...tellDifferences(JSON.parse(text), JSON.parse(made.json)));
    if (made.json !== text && differences.length === 0) differences.push("Tecknen skiljer sig, men inte innehållet.");
  } catch (error) {
    if (!(error instanceof PublicationRefused)) throw error;
    differences.push(error.message);
  }
  const same = differences.length === 0 ? ["Rapporten är framräknad på nytt ur arkivet: byte-identisk."] : [];
  return {
    ...whole,
    kind: "archive",
    same: [...same, ...whole.same],
    differences: [...differences, ...whole.differences],
  };
}

/** Of the publication alone: its form, its sentences, and what is told of each municipality. */
function verifyPublication(text: string): Verification {
  const json = parse(text);
  const publication = read(json);
  const differences: string[] = [];
  if (canonicalJson(json) !== text) differences.push("Filen är inte skriven som den frystes (JSON enligt RFC 8785).");
  const again = {
    ...(json as object),
    sections: publication.sections.map((shown) => {
      const section = allSections.find(({ id }) => id === shown.id);
      if (section === undefined || shown.status !== "ok") return shown;
      const tables = Object.fromEntries(shown.tables.map((table) => [table.id, table]));
      return { ...sectionOf(section, tables), before: shown.before, after: shown.after };
    }),
    places: placesOf(publication.sections, publication.study.municipalities),
  };
  differences.push(...tellDifferences(json, JSON.parse(canonicalJson(again))));
  const same =
    differences.length === 0 ? ["Meningar, diagramtexter och kommunernas delar är gjorda på nytt: lika."] : [];
  return { kind: "publication", sha256: sha256(text), publication, same, differences };
}

const SUMS = "sha256sums.txt";
const PUBLICATION = "publication.json";

/** Of the data package: every check sum, and each table and drawing made again from the publication in it. */
async function verifyPackage(files: Readonly<Record<string, Uint8Array>>): Promise<Verification> {
  const [sums, text] = [files[SUMS], files[PUBLICATION]];
  if (sums === undefined || text === undefined) {
    throw new NotVerifiable("Zip-filen är varken ett arkiv eller ett datapaket från en publicerad rapport.");
  }
  const whole = verifyPublication(strFromU8(text));
  const differences = [...checkSums(files, strFromU8(sums)), ...whole.differences];
  const publication = read(parse(strFromU8(text)));
  const known = new Set(publication.definitions.map((definition) => definition.sha256));
  const again = await rendered(publication);
  let compared = 0;
  for (const [path, bytes] of Object.entries(files)) {
    if (path.startsWith("questionnaires/") && !known.has(sha256(bytes))) {
      differences.push(`${path} är inte ett av formulären som rapporten bygger på.`);
    }
    if (!/^(data|charts)\/|^(publication|protection)\.json$/.test(path)) continue;
    compared++;
    const made = again[path];
    if (made === undefined) differences.push(`${path} hör inte till rapporten.`);
    else if (!Buffer.from(made).equals(bytes)) differences.push(`${path} blir inte likadan när den görs om.`);
  }
  const same =
    differences.length === 0
      ? [
          `${Object.keys(files).length - 1} kontrollsummor stämmer.`,
          `${compared} filer är gjorda på nytt: byte-identiska.`,
        ]
      : [];
  return { ...whole, kind: "package", same: [...same, ...whole.same], differences };
}

/** Lines as `sha256sum` writes them. */
function checkSums(files: Readonly<Record<string, Uint8Array>>, text: string): readonly string[] {
  const listed = new Map(
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const missing = [...listed.keys()].filter((path) => files[path] === undefined).map((path) => `${path} saknas.`);
  const wrong = Object.entries(files).flatMap(([path, bytes]) => {
    if (path === SUMS) return [];
    const sum = listed.get(path);
    if (sum === undefined) return [`${path} står inte i ${SUMS}.`];
    return sum === sha256(bytes) ? [] : [`${path} är ändrad: kontrollsumman stämmer inte.`];
  });
  return [...missing, ...wrong];
}

/** The questionnaires are in the package by their own right: what is compared does not depend on them. */
async function rendered(publication: Publication): Promise<Readonly<Record<string, Uint8Array>>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of renderPackage(publication, { questionnaires: [] })) chunks.push(chunk);
  return unzipSync(Buffer.concat(chunks));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotVerifiable("Filen är varken ett arkiv, ett datapaket eller en publicerad rapport.");
  }
}

function read(json: unknown): Publication {
  try {
    return readPublication(json);
  } catch (error) {
    if (error instanceof PublicationFormatError) throw new NotVerifiable(error.message);
    throw error;
  }
}

/** Said beside differences when another version of the program made the file. */
export function sayProgram({ publication }: Verification): string | undefined {
  const { program } = publication.basis;
  return program === PROGRAM ? undefined : `Rapporten är gjord med ${program}; det här är ${PROGRAM}.`;
}
