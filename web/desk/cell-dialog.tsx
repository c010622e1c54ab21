import { useState, type ReactElement } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Link } from "react-router";
import type { CoverageCell, StudyDetail } from "../../survey-definitions/wire.ts";
import { momentText } from "../report/dates.ts";
import { makeLink, setDeclined } from "./api.ts";
import { CellLinks } from "./cell-links.tsx";
import { DeclineForm } from "./decline-form.tsx";
import { NewAddress } from "./new-address.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { StatusMark } from "./status-mark.tsx";
import { studyPath } from "./study-frame.tsx";
import { useAction } from "./use-resource.ts";
import { COVERAGE_LABELS, INSTRUMENT_LABELS } from "./words.ts";

interface Props {
  readonly cell: CoverageCell;
  readonly detail: StudyDetail;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

function linksSentence(links: number): string {
  if (links === 0) return "Parten har ingen länk att svara med än.";
  const has = links === 1 ? "Parten har en länk." : `Parten har ${links} länkar.`;
  return `${has} Behövs en ny? Den gamla gäller också, tills du drar tillbaka den.`;
}

/** All that can be done with one cell of the grid: read the answer, give out a link, note that the party declines. */
export function CellDialog({ cell, detail, onChanged, onClose }: Props): ReactElement {
  const [address, setAddress] = useState<string>();
  const { running, error, run } = useAction();
  const { study, municipalityNames } = detail;
  const party = study.parties.find(({ id }) => id === cell.party);
  const place = cell.municipality === undefined ? "" : (municipalityNames[cell.municipality] ?? cell.municipality);

  const make = (): void => {
    void run(async () => {
      const { instrument, party: partyId, municipality } = cell;
      const { url } = await makeLink(study.id, {
        instrument,
        ...(partyId === undefined ? {} : { party: partyId }),
        ...(municipality === undefined ? {} : { municipality }),
      });
      setAddress(url);
      onChanged();
    });
  };
  const decline = (declined: boolean, reason?: string): void => {
    void run(async () => {
      await setDeclined(study.id, cell.assignment, declined, reason);
      onChanged();
    });
  };

  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <p className="kicker">
            {INSTRUMENT_LABELS[cell.instrument]}
            {place !== "" && ` · ${place}`}
          </p>
          <Heading slot="title" className="dialog-title">
            {party?.name ?? place}
          </Heading>
          <p className="dialog-status">
            <StatusMark status={cell.status} />
            <span>
              <strong>{COVERAGE_LABELS[cell.status]}</strong>
              {cell.savedAt !== undefined && <span className="soft"> · senast sparat {momentText(cell.savedAt)}</span>}
            </span>
          </p>
          {cell.declinedReason !== undefined && <p>Skäl: {cell.declinedReason}</p>}
          <ProblemNotice error={error} />

          {cell.response !== undefined && (
            <p>
              <Link className="button" to={studyPath(study.id, `svar/${encodeURIComponent(cell.response)}`)}>
                {cell.status === "draft" ? "Läs utkastet" : "Läs svaret"}
              </Link>
            </p>
          )}

          <h3>Länk</h3>
          {address !== undefined ? (
            <NewAddress url={address} />
          ) : (
            <>
              <p>{linksSentence(cell.links)}</p>
              <button
                type="button"
                className="button button-quiet"
                onClick={make}
                disabled={running || detail.status === "closed"}
              >
                {cell.links === 0 ? "Gör en länk" : "Gör en ny länk"}
              </button>
              {detail.status === "closed" && <p className="help">Studien är stängd. Öppna den under Upplägg först.</p>}
            </>
          )}
          {cell.links > 0 && <CellLinks cell={cell} study={study.id} onChanged={onChanged} />}

          {(cell.status === "not_started" || cell.status === "draft" || cell.status === "declined") && (
            <DeclineForm declined={cell.status === "declined"} running={running} onChange={decline} />
          )}
          <div className="actions">
            <button type="button" className="button button-quiet" onClick={onClose}>
              Stäng
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
