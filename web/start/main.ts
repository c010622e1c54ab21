/** Shows the way to the example's report where this installation has one; the page is whole without. */
import type { Installation } from "../../survey-definitions/wire.ts";

async function showExample(): Promise<void> {
  const response = await fetch("/api/installation");
  if (!response.ok) return;
  const { example } = (await response.json()) as Installation;
  const place = document.getElementById("example-report");
  if (example === undefined || place === null) return;
  place.querySelector("a")?.setAttribute("href", example.report);
  place.hidden = false;
}

void showExample().catch(() => undefined);
