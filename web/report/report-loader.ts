/**
 * Fetches a report section by section: the first one at once, then, in a small study, all the others together, and in
 * a large one those that come near the screen, one at a time in the order of the report.
 */
import type { Report, SectionReport } from "../../reports/report.ts";

export type ReportOutcome<P> = { readonly report: Report } | { readonly problem: P };

/** Fetches some sections in the selection that the reader has made. Never throws, except into an aborted call. */
export type FetchSections<P> = (sections: readonly string[], signal: AbortSignal) => Promise<ReportOutcome<P>>;

export interface LoadedReport<P> {
  /** Study, selection and questionnaires; `undefined` before the first answer. */
  readonly head: Omit<Report, "sections"> | undefined;
  /** By id; those of the selection before stay until the new ones come. */
  readonly sections: ReadonlyMap<string, SectionReport>;
  /** Sections in `sections` that belong to the selection that the reader has made last. */
  readonly fresh: ReadonlySet<string>;
  readonly loading: boolean;
  readonly problem: P | undefined;
}

/** Parties × municipalities up to which the whole report is fetched; it is then less than a megabyte or two. */
const SMALL_STUDY = 400;

export class ReportLoader<P> {
  readonly #ids: readonly string[];
  #fetch: FetchSections<P> | undefined;
  #state: LoadedReport<P> = {
    head: undefined,
    sections: new Map(),
    fresh: new Set(),
    loading: true,
    problem: undefined,
  };
  #abort = new AbortController();
  #busy = false;
  /** Everything is wanted: for paper. */
  #whole = false;
  readonly #near = new Set<string>();
  readonly #listeners = new Set<() => void>();

  /** @param ids the sections of the report in their order; at least one */
  constructor(ids: readonly string[]) {
    this.#ids = ids;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): LoadedReport<P> => this.#state;

  /** Begins with another selection: what is in view is fetched anew. */
  select(fetch: FetchSections<P>): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#fetch = fetch;
    this.#busy = false;
    this.#change({ fresh: new Set(), problem: undefined });
    this.#next();
  }

  /** Leaves off, so that nothing arrives any longer. */
  stop(): void {
    this.#abort.abort();
    this.#fetch = undefined;
  }

  /** Told by each section when it comes near the screen and when it goes away. */
  readonly setNear = (id: string, near: boolean): void => {
    if (near) this.#near.add(id);
    else this.#near.delete(id);
    this.#next();
  };

  readonly retry = (): void => {
    this.#change({ problem: undefined });
    this.#next();
  };

  /** Fetches what is left. Resolves when the report is whole, or when a call has failed. */
  readonly fetchAll = (): Promise<void> => {
    this.#whole = true;
    this.retry();
    return new Promise((resolve) => {
      const unsubscribe = this.subscribe(() => settle());
      const settle = (): void => {
        if (this.#state.loading) return;
        unsubscribe();
        this.#whole = false;
        resolve();
      };
      settle();
    });
  };

  /** What is asked for next: nothing when all that is wanted is there. */
  #batch(): readonly string[] {
    const { head, fresh } = this.#state;
    const missing = this.#ids.filter((id) => !fresh.has(id));
    if (head === undefined) return this.#ids.slice(0, 1);
    if (head.study.parties.length * head.study.municipalities.length <= SMALL_STUDY) return missing;
    const wanted = missing.filter((id) => this.#whole || this.#near.has(id));
    // The head belongs to the selection: something has to bring it.
    return (fresh.size === 0 && wanted.length === 0 ? missing : wanted).slice(0, 1);
  }

  #next(): void {
    if (this.#busy || this.#fetch === undefined || this.#state.problem !== undefined) return;
    const ids = this.#batch();
    if (ids.length === 0) {
      if (this.#state.loading) this.#change({ loading: false });
      return;
    }
    this.#busy = true;
    if (!this.#state.loading) this.#change({ loading: true });
    const { signal } = this.#abort;
    void this.#fetch(ids, signal).then(
      (outcome) => {
        if (!signal.aborted) this.#arrived(ids, outcome);
      },
      (error: unknown) => {
        if (!signal.aborted) throw error;
      },
    );
  }

  #arrived(ids: readonly string[], outcome: ReportOutcome<P>): void {
    this.#busy = false;
    if ("problem" in outcome) {
      this.#change({ problem: outcome.problem, loading: false });
      return;
    }
    const { sections: arrived, ...head } = outcome.report;
    const sections = new Map(this.#state.sections);
    for (const section of arrived) sections.set(section.id, section);
    this.#change({ head, sections, fresh: new Set([...this.#state.fresh, ...ids]) });
    this.#next();
  }

  #change(changes: Partial<LoadedReport<P>>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of [...this.#listeners]) listener();
  }
}
