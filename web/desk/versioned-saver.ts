/**
 * Saves something while it is being written: shortly after the last key, at once when asked. Somebody else's changes are
 * merged in; what cannot be saved stays in the page and in the browser's tab until it can.
 */
import { CallError } from "./call.ts";
import { asCallError } from "./use-resource.ts";

export interface SaverState<T, Conflict> {
  /** `undefined` until it has been read. */
  readonly draft: T | undefined;
  readonly status: "saved" | "changed" | "saving" | "failed";
  readonly savedAt: Date | undefined;
  readonly conflicts: readonly Conflict[];
  readonly error: CallError | undefined;
}

export interface Versioned<T> {
  readonly version: number;
  readonly stored: T;
}

export interface SaverCalls<T> {
  readonly load: () => Promise<Versioned<T>>;
  /** @throws {CallError} with the `changedCode` of the rules when the version is not the stored one */
  readonly save: (next: Versioned<T>) => Promise<Versioned<T>>;
}

/** How one kind of thing is compared, merged and sent. */
export interface SaverRules<T, Conflict> {
  readonly changedCode: string;
  readonly merge: (base: T, mine: T, theirs: T) => { readonly merged: T; readonly conflicts: readonly Conflict[] };
  /** What of a draft is sent. */
  readonly sendable: (draft: T) => T;
  /** Equal texts mean that there is nothing to save. */
  readonly textOf: (sendable: T) => string;
  /** Whether all of a draft is sent; the rest of it is kept in the tab. */
  readonly isWhole: (draft: T) => boolean;
  /** What a conflict is about. */
  readonly conflictKey: (conflict: Conflict) => string;
}

/** What is kept between two pages, or over a reload: a change and what it was made from. */
export interface Unsaved<T> {
  readonly base: T;
  readonly draft: T;
}

export interface UnsavedStore<T> {
  readonly read: () => Unsaved<T> | undefined;
  readonly write: (unsaved: Unsaved<T> | undefined) => void;
}

const PAUSE_MS = 1_500;

export class VersionedSaver<T, Conflict> {
  readonly #rules: SaverRules<T, Conflict>;
  readonly #calls: SaverCalls<T>;
  readonly #unsaved: UnsavedStore<T>;
  readonly #listeners = new Set<() => void>();
  /** As it was stored when it was last read or saved. */
  #base: Versioned<T> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  #state: SaverState<T, Conflict> = {
    draft: undefined,
    status: "saved",
    savedAt: undefined,
    conflicts: [],
    error: undefined,
  };

  constructor(rules: SaverRules<T, Conflict>, calls: SaverCalls<T>, unsaved: UnsavedStore<T>) {
    this.#rules = rules;
    this.#calls = calls;
    this.#unsaved = unsaved;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): SaverState<T, Conflict> => this.#state;

  /** Reads what is stored, and takes up a change that was left unsaved. */
  async load(): Promise<void> {
    try {
      const base = await this.#calls.load();
      this.#base = base;
      const left = this.#unsaved.read();
      if (left === undefined) return this.#change({ draft: base.stored, error: undefined });
      const { merged, conflicts } = this.#rules.merge(left.base, left.draft, base.stored);
      this.#change({ draft: merged, conflicts, error: undefined });
      this.#later();
    } catch (error) {
      this.#change({ error: asCallError(error) });
    }
  }

  readonly edit = (draft: T): void => {
    this.#change({ draft });
    this.#later();
  };

  /** The other's text has been taken over, or left aside. */
  readonly settle = (key: string): void => {
    const conflicts = this.#state.conflicts.filter((conflict) => this.#rules.conflictKey(conflict) !== key);
    this.#change({ conflicts });
  };

  /** Saves now. Resolves when everything is saved, or when it could not be. */
  readonly flush = async (): Promise<void> => {
    clearTimeout(this.#timer);
    while (this.#saving !== undefined) await this.#saving;
    const { draft } = this.#state;
    if (this.#base === undefined || draft === undefined) return;
    if (!this.#isChanged()) {
      if (this.#rules.isWhole(draft)) this.#unsaved.write(undefined);
      this.#change({ status: "saved" });
      return;
    }
    this.#saving = this.#save(this.#base, draft).finally(() => (this.#saving = undefined));
    await this.#saving;
    if (this.#state.status === "changed") await this.flush();
  };

  #later(): void {
    clearTimeout(this.#timer);
    const { draft } = this.#state;
    if (draft !== undefined && this.#base !== undefined) this.#unsaved.write({ base: this.#base.stored, draft });
    this.#change({ status: this.#isChanged() ? "changed" : "saved" });
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  #isChanged(): boolean {
    const { draft } = this.#state;
    if (draft === undefined || this.#base === undefined) return false;
    return this.#rules.textOf(this.#rules.sendable(draft)) !== this.#rules.textOf(this.#base.stored);
  }

  async #save({ version }: Versioned<T>, draft: T): Promise<void> {
    this.#change({ status: "saving", error: undefined });
    try {
      this.#base = await this.#calls.save({ version, stored: this.#rules.sendable(draft) });
      this.#change({ status: this.#isChanged() ? "changed" : "saved", savedAt: new Date() });
      if (!this.#isChanged() && this.#rules.isWhole(this.#state.draft ?? draft)) this.#unsaved.write(undefined);
    } catch (error) {
      if (error instanceof CallError && error.code === this.#rules.changedCode) await this.#takeTheirs(draft);
      else this.#change({ status: "failed", error: asCallError(error) });
    }
  }

  async #takeTheirs(draft: T): Promise<void> {
    try {
      const theirs = await this.#calls.load();
      const mine = this.#state.draft ?? draft;
      const { merged, conflicts } = this.#rules.merge(this.#base?.stored ?? mine, mine, theirs.stored);
      this.#base = theirs;
      const keys = new Set(conflicts.map(this.#rules.conflictKey));
      const earlier = this.#state.conflicts.filter((conflict) => !keys.has(this.#rules.conflictKey(conflict)));
      this.#change({ draft: merged, conflicts: [...earlier, ...conflicts], status: "changed" });
    } catch (error) {
      this.#change({ status: "failed", error: asCallError(error) });
    }
  }

  #change(changes: Partial<SaverState<T, Conflict>>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of [...this.#listeners]) listener();
  }
}
