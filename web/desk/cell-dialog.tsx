import type { ReactElement } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Link } from "react-router";
import { OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import type { CoverageCell, StudyDetail } from "../../survey-definitions/wire.ts";
import { formatNumber } from "../../reports/text/format.ts";
import { dayOfInstant, momentText } from "../report/dates.ts";
import { setDeclined } from "./api.ts";
import { CellNewLink } from "./cell-new-link.tsx";
import { CellLinks } from "./cell-links.tsx";
import { cellWords } from "./cell-words.ts";
import { DeclineForm } from "./decline-form.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { StatusMark } from "./status-mark.tsx";
import { studyPath } from "./study-frame.tsx";
import { useAction } from "./use-resource.ts";
import { INSTRUMENT_LABELS } from "./words.ts";

interface Props {
  readonly cell: CoverageCell;
  readonly detail: StudyDetail;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** The way to what has been answered: the one answer, or the list of them. */
function AnswersLink({ cell, study }: { cell: CoverageCell; study: string }): ReactElement | null {
  const many = OPEN_INSTRUMENTS.has(cell.instrument) || cell.instrument === "follow-up";
  if (many && cell.responses > 0) {
    return (
      <p>
        <Link className="button" to={studyPath(study, `svar/plats/${encodeURIComponent(cell.assignment)}`)}>
          {cell.responses === 1 ? "Läs svaret" : `Läs de ${formatNumber(cell.responses)} svaren`}
        </Link>
      </p>
    );
  }
  if (many || cell.response === undefined) return null;
  return (
    <p>
      <Link className="button" to={studyPath(study, `svar/${encodeURIComponent(cell.response)}`)}>
        {cell.status === "draft" ? "Läs utkastet" : "Läs svaret"}
      </Link>
    </p>
  );
}

/** All that can be done with one cell of the grid: read the answers, give out a link, note that the party declines. */
export function CellDialog({ cell, detail, onChanged, onClose }: Props): ReactElement {
  const { running, error, run } = useAction();
  const { study, municipalityNames } = detail;
  const party = study.parties.find(({ id }) => id === cell.party);
  const place = cell.municipality === undefined ? "" : (municipalityNames[cell.municipality] ?? cell.municipality);
  const open = OPEN_INSTRUMENTS.has(cell.instrument);
  const title = party?.name ?? (place === "" ? study.title : place);
  const saved = cell.savedAt === undefined ? undefined : open ? dayOfInstant(cell.savedAt) : momentText(cell.savedAt);
  const canDecline = !open && cell.instrument !== "follow-up" && cell.status !== "answered";

  const decline = (declined: boolean, reason?: string): void => {
    void run(async () => {
      await setDeclined(study.id, cell.assignment, declined, reason);
      onChanged();
    });
  };

  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <p className="kicker">
            {INSTRUMENT_LABELS[cell.instrument]}
            {place !== "" && title !== place && ` · ${place}`}
          </p>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          <p className="dialog-status">
            <StatusMark status={cell.status} />
            <span>
              <strong>{cellWords(cell)}</strong>
              {saved !== undefined && <span className="soft"> · senast sparat {saved}</span>}
            </span>
          </p>
          {cell.declinedReason !== undefined && <p>Skäl: {cell.declinedReason}</p>}
          <ProblemNotice error={error} />
          <AnswersLink cell={cell} study={study.id} />

          <h3>Länk</h3>
          <CellNewLink cell={cell} detail={detail} onMade={onChanged} />
          {cell.links > 0 && <CellLinks cell={cell} study={study.id} onChanged={onChanged} />}

          {canDecline && <DeclineForm declined={cell.status === "declined"} running={running} onChange={decline} />}
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
