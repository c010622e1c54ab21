/** The answers without the counts of persons that are hidden: whatever is computed from them reveals nothing of those. */
import type { Instrument } from "../../survey-definitions/codes.ts";
import { reasonCode, type Column, type Dataset, type NumberColumn, type PairCell, type Responses } from "../dataset.ts";
import type { PersonCell } from "./person-cells.ts";

/** What anybody may know of a hidden count; `high` Infinity where nothing bounds it. */
export interface Known {
  readonly low: number;
  readonly high: number;
}

const SUPPRESSED = reasonCode("suppressed");
const NOT_ASKED = reasonCode("not_asked");

/**
 * A count is taken out, and what is known of it stands as its range where the questionnaire has one (`_low`, `_high`) and
 * none was stated. A stated end of a range is widened outwards to what is known of it.
 *
 * What two parties say of each other goes together: one of two different figures by itself would be taken for the whole
 * truth, and make bounds too narrow or a contradiction where there is none.
 *
 * @param data is not changed; columns are copied where a cell of theirs is hidden
 * `hasRange`: whether the questionnaire asks for a range of the variable
 */
export function protectedDataset(
  data: Dataset,
  hidden: ReadonlyMap<PersonCell, Known>,
  hasRange: (instrument: Instrument, variable: string) => boolean,
): Dataset {
  const byInstrument = Map.groupBy(hidden, ([{ instrument }]) => instrument);
  const responses = new Map(
    [...data.responses].map(([instrument, all]) => {
      const cells = byInstrument.get(instrument);
      if (cells === undefined) return [instrument, all] as const;
      const pairOf = pairsIn(data, all);
      return [instrument, withoutHidden(all, cells, (variable) => hasRange(instrument, variable), pairOf)] as const;
    }),
  );
  return { ...data, responses };
}

function withoutHidden(
  all: Responses,
  hidden: readonly (readonly [PersonCell, Known])[],
  hasRange: (variable: string) => boolean,
  pairOf: (row: number, other: string) => string,
): Responses {
  const columns = new Map(all.columns);
  const copied = new Map<string, NumberColumn>();
  const copyOf = (name: string): NumberColumn => {
    const before = copied.get(name);
    if (before !== undefined) return before;
    const copy = copyColumn(all.columns.get(name), all.n);
    copied.set(name, copy);
    columns.set(name, copy);
    return copy;
  };
  const pairsGone = new Map<string, Set<string>>();
  for (const [{ variable, base, row, other }, known] of hidden) {
    if (other !== undefined) {
      const gone = pairsGone.get(base) ?? new Set();
      pairsGone.set(base, gone.add(pairOf(row, other)));
    } else if (isEnd(variable)) setEnd(copyOf(variable), row, variable.endsWith("_low") ? known.low : known.high);
    else {
      const value = copyOf(variable).values[row] ?? 0;
      copyOf(variable).reasons[row] = SUPPRESSED;
      if (!hasRange(variable)) continue;
      for (const [name, end] of [
        [`${variable}_low`, known.low],
        [`${variable}_high`, known.high],
      ] as const)
        if (!holds(all.columns.get(name), row, name.endsWith("_low"), value)) setEnd(copyOf(name), row, end);
    }
  }
  const pairs = new Map(all.pairs);
  for (const [base, gone] of pairsGone)
    pairs.set(
      base,
      (all.pairs.get(base) ?? []).filter((cell: PairCell) => !gone.has(pairOf(cell.row, cell.other))),
    );
  return { ...all, columns, pairs };
}

/** One name for what two parties say of each other in a municipality; of an answer that is no party's, one for each row. */
function pairsIn({ study }: Dataset, { party, municipality }: Responses): (row: number, other: string) => string {
  return (row, other) => {
    const self = study.parties[party[row] ?? -1]?.id;
    return self === undefined ? `${row} ${other}` : [municipality[row] ?? -1, ...[self, other].sort()].join(" ");
  };
}

/** Whether an end was stated, and on its side of the figure: a range that contradicts the figure is not left in its place. */
function holds(end: Column | undefined, row: number, isLow: boolean, value: number): boolean {
  if (end?.kind !== "number" || end.reasons[row] !== 0) return false;
  const stated = end.values[row] ?? 0;
  return isLow ? stated <= value : stated >= value;
}

const isEnd = (variable: string): boolean => variable.endsWith("_low") || variable.endsWith("_high");

function setEnd({ values, reasons }: { values: Float64Array; reasons: Uint8Array }, row: number, end: number): void {
  values[row] = Number.isFinite(end) ? end : 0;
  reasons[row] = Number.isFinite(end) ? 0 : SUPPRESSED;
}

function copyColumn(column: Column | undefined, n: number): NumberColumn {
  if (column?.kind === "number")
    return { kind: "number", values: column.values.slice(), reasons: column.reasons.slice() };
  return { kind: "number", values: new Float64Array(n), reasons: new Uint8Array(n).fill(NOT_ASKED) };
}
