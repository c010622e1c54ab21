import type { ReactElement } from "react";
import type { StudyDetail } from "../../survey-definitions/wire.ts";
import { CopyButton } from "./copy-button.tsx";
import { csvText, downloadText } from "./download.ts";
import type { MadeLink } from "./make-links.ts";

interface Props {
  readonly made: readonly MadeLink[];
  readonly detail: StudyDetail;
}

/** Addresses just made, in view this once: to copy one by one or to take along as a list for a mail merge. */
export function MadeLinks({ made, detail }: Props): ReactElement {
  const { study, municipalityNames } = detail;
  const partyName = new Map(study.parties.map(({ id, name }) => [id, name]));
  const rows = made.map(({ cell, url }) => ({
    party: partyName.get(cell.party ?? "") ?? "",
    municipality: municipalityNames[cell.municipality ?? ""] ?? "",
    url,
  }));
  const download = (): void => {
    const lines = rows.map(({ party, municipality, url }) => [party, municipality, url]);
    downloadText(`lankar-${study.id}.csv`, "text/csv", csvText([["part", "kommun", "adress"], ...lines]));
  };
  return (
    <section className="made" aria-label="Nya länkar">
      <div className="notice" role="status">
        <p>
          <strong>
            {made.length === 1
              ? "En ny länk är gjord. Hämta den nu."
              : `${made.length} nya länkar är gjorda. Hämta dem nu.`}
          </strong>{" "}
          Av säkerhetsskäl sparas inte adresserna, så de går inte att visa igen.
        </p>
        <button type="button" className="button" onClick={download}>
          Hämta listan som CSV
        </button>
      </div>
      <div className="scroll" role="region" aria-label="Nya adresser" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Kommun</th>
              <th scope="col">Adress</th>
              <th scope="col">
                <span className="visually-hidden">Kopiera</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ party, municipality, url }) => (
              <tr key={url}>
                <th scope="row">{party}</th>
                <td>{municipality}</td>
                <td>
                  <code className="address">{url}</code>
                </td>
                <td>
                  <CopyButton text={url} what="adressen" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
