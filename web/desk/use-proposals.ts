import { useEffect, useState, useSyncExternalStore } from "react";
import { fetchProposals, saveProposals } from "./api.ts";
import { ProposalSaver, type UnsavedProposals, type UnsavedStore } from "./proposal-saver.ts";

/** In the tab, so that a reload or another page loses nothing and another person at the computer meets nothing. */
function tabStore(study: string): UnsavedStore {
  const key = `behovskartan:proposals:${study}`;
  return {
    read: () => {
      const text = sessionStorage.getItem(key);
      return text === null ? undefined : (JSON.parse(text) as UnsavedProposals);
    },
    write: (unsaved) => {
      if (unsaved === undefined) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(unsaved));
    },
  };
}

/** The proposals of a study while they are written: saved on the way out, by Ctrl+S, and asked about on closing the tab. */
export function useProposals(study: string): ProposalSaver {
  const [saver] = useState(
    () =>
      new ProposalSaver(
        { load: () => fetchProposals(study), save: (list) => saveProposals(study, list) },
        tabStore(study),
      ),
  );
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
