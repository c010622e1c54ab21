import type { Saver } from "./saver.ts";

/** Saves when the page is put away, and tries again when the network comes back. */
export function watchConnection(saver: Saver): void {
  addEventListener("online", () => saver.networkIsBack());
  addEventListener("pagehide", () => saver.flush(true));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") saver.flush(true);
  });
}
