/** Pages that stand before a report, or instead of it. */
import type { ReactElement, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { PageFoot } from "./report.tsx";
import { wholePage } from "./shell.ts";

interface PasscodeView {
  /** "/rapport/TOKEN", with the query that the reader came with: the form is sent there. */
  readonly address: string;
  readonly head: string;
  readonly wrong: boolean;
  readonly tooMany: boolean;
}

function Frame({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <>
      <header className="bar">
        <a className="wordmark" href="/">
          Behovskartan
        </a>
      </header>
      <main className="page door">
        <h1>{title}</h1>
        {children}
      </main>
      <PageFoot linked />
    </>
  );
}

/** Asks for the passcode with a plain form, field `passcode`; nothing of the report is told, not even its title. */
export function renderPasscodePage({ address, head, wrong, tooMany }: PasscodeView): string {
  const problem = tooMany
    ? "För många försök med fel lösenord. Vänta en kvart och försök igen."
    : wrong
      ? "Lösenordet stämmer inte. Kontrollera stora och små bokstäver, eller fråga den som skickade länken."
      : undefined;
  const title = "Rapporten öppnas med ett lösenord";
  return wholePage({
    head,
    title: problem === undefined ? title : `Fel: ${title}`,
    body: renderToStaticMarkup(
      <Frame title={title}>
        <p className="lead">Du har fått det av den som skickade länken.</p>
        <form method="post" action={address} className="door-form">
          <label className="label" htmlFor="passcode">
            Lösenord
          </label>
          <input
            className="input"
            id="passcode"
            name="passcode"
            type="password"
            autoComplete="current-password"
            autoFocus
            required
            {...(problem === undefined ? {} : { "aria-invalid": true, "aria-describedby": "passcode-fel" })}
          />
          {problem !== undefined && (
            <p className="field-error" id="passcode-fel" role="alert">
              {problem}
            </p>
          )}
          <p className="actions">
            <button className="button">Öppna rapporten</button>
          </p>
        </form>
      </Frame>,
    ),
  });
}

interface Words {
  readonly title: string;
  readonly message: string;
}

const PROBLEMS: Readonly<Record<string, Words>> = {
  "link-not-found": {
    title: "Länken finns inte",
    message: "Kontrollera att hela adressen kom med. Hjälper inte det, be utredaren om en ny länk.",
  },
  "link-withdrawn": {
    title: "Länken har dragits tillbaka",
    message: "Rapporten går inte längre att läsa här. Be utredaren om en ny länk.",
  },
  "link-expired": {
    title: "Länken gäller inte längre",
    message: "Den hade ett sista datum, och det har passerat. Be utredaren om en ny länk.",
  },
  "not-published": {
    title: "Inget är publicerat än",
    message: "Rapporten kommer att finnas på den här adressen när utredaren har publicerat den.",
  },
  "publication-working": {
    title: "Rapporten håller på att göras",
    message: "Sidan laddas om av sig själv.",
  },
  "too-many-requests": {
    title: "Sidan har hämtats för ofta",
    message: "Vänta en minut och ladda om sidan.",
  },
  "table-not-found": {
    title: "Tabellen finns inte",
    message: "Rapporten har ingen sådan tabell. Gå tillbaka till rapporten och välj en annan.",
  },
};

const OTHERWISE: Words = {
  title: "Rapporten kan inte visas",
  message: "Något gick fel. Ladda om sidan om en stund. Hjälper inte det, hör av dig till utredaren.",
};

/** Says why a link leads to no report, by the code of the problem. */
export function renderViewProblem(code: string, head: string): string {
  const { title, message } = (Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : undefined) ?? OTHERWISE;
  return wholePage({
    head,
    title,
    body: renderToStaticMarkup(
      <Frame title={title}>
        <p className="lead">{message}</p>
      </Frame>,
    ),
  });
}
