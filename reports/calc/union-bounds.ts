import { unionBounds } from "../stats/union-bounds.ts";
import type { Count, StatedOverlap } from "../stats/union-constraints.ts";
import { readCount, readFields, readList, readText, readUpperCount, wrong } from "./input.ts";
import type { CalcContext } from "./methods.ts";

/** `calc union-bounds`: an infeasible input is an answer (`feasible: false` with conflicts), not an error. */
export function calculateUnionBounds(input: unknown, { solver }: CalcContext): unknown {
  const fields = readFields(input, ["sizes"], ["overlaps", "cap", "names"]);
  const stated = readFields(fields.sizes, [], Object.keys(Object(fields.sizes) as object), "sizes");
  const sizes = Object.fromEntries(Object.entries(stated).map(([id, n]) => [id, readSize(n, `sizes.${id}`)]));
  const overlaps = readList(fields.overlaps ?? [], "overlaps", (value, field) => readOverlap(value, field, sizes));
  const cap = fields.cap == null ? undefined : readCount(fields.cap, "cap");
  const named = fields.names === undefined ? {} : readFields(fields.names, [], Object.keys(sizes), "names");
  const names = Object.fromEntries(Object.entries(named).map(([id, name]) => [id, readText(name, `names.${id}`)]));
  if (Object.keys(sizes).length === 0) return { refused: "Det finns inga antal." };
  const found = unionBounds({ sizes, overlaps, names, ...(cap === undefined ? {} : { cap }) }, solver);
  return {
    feasible: found.feasible,
    lower: found.lower ?? null,
    upper: orUnbounded(found.upper),
    counts_lower: found.countsLower,
    counts_upper: orUnbounded(found.countsUpper),
    lower_whole: found.lowerWhole ?? null,
    upper_whole: orUnbounded(found.upperWhole),
    conflicts: found.conflicts,
    method: found.method,
  };
}

const orUnbounded = (value: number | undefined): number | string | null =>
  value === undefined ? null : value === Infinity ? "∞" : value;

const readSize = (value: unknown, field: string): Count =>
  typeof value === "object" ? readRange(readFields(value, ["low", "high"], [], field), field) : readCount(value, field);

function readRange({ low, high }: { readonly low?: unknown; readonly high?: unknown }, field: string): Count {
  const range = { low: readCount(low, `${field}.low`), high: readUpperCount(high, `${field}.high`) };
  return range.low > range.high ? wrong(`”${field}”: ”low” är större än ”high”.`) : range;
}

/** `n` is a number or a range; `low` and `high` may also stand beside `parties`. */
function readOverlap(value: unknown, field: string, sizes: Readonly<Record<string, Count>>): StatedOverlap {
  const fields = readFields(value, ["parties"], ["n", "low", "high"], field);
  const parties = readList(fields.parties, `${field}.parties`, readText);
  if (parties.length < 2 || parties.length > 3) wrong(`”${field}.parties” ska ha två eller tre parter.`);
  if (new Set(parties).size < parties.length) wrong(`”${field}.parties” har samma part två gånger.`);
  const unknown = parties.find((id) => !Object.hasOwn(sizes, id));
  if (unknown !== undefined) wrong(`”${field}.parties” har parten ”${unknown}”, som saknas i ”sizes”.`);
  if (fields.n !== undefined && (fields.low !== undefined || fields.high !== undefined))
    wrong(`”${field}” ska ha antingen ”n” eller ”low” och ”high”.`);
  if (fields.n !== undefined) return { parties, n: readSize(fields.n, `${field}.n`) };
  if (fields.low === undefined || fields.high === undefined) wrong(`”${field}” saknar ”n”.`);
  return { parties, n: readRange(fields, field) };
}
