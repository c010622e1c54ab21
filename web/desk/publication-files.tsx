import type { ReactElement } from "react";
import { publicationFile, type PublicationFile } from "./publication-api.ts";

interface FileWords {
  readonly file: PublicationFile;
  readonly name: string;
  readonly what: string;
}

const FILES: readonly FileWords[] = [
  { file: "report.docx", name: "Word", what: "Att redigera och lägga i ett tjänsteutlåtande" },
  { file: "report.pdf", name: "PDF", what: "Att skriva ut och skicka" },
  { file: "report.xlsx", name: "Excel", what: "Alla tabeller" },
  { file: "report.html", name: "Webbsida", what: "Hela rapporten i en fil, utan internet" },
  { file: "report.zip", name: "Datapaket", what: "Tabeller, beskrivningar och formulär för den som vill räkna vidare" },
];

/** The publication as files, and the archive that proves it. */
export function PublicationFiles({ study, publication }: { study: string; publication: string }): ReactElement {
  return (
    <section aria-labelledby="publication-files">
      <h2 id="publication-files">Filer</h2>
      <p>De har samma siffror, diagram och texter som sidan, och samma skydd.</p>
      <ul className="file-list">
        {FILES.map(({ file, name, what }) => (
          <li key={file}>
            <a className="row-link" href={publicationFile(study, publication, file)} download>
              {name}
            </a>
            <span className="soft">{what}</span>
          </li>
        ))}
      </ul>
      <h3>Arkivfil</h3>
      <p>
        Allt som behövs för att räkna fram publiceringen igen: <strong>också de oskyddade svaren</strong>. Den är till
        för dig och för arkivet. Lämna den inte vidare. Kommandot <code>verify</code> räknar om och jämför.
      </p>
      <a className="button button-quiet" href={publicationFile(study, publication, "archive")} download>
        Hämta arkivfilen
      </a>
    </section>
  );
}
