/** What has not reached the server yet, kept on this device until it has. */
import type { SaveState } from "./save-state.ts";

export type Unsent = Pick<SaveState, "base" | "revision" | "current" | "shown" | "unconfirmed">;

export interface LocalBuffer {
  readonly read: () => Unsent | undefined;
  /** False when the browser would not keep it (storage is full or switched off). */
  readonly write: (unsent: Unsent) => boolean;
  readonly clear: () => void;
  /** Which of the many answers of the link this one is. */
  readonly readSession: () => string | undefined;
  /** What is unsent belonged to an answer without a session until now; it is cleared. */
  readonly writeSession: (session: string) => void;
  /** Nothing of the answer stays on this device. */
  readonly forget: () => void;
}

export interface Places {
  /** For what is not sent: one that throws keeps nothing. */
  readonly unsent: () => Storage;
  /** For the session, which must not outlive the tab. */
  readonly session: () => Storage;
}

const PREFIX = "behovskartan";

/**
 * A buffer for one link, and for each session of it one of its own. The token itself is never written down: the name
 * holds 53 bits of it, from which it cannot be worked out. A stored value that cannot be read counts as none.
 */
export function localBuffer(token: string, places: Places): LocalBuffer {
  const sessionName = `${PREFIX}.session.${digest(token)}`;
  const readSession = (): string | undefined =>
    attempt(places.session, (store) => store.getItem(sessionName) ?? undefined);
  const name = (): string => `${PREFIX}.unsent.${digest(`${token}${readSession() ?? ""}`)}`;
  const clear = (): void => void attempt(places.unsent, (store) => store.removeItem(name()));
  return {
    read: () =>
      attempt(places.unsent, (store) => {
        const value: unknown = JSON.parse(store.getItem(name()) ?? "null");
        return isUnsent(value) ? value : undefined;
      }),
    write: ({ base, revision, current, shown, unconfirmed }) =>
      attempt(places.unsent, (store) => {
        store.setItem(name(), JSON.stringify({ base, revision, current, shown, unconfirmed }));
        return true;
      }) ?? false,
    clear,
    readSession,
    writeSession: (session) => {
      if (session === readSession()) return;
      clear();
      attempt(places.session, (store) => store.setItem(sessionName, session));
    },
    forget: () => {
      clear();
      attempt(places.session, (store) => store.removeItem(sessionName));
    },
  };
}

function attempt<T>(storage: () => Storage, access: (storage: Storage) => T): T | undefined {
  try {
    return access(storage());
  } catch {
    return undefined;
  }
}

function isUnsent(value: unknown): value is Unsent {
  if (typeof value !== "object" || value === null) return false;
  const { base, revision, current, shown, unconfirmed } = value as Record<string, unknown>;
  const isRecord = (part: unknown): boolean => typeof part === "object" && part !== null && !Array.isArray(part);
  return (
    isRecord(base) &&
    isRecord(current) &&
    Number.isInteger(revision) &&
    Array.isArray(shown) &&
    Array.isArray(unconfirmed)
  );
}

/** 53 bits of a text, in hexadecimal (cyrb53, public domain). Names a thing; protects nothing by itself. */
function digest(text: string): string {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(16);
}
