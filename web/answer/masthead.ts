import type { AnswerSheet } from "../../survey-definitions/wire.ts";
import { button, element, paragraph } from "./element.ts";
import { mannerOf } from "./manner.ts";
import { exitButton } from "./quick-exit.ts";
import type { Saver } from "./saver.ts";
import { heldText, saveText, topLine, troubleText } from "./words.ts";

/**
 * Who answers about what, always in the same corner whether it is saved, and what is in the way when it is not. Stays at
 * the top of the window.
 */
export function masthead(sheet: AnswerSheet, saver: Saver, onCompare: () => void, onLeave: () => void): HTMLElement {
  const { isPrivate } = mannerOf(sheet);
  const saved = element("p", { class: "masthead-saved numbers", role: "status" });
  const trouble = element("div", { class: "trouble", role: "status" });
  const update = (): void => {
    setText(saved, isPrivate ? heldText(saver.state) : saveText(saver.state, new Date()));
    const sentence = isPrivate ? "" : (troubleText(saver.state) ?? "");
    if (trouble.dataset["sentence"] === sentence) return;
    trouble.dataset["sentence"] = sentence;
    trouble.replaceChildren();
    if (sentence === "") return;
    const notice = element("div", { class: "trouble-notice" }, paragraph(sentence));
    if (saver.state.phase === "choosing") notice.append(button("Jämför och välj", onCompare));
    trouble.append(notice);
  };
  update();
  saver.subscribe(update);
  const line = element(
    "div",
    { class: "masthead-line" },
    ...(isPrivate ? [saved, exitButton(onLeave)] : [title(topLine(sheet)), saved]),
  );
  return element("header", { class: isPrivate ? "masthead masthead-private" : "masthead" }, line, trouble);
}

/** The ages stay on one line. */
function title(text: string): HTMLElement {
  const [ages = ""] = /\d+–\d+ år/.exec(text) ?? [];
  const [before = "", after = ""] = ages === "" ? [text] : text.split(ages);
  return element("p", { class: "masthead-title" }, before, element("span", { class: "masthead-ages" }, ages), after);
}

/** Only a text that differs is spoken again. */
function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** Marks a study whose answers are made up; scrolls away with the page. */
export const inventedStrip = (): HTMLElement =>
  element("aside", { class: "invented-strip", "aria-label": "Om studien" }, "Exempel med påhittade svar");
