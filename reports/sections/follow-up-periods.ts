/** The periods of a follow-up in order of time, and their figures by column. */
import type { Column, Dataset, Responses } from "../dataset.ts";
import { numberAt } from "../dataset.ts";
import type { TableCell } from "../section.ts";
import { formatPeriod } from "../text/format.ts";
import { cellReader, missing, type Labels } from "./cells.ts";

export const ALL_PERIODS = "all";

export interface Period {
  /** `p1`, `p2` … in order of time. */
  readonly id: string;
  readonly label: string;
  /** Position in the responses. */
  readonly row: number;
}

const DATE = /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/;

/** By first day, then in the order in which they came in; periods without a first day last. */
export function periodsOf(responses: Responses): readonly Period[] {
  const [start, end] = ["fu_period_start", "fu_period_end"].map((name) => dates(responses.columns.get(name)));
  const rows = Array.from({ length: responses.n }, (_, row) => ({
    row,
    from: start?.(row),
    to: end?.(row),
    at: responses.submittedAt[row] ?? 0,
  }));
  rows.sort((a, b) => {
    const [first, second] = [a.from ?? "9999", b.from ?? "9999"];
    return first === second ? a.at - b.at || a.row - b.row : first < second ? -1 : 1;
  });
  return rows.map(({ row, from, to }, i) => ({
    id: `p${i + 1}`,
    row,
    label: from !== undefined && to !== undefined ? formatPeriod(from, to) : `Period ${i + 1}, utan datum`,
  }));
}

function dates(column: Column | undefined): (row: number) => string | undefined {
  if (column?.kind !== "date") return () => undefined;
  return (row) => {
    const date = column.values[row] ?? "";
    return column.reasons[row] === 0 && DATE.test(date) ? date : undefined;
  };
}

export const periodLabels = (periods: readonly Period[]): Labels => ({
  ...Object.fromEntries(periods.map(({ id, label }) => [id, label])),
  [ALL_PERIODS]: "Alla perioder",
});

export const PERIOD_COLUMN = { key: "period", label: "Period", unit: "code" };

/** Every period by itself, then all of them together; `rows` are positions in the responses. */
export const periodGroups = (periods: readonly Period[]): readonly { id: string; rows: readonly number[] }[] => [
  ...periods.map(({ id, row }) => ({ id, rows: [row] })),
  { id: ALL_PERIODS, rows: periods.map(({ row }) => row) },
];

export interface Figures {
  /** Undefined where there is no number. */
  number(name: string, row: number): number | undefined;
  /** The number, or why there is none. */
  cell(name: string, row: number): TableCell;
}

/** The number columns of a follow-up. */
export function figuresOf({ columns }: Responses): Figures {
  const readers = new Map<string, (i: number) => TableCell>();
  return {
    number(name, row) {
      const column = columns.get(name);
      return column?.kind === "number" ? numberAt(column, row) : undefined;
    },
    cell(name, row) {
      const read = readers.get(name) ?? cellReader(columns.get(name));
      readers.set(name, read);
      return read(row);
    },
  };
}

/** The sum of what is stated; why there is none where nothing is. */
export function sumOf(values: readonly (number | undefined)[]): TableCell {
  const stated = values.filter((value) => value !== undefined);
  return stated.length === 0 ? missing("not_answered") : stated.reduce((sum, value) => sum + value, 0);
}

/** What the parties of one family state, by party, in one response. */
export function byParty(responses: Responses, base: string, row: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const cell of responses.pairs.get(base) ?? [])
    if (cell.row === row && typeof cell.value === "number") found.set(cell.other, cell.value);
  return found;
}

export const followUp = ({ responses }: Dataset): Responses | undefined => {
  const found = responses.get("follow-up");
  return found !== undefined && found.n > 0 ? found : undefined;
};
