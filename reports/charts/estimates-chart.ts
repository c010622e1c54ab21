/** Estimates of everybody in the target group, method by method, beside those whom the parties know. */
import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { counted, formatNumber, formatRange, inSentence, sentenceCase } from "../text/format.ts";
import { range } from "./bounds-chart.ts";
import type { ChartBody } from "./define-chart.tsx";
import { countIn, HIDDEN_WORDS, hidesAny, labelIn, tableOf, textIn } from "./read-table.ts";
import type { RowMark } from "./row-marks.ts";
import { layoutRows, type ChartRow, type RowPanel } from "./rows-layout.ts";
import { bracketSample, dotSample, spanSample } from "./samples.ts";
import { scaleFromZero } from "./scale-ticks.ts";
import { COLOURS, NARROW } from "./tokens.ts";

const MOST_PANELS = 3;
const MOST_PAIRS = 6;
const MOST_ROWS = 40;
const INTERVAL = COLOURS.hatch;

const isNumber = (cell: TableRow[string] | undefined): cell is number => typeof cell === "number";

/** A panel a municipality while they are few; otherwise a row each with all estimates in it, those that have one first. */
export function estimatesBody(tables: Tables, { width, focus }: DrawContext): ChartBody {
  const bounds = tableOf(tables, "bounds");
  const places = bounds.rows.filter((row) => focus === undefined || row.municipality === focus);
  const few = places.length <= MOST_PANELS;
  const ordered = few ? places : [...places].sort((a, b) => ends(tables, b).length - ends(tables, a).length);
  const shown = few ? ordered : ordered.filter((row) => ends(tables, row).length > 0).slice(0, MOST_ROWS);
  const panels: readonly RowPanel[] = few
    ? shown.map((row) => methods(tables, bounds, row))
    : [{ key: "all", rows: shown.map((row) => oneRow(tables, bounds, row)) }];
  const most = Math.max(1, ...shown.flatMap((row) => [row.upper, ...ends(tables, row)].filter(isNumber)));
  const scene = layoutRows(
    {
      panels,
      scale: scaleFromZero(most, width < NARROW ? 4 : 7),
      legend: [
        { label: "En skattning", sample: dotSample(COLOURS.rust) },
        { label: "95 % intervall", sample: spanSample(INTERVAL, 5) },
        { label: "Gränser, ingen skattning", sample: bracketSample(COLOURS.deep, 5) },
      ],
      valueHead: "Personer",
    },
    width,
  );
  const left = ordered.length - shown.length;
  return {
    scene,
    notes: [
      "Skattningarna gäller även dem som ingen part känner till. Parter som hänvisar till varandra ger för låga tal; ingen av skattningarna är ensam svaret.",
      ...(left > 0
        ? [`${formatNumber(left)} kommuner till står i tabellen; för de flesta av dem finns ingen skattning.`]
        : []),
    ],
  };
}

const rowsOf = (tables: Tables, place: TableRow, method: string): readonly TableRow[] =>
  tableOf(tables, "estimates").rows.filter((row) => row.municipality === place.municipality && row.method === method);

const defensible = (tables: Tables, place: TableRow): readonly TableRow[] =>
  tableOf(tables, "models").rows.filter((row) => row.municipality === place.municipality && row.defensible === true);

/** Every number that an estimate of the municipality reaches. */
function ends(tables: Tables, place: TableRow): readonly number[] {
  const rows = ["chapman", "log_linear", "chao"].flatMap((method) => rowsOf(tables, place, method));
  return rows.flatMap(({ estimate, high }) => [estimate, high].filter(isNumber));
}

function methods(tables: Tables, bounds: Table, place: TableRow): RowPanel {
  return {
    key: textIn(place.municipality),
    heading: labelIn(bounds, "municipality", place.municipality),
    rows: [knownRow(place), ...pairRows(tables, place), modelsRow(tables, place), chaoRow(tables, place)],
  };
}

function knownRow(place: TableRow): ChartRow {
  const head = { key: "known", label: "Kända hos någon part" };
  if (place.feasible !== true) {
    const words = place.feasible === false ? "Uppgifterna motsäger varandra" : "Ingen part har angett antal";
    return { ...head, value: "", marks: [], words, tip: words };
  }
  if (hidesAny(place, ["lower", "upper"])) return notShown(head.key, head.label);
  const value = range(place.lower, place.upper);
  const to = place.upper === "∞" ? ("∞" as const) : countIn(place.upper);
  return {
    ...head,
    value,
    marks: [{ kind: "span", from: countIn(place.lower), to, colour: COLOURS.deep, thickness: 5, ends: "bracket" }],
    tip: `Olika personer som är kända hos någon part: ${value}`,
  };
}

const notShown = (key: string, label: string): ChartRow => ({
  key,
  label,
  value: "",
  marks: [],
  words: HIDDEN_WORDS,
  tip: `${label}: ${inSentence(HIDDEN_WORDS)}`,
});

const FIGURES = ["estimate", "low", "high"];

/** Whether an estimate is there and not shown. */
const hides = (rows: readonly TableRow[]): boolean => rows.some((row) => hidesAny(row, FIGURES));

const dot = (at: number): RowMark => ({ kind: "dot", at, colour: COLOURS.rust });
const interval = (from: number, to: number): RowMark => ({
  kind: "span",
  from,
  to,
  colour: INTERVAL,
  thickness: 5,
  ends: "plain",
});

function pairRows(tables: Tables, place: TableRow): readonly ChartRow[] {
  const table = tableOf(tables, "estimates");
  const rows = rowsOf(tables, place, "chapman");
  const found = rows.filter((row) => isNumber(row.estimate) && !hidesAny(row, FIGURES));
  if (found.length === 0 && hides(rows)) return [notShown("chapman", "Två parter i taget (Chapman)")];
  if (found.length === 0) return [refusal("chapman", "Två parter i taget (Chapman)", rows[0])];
  if (found.length > MOST_PAIRS) {
    const values = found.map(({ estimate }) => countIn(estimate));
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const [low, high] = [
      Math.min(...found.map((row) => countIn(row.low))),
      Math.max(...found.map((row) => countIn(row.high))),
    ];
    const label = `Två parter i taget, ${formatNumber(found.length)} par (Chapman)`;
    const value = formatRange(Math.round(least), Math.round(most));
    return [
      { key: "chapman", label, value, marks: [interval(low, high), ...values.map(dot)], tip: `${label}: ${value}` },
    ];
  }
  return found.map((row): ChartRow => {
    const label = textIn(row.parties)
      .split("|")
      .map((party) => labelIn(table, "parties", party))
      .join(" och ");
    const value = formatNumber(countIn(row.estimate));
    return {
      key: `chapman ${textIn(row.parties)}`,
      label,
      sub: "Chapman",
      value,
      marks: [interval(countIn(row.low), countIn(row.high)), dot(countIn(row.estimate))],
      tip: `${label}: ${value}, 95 % intervall ${formatRange(Math.round(countIn(row.low)), Math.round(countIn(row.high)))}`,
    };
  });
}

function modelsRow(tables: Tables, place: TableRow): ChartRow {
  const [row] = rowsOf(tables, place, "log_linear");
  const kept = defensible(tables, place);
  if (row !== undefined && (hides([row]) || hides(kept)))
    return notShown("log_linear", "Alla parter (log-linjära modeller)");
  if (!isNumber(row?.low) || !isNumber(row.high))
    return refusal("log_linear", "Alla parter (log-linjära modeller)", row);
  const values = kept.map(({ estimate }) => countIn(estimate));
  const label = `Alla parter, ${counted(kept.length, ["modell", "modeller"])}`;
  const value = formatRange(Math.round(Math.min(...values)), Math.round(Math.max(...values)));
  const spread = formatRange(Math.round(row.low), Math.round(row.high));
  return {
    key: "log_linear",
    label,
    sub: "Log-linjära modeller",
    value,
    marks: [interval(row.low, row.high), ...values.map(dot)],
    tip: `${label}: ${value}, 95 % intervall tillsammans ${spread}`,
  };
}

function chaoRow(tables: Tables, place: TableRow): ChartRow {
  const [row] = rowsOf(tables, place, "chao");
  if (row !== undefined && hides([row])) return notShown("chao", "Nedre gräns (Chao)");
  if (!isNumber(row?.estimate)) return refusal("chao", "Nedre gräns (Chao)", row);
  const value = `minst ${formatNumber(row.estimate)}`;
  const mark = {
    kind: "span",
    from: row.estimate,
    to: "∞",
    colour: COLOURS.deep,
    thickness: 5,
    ends: "bracket",
  } as const;
  return { key: "chao", label: "Nedre gräns (Chao)", value, marks: [mark], tip: `Nedre gräns (Chao): ${value}` };
}

/** The reason is the note without the words that the row itself says. */
function refusal(key: string, label: string, row: TableRow | undefined): ChartRow {
  const why = sentenceCase(
    textIn(row?.note)
      .replace(/^.*Ingen (skattning|gräns): /, "")
      .replace(/\.$/, ""),
  );
  return { key, label, value: "", marks: [], words: why, tip: `${label}: ${why}` };
}

function oneRow(tables: Tables, bounds: Table, place: TableRow): ChartRow {
  const rows = ["chapman", "log_linear"].flatMap((method) => rowsOf(tables, place, method));
  const lows = rows.flatMap(({ low }) => (isNumber(low) ? [low] : []));
  const highs = rows.flatMap(({ high }) => (isNumber(high) ? [high] : []));
  const pairs = rows.flatMap(({ estimate }) => (isNumber(estimate) ? [estimate] : []));
  const models = defensible(tables, place).flatMap(({ estimate }) => (isNumber(estimate) ? [estimate] : []));
  const values = [...pairs, ...models];
  const label = labelIn(bounds, "municipality", place.municipality);
  if (values.length === 0 && hides(rows)) return notShown(textIn(place.municipality), label);
  if (values.length === 0) {
    const [chao] = rowsOf(tables, place, "chao");
    return {
      ...chaoRow(tables, place),
      key: textIn(place.municipality),
      label,
      tip: `${label}: ${textIn(chao?.note)}`,
    };
  }
  const value = formatRange(Math.round(Math.min(...values)), Math.round(Math.max(...values)));
  return {
    key: textIn(place.municipality),
    label,
    value,
    marks: [...(lows.length > 0 ? [interval(Math.min(...lows), Math.max(...highs, ...lows))] : []), ...values.map(dot)],
    tip: `${label}: ${value} i ${counted(values.length, ["skattning", "skattningar"])}`,
  };
}
