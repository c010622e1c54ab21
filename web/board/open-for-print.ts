import { makeButton } from "./elements.ts";

/** On paper nothing can be unfolded: what belongs there is opened before, and closed again after. */
export function openForPrint(tools: HTMLElement): void {
  tools.append(makeButton("Skriv ut", "link-button", () => print()));
  for (const line of document.querySelectorAll(".report-address")) {
    line.textContent = `Rapportens adress: ${location.origin}${location.pathname}${location.search}`;
  }
  let opened: readonly HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [
      ...document.querySelectorAll<HTMLDetailsElement>(".foot-printed:not([open]), .more-sentences:not([open])"),
    ];
    for (const details of opened) {
      // Of those with one name only one is open at a time.
      details.dataset["name"] = details.name;
      details.name = "";
      details.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const details of opened) {
      details.open = false;
      details.name = details.dataset["name"] ?? "";
    }
    opened = [];
  });
}
