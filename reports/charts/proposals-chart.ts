/** The key figures of a decision as a table of words, and the proposals in the order in which they are due. */
import type { DrawContext, Table, TableCell, TableRow, Tables } from "../section.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import { formatNumber, formatRange, formatShortList, inSentence, shareOfAnswers } from "../text/format.ts";
import { wrap } from "../text/wrap.ts";
import type { ChartBody } from "./define-chart.tsx";
import { dateWords } from "./follow-up-resources-chart.ts";
import { daysBetween } from "./lead-times-chart.ts";
import { layoutList, type ListPanel } from "./list-layout.ts";
import { countIn, hidesAny, labelIn, tableOf, textIn, writtenIn } from "./read-table.ts";
import { swatch } from "./samples.ts";
import { line, placeLines, placeText, px, rect, type Mark, type PlacedText, type Scene, type Shape } from "./scene.ts";
import { COLOURS, SIZES } from "./tokens.ts";

const MOST_ROWS = 30;
const MOST_PROPOSALS = 20;
/** Narrower, the figures stand below each other. */
const LEAST_TABLE = 720;
const LINE = 17;

const names = (table: Table, key: string, cell: TableCell | undefined, most = 2): string =>
  formatShortList(
    textIn(cell)
      .split("|")
      .map((code) => inSentence(labelIn(table, key, code))),
    most,
  );

/** "84–129", "minst 84", "visas inte", or "–". */
export function knownWords(row: TableRow): string {
  if (hidesAny(row, ["known", "known_low", "known_high"])) return "visas inte";
  if (typeof row.known === "number") return formatNumber(row.known);
  if (typeof row.known_low !== "number") return "–";
  return row.known_high === "∞"
    ? `minst ${formatNumber(row.known_low)}`
    : formatRange(row.known_low, countIn(row.known_high));
}

export function needWords(table: Table, row: TableRow): string {
  if (typeof row.need_covered !== "number") return "–";
  const share = shareOfAnswers(row.need_covered, countIn(row.need_answers));
  return typeof row.need === "string"
    ? `${names(table, "need", row.need)} (täckt enligt ${share})`
    : `inget (alla täckta enligt ${share})`;
}

export const wantedWords = (table: Table, row: TableRow): string =>
  typeof row.wanted === "string" ? names(table, "wanted", row.wanted) : "–";

export function waitWords(table: Table, row: TableRow): string {
  if (typeof row.wait_low !== "number") return "–";
  const days = daysBetween(row.wait_low, row.wait_high);
  const words = days === "0" ? "samma dag" : `${days} ${days === "1" ? "dag" : "dagar"}`;
  return `${inSentence(labelIn(table, "wait_step", row.wait_step))}, ${words}`;
}

export const answeredWords = (row: TableRow): string =>
  `${formatNumber(countIn(row.answered))} av ${formatNumber(countIn(row.expected))}`;

const HEADS = [
  { label: "Kända personer", room: 0.15, words: (_: Table, row: TableRow) => knownWords(row) },
  { label: "Minst täckta behov", room: 0.25, words: needWords },
  { label: "Vill helst ha", room: 0.22, words: wantedWords },
  { label: "Längst väntan", room: 0.24, words: waitWords },
  { label: "Har svarat", room: 0.14, words: (_: Table, row: TableRow) => answeredWords(row) },
] as const;

/** One row a municipality or party, in the order of its name; those with most answers where they are too many. */
export function figuresBody(tables: Tables, { width, focus }: DrawContext, id: string, key: string): ChartBody {
  const table = tableOf(tables, id);
  const name = (row: TableRow) => labelIn(table, key, row[key]);
  const focused = table.rows.filter((row) => row[key] === focus);
  const all = focused.length > 0 ? focused : table.rows;
  const chosen = [...all]
    .sort((a, b) => countIn(b.answered) - countIn(a.answered) || compareSwedish(name(a), name(b)))
    .slice(0, MOST_ROWS)
    .sort((a, b) => compareSwedish(name(a), name(b)));
  const scene =
    width < LEAST_TABLE
      ? layoutList(
          chosen.map((row) => panelOf(table, key, row)),
          width,
        )
      : wordTable(table, key, chosen, width);
  const left = all.length - chosen.length;
  return {
    scene,
    notes:
      left > 0
        ? [`Visar de ${formatNumber(chosen.length)} med flest svar. De andra ${formatNumber(left)} finns i tabellen.`]
        : [],
  };
}

const panelOf = (table: Table, key: string, row: TableRow): ListPanel => ({
  heading: labelIn(table, key, row[key]),
  entries: HEADS.map(({ label, words }) => ({
    key: `${textIn(row[key])}/${label}`,
    sample: () => [],
    text: `${label}: ${words(table, row)}`,
  })),
});

function wordTable(table: Table, key: string, rows: readonly TableRow[], width: number): Scene {
  const left = Math.min(210, width * 0.22);
  const room = width - left - 12;
  let x = left + 12;
  const columns = HEADS.map((head) => {
    const column = { ...head, x, width: head.room * room - 12 };
    x += head.room * room;
    return column;
  });
  const shapes: Shape[] = [];
  const marks: Mark[] = [];
  const texts: PlacedText[] = columns.map((column) =>
    placeText(column.label, column.x, 14, { size: SIZES.small, weight: "semibold" }),
  );
  let y = 22;
  for (const row of rows) {
    shapes.push(line(0, y, width, y, COLOURS.line));
    const label = wrap(labelIn(table, key, row[key]), left, SIZES.label, "semibold");
    const cells = columns.map((column) => ({
      column,
      lines: wrap(column.words(table, row), column.width, SIZES.label),
    }));
    const lines = Math.max(label.length, ...cells.map((cell) => cell.lines.length));
    const height = lines * LINE + 14;
    const words = HEADS.map((head) => `${head.label.toLowerCase()} ${head.words(table, row)}`).join("; ");
    marks.push({
      key: textIn(row[key]),
      tip: `${labelIn(table, key, row[key])}: ${words}`,
      shapes: [rect(0, y, width, height, "transparent")],
      texts: [
        ...placeLines(label, 0, y + 20, LINE, { weight: "semibold" }),
        ...cells.flatMap((cell) => placeLines(cell.lines, cell.column.x, y + 20, LINE)),
      ],
    });
    y += height;
  }
  return { width, height: px(y), shapes, texts, marks };
}

/** Each proposal with who should do it and by when. */
export function proposalsBody(tables: Tables, { width, focus }: DrawContext): ChartBody {
  const table = tableOf(tables, "proposals");
  const rows = table.rows.filter((row) => focus === undefined || row.municipality === focus);
  const shown = rows.slice(0, MOST_PROPOSALS);
  const groups = new Map<string, { row: TableRow; i: number }[]>();
  shown.forEach((row, i) => {
    const when = typeof row.due === "string" ? `Senast ${dateWords(row.due)}` : "Utan datum";
    groups.set(when, [...(groups.get(when) ?? []), { row, i }]);
  });
  const panels = [...groups].map(([heading, of]): ListPanel => ({
    heading,
    entries: of.map(({ row, i }) => {
      const owner = typeof row.owner === "string" ? labelIn(table, "owner", row.owner) : "Ansvarig inte angiven";
      const from = `${labelIn(table, "party", row.party)}, ${labelIn(table, "municipality", row.municipality)}`;
      const isOwned = typeof row.owner === "string" && row.owner !== "unclear";
      return {
        key: String(i),
        sample: swatch(isOwned ? COLOURS.deep : COLOURS.rust),
        text: `${owner}: ${writtenIn(row.text)} (${from}).`,
      };
    }),
  }));
  const left = rows.length - shown.length;
  return {
    scene: layoutList(panels, width),
    notes: [
      ...(shown.length === 0 ? ["Inget förslag har lämnats."] : ["Först den som bör ansvara, sist den som föreslår."]),
      ...(left > 0
        ? [
            `Visar de ${formatNumber(shown.length)} som ska vara klara först. De andra ${formatNumber(left)} finns i tabellen.`,
          ]
        : []),
    ],
  };
}
