/**
 * Everything that a publication is made from, in one file for the investigator: it holds the answers and the figures that
 * the publication hides, and is never shown to anybody else. A zip with `arkiv.json`, the publication and what it is.
 */
import { strFromU8, strToU8, zipSync } from "fflate";
import type { ProtectionMemory } from "../../reports/protection/memory.ts";
import type { PublicationPlan } from "../../survey-definitions/wire.ts";
import type { DatasetJson } from "./dataset-json.ts";

export const ARCHIVE_FORMAT = "behovskartan-archive/1";

export interface PublicationArchive {
  readonly format: typeof ARCHIVE_FORMAT;
  readonly dataset: DatasetJson;
  /** Random, hexadecimal. */
  readonly salt: string;
  readonly plan: PublicationPlan;
  readonly settings: { readonly threshold: number; readonly freeTexts: boolean };
  readonly frame: { readonly date: string; readonly number: number; readonly program: string };
  /** Of all publications of the study before, in order. */
  readonly earlier: readonly ProtectionMemory[];
  /** The publication before, as it was frozen. */
  readonly previous?: unknown;
}

/** Names in the zip. */
const ARCHIVE_FILE = "arkiv.json";
const PUBLICATION_FILE = "publicering.json";
const ABOUT_FILE = "LAS-MIG.txt";

const ABOUT = `Arkiv till en publicerad rapport från Behovskartan.

Här finns svaren och alla siffror som rapporten bygger på, även de små tal som rapporten döljer.
Ge inte arkivet till någon annan. Kontrollera rapporten mot det med:

  npx behovskartan verify FIL

${ARCHIVE_FILE}        svaren, befolkningstalen, förslagen, texterna och inställningarna
${PUBLICATION_FILE}  rapporten, exakt som den publicerades
`;

/** The same content gives the same bytes. */
export const zipArchive = (archive: Uint8Array, publication: Uint8Array): Uint8Array =>
  zipSync(
    { [ABOUT_FILE]: strToU8(ABOUT), [ARCHIVE_FILE]: archive, [PUBLICATION_FILE]: publication },
    { level: 6, mtime: new Date(1980, 0, 1) },
  );

/** The two texts of an archive, from the files of a zip; undefined when it is not one. */
export function unzipArchive(
  files: Readonly<Record<string, Uint8Array>>,
): { readonly archive: string; readonly publication: string } | undefined {
  const [archive, publication] = [files[ARCHIVE_FILE], files[PUBLICATION_FILE]];
  if (archive === undefined || publication === undefined) return undefined;
  return { archive: strFromU8(archive), publication: strFromU8(publication) };
}
