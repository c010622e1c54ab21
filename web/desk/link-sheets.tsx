import { useEffect, type ReactElement } from "react";
import { createPortal } from "react-dom";
import { formatDate } from "../../reports/text/format.ts";
import type { Invitation } from "./invitation.ts";
import { QrCode } from "./qr-code.tsx";
import "./link-sheets.css";

/** The address without its scheme, for someone who types it: a long one breaks before its secret part only. */
function TypedAddress({ url }: { url: string }): ReactElement {
  const typed = url.replace(/^https?:\/\//, "");
  const secret = typed.lastIndexOf("/") + 1;
  return (
    <p className="sheet-address">
      {typed.slice(0, secret)}
      <wbr />
      {typed.slice(secret)}
    </p>
  );
}

function Sheet({ invitation }: { invitation: Invitation }): ReactElement {
  const { title, lines, url, until } = invitation;
  return (
    <section className="sheet">
      <h1>{title}</h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <QrCode text={url} />
      <p className="sheet-how">Läs av koden med telefonens kamera, eller skriv in adressen:</p>
      <TypedAddress url={url} />
      {until !== undefined && <p className="sheet-until">Svara senast {formatDate(until)}.</p>}
    </section>
  );
}

interface Props {
  readonly invitations: readonly Invitation[];
  /** Told when the browser has taken the sheets over. */
  readonly onPrinted: () => void;
}

/** One sheet of paper for each address, with a code to point a phone at. On paper they stand instead of the page. */
export function LinkSheets({ invitations, onPrinted }: Props): ReactElement {
  useEffect(() => {
    addEventListener("afterprint", onPrinted);
    // Laid out before the browser takes the page over.
    const frame = requestAnimationFrame(() => print());
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("afterprint", onPrinted);
    };
  }, [onPrinted]);
  return createPortal(
    <div className="link-sheets">
      {invitations.map((invitation) => (
        <Sheet key={invitation.url} invitation={invitation} />
      ))}
    </div>,
    document.body,
  );
}
