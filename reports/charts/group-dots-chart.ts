/** What several groups say of the same interventions: a dot a group on a common scale. */
import type { DrawContext, TableRow, Tables } from "../section.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import { formatNumber, formatPercent } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { countIn, distinct, labelIn, tableOf, textIn } from "./read-table.ts";
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
  const number = (row: TableRow) => (typeof row[value] === "number" ? row[value] : undefined);
  const label = (code: string) => labelIn(table, "intervention", code);
  const highest = (code: string) => Math.max(-1, ...(byCode.get(code) ?? []).map((row) => number(row) ?? -1));
  const codes = [...byCode.keys()].sort((a, b) => highest(b) - highest(a) || compareSwedish(label(a), label(b)));
  const rows = codes.map((code): ChartRow => {
    const told = (byCode.get(code) ?? []).flatMap((row) => {
      const at = number(row);
      return at === undefined ? [] : [{ group: textIn(row.group), at }];
    });
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
      ...(told.length === 0 ? { words: "Inget svar" } : {}),
      tip: `${label(code)}: ${words.join(", ") || "inget svar"}`,
    };
  });
  const legend = groups.map((group) => {
    const { colour, hollow } = LOOK[group] ?? OTHER;
    const answers = countIn(table.rows.find((row) => row.group === group)?.answers);
    return {
      label: `${labelIn(table, "group", group)}, n\u00a0=\u00a0${formatNumber(answers)}`,
      sample: dotSample(colour, hollow),
    };
  });
  const steps = most === 1 ? [0, 0.25, 0.5, 0.75, 1] : [0, 1, 2, 3, 4, 5];
  const ticks = steps.map((step) => ({ value: step, label: written(step) }));
  const scene = layoutRows({ panels: [{ key: id, rows }], scale: { min: 0, max: most, ticks }, legend }, width);
  return { scene, notes: table.notes };
}
