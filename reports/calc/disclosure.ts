/**
 * `calc suppress` and `calc audit`: small counts in tables whose sums are published.
 *
 * An attacker takes nothing for granted but that counts are whole and not negative, and that what is said to be a sum is
 * one. A hidden small count is thus not taken to be below the threshold.
 */
import { attackCells } from "../protection/attack.ts";
import type { CellInterval, CountCell, CountRelation, CountSystem } from "../protection/count-system.ts";
import { suppressCells } from "../protection/suppress.ts";
import { orUnbounded, readCount, readFields, readList, readText, wrong, type Fields } from "./input.ts";
import type { CalcContext } from "./methods.ts";

/**
 * Small counts are 1 … threshold − 1. `zeros: true` takes 0 for small as well, `primary` names the cells in place of the
 * threshold's choice. `protection` is the least width of their intervals; without it 1, no small count can be worked out
 * exactly. What is lost when a cell is hidden is its value, an empty cell half a person; `costs` names other losses.
 */
export function calculateSuppress(input: unknown, { solver }: CalcContext): unknown {
  const fields = readFields(input, ["table", "threshold"], ["protection", "primary", "zeros", "costs"]);
  const table = readTable(fields.table);
  const threshold = readCount(fields.threshold, "threshold");
  const least = fields.zeros === undefined ? 1 : readFlag(fields.zeros, "zeros") ? 0 : 1;
  const protection = readProtection(fields) ?? 1;
  const primary =
    fields.primary === undefined
      ? table.ids.filter((id) => least <= table.valueOf(id) && table.valueOf(id) < threshold)
      : readCells(fields.primary, "primary", table);
  const costs = readCosts(fields.costs, table);
  const isPrimary = new Set(primary);
  const system = systemOf(table, (id, value) => ({
    state: isPrimary.has(id) ? "hidden" : "free",
    protection: isPrimary.has(id) ? protection : 0,
    cost: costs.get(id) ?? (value || 0.5),
  }));
  const { hidden, method, intervals, exposed } = suppressCells(system, { solver });
  const suppressed = table.ids.filter((_, cell) => hidden.has(cell));
  if (exposed.length > 0)
    return { refused: `De här cellerna kan inte skyddas, hur mycket som än döljs: ${named(exposed, table)}.` };
  return {
    primary: table.ids.filter((id) => isPrimary.has(id)),
    secondary: suppressed.filter((id) => !isPrimary.has(id)),
    suppressed,
    intervals: intervals.map((interval) => writeInterval(interval, table)),
    method,
  };
}

/** Every cell in `suppressed` is attacked. Without `protection` a cell is exposed where it can be worked out exactly. */
export function calculateAudit(input: unknown, { solver }: CalcContext): unknown {
  const fields = readFields(input, ["table", "suppressed"], ["protection"]);
  const table = readTable(fields.table);
  const suppressed = new Set(readCells(fields.suppressed, "suppressed", table));
  const protection = readProtection(fields) ?? 1;
  const hidden = table.ids.flatMap((id, cell) => (suppressed.has(id) ? [cell] : []));
  const system = systemOf(table, (id) => ({
    state: suppressed.has(id) ? "hidden" : "free",
    protection: suppressed.has(id) ? protection : 0,
    cost: 1,
  }));
  const intervals = attackCells(system, new Set(hidden), hidden, solver);
  return {
    passed: intervals.every(({ exposed }) => !exposed),
    intervals: intervals.map((interval) => writeInterval(interval, table)),
  };
}

interface CountTable {
  readonly ids: readonly string[];
  readonly valueOf: (id: string) => number;
  readonly sums: readonly { readonly total: string; readonly parts: readonly string[] }[];
}

function readTable(value: unknown): CountTable {
  const fields = readFields(value, ["cells", "sums"], [], "table");
  const stated = readFields(fields.cells, [], Object.keys(Object(fields.cells) as object), "table.cells");
  const cells = new Map(Object.entries(stated).map(([id, n]) => [id, readCount(n, `table.cells.${id}`)]));
  if (cells.size === 0) wrong("”table.cells” är tom: minst en cell ska anges.");
  const table: CountTable = { ids: [...cells.keys()], valueOf: (id) => cells.get(id) ?? 0, sums: [] };
  const sums = readList(fields.sums, "table.sums", (item, field) => {
    const sum = readFields(item, ["total", "parts"], [], field);
    const total = readText(sum.total, `${field}.total`);
    if (!cells.has(total)) wrong(`”${field}.total” är cellen ”${total}”, som saknas i ”table.cells”.`);
    const parts = readCells(sum.parts, `${field}.parts`, table);
    if (parts.length === 0) wrong(`”${field}.parts” är tom: minst en del ska anges.`);
    if (parts.includes(total)) wrong(`”${field}”: ”${total}” kan inte vara en del av sig själv.`);
    const adds = parts.reduce((all, part) => all + table.valueOf(part), 0);
    if (adds !== table.valueOf(total))
      wrong(`”${field}”: ”${total}” är ${table.valueOf(total)}, men delarna är tillsammans ${adds}.`);
    return { total, parts };
  });
  return { ...table, sums };
}

function readCells(value: unknown, field: string, { ids }: CountTable): readonly string[] {
  const known = new Set(ids);
  const named = readList(value, field, readText);
  const unknown = named.find((id) => !known.has(id));
  if (unknown !== undefined) wrong(`”${field}” har cellen ”${unknown}”, som saknas i ”table.cells”.`);
  if (new Set(named).size < named.length) wrong(`”${field}” har samma cell två gånger.`);
  return named;
}

function readCosts(value: unknown, table: CountTable): ReadonlyMap<string, number> {
  if (value === undefined) return new Map();
  const stated = readFields(value, [], table.ids, "costs");
  return new Map(
    Object.entries(stated).map(([id, cost]) => {
      const found = readCount(cost, `costs.${id}`);
      return found === 0 ? wrong(`”costs.${id}” ska vara större än noll.`) : [id, found];
    }),
  );
}

function readProtection({ protection }: Fields): number | undefined {
  if (protection === undefined) return undefined;
  const width = readCount(protection, "protection");
  return width === 0 ? wrong("”protection” ska vara minst 1: med 0 är ingen cell skyddad.") : width;
}

const readFlag = (value: unknown, field: string): boolean =>
  typeof value === "boolean" ? value : wrong(`”${field}” ska vara true eller false.`);

function systemOf(
  table: CountTable,
  terms: (id: string, value: number) => Pick<CountCell, "state" | "protection" | "cost">,
): CountSystem {
  const position = new Map(table.ids.map((id, cell) => [id, cell]));
  const at = (id: string) => position.get(id) ?? -1;
  return {
    cells: table.ids.map((id) => {
      const value = table.valueOf(id);
      return { id, value, low: 0, high: Infinity, ...terms(id, value) };
    }),
    relations: table.sums.map(({ total, parts }): CountRelation => ({
      terms: [...parts.map((part) => [at(part), 1] as const), [at(total), -1]],
      low: 0,
      high: 0,
    })),
  };
}

const named = (cells: readonly number[], { ids }: CountTable): string =>
  cells.map((cell) => `”${ids[cell] ?? ""}”`).join(", ");

const writeInterval = ({ cell, low, high, exposed }: CellInterval, { ids }: CountTable) => ({
  cell: ids[cell] ?? "",
  low,
  high: orUnbounded(high),
  exposed,
});
