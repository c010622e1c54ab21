import type { ReactElement, ReactNode } from "react";
import type { DocumentSection, ReportDocument } from "../../reports/publication/publication.ts";
import { Downloads } from "./downloads.tsx";
import { Embeds } from "./embeds.tsx";
import { HowKnown } from "./how-known.tsx";
import { BoardTable } from "./table.tsx";
import type { Term } from "./terms.tsx";
import { tableAddress, type Reading } from "./view.ts";

/** Tables up to this length stand whole under their finding; of longer ones the first rows. */
const ROWS_WHOLE = 40;
const FIRST_ROWS = 20;
/** In a file of its own no page has the rest. */
const ROWS_IN_FILE = 200;

interface Props {
  readonly document: ReportDocument;
  readonly section: DocumentSection;
  readonly terms: readonly Term[];
  readonly reading: Reading;
}

/** The quiet line under a finding: how we know, the tables, the files. One opens at a time; none needs a script. */
export function FindingFoot(props: Props): ReactElement {
  const { document, section, reading } = props;
  const { tables, charts } = section;
  const { download, embedOrigin } = reading;
  const canEmbed = document.kind === "publication" && download && embedOrigin !== undefined && charts.length > 0;
  const panel = (name: string, label: string, content: ReactNode, printed = false): ReactElement => (
    <details name={`mer-${section.id}`} className={printed ? "foot-panel foot-printed" : "foot-panel no-print"}>
      <summary>
        {label}
        <span className="visually-hidden">: {section.question}</span>
      </summary>
      <div className={`foot-content foot-${name}`}>{content}</div>
    </details>
  );
  return (
    <div className="finding-foot">
      {panel("known", "Så vet vi det", <HowKnown {...props} />, true)}
      {tables.length > 0 &&
        panel(
          "tables",
          tables.length > 1 ? `Tabeller (${tables.length})` : "Tabell",
          tables.map((table) => (
            <SectionTable key={table.id} {...props} table={table} threshold={document.study.suppression_threshold} />
          )),
          true,
        )}
      {download &&
        reading.files !== undefined &&
        panel("files", "Ladda ner", <Downloads section={section} reading={reading} />)}
      {canEmbed && panel("embed", "Bädda in", <Embeds publication={document} section={section} reading={reading} />)}
    </div>
  );
}

function SectionTable(
  props: Props & { readonly table: DocumentSection["tables"][number]; readonly threshold: number },
): ReactElement {
  const { section, table, threshold, reading } = props;
  const inFile = reading.address === undefined;
  const whole = table.rows.length <= (inFile ? ROWS_IN_FILE : ROWS_WHOLE);
  return (
    <BoardTable
      table={table}
      threshold={threshold}
      {...(whole ? {} : { rows: table.rows.slice(0, inFile ? ROWS_IN_FILE : FIRST_ROWS) })}
      whole={inFile ? undefined : tableAddress(reading, section.id, table.id)}
    />
  );
}
