import type { ReactElement } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { Publication } from "../../reports/publication/publication.ts";
import { formatNumber } from "../../reports/text/format.ts";
import type { PublicationSummary } from "../../survey-definitions/wire.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { publishPreview } from "./publication-api.ts";
import { entries, hiddenIn } from "./publication-words.ts";
import { useAction } from "./use-resource.ts";

interface Props {
  readonly study: string;
  readonly publication: PublicationSummary;
  readonly report: Publication;
  readonly onClose: () => void;
  readonly onPublished: () => void;
}

/** Says what becomes public, and asks. */
export function PublishDialog({ study, publication, report, onClose, onPublished }: Props): ReactElement {
  const { running, error, run } = useAction();
  const { protection, sections, number } = report;
  const hidden = hiddenIn(protection.tables);
  const publish = (): void => {
    void run(async () => {
      await publishPreview(study, publication.id);
      onClose();
      onPublished();
    });
  };
  return (
    <ModalOverlay className="overlay" isOpen isDismissable={!running} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <p className="kicker">Publicering {number}</p>
          <Heading slot="title" className="dialog-title">
            Publicera {report.title}?
          </Heading>
          <p>Det här blir läsbart för den som får en länk av dig:</p>
          <ul>
            <li>{formatNumber(sections.length)} avsnitt med dina texter, diagram och tabeller</li>
            <li>{hidden === 0 ? "inga dolda uppgifter" : `${entries(hidden)} dolda för att skydda små tal`}</li>
            <li>{protection.freeTexts ? "fritexterna ur svaren, som du har läst" : "inga fritexter ur svaren"}</li>
          </ul>
          <p>
            Du kan dra tillbaka länkarna när du vill. Men publiceringen ändras inte och tas inte bort, och det som har
            visats räknas som känt när nästa skyddas.
          </p>
          {number > 1 && <p>De länkar som alltid visar den senaste visar den här från och med nu.</p>}
          <ProblemNotice error={error} />
          <div className="actions">
            <button type="button" className="button" onClick={publish} disabled={running}>
              Publicera
            </button>
            <button type="button" className="button button-quiet" onClick={onClose} disabled={running}>
              Inte än
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
