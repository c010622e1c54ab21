import { useState, type FormEvent, type ReactElement } from "react";

interface Props {
  readonly declined: boolean;
  readonly running: boolean;
  readonly onChange: (declined: boolean, reason?: string) => void;
}

/** Notes that a party will not answer, or that it will after all. */
export function DeclineForm({ declined, running, onChange }: Props): ReactElement {
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange(true, reason.trim());
  };
  if (declined) {
    return (
      <p>
        <button type="button" className="button button-quiet" disabled={running} onClick={() => onChange(false)}>
          Parten ska svara ändå
        </button>
      </p>
    );
  }
  return (
    <details className="decline">
      <summary>Parten avböjer att svara</summary>
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor="decline-reason">Varför? (frivilligt)</label>
          <p className="help" id="decline-help">
            Skälet är en anteckning för er som utreder. Skriv inget om enskilda personer.
          </p>
          <textarea
            id="decline-reason"
            className="textarea"
            rows={2}
            maxLength={2000}
            aria-describedby="decline-help"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <div className="actions">
          <button className="button button-quiet" disabled={running}>
            Anteckna att parten avböjer
          </button>
        </div>
      </form>
    </details>
  );
}
