import { useEffect, useState, useSyncExternalStore } from "react";
import { drawings } from "./drawings.ts";
import { ReportLoader, type FetchSections } from "./report-loader.ts";

/** The report in the selection that `key` names, all of it; `fetch` is taken up anew when the key changes. */
export function useReport<P>(key: string, fetch: FetchSections<P>): ReportLoader<P> {
  const [loader] = useState(() => new ReportLoader<P>(drawings.map(({ id }) => id)));
  useEffect(() => {
    loader.select(fetch);
    return () => loader.stop();
    // `fetch` is a new function at every render; `key` says when it means something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [loader, key]);
  useSyncExternalStore(loader.subscribe, loader.state);
  return loader;
}
