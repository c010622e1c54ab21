/** For each place, then each party: the figures of a decision as one line, and below it what the investigator proposes. */
import type { DrawContext, TableRow, Tables } from "../section.ts";
import { formatNumber, inSentence, sentenceCase } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { dateWords } from "./follow-up-resources-chart.ts";
import { layoutList, type ListEntry, type ListPanel } from "./list-layout.ts";
import { answeredWords, knownWords, needWords, waitWords, wantedWords } from "./proposals-chart.ts";
import { countIn, labelIn, tableOf, textIn } from "./read-table.ts";
import { swatch } from "./samples.ts";
import { COLOURS } from "./tokens.ts";

const MOST_PANELS = 24;
/** Said in words, since a colour alone is lost in black and white. */
const WORDS: Readonly<Record<string, string>> = { proposal: "Förslag: ", basis: "Underlag: ", transfer: "" };

export function ownBody(tables: Tables, { width, focus }: DrawContext): ChartBody {
  const own = tableOf(tables, "own");
  const of = (kind: string, key: "municipality" | "party", id: string | undefined) =>
    own.rows.filter((row) => row.kind === kind && (id === undefined ? typeof row[key] !== "string" : row[key] === id));
  const panels = [
    ...groupPanels(tables, "by_municipality", "municipality", (id) => of("proposal", "municipality", id), focus),
    ...(focus === undefined ? allPanel("Alla kommuner", of("proposal", "municipality", undefined)) : []),
    ...groupPanels(tables, "by_party", "party", (id) => of("basis", "party", id), undefined),
    ...allPanel("Alla parter", of("basis", "party", undefined)),
    ...allPanel(
      "Andra kommuner och grupper",
      own.rows.filter(({ kind }) => kind === "transfer"),
    ),
  ];
  const left = panels.length - MOST_PANELS;
  return {
    scene: layoutList(
      panels.length === 0 ? [{ heading: "Inga förslag", entries: [] }] : panels.slice(0, MOST_PANELS),
      width,
    ),
    notes: left > 0 ? [`Visar de första ${MOST_PANELS}. De andra ${formatNumber(left)} finns i tabellerna.`] : [],
  };
}

/** Municipalities all, while they have answers; of the parties those that the investigator has written for. */
function groupPanels(
  tables: Tables,
  id: "by_municipality" | "by_party",
  key: "municipality" | "party",
  proposalsOf: (group: string) => readonly TableRow[],
  focus: string | undefined,
): readonly ListPanel[] {
  if (key === "party" && !tableOf(tables, "own").rows.some(({ kind }) => kind === "basis")) return [];
  const table = tableOf(tables, id);
  const chosen = focus === undefined ? table.rows : table.rows.filter((row) => row[key] === focus);
  return chosen.flatMap((row): ListPanel[] => {
    const written = proposalsOf(textIn(row[key]));
    if (written.length === 0 && (key === "party" || countIn(row.answered) === 0)) return [];
    const figures = [
      knownWords(row) === "visas inte" ? "antalet kända personer visas inte" : `${knownWords(row)} kända personer`,
      `minst täckt behov: ${needWords(table, row)}`,
      `vill helst ha: ${wantedWords(table, row)}`,
      `längst väntan: ${waitWords(table, row)}`,
      `${answeredWords(row)} har svarat`,
    ].filter((words) => !words.startsWith("–") && !words.endsWith("–"));
    const heading = labelIn(table, key, row[key]);
    return [
      {
        heading,
        entries: [
          {
            key: `${textIn(row[key])}/figures`,
            sample: swatch(COLOURS.hatch),
            text: `Siffrorna: ${figures.join("; ")}.`,
          },
          ...written.map(entryOf),
        ],
      },
    ];
  });
}

const allPanel = (heading: string, rows: readonly TableRow[]): readonly ListPanel[] =>
  rows.length === 0 ? [] : [{ heading, entries: rows.map(entryOf) }];

/** "What. Who, by when." */
function entryOf(row: TableRow): ListEntry {
  const [who, by] = [textIn(row.who), textIn(row.by)];
  const when = by === "" ? "" : `senast ${dateWords(by)}`;
  const how = sentenceCase([inSentence(who), when].filter((words) => words !== "").join(", "));
  return {
    key: textIn(row.id),
    sample: swatch(row.kind === "transfer" ? COLOURS.blue : COLOURS.deep),
    text: `${WORDS[textIn(row.kind)] ?? ""}${textIn(row.what).replace(/\.$/, "")}.${how === "" ? "" : ` ${how}.`}`,
  };
}
