import type { Fresh } from "./patch-columns.ts";
import type { SegmentPairs } from "./segment.ts";

/** As `patchColumns`, for the families over parties. */
export function patchPairs(
  old: ReadonlyMap<string, SegmentPairs>,
  from: Int32Array,
  fresh: Fresh,
): ReadonlyMap<string, SegmentPairs> {
  const cells = new Map<string, { row: number; other: string; value: number | string }[]>();
  const listOf = (base: string) => {
    const list = cells.get(base) ?? [];
    cells.set(base, list);
    return list;
  };
  const to = new Map<number, number>();
  from.forEach((place, i) => (place < 0 ? undefined : to.set(place, i)));
  for (const [base, { row, other, value }] of old) {
    const list = listOf(base);
    row.forEach((place, k) => {
      const i = to.get(place);
      if (i !== undefined) list.push({ row: i, other: other[k] ?? "", value: value[k] ?? "" });
    });
  }
  fresh.forEach((change, i) => {
    for (const variable of change?.variables ?? []) {
      const value = change?.row.get(variable.name)?.value;
      if (value === undefined || variable.personal || !variable.overParties) continue;
      for (const each of typeof value === "object" ? value : [value]) {
        listOf(variable.base).push({ row: i, other: variable.row ?? "", value: each });
      }
    }
  });
  return new Map(
    [...cells].flatMap(([base, list]) => {
      if (list.length === 0) return [];
      list.sort((a, b) => a.row - b.row); // stable: the parties keep the order of the study
      const pairs = {
        row: Uint16Array.from(list, ({ row }) => row),
        other: list.map(({ other }) => other),
        value: list.map(({ value }) => value),
      };
      return [[base, pairs] as const];
    }),
  );
}
