import type { ReactElement, ReactNode } from "react";

/** What stands round the pages that come before the sign-in. */
export function SignInFrame({ children }: { children: ReactNode }): ReactElement {
  return (
    <>
      <header className="bar">
        <a className="wordmark" href="/">
          Behovskartan
        </a>
      </header>
      <main className="page sign-in">{children}</main>
    </>
  );
}
