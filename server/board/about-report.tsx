import type { ReactElement } from "react";
import type { Publication } from "../../reports/publication/publication.ts";
import { counted, formatDate, formatNumber } from "../../reports/text/format.ts";
import { fileAddress, type Reading } from "./view.ts";

/** How people are protected, and how the report can be checked by somebody else. */
export function AboutReport({ document, reading }: { document: Publication; reading: Reading }): ReactElement {
  const { protection, basis, number, date } = document;
  const { threshold, audit } = protection;
  const hidden = audit.primary + audit.secondary;
  return (
    <section className="finding about-report" id="om-rapporten" aria-labelledby="om-rapporten-rubrik" tabIndex={-1}>
      <h2 id="om-rapporten-rubrik">Så skyddas enskilda, och så kan rapporten kontrolleras</h2>
      <p>
        Antal från 1 till {threshold - 1} personer visas inte. Inte heller visas andra tal som gör att ett sådant går
        att räkna ut.{" "}
        {hidden === 0
          ? "I den här rapporten behövde inget tal döljas."
          : `Här är ${formatNumber(hidden)} av ${formatNumber(audit.cells)} antal dolda.`}{" "}
        {audit.attacked > 0 &&
          `Skyddet är prövat: för vart och ett av ${formatNumber(audit.attacked)} dolda antal räknade programmet ut det minsta och det största som går att sluta sig till ur allt som visas, och inget blev för snävt.`}
        {audit.earlier > 0 &&
          ` Prövningen räknar med att läsaren också har ${counted(audit.earlier, ["tidigare publicering", "tidigare publiceringar"])}.`}
      </p>
      <p>
        {protection.freeTexts
          ? "Fria texter ur svaren visas. Utredaren har läst dem och inte funnit någon som går att känna igen."
          : "Fria texter ur svaren visas inte."}
      </p>
      <p>
        Rapporten är fryst: siffrorna ändras inte efter publiceringen. Nya svar kommer med i nästa publicering. Det här
        är publicering nr {number}, {formatDate(date)}, gjord med {basis.program}.
      </p>
      <p className="help checksum">
        Underlagets kontrollsumma: <code>{basis.dataset}</code>
        {reading.download && reading.files !== undefined && (
          <>
            . <a href={fileAddress(reading, "report.zip")}>Datapaketet</a> har allt som behövs för att kontrollera
            rapporten.
          </>
        )}
      </p>
    </section>
  );
}
