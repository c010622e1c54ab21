/**
 * Leaving in a hurry, for whoever answers where somebody may look over their shoulder. The page goes blank at once; its
 * place in the tab is taken by an empty page without address, so that neither Back nor a reload brings it again.
 */
import { button, element } from "./element.ts";

/** Presses of Escape that leave, each within this time of the one before. */
const PRESSES = 3;
const WITHIN_MS = 2_000;

export function leaveNow(forget: () => void): void {
  forget();
  document.title = "";
  document.body.replaceChildren();
  location.replace("about:blank");
}

export function exitButton(onLeave: () => void): HTMLElement {
  return element(
    "div",
    { class: "exit" },
    button("Lämna sidan snabbt", onLeave, "button exit-button"),
    element("span", { class: "visually-hidden" }, "Eller tryck tre gånger på Escape."),
  );
}

/** Calls when Escape has been pressed often enough. A press that closes something of the browser's own counts too. */
export function watchEscape(onLeave: () => void): void {
  let presses = 0;
  let lastAt = -Infinity;
  addEventListener("keydown", ({ key, repeat, timeStamp }) => {
    if (key !== "Escape" || repeat) return;
    presses = timeStamp - lastAt <= WITHIN_MS ? presses + 1 : 1;
    lastAt = timeStamp;
    if (presses === PRESSES) onLeave();
  });
}
