import { useCallback, useId, useState, type ReactElement } from "react";
import { CopyButton } from "./copy-button.tsx";
import type { Invitation } from "./invitation.ts";
import { LinkSheets } from "./link-sheets.tsx";
import { QrCode } from "./qr-code.tsx";

interface Props {
  readonly url: string;
  /** The words to send along, where the address is for someone who is to answer. */
  readonly invitation?: Invitation;
}

function InvitationText({ invitation }: { invitation: Invitation }): ReactElement {
  const [text, setText] = useState(invitation.message);
  const id = useId();
  return (
    <details className="invitation">
      <summary>Text att skicka med</summary>
      <div className="field">
        <label htmlFor={id}>Ändra texten som du vill innan du kopierar den</label>
        <textarea
          id={id}
          className="textarea"
          rows={9}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <CopyButton text={text} what="texten" />
    </details>
  );
}

/** A newly made address: in view this once, since only a hash of it is stored. To copy, to send and to put up. */
export function NewAddress({ url, invitation }: Props): ReactElement {
  const [printing, setPrinting] = useState(false);
  const onPrinted = useCallback(() => setPrinting(false), []);
  return (
    <div className="new-address">
      <p>
        <strong>Kopiera adressen nu.</strong> Den visas bara den här gången.
      </p>
      <div className="new-address-row">
        <div>
          <code className="address">{url}</code>
          <CopyButton text={url} what="adressen" />
        </div>
        {invitation !== undefined && <QrCode text={url} />}
      </div>
      {invitation !== undefined && (
        <>
          <InvitationText invitation={invitation} />
          <button type="button" className="link-button" onClick={() => setPrinting(true)}>
            Skriv ut ett blad att sätta upp
          </button>
          {printing && <LinkSheets invitations={[invitation]} onPrinted={onPrinted} />}
        </>
      )}
    </div>
  );
}
