import type { ReactElement } from "react";
import type { DocumentSection } from "../../reports/publication/publication.ts";
import { fileAddress, type Reading } from "./view.ts";

type File = readonly [file: string, kind: string];

function Line({ reading, title, files }: { reading: Reading; title: string; files: readonly File[] }): ReactElement {
  return (
    <li>
      <span>{title}</span>
      {files.map(([file, kind]) => (
        <a key={file} href={fileAddress(reading, file)} download>
          {kind}
          <span className="visually-hidden">: {title}</span>
        </a>
      ))}
    </li>
  );
}

/** Charts and tables of one finding as files. */
export function Downloads({ section, reading }: { section: DocumentSection; reading: Reading }): ReactElement {
  const { id: folder, charts, tables } = section;
  return (
    <ul className="downloads">
      {charts.map(({ id, title }) => (
        <Line
          key={`diagram-${id}`}
          reading={reading}
          title={`Diagram: ${title}`}
          files={[
            [`${folder}/${id}.svg`, "SVG"],
            [`${folder}/${id}.png`, "PNG"],
          ]}
        />
      ))}
      {tables.map(({ id, title }) => (
        <Line
          key={`tabell-${id}`}
          reading={reading}
          title={`Tabell: ${title}`}
          files={[
            [`${folder}/${id}.csv`, "CSV"],
            [`${folder}/${id}.xlsx`, "Excel"],
          ]}
        />
      ))}
    </ul>
  );
}

const WHOLE: readonly File[] = [
  ["report.pdf", "PDF, att läsa och skriva ut"],
  ["report.docx", "Word, att arbeta vidare i"],
  ["report.xlsx", "Excel, alla tabeller"],
  ["report.html", "Webbsida, en enda fil"],
  ["report.zip", "Datapaket med tabeller och beskrivningar"],
];

/** The whole report as files. */
export function WholeDownloads({ reading }: { reading: Reading }): ReactElement {
  return (
    <details className="tool">
      <summary>Ladda ner rapporten</summary>
      <ul className="tool-list">
        {WHOLE.map(([file, kind]) => (
          <li key={file}>
            <a href={fileAddress(reading, file)} download>
              {kind}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
