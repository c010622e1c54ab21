import type { ReactElement } from "react";
import type { SaverState } from "./versioned-saver.ts";

type SavedState = Pick<SaverState<unknown, unknown>, "status" | "savedAt">;

const twoDigits = (n: number): string => String(n).padStart(2, "0");

function statusText({ status, savedAt }: SavedState): string {
  switch (status) {
    case "saved":
      return savedAt === undefined
        ? "Sparas medan du skriver"
        : `Sparad ${twoDigits(savedAt.getHours())}:${twoDigits(savedAt.getMinutes())}`;
    case "changed":
      return "Ändringar som inte är sparade än";
    case "saving":
      return "Sparar …";
    case "failed":
      return "Inte sparat. Texten finns kvar här.";
  }
}

/** Whether what is on the page is saved, always in the same place, and the way to save it at once. */
export function SaverStatus({ state, onSave }: { state: SavedState; onSave: () => void }): ReactElement {
  return (
    <div className="saver-status no-print">
      <span role="status">{statusText(state)}</span>
      {(state.status === "changed" || state.status === "failed") && (
        <button type="button" className="link-button" aria-keyshortcuts="Control+S" onClick={onSave}>
          Spara nu
        </button>
      )}
    </div>
  );
}
