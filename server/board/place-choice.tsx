import type { ReactElement } from "react";
import type { ReportDocument } from "../../reports/publication/publication.ts";
import type { Place } from "./reading.ts";
import { placeAddress, type Reading } from "./view.ts";

/** Beyond this many they are chosen in a list. */
const LINKS = 8;

interface Props {
  readonly document: ReportDocument;
  readonly place: Place | undefined;
  readonly reading: Reading;
}

/** All municipalities, or one: plain links, or a form where there are many. */
export function PlaceChoice({ document, place, reading }: Props): ReactElement | null {
  const { municipalities } = document.study;
  if (document.kind !== "publication" || reading.address === undefined || municipalities.length < 2) return null;
  return (
    <nav className="place-choice no-print" aria-label="Kommun">
      {municipalities.length <= LINKS ? (
        <ul>
          {[undefined, ...municipalities].map((one) => (
            <li key={one?.code ?? ""}>
              <a href={placeAddress(reading, one?.code)} aria-current={one?.code === place?.code ? "true" : undefined}>
                {one?.name ?? "Alla kommuner"}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <form action={reading.address} method="get">
          <label htmlFor="kommun">Visa för</label>
          <select id="kommun" name="kommun" className="select" defaultValue={place?.code ?? ""}>
            <option value="">Alla kommuner</option>
            {municipalities.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
          <button className="button button-quiet">Visa</button>
        </form>
      )}
    </nav>
  );
}

/** What a chosen municipality means for what is read. */
export function PlaceNote({ place, reading }: { place: Place; reading: Reading }): ReactElement {
  return (
    <p className="selection">
      Du läser om <strong>{place.name}</strong>. Rubriker, text och diagram gäller kommunen. Där det står ”Gäller alla
      kommuner” går svaren inte att dela upp på kommuner.{" "}
      {reading.address !== undefined && (
        <a className="no-print" href={placeAddress(reading, undefined)}>
          Läs om alla kommuner
        </a>
      )}
    </p>
  );
}
