import type { Instrument } from "../../survey-definitions/codes.ts";
import type { AnswerSheet, Answers, Receipt } from "../../survey-definitions/wire.ts";
import type { Surroundings } from "./answering.ts";
import type { AnswerApi } from "./api.ts";
import { button, element, paragraph } from "./element.ts";
import { minutesByPage, roundMinutes } from "./estimate.ts";
import { partyIntro } from "./intro-party.ts";
import { staffIntro } from "./intro-staff.ts";
import { introSections, type IntroWords } from "./intro-words.ts";
import { mannerOf } from "./manner.ts";
import { longDate, momentText } from "./time.ts";

export interface IntroProps {
  readonly sheet: AnswerSheet;
  readonly kind: IntroKind;
  readonly api: AnswerApi;
  readonly hasAnswers: boolean;
  readonly receipt: Receipt | undefined;
  readonly surroundings: Surroundings;
  readonly onStart: () => void;
  readonly onResume: () => void;
  readonly onCopy: (answers: Answers) => void;
  readonly onReceipt: () => void;
}

type Words = (sheet: AnswerSheet, minutes: number) => IntroWords;
type Piece = (props: IntroProps) => HTMLElement;

/** What the first page of a questionnaire says, and what it asks before the first question. */
export interface IntroKind {
  readonly words: Words;
  /** In the place of the button that begins. */
  readonly chooser?: Piece;
  /** Under that button. */
  readonly option?: Piece;
}

/** The words of one's own questionnaire only are fetched, but for those that most people answer: these are at hand. */
export async function introKind(instrument: Instrument): Promise<IntroKind> {
  switch (instrument) {
    case "party":
      return { words: partyIntro };
    case "staff":
      return { words: staffIntro };
    case "voice": {
      const { voiceIntro, keepChoice } = await import("./intro-voice.ts");
      return { words: voiceIntro, option: keepChoice };
    }
    case "case":
      return { words: (await import("./intro-case.ts")).caseIntro };
    case "follow-up": {
      const { followUpIntro, periodChooser } = await import("./intro-follow-up.ts");
      return { words: followUpIntro, chooser: periodChooser };
    }
  }
}

/** The first page: everything that somebody needs to know before the first question. */
export function intro(props: IntroProps): HTMLElement {
  const { sheet, kind, hasAnswers } = props;
  const minutes = minutesByPage(sheet.definition, mannerOf(sheet).pace).reduce((sum, page) => sum + page, 0);
  const words = kind.words(sheet, roundMinutes(minutes));
  return element(
    "main",
    { class: "page intro", id: "main" },
    element("p", { class: "kicker" }, words.kicker),
    element("h1", { tabindex: "-1" }, words.heading),
    element("p", { class: "lead" }, words.lead),
    ...(kind.chooser ? [kind.chooser(props)] : [...status(props), actions(props, words)]),
    ...(kind.option ? [kind.option(props)] : []),
    ...(hasAnswers || sheet.copyFrom.length === 0 ? [] : [copyOffers(props)]),
    introSections(words.sections),
  );
}

function actions({ sheet, hasAnswers, receipt, onStart, onResume }: IntroProps, words: IntroWords): HTMLElement {
  if (!hasAnswers) {
    const timeNeeded = element("span", { class: "soft" }, words.timeNote);
    return element("p", { class: "actions" }, button(words.begin, onStart), timeNeeded);
  }
  const where = mannerOf(sheet).isOpen ? "du" : "ni";
  return element(
    "p",
    { class: "actions" },
    button(receipt === undefined ? `Fortsätt där ${where} var` : "Ändra svaret", onResume),
    button("Gå till första delen", onStart, "button button-quiet"),
  );
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
