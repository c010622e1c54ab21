/** Population figures from a CSV file, which replace the study's own. */
import type { Study } from "../../survey-definitions/study.ts";
import type { FileProblem } from "../problems.ts";
import { readStatistics } from "../statistics/read-statistics.ts";
import type { Store } from "../store/store.ts";

export type ImportedStatistics =
  | { readonly status: "imported"; readonly rows: number }
  | { readonly status: "invalid"; readonly problems: readonly FileProblem[] };

/** Reads and stores the file; `source` is what the report names as where the figures come from. */
export async function importStatistics(
  store: Store,
  study: Study,
  bytes: Uint8Array,
  source: string,
  at: string,
): Promise<ImportedStatistics> {
  const read = readStatistics(bytes);
  if ("problems" in read) return { status: "invalid", problems: read.problems };
  await store.replaceStatistics(study.id, read.rows, source, at);
  return { status: "imported", rows: read.rows.length };
}
