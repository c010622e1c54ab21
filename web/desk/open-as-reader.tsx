import { useState, type ReactElement } from "react";
import { makePublicationLink } from "./publication-api.ts";
import { todayHere } from "./today.ts";
import type { Action } from "./use-resource.ts";

interface Props {
  readonly study: string;
  readonly publication: string;
  readonly label: string;
  readonly onOpened?: () => void;
  /** What goes wrong is told beside the buttons. */
  readonly action: Action;
}

/**
 * Opens a publication or a preview as its readers see it, in a tab of its own. Readers come by a link: this one ends with
 * the day.
 */
export function OpenAsReader({ study, publication, label, onOpened, action: { running, run } }: Props): ReactElement {
  const [address, setAddress] = useState<string>();
  const open = (): void => {
    // Opened before the answer has come: later, the browser would take it for an advertisement.
    const tab = globalThis.open("", "_blank");
    void run(async () => {
      const { url } = await makePublicationLink(study, publication, { until: todayHere(), download: true });
      setAddress(url);
      onOpened?.();
      if (tab !== null) tab.location.replace(url);
    }).then((done) => {
      if (!done) tab?.close();
    });
  };
  return address === undefined ? (
    <button type="button" className="button button-quiet" onClick={open} disabled={running}>
      {label}
    </button>
  ) : (
    <a className="button button-quiet" href={address} target="_blank" rel="noreferrer">
      {label}
    </a>
  );
}
