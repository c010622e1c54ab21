/** README.txt: what the files are and how they are read, for somebody who has only the package. */
import { MISSING_LABELS, MISSING_REASONS } from "../../../survey-definitions/codes.ts";
import type { PackedFile } from "./zip-files.ts";

export interface ReadmeText {
  readonly title: string;
  /** Paragraphs before the list of files. */
  readonly about: readonly string[];
  readonly files: readonly (readonly [path: string, what: string])[];
  /** Paragraphs after it. */
  readonly notes: readonly string[];
}

export const readme = ({ title, about, files, notes }: ReadmeText): PackedFile => ({
  path: "README.txt",
  content: () => {
    const width = Math.max(...files.map(([path]) => path.length)) + 2;
    return [
      title,
      "=".repeat([...title].length),
      "",
      ...about.flatMap((paragraph) => [paragraph, ""]),
      "Filerna",
      "-------",
      ...files.map(([path, what]) => `${path.padEnd(width)}${what}`),
      "",
      ...notes.flatMap((paragraph) => [paragraph, ""]),
    ].join("\n");
  },
});

/** How every CSV file of a package is written. */
export const CSV_NOTES = [
  "CSV-filerna är skrivna enligt RFC 4180: UTF-8 utan BOM, komma mellan fälten, decimalpunkt, koder i stället för etiketter. Etiketterna står i datapackage.json.",
  "En text som börjar som en formel (=, +, -, @ eller tabb) har en apostrof framför sig, så att inget kalkylprogram kör den. Ta bort en apostrof för att få texten som den var. Tal rörs aldrig.",
] as const;

export const missingNote = (): string =>
  [
    "När ett värde saknas står skälet i cellen:",
    ...MISSING_REASONS.map((reason) => `  ${`!${reason}`.padEnd(18)}${MISSING_LABELS[reason]}`),
  ].join("\n");

export const HASH_NOTE =
  "Kontrollera att inget är ändrat: sha256sum -c sha256sums.txt (i Windows: Get-FileHash). En enda ändrad bokstav syns.";
