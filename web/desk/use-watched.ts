import { useCallback, useEffect, useState } from "react";
import type { CallError } from "./call.ts";
import { asCallError } from "./use-resource.ts";

const PAUSE_MS = 1_000;

export interface Watched<T> {
  /** What was read last; stays when a reading fails. */
  readonly data: T | undefined;
  /** Of the last reading; it is tried again by itself while there is something to wait for. */
  readonly error: CallError | undefined;
  readonly reload: () => void;
}

/**
 * Reads something from the server, and again every second while `isWorking` says that it is about to change. A reading
 * that fails is not the end of the watching: the work is on the server. `key` says what is read, all of it.
 */
export function useWatched<T>(
  key: string,
  fetch: (signal: AbortSignal) => Promise<T>,
  isWorking: (data: T) => boolean,
): Watched<T> {
  const [state, setState] = useState<{ key: string; data: T | undefined; error: CallError | undefined }>();
  const [attempt, setAttempt] = useState(0);
  const reload = useCallback(() => setAttempt((n) => n + 1), []);

  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let working = false;
    const look = (): void => {
      fetch(abort.signal).then(
        (data) => {
          if (abort.signal.aborted) return;
          setState({ key, data, error: undefined });
          working = isWorking(data);
          if (working) timer = setTimeout(look, PAUSE_MS);
        },
        (error: unknown) => {
          if (abort.signal.aborted) return;
          setState((before) => ({
            key,
            data: before?.key === key ? before.data : undefined,
            error: asCallError(error),
          }));
          if (working) timer = setTimeout(look, PAUSE_MS);
        },
      );
    };
    look();
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
    // `fetch` and `isWorking` are new functions at every render; `key` says when they mean something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, attempt]);

  const current = state?.key === key ? state : undefined;
  return { data: current?.data, error: current?.error, reload };
}
