import { reasonCode } from "../../reports/dataset.ts";
import type { Cell, Variable } from "../../survey-definitions/dictionary.ts";
import type { ReadResponse, SegmentColumn } from "./segment.ts";

const NOT_ASKED = reasonCode("not_asked");

/** The changed response at each place, where there is one. */
export type Fresh = readonly (ReadResponse | undefined)[];

interface GrowingColumn extends SegmentColumn {
  readonly words: string[];
  readonly places: Map<string, number>;
}

/** `from` is where each row comes from: a place in the old segment, or −1 for a changed response. */
export function patchColumns(
  old: ReadonlyMap<string, SegmentColumn>,
  from: Int32Array,
  fresh: Fresh,
): ReadonlyMap<string, SegmentColumn> {
  const columns = new Map<string, GrowingColumn>();
  const n = from.length;
  const begin = (name: string, kind: Variable["kind"], words: readonly string[]) => {
    const values = kind === "number" ? new Float64Array(n) : new Uint16Array(n);
    const reasons = new Uint8Array(n).fill(NOT_ASKED);
    const column = { kind, words: [...words], places: new Map(words.map((word, i) => [word, i])), values, reasons };
    columns.set(name, column);
    return column;
  };
  for (const [name, { kind, words, values, reasons }] of old) {
    // Lists and texts are named anew: those that nobody gives any more are left behind.
    const isWord = kind !== "number" && kind !== "single";
    const column = begin(name, kind, isWord ? [] : words);
    from.forEach((place, i) => {
      if (place < 0) return;
      const reason = reasons[place] ?? NOT_ASKED;
      const value = values[place] ?? 0;
      column.reasons[i] = reason;
      if (reason === 0) column.values[i] = isWord ? wordOf(column, words[value] ?? "") : value;
    });
  }
  fresh.forEach((change, i) => {
    for (const variable of change?.variables ?? []) {
      if (variable.personal || variable.overParties) continue;
      const cell = change?.row.get(variable.name);
      if (cell === undefined || cell.missing === "not_asked") continue;
      const column = columns.get(variable.name) ?? begin(variable.name, variable.kind, codesOf(variable));
      if (column.kind === variable.kind) setCell(column, i, cell);
    }
  });
  return new Map([...columns].map(([name, { places: _, ...column }]) => [name, column]));
}

/** Codes stand in the order of the dictionary, whoever happened to answer first. */
const codesOf = (variable: Variable): readonly string[] =>
  variable.kind === "single"
    ? variable.categories.filter(({ missing }) => missing === undefined).map(({ code }) => code)
    : [];

function setCell(column: GrowingColumn, i: number, cell: Cell): void {
  column.reasons[i] = cell.missing === undefined ? 0 : reasonCode(cell.missing);
  if (cell.missing !== undefined) return;
  column.values[i] = typeof cell.value === "number" ? cell.value : wordOf(column, cell.value);
}

/** Words are no more than responses and codes of the dictionary, so 16 bits can name them. */
function wordOf({ words, places }: GrowingColumn, value: string | readonly string[]): number {
  const word = typeof value === "string" ? value : JSON.stringify(value);
  const place = places.get(word) ?? words.push(word) - 1;
  places.set(word, place);
  return place;
}
