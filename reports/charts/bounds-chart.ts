import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { formatNumber } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { countIn, HIDDEN_WORDS, hidesAny, isHidden, labelIn, reasonIn, tableOf, textIn } from "./read-table.ts";
import type { RowMark } from "./row-marks.ts";
import { layoutRows, type ChartRow } from "./rows-layout.ts";
import { bracketSample } from "./samples.ts";
import { scaleFromZero } from "./scale-ticks.ts";
import { COLOURS, NARROW } from "./tokens.ts";

const MOST_ROWS = 60;
/** So few stand in the order of the study, as in the sentences. */
const FEW_ROWS = 4;

/** Two pairs of open brackets a municipality: what the counts alone allow, and what the overlaps leave of it. */
export function boundsBody(tables: Tables, { width, focus }: DrawContext): ChartBody {
  const table = tableOf(tables, "bounds");
  const all = focus === undefined ? table.rows : table.rows.filter((row) => row.municipality === focus);
  const ordered = all.length <= FEW_ROWS ? all : [...all].sort((a, b) => endOf(b.counts_upper) - endOf(a.counts_upper));
  const rows = ordered.slice(0, MOST_ROWS);
  const ends = rows.flatMap((row) => [row.counts_upper, row.counts_lower, row.upper, row.lower]);
  const most = Math.max(1, ...ends.map((end) => (typeof end === "number" ? end : 0)));
  const scene = layoutRows(
    {
      panels: [{ key: "municipalities", rows: rows.map((row) => chartRow(table, row)) }],
      scale: scaleFromZero(most, width < NARROW ? 4 : 7),
      legend: [
        { label: "Gränser med uppgifter om överlapp", sample: bracketSample(COLOURS.deep, 5) },
        { label: "Gränser av antalen ensamma", sample: bracketSample(COLOURS.inkSoft, 1.5) },
      ],
      valueHead: "Olika personer",
    },
    width,
  );
  const left = ordered.length - rows.length;
  return {
    scene,
    notes: left > 0 ? [`Visar de ${MOST_ROWS} kommunerna med flest. De andra ${left} finns i tabellen.`] : [],
  };
}

/** What is not shown stands last. */
const endOf = (cell: TableRow[string] | undefined): number =>
  cell === "∞" ? Infinity : typeof cell === "number" ? cell : -1;

function chartRow(table: Table, row: TableRow): ChartRow {
  const label = labelIn(table, "municipality", row.municipality);
  const key = textIn(row.municipality);
  const sub = `${formatNumber(countIn(row.parties_answered))} av ${formatNumber(countIn(row.parties_expected))} parter har angett antal`;
  const shown = !hidesAny(row, ["lower", "upper"]);
  if (typeof row.counts_lower !== "number" || isHidden(row.counts_upper)) {
    if (row.feasible === true && shown && typeof row.lower === "number") {
      const value = range(row.lower, row.upper);
      const tip = `${label}: ${value} olika personer; ${sub}`;
      return { key, label, sub, value, marks: [known(row)], tip };
    }
    const words = reasonIn(isHidden(row.counts_upper) ? row.counts_upper : row.counts_lower);
    return { key, label, sub, value: "", marks: [], words, tip: `${label}: ${words.toLowerCase()}` };
  }
  const counts: RowMark = {
    kind: "span",
    from: row.counts_lower,
    to: row.counts_upper === "∞" ? "∞" : countIn(row.counts_upper),
    colour: COLOURS.inkSoft,
    thickness: 1.5,
    ends: "bracket",
    offset: 9,
  };
  const alone = `av antalen ensamma ${range(row.counts_lower, row.counts_upper)}`;
  if (row.feasible === false) {
    const words = `Uppgifterna motsäger varandra (${alone})`;
    return { key, label, sub, value: "", marks: [], words, tip: `${label}: ${words}` };
  }
  if (!shown) {
    const words = `${HIDDEN_WORDS} (${alone})`;
    return { key, label, sub, value: "", marks: [], words, tip: `${label}: ${words.toLowerCase()}` };
  }
  const value = range(row.lower, row.upper);
  const marks: readonly RowMark[] = [known(row), counts];
  return { key, label, sub, value, marks, tip: `${label}: ${value} olika personer, ${alone}; ${sub}` };
}

const known = (row: TableRow): RowMark => ({
  kind: "span",
  from: countIn(row.lower),
  to: row.upper === "∞" ? "∞" : countIn(row.upper),
  colour: COLOURS.deep,
  thickness: 5,
  ends: "bracket",
  offset: -8,
});

/** "61–118", "minst 61", of ends that are shown. */
export function range(low: TableRow[string] | undefined, high: TableRow[string] | undefined): string {
  if (high === "∞") return `minst ${formatNumber(countIn(low))}`;
  const [from, to] = [countIn(low), countIn(high)];
  return from === to ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(to)}`;
}
