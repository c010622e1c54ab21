import { useId, useState, type ReactElement } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Link } from "react-router";
import { studyPath } from "./study-frame.tsx";

interface ConfirmProps {
  readonly reading: ReactElement;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Free texts cannot be protected by a computation: somebody must have read them, and says so. */
function ConfirmDialog({ reading, onConfirm, onClose }: ConfirmProps): ReactElement {
  const [read, setRead] = useState(false);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">
            Visa fritexterna?
          </Heading>
          <p>
            Texterna återges som de är skrivna. Ingen beräkning kan avgöra om någon går att känna igen i dem. {reading}
          </p>
          <label className="view">
            <input type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} />
            Jag har läst alla texter, och ingen person går att känna igen
          </label>
          <div className="actions">
            <button type="button" className="button" aria-disabled={!read} onClick={() => read && onConfirm()}>
              Visa fritexterna
            </button>
            <button type="button" className="button button-quiet" onClick={onClose}>
              Visa dem inte
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface Props {
  readonly study: string;
  readonly shown: boolean;
  readonly onChange: (shown: boolean) => void;
}

/** Whether the free texts of the answers are published. */
export function PublishFreeTexts({ study, shown, onChange }: Props): ReactElement {
  const [asking, setAsking] = useState(false);
  const help = useId();
  const reading = <Link to={studyPath(study, "publicera/fritexter")}>Läs fritexterna först</Link>;
  return (
    <>
      <label className="view">
        <input
          type="checkbox"
          role="switch"
          checked={shown}
          aria-describedby={help}
          onChange={(event) => (event.target.checked ? setAsking(true) : onChange(false))}
        />
        Visa fritexterna ur svaren
      </label>
      <p id={help}>
        {shown
          ? "De visas. Kommer det in nya svar innan du publicerar, så läs också dem. "
          : "De visas inte. Det är det säkra valet: parterna kan ha skrivit något som pekar ut en person. "}
        {reading}.
      </p>
      {asking && (
        <ConfirmDialog
          reading={<>{reading}.</>}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onChange(true);
          }}
        />
      )}
    </>
  );
}
