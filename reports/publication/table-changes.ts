/** Two versions of a table, row by row. */
import type { Table, TableCell, TableRow } from "../section.ts";
import { cellText } from "../text/cell-text.ts";
import type { TableChanges } from "./publication.ts";

type Example = TableChanges["examples"][number];

const MOST_EXAMPLES = 10;
/** Between the parts of a row's key: in no code, label or text of an answer. */
const BETWEEN = "\u0000";

/** Undefined where nothing differs. A table that only one of them has is all added or all removed. */
export function tableChanges(before: Table | undefined, now: Table | undefined): TableChanges | undefined {
  const told = now ?? before;
  if (told === undefined) return undefined;
  const columns = rowKeyColumns([...(before === undefined ? [] : [before]), ...(now === undefined ? [] : [now])]);
  const [old, young] = [byKey(before, columns), byKey(now, columns)];
  let [added, changed] = [0, 0];
  const found: (Example & { readonly weight: number })[] = [];
  for (const [key, row] of young) {
    const earlier = old.get(key);
    if (earlier === undefined) {
      added += 1;
      continue;
    }
    const differing = told.columns.filter(({ key }) => JSON.stringify(earlier[key]) !== JSON.stringify(row[key]));
    if (differing.length === 0) continue;
    changed += 1;
    for (const column of differing) {
      const [from, to] = [earlier[column.key], row[column.key]];
      const [was, is] = [cellText(from, column, (before ?? told).labels), cellText(to, column, told.labels)];
      if (was === is) continue;
      const name = rowName(told, columns, row);
      found.push({ row: name, column: column.label, before: was, now: is, weight: relative(from, to) });
      // Tables have a figure before what is worked out from it.
      break;
    }
  }
  const removed = [...old.keys()].filter((key) => !young.has(key)).length;
  if (added + removed + changed === 0) return undefined;
  const examples = found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_EXAMPLES)
    .map(({ weight: _, ...example }): Example => example);
  return { id: told.id, title: told.title, added, removed, changed, examples };
}

/**
 * What tells the rows of a table apart: as few as possible of the columns of codes, names and dates that it begins with,
 * in all its versions. Figures come after them.
 */
function rowKeyColumns(versions: readonly Table[]): readonly string[] {
  const columns = versions.at(-1)?.columns ?? [];
  const figures = columns.findIndex(({ key, unit }) => !NAMING.has(unit) || versions.some(hasNumber(key)));
  const naming = columns.slice(0, figures === -1 ? columns.length : figures).map(({ key }) => key);
  for (let length = 1; length < naming.length; length++) {
    const tried = naming.slice(0, length);
    if (versions.every(({ rows }) => new Set(rows.map((row) => keyOf(row, tried))).size === rows.length)) return tried;
  }
  return naming;
}

const NAMING: ReadonlySet<string> = new Set(["", "code", "text", "date"]);

const hasNumber =
  (key: string) =>
  ({ rows }: Table): boolean =>
    rows.some((row) => typeof row[key] === "number");

const keyOf = (row: TableRow, columns: readonly string[]): string =>
  columns.map((key) => JSON.stringify(row[key] ?? "")).join(BETWEEN);

/** Rows that nothing tells apart are taken in their order. */
function byKey(table: Table | undefined, columns: readonly string[]): ReadonlyMap<string, TableRow> {
  const rows = new Map<string, TableRow>();
  const times = new Map<string, number>();
  for (const row of table?.rows ?? []) {
    const key = keyOf(row, columns);
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    rows.set(`${key}${BETWEEN}${time}`, row);
  }
  return rows;
}

/** The change in relation to the larger of two numbers, 0–1; below 0 where they are not two numbers. */
function relative(before: TableCell | undefined, now: TableCell | undefined): number {
  if (typeof before !== "number" || typeof now !== "number") return -1;
  return Math.abs(now - before) / Math.max(Math.abs(before), Math.abs(now));
}

/** The names in its key, with party and place wherever it has them; without the kind of a party that is named. */
function rowName({ columns, labels }: Table, keys: readonly string[], row: TableRow): string {
  return columns
    .filter(({ key }) => keys.includes(key) || key === "party" || key === "municipality")
    .filter(({ key }, _, told) => key !== "party_kind" || !told.some((column) => column.key === "party"))
    .filter(({ key }) => typeof row[key] !== "object")
    .map((column) => cellText(row[column.key], column, labels))
    .join(", ");
}
