import type { ErrorBody } from "../../survey-definitions/wire.ts";
import { button, element, paragraph } from "./element.ts";
import { withLongDates } from "./time.ts";

export type OpeningProblem =
  { readonly kind: "unreachable" } | { readonly kind: "refused"; readonly status: number; readonly error: ErrorBody };

/** The questionnaire cannot be opened: what happened, and what to do. */
export function problemPage(problem: OpeningProblem, onRetry: () => void): HTMLElement {
  const { title, text, canRetry } = wordsFor(problem);
  document.title = `${title} – Behovskartan`;
  return element(
    "main",
    { class: "page", id: "main" },
    element("p", { class: "wordmark" }, "Behovskartan"),
    element("h1", { class: "problem-title" }, title),
    ...text.map(paragraph),
    ...(canRetry ? [element("p", { class: "actions" }, button("Försök igen", onRetry))] : []),
  );
}

interface Words {
  readonly title: string;
  readonly text: readonly string[];
  readonly canRetry: boolean;
}

function wordsFor(problem: OpeningProblem): Words {
  if (problem.kind === "unreachable") {
    return {
      title: "Sidan når inte servern",
      text: [
        "Antingen är du frånkopplad, eller så är servern nere. Svar som du har skrivit på den här datorn finns kvar.",
      ],
      canRetry: true,
    };
  }
  switch (problem.error.code) {
    case "link-full":
      return {
        title: "Vi har fått de svar som behövs",
        text: [
          "Länken tog emot ett visst antal svar, och de har kommit in. Tack för att du ville vara med.",
          "Vill du svara ändå? Be den som gav dig länken om en ny.",
        ],
        canRetry: false,
      };
    case "link-expired":
      return {
        title: "Tiden för att svara är slut",
        text: [withLongDates(problem.error.message), "Det som redan är skickat finns kvar."],
        canRetry: false,
      };
  }
  switch (problem.status) {
    case 410:
      return {
        title: "Undersökningen är stängd",
        text: [
          "Det går inte längre att svara eller ändra. Det som redan är skickat finns hos samordningsförbundet.",
          "Behöver du rätta något eller se vad ni svarade? Kontakta den som skickade länken.",
        ],
        canRetry: false,
      };
    case 404:
      return {
        title: "Länken gäller inte",
        text: [
          "Den kan vara felskriven eller ha ersatts av en ny. Kontrollera att hela adressen kom med, eller be den som skickade länken om en ny.",
        ],
        canRetry: false,
      };
    case 429:
      return {
        title: "Många försöker samtidigt",
        text: ["Vänta en halv minut och försök igen. Inget som du har svarat går förlorat."],
        canRetry: true,
      };
    default:
      return {
        title: "Något gick fel hos oss",
        text: [
          "Formuläret kunde inte öppnas. Försök igen om en stund. Sparade svar finns kvar.",
          `Felet heter ”${problem.error.code}”, om du behöver berätta om det för någon.`,
        ],
        canRetry: true,
      };
  }
}
