/** Runs the state machine of autosave.ts against the server, the clock and this device. */
import type { AnswerSheet, Answers, SaveRequest } from "../../survey-definitions/wire.ts";
import type { AnswerApi } from "./api.ts";
import { step } from "./autosave.ts";
import type { LocalBuffer } from "./local-buffer.ts";
import { isPending, startState, type Choice, type SaveEvent, type SaveState } from "./save-state.ts";

export interface SaverOptions {
  /** Drafts stay on the page: only `settle`, before sending, brings anything to the server. */
  readonly holdsDrafts?: boolean;
}

export type ApplyListener = (answers: Answers, names: readonly string[]) => void;

export class Saver {
  #state: SaveState;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #api: AnswerApi;
  readonly #buffer: LocalBuffer;
  readonly #holdsDrafts: boolean;
  readonly #listeners = new Set<() => void>();
  /** Called when answers change for another reason than `change`: somebody else's, or a choice after a conflict. */
  onApply: ApplyListener = () => {};

  constructor(sheet: AnswerSheet, api: AnswerApi, buffer: LocalBuffer, { holdsDrafts = false }: SaverOptions = {}) {
    this.#api = api;
    this.#buffer = buffer;
    this.#holdsDrafts = holdsDrafts;
    const session = buffer.readSession();
    this.#state = startState({ ...sheet, ...(session === undefined ? {} : { session }) }, buffer.read());
    if (this.#state.phase === "waiting") this.#schedule(0);
  }

  get state(): SaveState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): SaveState => this.#state;

  change(answers: Answers, shown: readonly string[]): void {
    this.dispatch({ type: "changed", answers, shown });
  }
  /** Saves now what waits; with `leaving`, in a way that outlives the page. */
  flush(leaving = false): void {
    if (!this.#holdsDrafts) this.dispatch({ type: "flush", leaving });
  }
  networkIsBack(): void {
    if (!this.#holdsDrafts) this.dispatch({ type: "online" });
  }
  resolve(choices: Readonly<Record<string, Choice>>): void {
    this.dispatch({ type: "resolved", choices });
  }

  /** True when the server has everything; false when it could not be reached or somebody has to do something first. */
  settle(): Promise<boolean> {
    this.dispatch({ type: "online" });
    return new Promise((resolve) => {
      const finish = (): boolean => {
        const { phase } = this.#state;
        const retrying = phase === "waiting" && this.#state.trouble !== undefined;
        if (phase !== "resting" && phase !== "choosing" && phase !== "stopped" && !retrying) return false;
        resolve(phase === "resting" && !isPending(this.#state));
        return true;
      };
      if (finish()) return;
      const stop = this.subscribe(() => {
        if (finish()) stop();
      });
    });
  }

  /** Takes in what came of sending the whole answer, as if it had been a draft. */
  submitted(answers: Answers, revision: number, savedAt: string): void {
    this.#state = { ...this.#state, sending: answers };
    this.dispatch({ type: "saved", saved: { revision, savedAt } });
  }
  /** The answer is finished, or left: nothing of it stays here. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#buffer.forget();
  }

  /** The one way in which the state changes: what is not confirmed is on this device before anything is sent. */
  dispatch(event: SaveEvent): void {
    const { state, effects } = step(this.#state, event);
    this.#state = state;
    if (isPending(state)) this.#buffer.write(state);
    else this.#buffer.clear();
    for (const effect of effects) {
      if (effect.type === "timer") this.#schedule(effect.ms);
      else if (effect.type === "apply") this.onApply(effect.answers, effect.names);
      else void this.#send(effect.request, effect.leaving);
    }
    for (const listener of this.#listeners) listener();
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#holdsDrafts) this.#timer = setTimeout(() => this.dispatch({ type: "due" }), ms);
  }

  async #send(request: SaveRequest, leaving: boolean): Promise<void> {
    clearTimeout(this.#timer);
    const { session } = this.#state;
    const reply = await this.#api.saveDraft(request, { leaving, ...(session === undefined ? {} : { session }) });
    switch (reply.kind) {
      case "done":
        if (reply.body.session !== undefined) this.#buffer.writeSession(reply.body.session);
        return this.dispatch({ type: "saved", saved: reply.body });
      case "conflict":
        return this.dispatch({ type: "conflict", conflict: reply.conflict });
      case "unreachable":
        return this.dispatch({ type: "unreachable" });
      case "refused":
        return this.dispatch({ ...reply, type: "refused" });
    }
  }
}
