import type { ReactElement, ReactNode } from "react";
import type { ReportDocument } from "../../reports/publication/publication.ts";
import { formatDate, formatNumber, formatPeriod, formatShortList } from "../../reports/text/format.ts";

/** On top of every page: what must not be mistaken. */
export function Bands({ document, preview }: { document: ReportDocument; preview: boolean }): ReactElement {
  return (
    <>
      {document.kind === "working-copy" && (
        <p className="band band-warning">
          <strong>Arbetskopia med oskyddade uppgifter.</strong> Får inte spridas.
        </p>
      )}
      {preview && (
        <p className="band band-warning">
          <strong>Förhandsvisning – inte publicerad.</strong> Så här ser rapporten ut för dem som får länken.
        </p>
      )}
      {document.study.invented && (
        <p className="band">
          <strong>Exempel med påhittade svar.</strong> Siffrorna säger ingenting om verkligheten.
        </p>
      )}
    </>
  );
}

/** Title, study, group, place, period, and which publication it is; the children are what can be done with it. */
export function ReportHead({ document, children }: { document: ReportDocument; children: ReactNode }): ReactElement {
  const { study, title, date } = document;
  const facts: readonly (readonly [name: string, text: string])[] = [
    document.kind === "publication"
      ? [`Publicering nr ${document.number}`, formatDate(date)]
      : ["Framtagen", formatDate(date)],
    ["Uppgifterna gäller", formatPeriod(study.reference_period.from, study.reference_period.to)],
    ["Kommuner", formatShortList(study.municipalities.map(({ name }) => name))],
    ["Parter", formatNumber(study.parties.length)],
  ];
  return (
    <header className="report-head">
      <div className="report-title">
        {title !== study.title && <p className="kicker">{study.title}</p>}
        <h1>{title}</h1>
        <p className="lead">{groupText(study.target_group)}</p>
        <p className="soft">
          Till dig som ska besluta, och till er som har svarat. Varje avsnitt börjar med svaret på en fråga. Under
          diagrammen står hur vi vet det.
        </p>
        {children}
      </div>
      <dl className="report-facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

/** The description with the ages, unless it says them itself. */
function groupText({ age_min, age_max, description }: ReportDocument["study"]["target_group"]): string {
  const ages = `${age_min}–${age_max} år`;
  if (description === "") return ages;
  return description.includes(`${age_min}–${age_max}`) ? description : `${description.replace(/\.$/, "")} (${ages}).`;
}
