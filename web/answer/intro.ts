import type { AnswerSheet, Answers, Receipt } from "../../survey-definitions/wire.ts";
import type { AnswerApi } from "./api.ts";
import { button, element, paragraph } from "./element.ts";
import { minutesByPage, roundMinutes } from "./estimate.ts";
import { introText } from "./intro-text.ts";
import { longDate, momentText } from "./time.ts";

interface IntroProps {
  readonly sheet: AnswerSheet;
  readonly api: AnswerApi;
  readonly hasAnswers: boolean;
  readonly receipt: Receipt | undefined;
  readonly onStart: () => void;
  readonly onResume: () => void;
  readonly onCopy: (answers: Answers) => void;
  readonly onReceipt: () => void;
}

/** The first page: everything that somebody needs to know before the first question. */
export function intro(props: IntroProps): HTMLElement {
  const { sheet, hasAnswers, receipt, onStart, onResume } = props;
  const minutes = roundMinutes(minutesByPage(sheet.definition).reduce((sum, page) => sum + page, 0));
  const timeNeeded = element("span", { class: "soft" }, `Ungefär ${minutes} minuter. Du kan pausa när du vill.`);
  const actions = hasAnswers
    ? [
        button(receipt === undefined ? "Fortsätt där ni var" : "Ändra svaret", onResume),
        button("Gå till första delen", onStart, "button button-quiet"),
      ]
    : [button("Börja svara", onStart)];
  return element(
    "main",
    { class: "page intro", id: "main" },
    element("p", { class: "kicker" }, "Förstudie"),
    element("h1", { tabindex: "-1" }, sheet.study.title),
    element("p", { class: "lead" }, question(sheet)),
    ...status(props),
    element("p", { class: "actions" }, ...actions, ...(hasAnswers ? [] : [timeNeeded])),
    ...(hasAnswers || sheet.copyFrom.length === 0 ? [] : [copyOffers(props)]),
    introText(sheet, minutes),
  );
}

function question({ municipality }: AnswerSheet): string {
  const where = municipality === undefined ? "hos er" : `i ${municipality.name}`;
  return `Hur ser det ut ${where}? Er bild behövs för att helheten ska stämma.`;
}

function status({ sheet, receipt, onReceipt }: IntroProps): readonly HTMLElement[] {
  if (receipt !== undefined) {
    const changed = sheet.status === "reopened" ? " Det finns ändringar som inte är skickade än." : "";
    const sentence = `Svaret skickades ${longDate(new Date(receipt.submittedAt))}. Ni kan ändra det tills undersökningen stänger.${changed}`;
    return [
      element(
        "div",
        { class: "notice" },
        paragraph(sentence),
        button("Visa och skriv ut det som skickades", onReceipt, "link-button"),
      ),
    ];
  }
  if (sheet.status !== "declined") return [];
  const sentence = "Det är noterat att ni avstår från att svara. Har ni ändrat er går det bra att svara ändå.";
  return [element("div", { class: "notice" }, paragraph(sentence))];
}

function copyOffers({ sheet, api, onCopy }: IntroProps): HTMLElement {
  const said = element("p", { role: "status" });
  const copy = async (municipality: string): Promise<void> => {
    const reply = await api.copyFrom(municipality);
    if (reply.kind === "done") onCopy(reply.body.answers);
    else said.textContent = "Svaret kunde inte hämtas. Försök igen, eller börja från början.";
  };
  const here = sheet.municipality?.name ?? "den här kommunen";
  return element(
    "section",
    { class: "notice", "aria-labelledby": "copy-title" },
    element("h2", { id: "copy-title" }, "Ni har redan svarat för en annan kommun"),
    paragraph(`Börja med det svaret om mycket är lika. Gå sedan igenom siffrorna: de ska gälla ${here}.`),
    ...sheet.copyFrom.map(({ municipality, name, savedAt }) =>
      element(
        "p",
        { class: "copy-offer" },
        button(`Kopiera svaret för ${name}`, () => void copy(municipality), "button button-quiet"),
        element("span", { class: "soft small" }, `sparat ${momentText(new Date(savedAt), new Date())}`),
      ),
    ),
    said,
  );
}
