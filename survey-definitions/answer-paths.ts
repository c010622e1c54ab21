/** Values at paths of an answer object. Only own properties count, whatever a row is called. */

export const isRows = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What lies at a path, from its step `from` on; undefined where the path ends early. */
export function valueAt(answers: unknown, path: readonly string[], from = 0): unknown {
  let here: unknown = answers;
  for (let i = from; i < path.length; i++) {
    const step = path[i] ?? "";
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return here;
}

/** Sets the value at a path, making objects on the way; false when something else than an object is in the way. */
export function setAt(target: Record<string, unknown>, path: readonly string[], value: unknown): boolean {
  let here = target;
  for (let i = 0; i < path.length - 1; i++) {
    const step = path[i] ?? "";
    if (!Object.hasOwn(here, step)) here[step] = {};
    const next = here[step];
    if (!isRows(next)) return false;
    here = next;
  }
  const last = path.at(-1);
  if (last === undefined) return false;
  here[last] = value;
  return true;
}
