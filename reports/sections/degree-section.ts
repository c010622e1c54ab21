/** What barriers and gains have in common: ratings of a fixed list by the parties and the staff. */
import { defineChart } from "../charts/define-chart.tsx";
import { ratingsHeatBody } from "../charts/ratings-heat.ts";
import { topRows } from "../charts/ranking.ts";
import { ratingsBody } from "../charts/ratings-chart.ts";
import { countIn, hidesRatings, labelIn, NOT_SHOWN, tableOf } from "../charts/read-table.ts";
import { farthestApart } from "./farthest-apart.ts";
import type { ChartSpec, TableRow, Tables } from "../section.ts";
import { counted, formatNumber, formatShortList, inSentence } from "../text/format.ts";

export interface DegreeWords {
  readonly section: string;
  readonly table: string;
  readonly nobody: string;
  readonly most: (names: string) => string;
  readonly mostToStaff: (names: string) => string;
  readonly least: (names: string) => string;
  readonly alike: string;
  readonly alikeKinds: string;
  /** One row of the table: "varje hinder". */
  readonly each: string;
  readonly highIsBad: boolean;
}

const LOWEST_NET = -101;
const ANSWERS = ["svar", "svar"] as const;

const ratedBy = (tables: Tables, { table }: DegreeWords, group: string): readonly TableRow[] =>
  tableOf(tables, table).rows.filter((row) => row.group === group && !hidesRatings(row) && countIn(row.n) > 0);

const netWord = (row: TableRow): string => `${countIn(row.net) > 0 ? "+" : ""}${formatNumber(countIn(row.net))}`;

function names(tables: Tables, { table }: DegreeWords, rows: readonly TableRow[]): string {
  const list = rows.map((row) => inSentence(labelIn(tableOf(tables, table), "code", row.code)));
  const [first] = rows;
  const n = rows.length === 1 ? `, ${counted(countIn(first?.n), ANSWERS, true)}` : "";
  return `${formatShortList(list, 3)} (netto ${first === undefined ? "" : netWord(first)}${n})`;
}

/** The highest and the lowest net of the parties, then of the staff. */
export function degreeSentences(tables: Tables, words: DegreeWords): readonly string[] {
  const party = ratedBy(tables, words, "party");
  const staff = ratedBy(tables, words, "staff");
  if (party.length + staff.length === 0 && !tableOf(tables, words.table).rows.some(hidesRatings)) return [words.nobody];
  const top = topRows(party, (row) => countIn(row.net), LOWEST_NET);
  const bottom = topRows(party, (row) => -countIn(row.net), LOWEST_NET);
  const asked = tableOf(tables, words.table).rows.filter((row) => row.group === "staff");
  const hides = asked.some(hidesRatings);
  const staffTop = topRows(staff, (row) => countIn(row.net), LOWEST_NET);
  const apart = top.length < party.length;
  return [
    ...(party.length === 0 ? [] : [apart || party.length === 1 ? words.most(names(tables, words, top)) : words.alike]),
    ...(apart && bottom.length <= 3 ? [words.least(names(tables, words, bottom))] : []),
    ...(staffTop.length > 0
      ? [`${words.mostToStaff(names(tables, words, staffTop))}${hides ? " av det som visas" : ""}`]
      : hides
        ? [`Personalens bedömning ${NOT_SHOWN}`]
        : []),
  ];
}

/** Where the kinds of party differ most, with the answers of both. */
function differ(tables: Tables, words: DegreeWords): string {
  const table = tableOf(tables, "by_kind");
  const high = (row: TableRow) => countIn(row.c4) + countIn(row.c5);
  const found = farthestApart(table.rows, "code", (row) => ({ part: high(row), n: countIn(row.n) }));
  if (found === undefined) return words.alikeKinds;
  const said = (row: TableRow) => `${formatNumber(high(row))} av ${formatNumber(countIn(row.n))}`;
  const kind = (row: TableRow) => labelIn(table, "party_kind", row.party_kind);
  const name = inSentence(labelIn(table, "code", found.high.code));
  return `Mest olika ser de på ${name}: 4 eller 5 i ${said(found.high)} svar från ${kind(found.high)} och ${said(found.low)} från ${kind(found.low)}`;
}

export function degreeCharts(words: DegreeWords): readonly ChartSpec[] {
  const headline = (tables: Tables) => degreeSentences(tables, words)[0] ?? words.nobody;
  const ratings = defineChart({
    section: words.section,
    id: "ratings",
    title: headline,
    subtitle: (tables) => tableOf(tables, words.table).title,
    description: (tables) =>
      degreeSentences(tables, words)
        .map((text) => `${text}.`)
        .join(" "),
    body: (tables, context) => ratingsBody(tables, context, { ...words, name: "code" }),
    source: "Källa: de svarandes bedömning. Grupperna slås inte ihop.",
  });
  const kinds = defineChart({
    section: words.section,
    id: "kinds",
    title: (tables) => differ(tables, words),
    subtitle: (tables) => `${tableOf(tables, "by_kind").title}: andel av svaren som är 4 eller 5`,
    description: (tables) => `${differ(tables, words)}. ${headline(tables)}.`,
    body: (tables, context) =>
      ratingsHeatBody(tables, context, { table: "by_kind", row: "code", column: "party_kind" }),
    source: "Källa: parternas svar.",
  });
  return [ratings, kinds];
}
