import { useEffect, useState, type ReactElement } from "react";
import type { AnswerSheet, Receipt } from "../../survey-definitions/wire.ts";
import { questionsOf } from "../survey/model.ts";
import { useSession, type FieldProblem } from "../survey/session.ts";
import { AnswerSummary } from "./answer-summary.tsx";
import type { AnswerApi } from "./api.ts";
import { ErrorSummary, focusField } from "./error-summary.tsx";
import { mannerOf, type Manner } from "./manner.ts";
import { PageHeading } from "./page-heading.tsx";
import type { Place } from "./place.ts";
import type { Saver } from "./saver.ts";
import { sendAnswer } from "./send-answer.ts";

interface ReviewProps {
  readonly sheet: AnswerSheet;
  readonly api: AnswerApi;
  readonly saver: Saver;
  readonly go: (place: Place) => void;
  readonly receipt: Receipt | undefined;
  readonly onReceipt: (receipt: Receipt) => void;
}

/** The whole answer before it is sent, who stands behind it, and the button that sends it. */
export function Review({ sheet, api, saver, go, receipt, onReceipt }: ReviewProps): ReactElement {
  const session = useSession();
  const manner = mannerOf(sheet);
  const [problems, setProblems] = useState<readonly FieldProblem[]>(() => session.find(questionsOf(session.model)));
  const [signedBy, setSignedBy] = useState(receipt?.signedBy ?? "");
  const [message, setMessage] = useState("");
  const [isSending, setSending] = useState(false);
  // What is wrong is also said at the fields, when the person goes back to them.
  useEffect(() => void session.check(questionsOf(session.model)), [session]);

  const open = (part: number, key: string | undefined): void => {
    go({ at: "part", number: part });
    if (key !== undefined) setTimeout(() => focusField(key), 50);
  };
  const send = async (): Promise<void> => {
    setMessage("");
    const found = session.check(questionsOf(session.model));
    setProblems(found);
    if (found.length > 0) return;
    setSending(true);
    const outcome = await sendAnswer({ api, saver, session, signedBy: signedBy.trim() });
    setSending(false);
    if (outcome.kind === "sent") onReceipt(outcome.receipt);
    else if (outcome.kind === "problems") setProblems(outcome.problems);
    else setMessage(outcome.message);
  };
  return (
    <main className="page review" id="main">
      <p className="kicker">Sista steget</p>
      <PageHeading>Granska och skicka</PageHeading>
      <p className="lead">{leadOf(manner)}</p>
      <ErrorSummary
        problems={problems}
        onOpen={({ field }) => open(partOf(session.model.visiblePages, field.owner.name), field.key)}
      />
      <AnswerSummary onOpen={(part, question) => open(part, question?.name)} />
      <section className="sign">
        {!manner.isOpen && <Signature value={signedBy} onChange={setSignedBy} />}
        <p role="alert" className="field-error">
          {message}
        </p>
        <p className="actions">
          <button type="button" className="button" aria-disabled={isSending} onClick={() => void (isSending || send())}>
            {isSending ? "Skickar …" : receipt === undefined ? "Skicka svaret" : "Skicka det ändrade svaret"}
          </button>
          <button
            type="button"
            className="button button-quiet"
            onClick={() => go({ at: "part", number: session.model.visiblePages.length })}
          >
            Tillbaka
          </button>
        </p>
      </section>
    </main>
  );
}

function leadOf({ isPrivate, isOpen }: Manner): string {
  if (isPrivate) return "Det här är dina svar. Stämmer det? Då kan du skicka. Sedan går det inte att ändra.";
  if (isOpen) return "Det här är hela svaret. När du har skickat går det inte att ändra: ingen vet vilket som är ditt.";
  return (
    "Det här är hela svaret. Frågor utan svar redovisas som obesvarade, aldrig som noll. Ni kan ändra också efter att " +
    "ni har skickat, tills undersökningen stänger."
  );
}

function Signature({ value, onChange }: { value: string; onChange: (text: string) => void }): ReactElement {
  return (
    <>
      <h2>Vem står bakom svaret?</h2>
      <div className="field">
        <label htmlFor="signed-by">Chefens namn och roll</label>
        <p className="help" id="signed-by-help">
          Frivilligt. Står på kvittot och blir, som resten av svaret, en allmän handling.
        </p>
        <input
          id="signed-by"
          className="input"
          value={value}
          maxLength={200}
          autoComplete="off"
          aria-describedby="signed-by-help"
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </>
  );
}

function partOf(pages: readonly { readonly questions: readonly { readonly name: string }[] }[], name: string): number {
  return (
    Math.max(
      0,
      pages.findIndex(({ questions }) => questions.some((question) => question.name === name)),
    ) + 1
  );
}
