/** What is said about the proposals: the investigator's first, then the parties', then the figures of each place. */
import { dateWords } from "../charts/follow-up-resources-chart.ts";
import { answeredWords, knownWords, needWords, waitWords, wantedWords } from "../charts/proposals-chart.ts";
import { countIn, hidesAny, labelIn, tableOf, textIn } from "../charts/read-table.ts";
import type { TableRow, Tables } from "../section.ts";
import { counted, formatList, formatNumber, formatShortList, inSentence, sentenceCase } from "../text/format.ts";

/** The first sentence of the section. */
export function headline(tables: Tables): string {
  const rows = tableOf(tables, "own").rows;
  const proposals = rows.filter(({ kind }) => kind === "proposal");
  if (proposals.length === 0) return suggested(tables);
  const first = proposals
    .map(({ by }) => textIn(by))
    .filter((by) => by !== "")
    .sort()[0];
  const number = counted(proposals.length, ["förslag", "förslag"], true);
  return first === undefined
    ? `Utredaren lägger fram ${number}`
    : `Utredaren lägger fram ${number}; det första ska vara genomfört ${dateWords(first)}`;
}

/** For how many parties the investigator has written. What is written stands in the drawing. */
export function written(tables: Tables): readonly string[] {
  const bases = tableOf(tables, "own").rows.filter(({ kind }) => kind === "basis");
  const parties = new Set(bases.map(({ party }) => textIn(party)));
  return parties.size === 0
    ? []
    : [`${sentenceCase(counted(parties.size, ["part har", "parter har"]))} ett eget underlag för beslut`];
}

export function suggested(tables: Tables): string {
  const { rows } = tableOf(tables, "proposals");
  if (rows.length === 0) return "Inget förslag har lämnats än; här är siffrorna som ett beslut behöver";
  const owned = rows.filter((row) => typeof row.owner === "string" && row.owner !== "unclear").length;
  const dated = rows.filter((row) => typeof row.due === "string").length;
  if (rows.length === 1) return "Parterna har lämnat ett förslag";
  return `Parterna har lämnat ${formatNumber(rows.length)} förslag; ${formatNumber(owned)} har en ansvarig och ${formatNumber(dated)} ett datum`;
}

/** Whom most proposals name, and the first date. */
export function owners(tables: Tables): readonly string[] {
  const table = tableOf(tables, "proposals");
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const owner = textIn(row.owner);
    if (owner !== "" && owner !== "unclear") counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const name = (owner: string) =>
    owner === "joint" ? "parterna gemensamt" : inSentence(labelIn(table, "owner", owner));
  const top = [...counts].filter(([, n]) => n === most).map(([owner]) => name(owner));
  const first = table.rows.find((row) => typeof row.due === "string");
  return [
    ...(most > 1 && top.length <= 2
      ? [
          `Oftast läggs ansvaret på ${formatList(top)} (${formatNumber(most)} förslag${top.length > 1 ? " vardera" : ""})`,
        ]
      : []),
    ...(first === undefined ? [] : [`Först ska ett förslag vara genomfört ${dateWords(textIn(first.due))}`]),
  ];
}

const isKnown = (row: TableRow): boolean =>
  typeof row.known_low === "number" && !hidesAny(row, ["known_low", "known_high"]);

/** How many different persons each municipality has to decide about, while they are few. */
export function persons(tables: Tables): readonly string[] {
  const table = tableOf(tables, "by_municipality");
  const known = table.rows.filter(isKnown);
  if (known.length === 0 || known.length > 4) return figures(tables).slice(0, known.length === 0 ? 0 : 1);
  const said = known.map(
    (row, i) =>
      `${knownWords(row)}${i === 0 ? " kända personer" : ""} i ${labelIn(table, "municipality", row.municipality)}`,
  );
  return [`Besluten gäller ${formatList(said)}`];
}

/** Municipalities one by one while they are few; otherwise how many have what a decision needs. */
export function figures(tables: Tables): readonly string[] {
  const table = tableOf(tables, "by_municipality");
  const answered = table.rows.filter((row) => countIn(row.answered) > 0);
  if (answered.length === 0) return [];
  if (answered.length > 4) {
    const counted = answered.filter(isKnown).length;
    const [n, all] = [formatNumber(answered.length), formatNumber(table.rows.length)];
    return [
      `${sentenceCase(n)} av ${all} kommuner har svar från minst en part; i ${formatNumber(counted)} av dem går det att säga hur många olika personer det gäller`,
    ];
  }
  return answered.map((row) => municipalityFigures(tables, row));
}

function municipalityFigures(tables: Tables, row: TableRow): string {
  const table = tableOf(tables, "by_municipality");
  const parts = [
    ...(isKnown(row) ? [`${knownWords(row)} kända personer`] : []),
    ...(typeof row.need_covered === "number" ? [`minst täckt behov ${needWords(table, row)}`] : []),
    ...(typeof row.wanted === "string" ? [`helst ${wantedWords(table, row)}`] : []),
    ...(typeof row.wait_low === "number" ? [`längst väntan ${waitWords(table, row)}`] : []),
  ];
  const told = parts.length === 0 ? "inga uppgifter som ett beslut kan vila på" : parts.join("; ");
  return `${labelIn(table, "municipality", row.municipality)}: ${told} (${answeredWords(row)} parter har svarat)`;
}

const COMMON = {
  need: {
    table: "by_municipality",
    none: "Ingen kommun har svar på hur behoven är täckta",
    of: ["kommun", "kommuner"],
  },
  wanted: { table: "by_party", none: "Ingen part har sagt vad den helst vill ha", of: ["part", "parter"] },
} as const;

/** The need that is least covered, or the support that is wanted most, in most municipalities or parties. */
export function commonest(tables: Tables, key: keyof typeof COMMON): string {
  const { table: id, none, of } = COMMON[key];
  const table = tableOf(tables, id);
  const rows = table.rows.filter((row) => typeof row[key] === "string");
  const [only] = table.rows;
  if (key === "need" && table.rows.length === 1 && only !== undefined && rows.length === 1)
    return `Minst täckt är behovet inom ${needWords(table, only)}`;
  const counts = new Map<string, number>();
  for (const row of rows) for (const code of textIn(row[key]).split("|")) counts.set(code, (counts.get(code) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  if (most === 0) return none;
  const top = [...counts].filter(([, n]) => n === most).map(([code]) => inSentence(labelIn(table, key, code)));
  const n = `${formatNumber(most)} av ${formatNumber(rows.length)} ${rows.length === 1 ? of[0] : of[1]}`;
  const names = sentenceCase(formatShortList(top, 3));
  const each = top.length > 1 ? " vardera" : "";
  return key === "need"
    ? `${names} är det minst täckta behovet i ${n}${each}`
    : `${names} är vad ${n}${each} helst vill ha`;
}
