import { useCallback, useEffect, useState } from "react";
import { CallError } from "./call.ts";

export interface Resource<T> {
  /** What was read last; stays while it is read again. */
  readonly data: T | undefined;
  readonly error: CallError | undefined;
  readonly loading: boolean;
  readonly reload: () => void;
}

export const asCallError = (error: unknown): CallError =>
  error instanceof CallError ? error : new CallError(0, "internal", "Något gick fel på sidan. Ladda om den.");

interface State<T> {
  readonly key: string;
  readonly data: T | undefined;
  readonly error: CallError | undefined;
  readonly loading: boolean;
}

/**
 * Reads something from the server, and again when `key` changes or `reload` is called. `key` says what is read, all of
 * it: the same key is the same thing. With `keep` the old data stay in view while those of another key are on their way.
 */
export function useResource<T>(key: string, fetch: (signal: AbortSignal) => Promise<T>, keep = false): Resource<T> {
  const [state, setState] = useState<State<T>>({ key, data: undefined, error: undefined, loading: true });
  const [attempt, setAttempt] = useState(0);
  const reload = useCallback(() => setAttempt((n) => n + 1), []);

  useEffect(() => {
    const abort = new AbortController();
    setState((before) => ({
      key,
      data: keep || before.key === key ? before.data : undefined,
      error: undefined,
      loading: true,
    }));
    fetch(abort.signal).then(
      (data) => {
        if (!abort.signal.aborted) setState({ key, data, error: undefined, loading: false });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setState((before) => ({ ...before, error: asCallError(error), loading: false }));
      },
    );
    return () => abort.abort();
    // `fetch` is a new function at every render; `key` says when it means something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, attempt, keep]);

  const current = keep || state.key === key;
  return {
    data: current ? state.data : undefined,
    error: current ? state.error : undefined,
    loading: state.loading || !current,
    reload,
  };
}

export interface Action {
  readonly running: boolean;
  readonly error: CallError | undefined;
  /** Whether it went well. */
  readonly run: (action: () => Promise<void>) => Promise<boolean>;
}

/** Runs a change and keeps what came of it: `undefined` error while it goes well. */
export function useAction(): Action {
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<CallError>();
  const run = useCallback(async (action: () => Promise<void>): Promise<boolean> => {
    setRunning(true);
    setError(undefined);
    try {
      await action();
      return true;
    } catch (caught) {
      setError(asCallError(caught));
      return false;
    } finally {
      setRunning(false);
    }
  }, []);
  return { running, error, run };
}
