import type { Dataset, Responses } from "./dataset.ts";

/**
 * A dataset with the columns of the named variables only, so that what a section says it reads is all that it can read.
 *
 * @param data all columns
 * @param reads names in the dictionary: `iv_avail` lets `iv_avail.case_management` and the like through
 */
export function declaredInputs(data: Dataset, reads: readonly string[]): Dataset {
  const declared = new Set(reads);
  const responses = [...data.responses].map(([instrument, all]) => [instrument, narrow(all, declared)] as const);
  return { ...data, responses: new Map(responses) };
}

function narrow(all: Responses, declared: ReadonlySet<string>): Responses {
  return { ...all, columns: pick(all.columns, declared), pairs: pick(all.pairs, declared) };
}

/** Values are fetched one by one, since a filtered dataset makes them when asked. */
function pick<V>(all: ReadonlyMap<string, V>, declared: ReadonlySet<string>): ReadonlyMap<string, V> {
  const picked = new Map<string, V>();
  for (const name of all.keys()) {
    if (!declared.has(baseName(name))) continue;
    const value = all.get(name);
    if (value !== undefined) picked.set(name, value);
  }
  return picked;
}

const baseName = (column: string): string => column.split(".", 1)[0] ?? column;
