/** What has not reached the server yet, kept on this device until it has. */
import type { SaveState } from "./save-state.ts";

export type Unsent = Pick<SaveState, "base" | "revision" | "current" | "shown" | "unconfirmed">;

export interface LocalBuffer {
  readonly read: () => Unsent | undefined;
  /** False when the browser would not keep it (storage is full or switched off). */
  readonly write: (unsent: Unsent) => boolean;
  readonly clear: () => void;
  readonly readSession: () => string | undefined;
  readonly writeSession: (session: string) => void;
}

const PREFIX = "behovskartan";

/**
 * A buffer for one link. The token itself is never written down: the name holds 53 bits of it, from which it cannot
 * be worked out. A stored value that cannot be read counts as none.
 */
export function localBuffer(token: string, storage: () => Storage): LocalBuffer {
  const name = `${PREFIX}.unsent.${digest(token)}`;
  const sessionName = `${PREFIX}.session.${digest(token)}`;
  const attempt = <T>(access: (storage: Storage) => T): T | undefined => {
    try {
      return access(storage());
    } catch {
      return undefined;
    }
  };
  return {
    read: () =>
      attempt((store) => {
        const value: unknown = JSON.parse(store.getItem(name) ?? "null");
        return isUnsent(value) ? value : undefined;
      }),
    write: ({ base, revision, current, shown, unconfirmed }) =>
      attempt((store) => {
        store.setItem(name, JSON.stringify({ base, revision, current, shown, unconfirmed }));
        return true;
      }) ?? false,
    clear: () => void attempt((store) => store.removeItem(name)),
    readSession: () => attempt((store) => store.getItem(sessionName) ?? undefined),
    writeSession: (session) => void attempt((store) => store.setItem(sessionName, session)),
  };
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
