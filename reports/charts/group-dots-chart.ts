/** What several groups say of the same interventions: a dot a group on a common scale. */
import type { DrawContext, TableRow, Tables } from "../section.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import { formatList, formatNumber, formatPercent } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import {
  countIn,
  distinct,
  HIDDEN_WORDS,
  hidesAny,
  isHidden,
  labelIn,
  NOT_SHOWN,
  tableOf,
  textIn,
} from "./read-table.ts";
import { layoutRows, type ChartRow } from "./rows-layout.ts";
import { dotSample } from "./samples.ts";
import { COLOURS } from "./tokens.ts";

interface GroupDots {
  readonly table: string;
  /** Column of the values. */
  readonly value: string;
  /** The end of the scale: 1 for shares, 5 for points. */
  readonly most: number;
}

const LOOK: Readonly<Record<string, { readonly colour: string; readonly hollow: boolean }>> = {
  party: { colour: COLOURS.deep, hollow: false },
  staff: { colour: COLOURS.ochre, hollow: true },
  voice: { colour: COLOURS.rust, hollow: false },
};
const OTHER = { colour: COLOURS.ink, hollow: true };

/** Ordered by the highest value of any group; dots of groups that say the same stand above each other. */
export function groupDotsBody(
  tables: Tables,
  { width }: DrawContext,
  { table: id, value, most }: GroupDots,
): ChartBody {
  const table = tableOf(tables, id);
  const groups = distinct(table, "group");
  const written = (number: number) => (most === 1 ? formatPercent(number) : formatNumber(number, 1));
  const byCode = Map.groupBy(table.rows, (row) => textIn(row.intervention));
  const hides = (row: TableRow) => hidesAny(row, [value, "n", "score", "answers"]);
  const number = (row: TableRow) => (typeof row[value] === "number" && !hides(row) ? row[value] : undefined);
  const label = (code: string) => labelIn(table, "intervention", code);
  const highest = (code: string) => Math.max(-1, ...(byCode.get(code) ?? []).map((row) => number(row) ?? -1));
  const codes = [...byCode.keys()].sort((a, b) => highest(b) - highest(a) || compareSwedish(label(a), label(b)));
  const rows = codes.map((code): ChartRow => {
    const told = (byCode.get(code) ?? []).flatMap((row) => {
      const at = number(row);
      return at === undefined ? [] : [{ group: textIn(row.group), at }];
    });
    const hidden = (byCode.get(code) ?? [])
      .filter(hides)
      .map((row) => labelIn(table, "group", row.group).toLowerCase());
    const words = told.map(({ group, at }) => `${labelIn(table, "group", group).toLowerCase()} ${written(at)}`);
    return {
      key: code,
      label: label(code),
      value: told.map(({ at }) => written(at)).join(" · "),
      marks: told.map(({ group, at }, i) => ({
        kind: "dot",
        at,
        ...(LOOK[group] ?? OTHER),
        offset: (i - (told.length - 1) / 2) * 8,
      })),
      ...(told.length === 0 ? { words: hidden.length > 0 ? HIDDEN_WORDS : "Inget svar" } : {}),
      tip: `${label(code)}: ${[...words, ...hidden.map((group) => `${group} ${NOT_SHOWN}`)].join("; ") || "inget svar"}`,
    };
  });
  const legend = groups.map((group) => {
    const { colour, hollow } = LOOK[group] ?? OTHER;
    const answers = table.rows.find((row) => row.group === group)?.answers;
    const n = isHidden(answers) ? "" : `, n\u00a0=\u00a0${formatNumber(countIn(answers))}`;
    return {
      label: `${labelIn(table, "group", group)}${n}`,
      sample: dotSample(colour, hollow),
    };
  });
  const steps = most === 1 ? [0, 0.25, 0.5, 0.75, 1] : [0, 1, 2, 3, 4, 5];
  const ticks = steps.map((step) => ({ value: step, label: written(step) }));
  const scene = layoutRows({ panels: [{ key: id, rows }], scale: { min: 0, max: most, ticks }, legend }, width);
  const kept = groups.filter((group) => table.rows.some((row) => row.group === group && hides(row)));
  const names = kept.map((group) => labelIn(table, "group", group).toLowerCase());
  const note = `En punkt som saknas för ${formatList(names)} ${NOT_SHOWN}.`;
  return { scene, notes: kept.length > 0 ? [...table.notes, note] : table.notes };
}
