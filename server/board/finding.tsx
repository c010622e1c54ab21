import type { ReactElement } from "react";
import type { ReportDocument } from "../../reports/publication/publication.ts";
import type { SectionStatus } from "../../reports/section.ts";
import { ChartFigure } from "./chart.tsx";
import { FindingFoot } from "./finding-foot.tsx";
import { OwnWords } from "./markdown.tsx";
import type { Place, ReadSection } from "./reading.ts";
import { Explained, type Term } from "./terms.tsx";
import type { Reading } from "./view.ts";

/** What is said where there is nothing to show. */
const NOTHING_TO_SHOW: Record<Exclude<SectionStatus, "ok">, string> = {
  "no-answers": "Ingen hade svarat på det här när rapporten togs fram.",
  "too-few": "För få hade svarat för att det skulle gå att säga något när rapporten togs fram.",
  failed: "Avsnittet gick inte att räkna ut när rapporten togs fram. De andra avsnitten påverkas inte.",
};

/** Sentences after the headline that stand in view; more of them are folded. */
const IN_VIEW = 3;

interface Props {
  readonly document: ReportDocument;
  readonly read: ReadSection;
  readonly place: Place | undefined;
  readonly terms: readonly Term[];
  readonly reading: Reading;
}

/** One question of the report: the answer as a headline, what else there is to say, the charts, and how it is known. */
export function Finding({ document, read, place, terms, reading }: Props): ReactElement {
  const { section, headline, sentences, charts, about } = read;
  const { id, question, status, before, after } = section;
  const headingId = `${id}-rubrik`;
  const told = section.sentences.length > 0;
  return (
    <section className="finding" id={id} aria-labelledby={headingId} tabIndex={-1}>
      {told && <p className="finding-question">{question}</p>}
      <h2 id={headingId}>{headline}</h2>
      {place !== undefined && (
        <p className="finding-scope">{about === "place" ? `Gäller ${place.name}` : "Gäller alla kommuner"}</p>
      )}
      {status !== "ok" && <p className="finding-empty">{NOTHING_TO_SHOW[status]}</p>}
      <OwnWords text={before} below={2} />
      <Sentences sentences={sentences} terms={terms} />
      {charts.map((chart) => (
        <ChartFigure
          key={chart.id}
          document={document}
          section={id}
          chart={chart}
          headline={headline}
          place={about === "place" ? place : undefined}
        />
      ))}
      <OwnWords text={after} below={2} />
      <FindingFoot document={document} section={section} terms={terms} reading={reading} />
    </section>
  );
}

/** One sentence too many to fold stands with the others. */
function Sentences({
  sentences,
  terms,
}: {
  sentences: readonly string[];
  terms: readonly Term[];
}): ReactElement | null {
  if (sentences.length === 0) return null;
  const shown = sentences.length <= IN_VIEW + 1 ? sentences : sentences.slice(0, IN_VIEW);
  const folded = sentences.slice(shown.length);
  return (
    <div className="sentences">
      <p>
        <Explained text={shown.join(" ")} terms={terms} />
      </p>
      {folded.length > 0 && (
        <details className="more-sentences">
          <summary>{folded.length} iakttagelser till</summary>
          <ul>
            {folded.map((sentence) => (
              <li key={sentence}>
                <Explained text={sentence} terms={terms} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
