import { useCallback, useMemo, useState, type ReactElement } from "react";
import { formatNumber } from "../../reports/text/format.ts";
import type { StudyDetail } from "../../survey-definitions/wire.ts";
import { CopyButton } from "./copy-button.tsx";
import { csvText, downloadText } from "./download.ts";
import { invitationTo } from "./invitation.ts";
import { LinkSheets } from "./link-sheets.tsx";
import { linkPlace, type MadeLink } from "./make-links.ts";
import { INSTRUMENT_LABELS } from "./words.ts";

interface Props {
  readonly made: readonly MadeLink[];
  readonly detail: StudyDetail;
}

/** Addresses in view at once: the list as a file has them all. */
const ROWS_AT_ONCE = 50;

/** Addresses just made, in view this once: to copy one by one, to put up, or to take along for a mail merge. */
export function MadeLinks({ made, detail }: Props): ReactElement {
  const { study, municipalityNames } = detail;
  const [printing, setPrinting] = useState(false);
  const [all, setAll] = useState(false);
  const onPrinted = useCallback(() => setPrinting(false), []);
  const rows = useMemo(() => {
    const partyName = new Map(study.parties.map(({ id, name }) => [id, name]));
    return made.map(({ cell, url, limits }) => ({
      instrument: INSTRUMENT_LABELS[cell.instrument],
      party: partyName.get(cell.party ?? "") ?? "",
      municipality: municipalityNames[cell.municipality ?? ""] ?? "",
      url,
      invitation: invitationTo(detail, linkPlace(cell), limits, url),
    }));
  }, [made, study, municipalityNames, detail]);
  const download = (): void => {
    const lines = rows.map(({ instrument, party, municipality, url, invitation }) => [
      instrument,
      party,
      municipality,
      url,
      invitation.message,
    ]);
    const heads = ["enkät", "part", "kommun", "adress", "text"];
    downloadText(`lankar-${study.id}.csv`, "text/csv", csvText([heads, ...lines]));
  };
  const shown = all ? rows : rows.slice(0, ROWS_AT_ONCE);
  return (
    <section className="made" aria-label="Nya länkar">
      <div className="notice" role="status">
        <p>
          <strong>
            {made.length === 1
              ? "En ny länk är gjord. Hämta den nu."
              : `${formatNumber(made.length)} nya länkar är gjorda. Hämta dem nu.`}
          </strong>{" "}
          Av säkerhetsskäl sparas inte adresserna, så de går inte att visa igen.
        </p>
        <div className="actions">
          <button type="button" className="button" onClick={download}>
            Hämta listan som CSV
          </button>
          <button type="button" className="button button-quiet" onClick={() => setPrinting(true)}>
            {made.length === 1 ? "Skriv ut ett blad" : `Skriv ut ${formatNumber(made.length)} blad`}
          </button>
        </div>
      </div>
      {printing && <LinkSheets invitations={rows.map(({ invitation }) => invitation)} onPrinted={onPrinted} />}
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
            {shown.map(({ instrument, party, municipality, url, invitation }) => (
              <tr key={url}>
                <th scope="row">{party === "" ? instrument : party}</th>
                <td>{municipality}</td>
                <td>
                  <code className="address">{url}</code>
                </td>
                <td>
                  <div className="made-copies">
                    <CopyButton text={url} what="adressen" />
                    <CopyButton text={invitation.message} what="texten" />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          Visa {formatNumber(rows.length - shown.length)} adresser till
        </button>
      )}
    </section>
  );
}
