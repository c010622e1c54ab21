import { element } from "./element.ts";
import type { IntroProps } from "./intro.ts";

/** Off unless the person turns it on: then a reload, or a phone that runs short of memory, loses nothing. */
export function keepChoice({ surroundings: { isKept, setKept } }: Pick<IntroProps, "surroundings">): HTMLElement {
  const box = element("input", {
    type: "checkbox",
    id: "keep",
    "aria-describedby": "keep-help",
    checked: isKept(),
    change: (event) => setKept((event.target as HTMLInputElement).checked),
  });
  return element(
    "div",
    { class: "keep" },
    element(
      "label",
      { class: "keep-label", for: "keep" },
      box,
      element("span", {}, "Spara mina svar tills jag stänger fliken"),
    ),
    element(
      "p",
      { class: "soft small", id: "keep-help" },
      "Då finns de kvar om sidan laddas om. Kryssa bara i om ingen annan använder din telefon eller dator.",
    ),
  );
}
