/** What differs between two publications that should be the same, told by section, table and cell. */

/** A place in the JSON and what stands there; `undefined` where there is nothing. */
interface Difference {
  readonly path: readonly (string | number)[];
  readonly was: unknown;
  readonly is: unknown;
}

const MOST_TOLD = 20;
const LONGEST = 80;

/** A line of Swedish for each difference, at most twenty and how many more there are. */
export function tellDifferences(was: unknown, is: unknown): readonly string[] {
  const all = [...differences(was, is, [])];
  const told = all.slice(0, MOST_TOLD).map((each) => tell(each, was));
  return all.length > MOST_TOLD ? [...told, `… och ${all.length - MOST_TOLD} skillnader till.`] : told;
}

function* differences(was: unknown, is: unknown, path: readonly (string | number)[]): Generator<Difference> {
  if (Object.is(was, is)) return;
  if (typeof was !== "object" || typeof is !== "object" || was === null || is === null) {
    yield { path, was, is };
  } else if (Array.isArray(was) && Array.isArray(is)) {
    for (let i = 0; i < Math.max(was.length, is.length); i++) yield* differences(was[i], is[i], [...path, i]);
  } else if (Array.isArray(was) || Array.isArray(is)) {
    yield { path, was, is };
  } else {
    const [before, now] = [was as Record<string, unknown>, is as Record<string, unknown>];
    for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
      yield* differences(before[key], now[key], [...path, key]);
    }
  }
}

/** Sections and tables go by their ids, rows by their number. */
function tell({ path, was, is }: Difference, whole: unknown): string {
  const words: string[] = [];
  let at = whole;
  for (const [i, key] of path.entries()) {
    const list = path[i - 1];
    at = (at as Readonly<Record<string | number, unknown>> | undefined)?.[key];
    const id = nameOf(at);
    if (typeof key === "string" && !["sections", "tables", "rows", "charts"].includes(key)) words.push(key);
    else if (list === "rows" && typeof key === "number") words.push(`rad ${key + 1}`);
    else if (typeof key === "number") words.push(id ?? String(key + 1));
  }
  return `${words.join(" / ")}: ${short(was)} i filen, ${short(is)} när det görs om`;
}

/** What an entry of a list is known by. */
function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const { id, section, table } = entry as Readonly<Record<string, unknown>>;
  if (typeof id === "string") return id;
  return typeof section === "string" && typeof table === "string" ? `${section} / ${table}` : undefined;
}

function short(value: unknown): string {
  if (value === undefined) return "inget";
  const text = JSON.stringify(value) ?? "";
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
