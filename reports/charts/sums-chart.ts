/** Why the parties' figures cannot be added up: they are laid end to end, and below stand the bounds of what is true. */
import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { counted, formatNumber, formatRange, inSentence } from "../text/format.ts";
import { range } from "./bounds-chart.ts";
import type { ChartBody } from "./define-chart.tsx";
import { countIn, HIDDEN_WORDS, hidesAny, isHidden, labelIn, tableOf, textIn } from "./read-table.ts";
import type { RowMark } from "./row-marks.ts";
import { layoutRows, type ChartRow, type RowPanel } from "./rows-layout.ts";
import { bracketSample, hatchSample, swatch } from "./samples.ts";
import { scaleFromZero } from "./scale-ticks.ts";
import { COLOURS, NARROW, STEPS_OF_DEEP } from "./tokens.ts";

/** So many municipalities are drawn party by party. */
const MOST_PANELS = 2;
const MOST_PARTIES = 10;
const MOST_ROWS = 30;
const EACH = STEPS_OF_DEEP[2];
const SUM = COLOURS.rust;
const OPEN = COLOURS.neutral;

/** Party by party like a staircase for one or two municipalities; a sum and its bounds a municipality for more. */
export function sumsBody(tables: Tables, { width, focus }: DrawContext): ChartBody {
  const bounds = tableOf(tables, "bounds");
  const known = bounds.rows.filter((row) => countIn(row.parties_answered) > 0);
  const chosen = focus === undefined ? known : known.filter((row) => row.municipality === focus);
  const inOrder = chosen.length <= MOST_PANELS ? chosen : [...chosen].sort((a, b) => sumOf(b) - sumOf(a));
  const rows = inOrder.slice(0, MOST_ROWS);
  const few = rows.length <= MOST_PANELS;
  const panels: readonly RowPanel[] = few
    ? rows.map((row) => staircase(tables, bounds, row))
    : [{ key: "all", rows: rows.map((row) => oneRow(bounds, row)) }];
  const ends = rows.flatMap((row) => [row.sum_low, row.upper, row.counts_upper]);
  const steps = few ? rows.map((row) => reachOf(partiesOf(tables, row))) : [];
  const most = Math.max(1, ...steps, ...ends.map((end) => (typeof end === "number" ? end : 0)));
  const scene = layoutRows(
    {
      panels,
      scale: scaleFromZero(most, width < NARROW ? 4 : 7),
      legend: [
        ...(few ? [{ label: "En parts antal", sample: swatch(EACH) }] : []),
        { label: "Summan av parternas antal", sample: swatch(SUM) },
        ...(few && openEnded(tables, rows) ? [{ label: "Upp till så många", sample: swatch(OPEN) }] : []),
        ...(few && someHidden(tables, rows) ? [{ label: HIDDEN_WORDS, sample: hatchSample }] : []),
        { label: "Så många olika personer kan det vara", sample: bracketSample(COLOURS.deep, 5) },
      ],
      valueHead: few ? "Personer" : "Summa och olika",
    },
    width,
  );
  const left = inOrder.length - rows.length;
  return {
    scene,
    notes: [
      "Staplarna ligger efter varandra, som när talen läggs ihop. Den som flera parter känner till räknas då flera gånger.",
      ...(left > 0
        ? [`Visar de ${MOST_ROWS} kommunerna med störst summa. De andra ${formatNumber(left)} finns i tabellen.`]
        : []),
    ],
  };
}

/** Whether a party of these municipalities gives a range. */
const openEnded = (tables: Tables, places: readonly TableRow[]): boolean =>
  places.some((place) => partiesOf(tables, place).some((row) => !isHiddenRow(row) && row.low !== row.high));

const partiesOf = (tables: Tables, place: TableRow): readonly TableRow[] =>
  tableOf(tables, "sums").rows.filter(({ municipality }) => municipality === place.municipality);

const isHiddenRow = (row: TableRow): boolean => hidesAny(row, ["low", "high"]);

const someHidden = (tables: Tables, places: readonly TableRow[]): boolean =>
  places.some((place) => isHidden(place.sum_low) || partiesOf(tables, place).some(isHiddenRow));

/** Where the staircase ends, as far as its steps are shown. */
const reachOf = (parties: readonly TableRow[]): number =>
  parties.reduce((sum, row) => sum + (isHiddenRow(row) ? 0 : countIn(row.low)), 0);

/** A sum that is not shown goes last. */
const sumOf = (row: TableRow): number => (typeof row.sum_low === "number" ? row.sum_low : -1);

function staircase(tables: Tables, bounds: Table, place: TableRow): RowPanel {
  const table = tableOf(tables, "sums");
  const all = partiesOf(tables, place);
  // Those that are not shown stand below the staircase: nobody knows how high they would make it.
  const parties = [...all.filter((row) => !isHiddenRow(row)), ...all.filter(isHiddenRow)];
  const named = parties.length > MOST_PARTIES + 1 ? parties.slice(0, MOST_PARTIES) : parties;
  const rest = parties.slice(named.length);
  let before = 0;
  const step = (key: string, label: string, low: number, high: number | "∞"): ChartRow => {
    const from = before;
    before += low;
    const value = high === "∞" ? `minst ${formatNumber(low)}` : formatRange(low, high);
    const open: RowMark[] =
      high === "∞" || high > low
        ? [{ kind: "bar", from: from + low, to: from + (high === "∞" ? low : high), fill: OPEN }]
        : [];
    const marks: RowMark[] = [...open, { kind: "bar", from, to: from + low, fill: EACH }];
    return { key, label, value, marks, tip: `${label}: ${value}` };
  };
  const steps = named.map((row) => {
    const [key, label] = [textIn(row.party), labelIn(table, "party", row.party)];
    if (isHiddenRow(row)) return notShown(key, label);
    return step(key, label, countIn(row.low), row.high === "∞" ? "∞" : countIn(row.high));
  });
  if (rest.some(isHiddenRow)) steps.push(notShown("rest", `${counted(rest.length, PARTIES)} till`));
  else if (rest.length > 0) {
    const sum = rest.reduce((total, row) => total + countIn(row.low), 0);
    steps.push(step("rest", counted(rest.length, ["part till", "parter till"]).replace(/^./, upper), sum, sum));
  }
  const silent = countIn(place.parties_expected) - countIn(place.parties_answered);
  const without: ChartRow[] =
    silent > 0
      ? [
          {
            key: "silent",
            label: counted(silent, ["part", "parter"]).replace(/^./, upper),
            value: "",
            marks: [],
            words: "Har inte angett antal",
            tip: `${counted(silent, ["part", "parter"])} har inte angett antal`,
          },
        ]
      : [];
  return {
    key: textIn(place.municipality),
    heading: labelIn(bounds, "municipality", place.municipality),
    rows: [...steps, ...without, sumRow(place, parties), differentRow(place)],
  };
}

const upper = (letter: string): string => letter.toUpperCase();
const PARTIES = ["part", "parter"] as const;

const notShown = (key: string, label: string): ChartRow => ({
  key,
  label: label.replace(/^./, upper),
  value: "",
  marks: [],
  words: HIDDEN_WORDS,
  tip: `${label}: ${inSentence(HIDDEN_WORDS)}`,
});

function sumRow(place: TableRow, parties: readonly TableRow[]): ChartRow {
  if (isHidden(place.sum_low)) return notShown("sum", "Summan");
  const sum = sumOf(place);
  // Where a party's own range is not shown, neither is how far the sum may reach.
  const known = parties.every((row) => !isHiddenRow(row));
  const most = !known
    ? Infinity
    : parties.reduce((total, { high }) => total + (high === "∞" ? Infinity : countIn(high)), 0);
  const value = most === Infinity ? `minst ${formatNumber(sum)}` : formatRange(sum, most);
  const open: RowMark[] = most < Infinity && most > sum ? [{ kind: "bar", from: sum, to: most, fill: OPEN }] : [];
  return {
    key: "sum",
    label: "Summan",
    value,
    marks: [{ kind: "bar", from: 0, to: sum, fill: SUM }, ...open],
    tip: `Summan av parternas antal: ${value}`,
  };
}

function differentRow(place: TableRow): ChartRow {
  const head = { key: "different", label: "Olika personer" };
  if (place.feasible === false) {
    const words = "Uppgifterna motsäger varandra";
    return { ...head, value: "", marks: [], words, tip: words };
  }
  if (hidesAny(place, ["lower", "upper"])) return notShown(head.key, head.label);
  const value = range(place.lower, place.upper);
  return { ...head, value, marks: [bracket(place)], tip: `Olika personer: ${value}` };
}

const bracket = (place: TableRow, offset = 0): RowMark => ({
  kind: "span",
  from: countIn(place.lower),
  to: place.upper === "∞" ? "∞" : countIn(place.upper),
  colour: COLOURS.deep,
  thickness: 5,
  ends: "bracket",
  offset,
});

function oneRow(table: Table, place: TableRow): ChartRow {
  const label = labelIn(table, "municipality", place.municipality);
  if (isHidden(place.sum_low)) return notShown(textIn(place.municipality), label);
  const sum = formatNumber(sumOf(place));
  const broken = place.feasible === false || hidesAny(place, ["lower", "upper"]);
  const why = place.feasible === false ? "uppgifterna motsäger varandra" : "antalet olika personer visas inte";
  const value = broken ? sum : `${sum}; ${range(place.lower, place.upper)}`;
  return {
    key: textIn(place.municipality),
    label,
    ...(broken ? { sub: why.replace(/^./, upper) } : {}),
    value,
    marks: [{ kind: "bar", from: 0, to: sumOf(place), fill: SUM }, ...(broken ? [] : [bracket(place, 18)])],
    tip: `${label}: summan är minst ${sum}${broken ? `, ${why}` : `, olika personer ${range(place.lower, place.upper)}`}`,
  };
}
