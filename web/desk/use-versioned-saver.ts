import { useEffect, useState, useSyncExternalStore } from "react";
import {
  VersionedSaver,
  type SaverCalls,
  type SaverRules,
  type Unsaved,
  type UnsavedStore,
} from "./versioned-saver.ts";

/** In the tab, so that a reload or another page loses nothing and another person at the computer meets nothing. */
function tabStore<T>(key: string): UnsavedStore<T> {
  return {
    read: () => {
      const text = sessionStorage.getItem(key);
      return text === null ? undefined : (JSON.parse(text) as Unsaved<T>);
    },
    write: (unsaved) => {
      if (unsaved === undefined) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(unsaved));
    },
  };
}

/**
 * Something that is written on a page: saved on the way out, by Ctrl+S, and asked about on closing the tab. `key` names
 * it in the tab; it, the rules and the calls stay as they were at the first render.
 */
export function useVersionedSaver<T, Conflict>(
  key: string,
  rules: SaverRules<T, Conflict>,
  calls: SaverCalls<T>,
): VersionedSaver<T, Conflict> {
  const [saver] = useState(() => new VersionedSaver(rules, calls, tabStore<T>(`behovskartan:${key}`)));
  useEffect(() => {
    void saver.load();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void saver.flush();
    };
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (saver.state().status !== "saved") event.preventDefault();
    };
    addEventListener("keydown", onKeyDown);
    addEventListener("beforeunload", onLeave);
    return () => {
      removeEventListener("keydown", onKeyDown);
      removeEventListener("beforeunload", onLeave);
      void saver.flush();
    };
  }, [saver]);
  useSyncExternalStore(saver.subscribe, saver.state);
  return saver;
}
