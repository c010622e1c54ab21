import { useState, type FormEvent, type ReactElement } from "react";
import { setPassword } from "./api.ts";
import { useUser } from "./desk-frame.tsx";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { useAction } from "./use-resource.ts";

/** Who you are, and a password of your own after a first sign-in by link. */
export function PasswordPage(): ReactElement {
  const user = useUser();
  const [password, setText] = useState("");
  const [saved, setSaved] = useState(false);
  const { running, error, run } = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setSaved(false);
    void run(async () => {
      await setPassword(password);
      setText("");
      setSaved(true);
    });
  };
  return (
    <div className="page">
      <PageTitle title="Ditt konto">Ditt konto</PageTitle>
      <p className="lead">Du är inloggad som {user?.email}.</p>
      <form onSubmit={submit}>
        <ProblemNotice error={error} />
        {/* Hidden, so that a password manager knows whose password it is. */}
        <input type="email" autoComplete="username" value={user?.email ?? ""} readOnly hidden />
        <div className="field">
          <label htmlFor="new-password">Nytt lösenord</label>
          <p className="help" id="new-password-help">
            Minst 12 tecken. En mening som bara du kommer på är både lätt att minnas och svår att gissa.
          </p>
          <input
            id="new-password"
            className="input"
            type="password"
            autoComplete="new-password"
            aria-describedby="new-password-help"
            required
            value={password}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <div className="actions">
          <button className="button" disabled={running}>
            {running ? "Sparar …" : "Spara lösenordet"}
          </button>
        </div>
        <p role="status">{saved ? "Lösenordet är sparat. Använd det nästa gång du loggar in." : ""}</p>
      </form>
    </div>
  );
}
