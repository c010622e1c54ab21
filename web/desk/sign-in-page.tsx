import { useState, type FormEvent, type ReactElement } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import { signIn } from "./api.ts";
import { pageAfter } from "./page-after.ts";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";
import { useAction } from "./use-resource.ts";

/** E-mail and password. */
export function SignInPage(): ReactElement {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { running, error, run } = useAction();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const { state } = useLocation() as { state: { signedOut?: boolean } | null };
  const till = query.get("till");

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await signIn(email.trim(), password);
      await navigate(pageAfter(till), { replace: true });
    });
  };
  return (
    <SignInFrame>
      <PageTitle title="Logga in">Logga in</PageTitle>
      {till !== null && (
        <p className="notice" role="status">
          Du är inte inloggad, eller så har inloggningen gått ut. Logga in, så kommer du tillbaka dit du var.
        </p>
      )}
      {state?.signedOut === true && (
        <p className="notice" role="status">
          Du är utloggad.
        </p>
      )}
      <form onSubmit={submit}>
        <ProblemNotice error={error} />
        <div className="field">
          <label htmlFor="email">E-post</label>
          <input
            id="email"
            className="input"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="password">Lösenord</label>
          <input
            id="password"
            className="input"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <div className="actions">
          <button className="button" disabled={running}>
            {running ? "Loggar in …" : "Logga in"}
          </button>
        </div>
      </form>
      <p className="help sign-in-help">
        Har du glömt lösenordet, eller inte fått något? Be den som sköter installationen om en inloggningslänk. Ska du
        svara på en enkät behöver du inte logga in: öppna länken i din inbjudan.
      </p>
    </SignInFrame>
  );
}
