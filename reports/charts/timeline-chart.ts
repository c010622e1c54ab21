/** When figures are about and when answers came in: one row a questionnaire over a common line of time. */
import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { formatDate, formatNumber, NBSP } from "../text/format.ts";
import { wrap } from "../text/wrap.ts";
import type { ChartBody } from "./define-chart.tsx";
import { countIn, labelIn, tableOf, textIn } from "./read-table.ts";
import { line, placeLines, placeText, px, rect, type Mark, type PlacedText, type Shape } from "./scene.ts";
import { COLOURS, NARROW, SIZES } from "./tokens.ts";

const DAY_MS = 86_400_000;
const BAR_ROOM = 34;
const LINE = 17;
/** Longer spans are drawn in weeks, and then in months, so that a bar has some width. */
const BINS = [
  { upTo: 130, days: 1, word: "dag" },
  { upTo: 900, days: 7, word: "vecka" },
  { upTo: Infinity, days: 30, word: "30 dagar" },
] as const;

interface Row {
  readonly key: string;
  readonly label: string;
  readonly colour: string;
  /** Days since 1970 with the number of answers. */
  readonly days: readonly (readonly [day: number, n: number])[];
}

const dayOf = (date: string): number => Math.round(Date.parse(date) / DAY_MS);
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Rows of the figures' dates and of each questionnaire that has answers. */
function rowsOf(tables: Tables): readonly Row[] {
  const dates = tableOf(tables, "ref_dates");
  const sent = tableOf(tables, "submissions");
  const daysOf = (table: Table, key: string, which: (row: TableRow) => boolean) =>
    table.rows.filter(which).map((row) => [dayOf(textIn(row[key])), countIn(row.answers)] as const);
  const instruments = [...new Set(sent.rows.map((row) => textIn(row.instrument)))];
  return [
    {
      key: "ref_date",
      label: "Dag som parternas siffror gäller",
      colour: COLOURS.rust,
      days: daysOf(dates, "ref_date", () => true),
    },
    ...instruments.map((key) => ({
      key,
      label: labelIn(sent, "instrument", key),
      colour: COLOURS.deep,
      days: daysOf(sent, "day", (row) => row.instrument === key),
    })),
  ].filter(({ days }) => days.length > 0);
}

export function timelineBody(tables: Tables, { width }: DrawContext): ChartBody {
  const rows = rowsOf(tables);
  if (rows.length === 0) return { scene: { width, height: 0, shapes: [], texts: [], marks: [] } };
  const all = rows.flatMap(({ days }) => days.map(([day]) => day));
  const [first, lastDay] = [Math.min(...all), Math.max(...all)];
  const bin = BINS.find(({ upTo }) => lastDay - first <= upTo) ?? BINS[2];
  // Whole bins, and some days even where all came on one.
  const last = first + Math.max(7, Math.ceil((lastDay + 1 - first) / bin.days) * bin.days);
  const isNarrow = width < NARROW;
  const left = isNarrow ? 0 : Math.min(230, width * 0.28);
  const room = width - left - 8;
  const at = (day: number) => left + ((day - first) / (last - first)) * room;
  const shapes: Shape[] = [];
  const texts: PlacedText[] = [];
  const marks: Mark[] = [];
  let y = 4;
  for (const { key, label, colour, days } of rows) {
    const n = days.reduce((sum, [, count]) => sum + count, 0);
    const words = wrap(`${label}, ${formatNumber(n)}${NBSP}svar`, isNarrow ? width : left - 14, SIZES.label);
    if (isNarrow) y += words.length * LINE;
    const height = Math.max(BAR_ROOM, isNarrow ? 0 : words.length * LINE);
    texts.push(...placeLines(words, 0, isNarrow ? y - (words.length - 1) * LINE - 4 : y + 14, LINE));
    const bins = new Map<number, number>();
    for (const [day, count] of days) {
      const start = first + Math.floor((day - first) / bin.days) * bin.days;
      bins.set(start, (bins.get(start) ?? 0) + count);
    }
    const most = Math.max(...bins.values());
    const from = dateOf(Math.min(...days.map(([day]) => day)));
    const to = dateOf(Math.max(...days.map(([day]) => day)));
    marks.push({
      key,
      tip: `${label}: ${formatNumber(n)} svar, ${from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`}`,
      shapes: [
        rect(left, y, room, height, "transparent"),
        ...[...bins].map(([day, count]) => {
          const high = Math.max(3, (count / most) * BAR_ROOM);
          return rect(at(day), y + height - high, Math.max(2, (bin.days / (last - first)) * room - 1), high, colour);
        }),
      ],
      texts: [],
    });
    shapes.push(line(left, y + height, left + room, y + height, COLOURS.line));
    y += height + 14;
  }
  const tick = { size: SIZES.small, colour: COLOURS.inkSoft };
  texts.push(placeText(formatDate(dateOf(first)), left, y + 4, tick));
  if (lastDay - first >= (last - first) / 2)
    texts.push(placeText(formatDate(dateOf(lastDay)), left + room, y + 4, { ...tick, anchor: "end" }));
  return {
    scene: { width, height: px(y + 12), shapes, texts, marks },
    notes: [`Höjden är antal per ${bin.word}, för varje rad för sig.`],
  };
}
