import { createContext, useContext, useEffect, type ReactElement } from "react";
import { Link, Outlet, useNavigate } from "react-router";
import type { SessionUser } from "../../survey-definitions/wire.ts";
import { fetchSession, signOut } from "./api.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { useAction, useResource } from "./use-resource.ts";

const User = createContext<SessionUser | undefined>(undefined);

/** Who is signed in. */
export const useUser = (): SessionUser | undefined => useContext(User);

/** What stands round every page behind the sign-in: the bar with who you are, and the page itself. */
export function DeskFrame(): ReactElement {
  const { data: user, error, loading, reload } = useResource("session", () => fetchSession());
  const { error: signOutError, run } = useAction();
  const navigate = useNavigate();
  useEffect(() => {
    const onShow = (event: PageTransitionEvent): void => {
      if (event.persisted) reload();
    };
    addEventListener("pageshow", onShow);
    return () => removeEventListener("pageshow", onShow);
  }, [reload]);

  const leave = (): void => {
    void run(async () => {
      await signOut();
      await navigate("/logga-in", { state: { signedOut: true } });
    });
  };
  return (
    <User value={user}>
      <a className="skip" href="#innehall">
        Till innehållet
      </a>
      <header className="bar no-print">
        <Link className="wordmark" to="/utredning">
          Behovskartan
        </Link>
        {user !== undefined && (
          <div className="who">
            <Link className="who-name" to="/utredning/konto/losenord">
              {user.email}
            </Link>
            <button type="button" className="link-button" onClick={leave}>
              Logga ut
            </button>
          </div>
        )}
      </header>
      <main id="innehall" className="desk" tabIndex={-1}>
        <ProblemNotice error={signOutError} />
        {user !== undefined && <Outlet />}
        {user === undefined && loading && <p role="status">Hämtar …</p>}
        {user === undefined && error !== undefined && error.code !== "not-signed-in" && (
          <ProblemNotice error={error} onRetry={reload} />
        )}
      </main>
    </User>
  );
}
