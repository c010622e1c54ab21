/**
 * Saves the list of proposals while it is being written: shortly after the last key, at once when asked. Somebody else's
 * changes are merged in; what cannot be saved stays in the page and in the browser's tab until it can.
 */
import type { StudyProposal } from "../../survey-definitions/study.ts";
import type { ProposalList } from "../../survey-definitions/wire.ts";
import { CallError } from "./call.ts";
import { mergeProposals, type ProposalConflict } from "./merge-proposals.ts";
import { asCallError } from "./use-resource.ts";

export interface ProposalsState {
  /** `undefined` until they have been read. */
  readonly proposals: readonly StudyProposal[] | undefined;
  readonly status: "saved" | "changed" | "saving" | "failed";
  readonly savedAt: Date | undefined;
  readonly conflicts: readonly ProposalConflict[];
  readonly error: CallError | undefined;
}

export interface ProposalCalls {
  readonly load: () => Promise<ProposalList>;
  /** @throws {CallError} `proposals-changed` when the version is not the stored one */
  readonly save: (list: ProposalList) => Promise<ProposalList>;
}

/** What is kept between two pages, or over a reload: a change and what it was made from. */
export interface UnsavedProposals {
  readonly base: readonly StudyProposal[];
  readonly draft: readonly StudyProposal[];
}

export interface UnsavedStore {
  readonly read: () => UnsavedProposals | undefined;
  readonly write: (unsaved: UnsavedProposals | undefined) => void;
}

const PAUSE_MS = 1_500;

/** A proposal is saved when it says something; the server takes no empty texts. */
export const isComplete = ({ what }: StudyProposal): boolean => what.trim() !== "";

/** As it is sent: no empty fields, no spaces round the texts. */
function tidied({ who, by, ...proposal }: StudyProposal): StudyProposal {
  const name = who?.trim() ?? "";
  return {
    ...proposal,
    what: proposal.what.trim(),
    ...(name === "" ? {} : { who: name }),
    ...(by === undefined || by === "" ? {} : { by }),
  };
}

const sendable = (proposals: readonly StudyProposal[]): readonly StudyProposal[] =>
  proposals.filter(isComplete).map(tidied);

const textOf = (proposals: readonly StudyProposal[]): string =>
  JSON.stringify(
    proposals.map(({ id, kind, municipality, party, what, who, by }) => [id, kind, municipality, party, what, who, by]),
  );

export class ProposalSaver {
  readonly #calls: ProposalCalls;
  readonly #unsaved: UnsavedStore;
  readonly #listeners = new Set<() => void>();
  #base: readonly StudyProposal[] = [];
  #version = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  #state: ProposalsState = {
    proposals: undefined,
    status: "saved",
    savedAt: undefined,
    conflicts: [],
    error: undefined,
  };

  constructor(calls: ProposalCalls, unsaved: UnsavedStore) {
    this.#calls = calls;
    this.#unsaved = unsaved;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): ProposalsState => this.#state;

  /** Reads the stored list, and takes up a change that was left unsaved. */
  async load(): Promise<void> {
    try {
      const { version, proposals } = await this.#calls.load();
      this.#version = version;
      this.#base = proposals;
      const left = this.#unsaved.read();
      if (left === undefined) return this.#change({ proposals, error: undefined });
      const { proposals: merged, conflicts } = mergeProposals(left.base, left.draft, proposals);
      this.#change({ proposals: merged, conflicts, error: undefined });
      this.#later();
    } catch (error) {
      this.#change({ error: asCallError(error) });
    }
  }

  readonly edit = (proposals: readonly StudyProposal[]): void => {
    this.#change({ proposals });
    this.#later();
  };

  /** The other's text has been taken over, or left aside. */
  readonly settle = (id: string): void => {
    this.#change({ conflicts: this.#state.conflicts.filter((conflict) => conflict.id !== id) });
  };

  /** Saves now. Resolves when everything is saved, or when it could not be. */
  readonly flush = async (): Promise<void> => {
    clearTimeout(this.#timer);
    while (this.#saving !== undefined) await this.#saving;
    if (!this.#isChanged()) {
      this.#unsaved.write(undefined);
      if (this.#state.proposals !== undefined) this.#change({ status: "saved" });
      return;
    }
    this.#saving = this.#save().finally(() => (this.#saving = undefined));
    await this.#saving;
    if (this.#state.status === "changed") await this.flush();
  };

  #later(): void {
    clearTimeout(this.#timer);
    const { proposals } = this.#state;
    if (proposals !== undefined) this.#unsaved.write({ base: this.#base, draft: proposals });
    this.#change({ status: this.#isChanged() ? "changed" : "saved" });
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  #isChanged(): boolean {
    return textOf(sendable(this.#state.proposals ?? this.#base)) !== textOf(this.#base);
  }

  async #save(): Promise<void> {
    const sent = sendable(this.#state.proposals ?? []);
    this.#change({ status: "saving", error: undefined });
    try {
      const { version, proposals } = await this.#calls.save({ version: this.#version, proposals: sent });
      this.#version = version;
      this.#base = proposals;
      this.#change({ status: this.#isChanged() ? "changed" : "saved", savedAt: new Date() });
      if (!this.#isChanged() && (this.#state.proposals ?? []).every(isComplete)) this.#unsaved.write(undefined);
    } catch (error) {
      if (error instanceof CallError && error.code === "proposals-changed") await this.#takeTheirs();
      else this.#change({ status: "failed", error: asCallError(error) });
    }
  }

  async #takeTheirs(): Promise<void> {
    try {
      const theirs = await this.#calls.load();
      const mine = this.#state.proposals ?? [];
      const { proposals, conflicts } = mergeProposals(this.#base, mine, theirs.proposals);
      this.#version = theirs.version;
      this.#base = theirs.proposals;
      const earlier = this.#state.conflicts.filter(({ id }) => conflicts.every((conflict) => conflict.id !== id));
      this.#change({ proposals, conflicts: [...earlier, ...conflicts], status: "changed" });
    } catch (error) {
      this.#change({ status: "failed", error: asCallError(error) });
    }
  }

  #change(changes: Partial<ProposalsState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of [...this.#listeners]) listener();
  }
}
