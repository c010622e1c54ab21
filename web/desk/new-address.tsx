import type { ReactElement } from "react";
import { CopyButton } from "./copy-button.tsx";

/** A newly made address: in view this once, since only a hash of it is stored. */
export function NewAddress({ url }: { url: string }): ReactElement {
  return (
    <div className="new-address">
      <p>
        <strong>Kopiera adressen nu.</strong> Den visas bara den här gången.
      </p>
      <code className="address">{url}</code>
      <CopyButton text={url} what="adressen" />
    </div>
  );
}
