import type { ReactElement } from "react";
import { formatDate, formatNumber, formatPeriod } from "../../reports/text/format.ts";
import { sourceNames } from "../../reports/text/source-names.ts";
import type { DocumentSection, ReportDocument } from "../../reports/publication/publication.ts";
import { definitionsBehind, whoAnswered } from "./sources.ts";
import { whyHidden } from "./table.tsx";
import { Explained, type Term } from "./terms.tsx";

interface Props {
  readonly document: ReportDocument;
  readonly section: DocumentSection;
  readonly terms: readonly Term[];
}

/** The answer to "how do we know?" of one finding. On paper, without what the head and the end of the report say. */
export function HowKnown({ document, section, terms }: Props): ReactElement {
  const { reference_period, suppression_threshold } = document.study;
  const definitions = definitionsBehind(document, section.id);
  const answered = whoAnswered(document, definitions);
  const hidden = hiddenIn(document, section.id);
  const used = terms.filter(({ sections }) => sections.includes(section.id));
  return (
    <>
      <p>
        <Explained text={section.method} terms={terms} />
      </p>
      <dl className="how-known">
        <div className="said-elsewhere">
          <dt>Uppgifterna gäller</dt>
          <dd>{formatPeriod(reference_period.from, reference_period.to)}</dd>
        </div>
        {answered.length > 0 && (
          <div>
            <dt>De som har svarat</dt>
            {answered.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        )}
        {definitions.length > 0 && (
          <div className="said-elsewhere">
            <dt>Formulär</dt>
            <dd>{sourceNames(definitions).join(", ")}</dd>
          </div>
        )}
        <div className="said-elsewhere">
          <dt>{document.kind === "publication" ? "Publicerat" : "Framtaget"}</dt>
          <dd>{formatDate(document.date)}</dd>
        </div>
        {document.kind === "publication" && (
          <div>
            <dt>Små tal</dt>
            <dd>{hiddenText(hidden)}</dd>
            {hidden > 0 && <dd className="said-elsewhere">{whyHidden(suppression_threshold)}</dd>}
          </div>
        )}
        {used.length > 0 && (
          <div className="said-elsewhere">
            <dt>Ord som förklaras</dt>
            <dd className="term-list">
              {used.map(({ anchor, term }) => (
                <a key={anchor} href={`#${anchor}`}>
                  {term}
                </a>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** Hidden cells in the tables of a section. */
const hiddenIn = (document: ReportDocument, section: string): number =>
  document.kind === "working-copy"
    ? 0
    : document.protection.tables.reduce((sum, table) => sum + (table.section === section ? table.hidden : 0), 0);

function hiddenText(hidden: number): string {
  if (hidden === 0) return "Ingen siffra är dold i avsnittet.";
  return `${formatNumber(hidden)} ${hidden === 1 ? "siffra" : "siffror"} i avsnittets tabeller visas inte eller visas som ett spann.`;
}
