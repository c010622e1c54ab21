/** An anonymous answer is sent: nothing more is needed, and nothing on the page says whose it was. */
import type { AnswerSheet, Receipt } from "../../survey-definitions/wire.ts";
import { button, element, paragraph } from "./element.ts";
import { turnTo } from "./intro-voice.ts";
import { mannerOf } from "./manner.ts";
import { isoDate } from "./time.ts";

export function thanksPage(sheet: AnswerSheet, { submittedAt, sha256 }: Receipt, onLeave: () => void): HTMLElement {
  const page = (...content: HTMLElement[]): HTMLElement =>
    element("main", { class: "page thanks", id: "main" }, ...content);
  if (mannerOf(sheet).isPrivate) {
    return page(
      heading("Tack för ditt svar"),
      element("p", { class: "lead" }, "Nu är det klart. Du behöver inte göra något mer."),
      paragraph("Dina svar finns inte kvar i telefonen eller datorn. Ingen kan se att det var du."),
      element("p", { class: "actions" }, button("Lämna sidan", onLeave)),
      element(
        "section",
        { class: "notice" },
        element("h2", {}, "Är det jobbigt just nu?"),
        element("p", {}, ...turnTo()),
      ),
    );
  }
  return page(
    heading("Tack, svaret är skickat"),
    element("p", { class: "lead" }, "Inget mer behövs. Svaret går inte att ändra, för vi vet inte vilket som är ditt."),
    element(
      "dl",
      { class: "receipt-facts numbers" },
      fact("Skickat", isoDate(submittedAt)),
      fact("Kvitto", `${sha256.slice(0, 4)} ${sha256.slice(4, 8)}`),
    ),
    element(
      "p",
      { class: "soft small" },
      "Kvittot är räknat ur svaren. Det visar att de kom fram och säger inget om vem du är.",
    ),
    element("h2", {}, "Är ni flera?"),
    paragraph("Skicka länken vidare till kollegor, eller lämna över telefonen. Nästa person får ett tomt formulär."),
    element(
      "p",
      { class: "actions" },
      button("Ny person svarar", () => location.reload(), "button button-quiet"),
    ),
  );
}

const heading = (text: string): HTMLElement => element("h1", { tabindex: "-1" }, text);

const fact = (term: string, text: string): HTMLElement =>
  element("div", {}, element("dt", {}, term), element("dd", {}, text));
