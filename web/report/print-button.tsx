import { useState, type ReactElement } from "react";
import type { ReportLoader } from "./report-loader.ts";

/** Prints the whole report: what has not been fetched yet is fetched first. */
export function PrintButton<P>({ loader }: { loader: ReportLoader<P> }): ReactElement {
  const [waiting, setWaiting] = useState(false);
  const printAll = async (): Promise<void> => {
    setWaiting(true);
    await loader.fetchAll();
    setWaiting(false);
    // The page is laid out with the last section before the browser takes it over.
    requestAnimationFrame(() => requestAnimationFrame(() => print()));
  };
  return (
    <button type="button" className="link-button report-print" disabled={waiting} onClick={() => void printAll()}>
      {waiting ? "Hämtar alla avsnitt …" : "Skriv ut"}
    </button>
  );
}
