import type { ReactElement } from "react";
import type { DocumentSection, Publication } from "../../reports/publication/publication.ts";
import { embedSnippet } from "../export/embed.ts";
import type { Reading } from "./view.ts";

interface Props {
  readonly publication: Publication;
  readonly section: DocumentSection;
  readonly reading: Reading;
}

/** Charts of one finding as HTML to copy into another site's page; a script adds a button that copies. */
export function Embeds({ publication, section, reading }: Props): ReactElement {
  const { embedOrigin = "", address = "", files = "", municipality } = reading;
  const addresses = { page: embedOrigin + address, files: embedOrigin + files };
  return (
    <>
      <p>
        Klistra in koden på en webbsida, så visas diagrammet där så länge länken till rapporten gäller. Länken står i
        koden: den som ser sidan kan öppna hela rapporten.
        {municipality !== undefined && " Diagrammet gäller alla kommuner."}
      </p>
      {section.charts.map(({ id, title }) => (
        <div key={id} className="embed">
          <label className="label" htmlFor={`kod-${section.id}-${id}`}>
            <span className="visually-hidden">Kod till diagrammet: </span>
            {title}
          </label>
          <textarea
            className="input embed-code"
            id={`kod-${section.id}-${id}`}
            rows={4}
            readOnly
            spellCheck={false}
            defaultValue={embedSnippet(publication, section.id, id, addresses)}
          />
        </div>
      ))}
    </>
  );
}
