import { make, makeButton } from "./elements.ts";

/** A button under each piece of code; where the browser refuses to copy, the code is marked instead. */
export function copyEmbeds(within: HTMLElement): void {
  for (const code of within.querySelectorAll<HTMLTextAreaElement>(".embed-code")) {
    const said = make("span", { role: "status" });
    const copy = (): void => {
      // Absent where the page is not served over https.
      const clipboard = navigator.clipboard as Clipboard | undefined;
      const done =
        clipboard === undefined ? Promise.reject(new Error("no clipboard")) : clipboard.writeText(code.value);
      done.then(
        () => (said.textContent = "Kopierad."),
        () => {
          code.select();
          said.textContent = "Koden är markerad. Kopiera den själv.";
        },
      );
    };
    code.after(make("p", { class: "embed-copy" }, makeButton("Kopiera koden", "link-button", copy), said));
  }
}
