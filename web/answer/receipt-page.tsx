import { useSyncExternalStore, type ReactElement } from "react";
import type { AnswerSheet, Receipt } from "../../survey-definitions/wire.ts";
import { AnswerSummary } from "./answer-summary.tsx";
import { PageHeading } from "./page-heading.tsx";
import type { Place } from "./place.ts";
import type { Saver } from "./saver.ts";
import { clockTime, longDate } from "./time.ts";
import { topLine } from "./words.ts";

interface ReceiptPageProps {
  readonly sheet: AnswerSheet;
  readonly saver: Saver;
  readonly receipt: Receipt | undefined;
  readonly go: (place: Place) => void;
}

/** What was sent, when, and how to change it; on paper, the whole answer. */
export function ReceiptPage({ sheet, saver, receipt, go }: ReceiptPageProps): ReactElement {
  const { revision } = useSyncExternalStore(saver.subscribe, saver.snapshot);
  if (receipt === undefined) {
    return (
      <main className="page" id="main">
        <PageHeading>Inget är skickat än</PageHeading>
        <p className="actions">
          <button type="button" className="button" onClick={() => go({ at: "review" })}>
            Granska och skicka
          </button>
        </p>
      </main>
    );
  }
  const sentAt = new Date(receipt.submittedAt);
  const isChanged = revision > receipt.revision;
  return (
    <main className="page receipt" id="main">
      <PageHeading>Tack, svaret är skickat</PageHeading>
      <p className="print-only">
        {sheet.study.title}. {topLine(sheet)}.
      </p>
      <dl className="receipt-facts numbers">
        <div>
          <dt>Skickat</dt>
          <dd>
            {longDate(sentAt)} kl. {clockTime(sentAt)}
          </dd>
        </div>
        <div>
          <dt>Kvitto</dt>
          <dd>
            {receipt.id}, version {receipt.revision}
          </dd>
        </div>
        {receipt.signedBy !== undefined && (
          <div>
            <dt>Står bakom svaret</dt>
            <dd>{receipt.signedBy}</dd>
          </div>
        )}
      </dl>
      {isChanged ? (
        <div className="notice notice-attention">
          <p>Svaret har ändrats efter att det skickades. Ändringarna gäller först när ni skickar igen.</p>
        </div>
      ) : (
        <p>
          Ni kan ändra svaret tills undersökningen stänger. Använd samma länk. Det ni skickade sist är det som gäller.
        </p>
      )}
      <p className="actions">
        <button type="button" className="button" onClick={() => (isChanged ? go({ at: "review" }) : print())}>
          {isChanged ? "Granska och skicka igen" : "Skriv ut eller spara som PDF"}
        </button>
        <button type="button" className="button button-quiet" onClick={() => go({ at: "part", number: 1 })}>
          Ändra svaret
        </button>
      </p>
      <hr className="no-print" />
      <p className="kicker">{isChanged ? "Svaret som det ser ut nu" : "Det här skickade ni"}</p>
      <AnswerSummary />
    </main>
  );
}
