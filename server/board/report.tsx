import type { ReactElement } from "react";
import type { ReportDocument } from "../../reports/publication/publication.ts";
import { AboutReport } from "./about-report.tsx";
import { Changes } from "./changes.tsx";
import { Contents } from "./contents.tsx";
import { WholeDownloads } from "./downloads.tsx";
import { Finding } from "./finding.tsx";
import { Highlights } from "./highlights.tsx";
import { OwnWords } from "./markdown.tsx";
import { PlaceChoice, PlaceNote } from "./place-choice.tsx";
import { placeOf, readSections } from "./reading.ts";
import { Bands, ReportHead } from "./report-head.tsx";
import { Glossary, termsOf } from "./terms.tsx";
import type { Reading } from "./view.ts";

/** A whole document as a page: head, what matters most, the findings, and how it was made. */
export function ReportBody({ document, reading }: { document: ReportDocument; reading: Reading }): ReactElement {
  const place = placeOf(document, reading.municipality);
  const within: Reading = place === undefined ? withoutPlace(reading) : reading;
  const sections = readSections(document, place);
  const terms = termsOf(document);
  const after = [
    ...(document.conclusion === "" ? [] : [{ id: "slutord", name: "Slutord" }]),
    ...(terms.length > 0 ? [{ id: "ord", name: "Ord i rapporten" }] : []),
    ...(document.kind === "publication" ? [{ id: "om-rapporten", name: "Skydd och kontroll" }] : []),
  ];
  return (
    <>
      <a className="skip" href="#innehall">
        Hoppa till rapporten
      </a>
      <header className="bar board-bar no-print">
        {reading.address === undefined ? (
          <span className="wordmark">Behovskartan</span>
        ) : (
          <a className="wordmark" href="/">
            Behovskartan
          </a>
        )}
        <PlaceChoice document={document} place={place} reading={within} />
      </header>
      <main className="page-wide board" id="innehall" tabIndex={-1}>
        <Bands document={document} preview={reading.preview} />
        <ReportHead document={document}>
          <div className="tools no-print">
            {reading.download && reading.files !== undefined && <WholeDownloads reading={reading} />}
          </div>
        </ReportHead>
        {place !== undefined && <PlaceNote place={place} reading={within} />}
        <Highlights sections={sections} />
        <OwnWords text={document.introduction} below={1} />
        {document.kind === "publication" && document.changes !== undefined && (
          <Changes changes={document.changes} sections={document.sections} />
        )}
        <div className="report-columns">
          <Contents sections={document.sections} last={after} />
          <div className="findings">
            {sections.map((read) => (
              <Finding
                key={read.section.id}
                document={document}
                read={read}
                place={place}
                terms={terms}
                reading={within}
              />
            ))}
            {document.conclusion !== "" && (
              <section className="finding" id="slutord" aria-labelledby="slutord-rubrik" tabIndex={-1}>
                <h2 id="slutord-rubrik">Slutord</h2>
                <OwnWords text={document.conclusion} below={2} />
              </section>
            )}
            {terms.length > 0 && <Glossary document={document} terms={terms} />}
            {document.kind === "publication" && <AboutReport document={document} reading={reading} />}
          </div>
        </div>
      </main>
      <p className="print-only report-address" />
      <PageFoot linked={reading.address !== undefined} />
    </>
  );
}

const withoutPlace = ({ municipality: _, ...others }: Reading): Reading => others;

/** Links of the installation; a file of its own has none. */
export function PageFoot({ linked }: { linked: boolean }): ReactElement | null {
  if (!linked) return null;
  return (
    <footer className="page-foot no-print">
      <a href="/om-uppgifterna">Om uppgifterna</a>
      <a href="/tillganglighet">Tillgänglighet</a>
    </footer>
  );
}
