/**
 * Where on this device what is not sent yet may lie. A party's answer may wait for the network for days; what a member of
 * staff writes on a shared computer goes with the tab; of a young person's answer nothing is written down, unless that
 * person has asked for it, and then it goes with the tab too.
 */
import type { Places } from "./local-buffer.ts";
import type { Manner } from "./manner.ts";

const KEEP = "behovskartan.keep";

export function placesFor({ isOpen, isPrivate }: Manner): Places {
  if (isPrivate) return { unsent: keptTab, session: keptTab };
  return { unsent: () => (isOpen ? sessionStorage : localStorage), session: () => sessionStorage };
}

/** Has the person asked that the answers are kept in this tab? */
export function isKept(): boolean {
  try {
    return sessionStorage.getItem(KEEP) !== null;
  } catch {
    return false;
  }
}

export function setKept(kept: boolean): void {
  try {
    if (kept) sessionStorage.setItem(KEEP, "1");
    else sessionStorage.removeItem(KEEP);
  } catch {
    // Storage that is switched off keeps nothing, which is the safe side.
  }
}

function keptTab(): Storage {
  if (!isKept()) throw new Error("nobody has asked that anything is kept");
  return sessionStorage;
}
