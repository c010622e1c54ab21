import type { ReactElement } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { signInByLink } from "./api.ts";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";
import { useAction } from "./use-resource.ts";

/** The one-time link is used by the button, not by opening the page: mail programs open addresses to look at them. */
export function SignInLinkPage(): ReactElement {
  const { token = "" } = useParams();
  const { running, error, run } = useAction();
  const navigate = useNavigate();
  const enter = (): void => {
    void run(async () => {
      await signInByLink(token);
      await navigate("/utredning", { replace: true });
    });
  };
  return (
    <SignInFrame>
      <PageTitle title="Logga in med länk">Logga in med länk</PageTitle>
      <p className="lead">Länken loggar in dig som utredare. Den kan användas en gång.</p>
      <ProblemNotice error={error} />
      <div className="actions">
        <button type="button" className="button" onClick={enter} disabled={running}>
          {running ? "Loggar in …" : "Logga in"}
        </button>
        {error !== undefined && (
          <Link className="button button-quiet" to="/logga-in">
            Logga in med lösenord
          </Link>
        )}
      </div>
    </SignInFrame>
  );
}
