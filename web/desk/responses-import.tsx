import type { ReactElement } from "react";
import { importResponses } from "./api.ts";
import { CsvImport } from "./csv-import.tsx";

/** Answers that were collected elsewhere, read in from a file. */
export function ResponsesImport({ study, onDone }: { study: string; onDone: () => void }): ReactElement {
  return (
    <>
      <h2>Läs in svar från en fil</h2>
      <p>
        Har ni samlat in svar på annat sätt? Läs in dem som CSV med samma kolumner som filen ovan. Är något fel i filen
        läses ingenting in, och du får veta rad och kolumn.
      </p>
      <CsvImport
        button="Läs in svaren"
        done="Svaren är inlästa."
        send={(file) => importResponses(study, file)}
        onDone={onDone}
      />
    </>
  );
}
