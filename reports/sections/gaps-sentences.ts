/** What the tables of gaps say, in words. */
import { topRows } from "../charts/ranking.ts";
import { countIn, distinct, hidesAny, labelIn, tableOf, textIn } from "../charts/read-table.ts";
import type { Table, TableRow, Tables } from "../section.ts";
import {
  counted,
  formatFixed,
  formatList,
  formatNumber,
  formatShortList,
  inSentence,
  percentInWords,
} from "../text/format.ts";
import { farthestApart } from "./farthest-apart.ts";

const ANSWERS = ["svar", "svar"] as const;

const named = (tables: Tables, table: string, key: string, rows: readonly TableRow[]): string =>
  formatShortList(
    rows.map((row) => inSentence(labelIn(tableOf(tables, table), key, row[key]))),
    3,
  );

export function missed(tables: Tables): string {
  const { rows } = tableOf(tables, "missing");
  const answered = countIn(rows[0]?.parties_answered);
  if (answered === 0) return "Ingen part har svarat på vad som saknas";
  const top = topRows(rows, (row) => countIn(row.parties_missing));
  const [first] = top;
  if (first === undefined) return "Ingen insats nämns som saknad";
  const n = `${formatNumber(countIn(first.parties_missing))} av ${formatNumber(answered)} svar`;
  return `Oftast saknas ${named(tables, "missing", "intervention", top)} enligt parterna (${n}${top.length > 1 ? " vardera" : ""})`;
}

export function wished(tables: Tables): string {
  const { rows } = tableOf(tables, "wanted");
  const top = topRows(rows, (row) => countIn(row.score));
  const [first] = top;
  if (first === undefined) return "Ingen part har angett vad den helst vill ha";
  const answers = counted(countIn(first.answers), ANSWERS, true);
  const points = `${formatNumber(countIn(first.score))} poäng i ${answers}`;
  return `Helst vill parterna ha ${named(tables, "wanted", "intervention", top)} (${points}${top.length > 1 ? " vardera" : ""})`;
}

export function agreed(tables: Tables): readonly string[] {
  const [row] = tableOf(tables, "agreement").rows;
  const raters = countIn(row?.raters);
  if (raters === 0) return [];
  if (typeof row?.w !== "number")
    return [
      `Hur eniga parterna är går inte att säga: ${counted(raters, ["part har", "parter har"])} angett en ordning`,
    ];
  const w = `Kendalls W ${formatFixed(row.w, 2)}, ${counted(raters, ANSWERS, true)}`;
  const degree = row.w >= 0.7 ? "är i stort sett eniga" : row.w >= 0.3 ? "är delvis eniga" : "är inte eniga";
  return [`De som angett en ordning ${degree} om den (${w})`];
}

/** Of the one municipality that the tables are about, or of all. */
function coverageTable(tables: Tables): Table {
  const byPlace = tableOf(tables, "coverage");
  return distinct(byPlace, "municipality").length <= 1 ? byPlace : tableOf(tables, "coverage_by_domain");
}

/** The domain with the smallest covered share among those where somebody sees a need. */
export function uncovered(tables: Tables): string {
  const table = coverageTable(tables);
  const known = table.rows.filter((row) => typeof row.coverage === "number");
  const least = topRows(known, (row) => 1 - countIn(row.coverage));
  const [first] = least;
  if (known.length === 0) return "Ingen part har svarat på hur väl behoven är täckta";
  if (first === undefined) return "Alla behov som parterna ser är täckta enligt svaren";
  const domains = named(tables, "coverage", "domain", least);
  if (least.length === known.length && known.length > 1)
    return `Behoven är lika lite täckta inom alla områden (${percentInWords(countIn(first.coverage))})`;
  const base = countIn(first.met) + countIn(first.partly) + countIn(first.unmet);
  const share =
    least.length > 1
      ? `${percentInWords(countIn(first.coverage))} av svaren säger att behovet är täckt`
      : `${formatNumber(countIn(first.met))} av ${formatNumber(base)} svar säger att behovet är täckt`;
  return `Minst täckt är behovet inom ${domains}: ${share}`;
}

/** The quadrants, worst first: how many places an intervention stands in them, or which stand there where it is one place. */
export function placedIn(tables: Tables): string {
  const table = tableOf(tables, "quadrants");
  const known = table.rows.filter(({ quadrant }) => quadrant !== "unknown");
  if (known.length === 0)
    return "Ingen part har svarat på vilket stöd som finns, så det går inte att säga vad som saknas";
  const places = new Set(known.map(({ municipality }) => municipality)).size;
  const of = (code: string) => known.filter(({ quadrant }) => quadrant === code);
  const [without, far, poor] = [of("need_without"), of("not_reaching"), of("not_helping")];
  if (without.length + far.length + poor.length === 0)
    return "Ingen insats saknas, når för få eller bedöms hjälpa dåligt";
  if (places > 1)
    return `Av ${formatNumber(known.length)} insatser, räknade kommun för kommun, saknas ${formatNumber(without.length)} trots behov, ${formatNumber(far.length)} finns men når inte och ${formatNumber(poor.length)} finns men hjälper inte`;
  const parts = [
    ...(without.length > 0 ? [`${counted(without.length, INTERVENTIONS)} saknas trots behov`] : []),
    ...(far.length > 0 ? [`${counted(far.length, INTERVENTIONS)} finns men når inte`] : []),
    ...(poor.length > 0 ? [`${counted(poor.length, INTERVENTIONS)} finns men hjälper inte`] : []),
  ];
  return `I ${labelIn(table, "municipality", known[0]?.municipality)} gäller att ${formatList(parts)}`;
}

const INTERVENTIONS = ["insats", "insatser"] as const;

/** Which interventions are needed and not there, where it is one place. */
export function needed(tables: Tables): readonly string[] {
  const table = tableOf(tables, "quadrants");
  if (distinct(table, "municipality").length !== 1) return [];
  const rows = table.rows.filter(({ quadrant }) => quadrant === "need_without");
  return rows.length === 0 ? [] : [`Behov utan insats: ${named(tables, "quadrants", "intervention", rows)}`];
}

/** The intervention on which the groups' views of what is missing differ most. */
export function seenDifferently(tables: Tables): readonly string[] {
  const table = tableOf(tables, "missing_by_group");
  const shown = table.rows.filter((row) => !hidesAny(row, ["n", "answers"]));
  const some = shown.length < table.rows.length ? ", av det som visas," : "";
  const asked = shown.filter((row) => countIn(row.answers) > 0);
  const apart = farthestApart(asked, "intervention", (row) => ({ part: countIn(row.n), n: countIn(row.answers) }));
  if (apart === undefined) return [];
  const told = ({ group, n, answers }: TableRow) =>
    `${formatNumber(countIn(n))} av ${formatNumber(countIn(answers))} svar från ${FROM[textIn(group)] ?? ""}`;
  return [
    `Mest olika${some} ser man på ${inSentence(labelIn(table, "intervention", apart.high.intervention))}: det saknas enligt ${told(apart.high)}, men enligt ${told(apart.low)}`,
  ];
}

const FROM: Readonly<Record<string, string>> = { party: "parterna", staff: "personalen", voice: "de unga" };

/** How often parties deny what others say, by what it is about. */
export function denied(tables: Tables): string {
  const { rows, columns } = tableOf(tables, "denials");
  const kinds = columns.map(({ key }) => key).filter((key) => key !== "municipality");
  const of = (kind: string) => rows.reduce((sum, row) => sum + countIn(row[kind]), 0);
  const counts = kinds.map((kind) => ({ kind, n: of(kind) })).filter(({ n }) => n > 0);
  const n = counts.reduce((sum, one) => sum + one.n, 0);
  const [most] = counts.sort((a, b) => b.n - a.n);
  if (most === undefined) return "Inga parter säger emot varandra i det som går att jämföra";
  const places = rows.filter((row) => kinds.some((kind) => countIn(row[kind]) > 0)).length;
  const where = places > 1 ? ` i ${counted(places, ["kommun", "kommuner"])}` : "";
  const what = `${counts.length > 1 ? ", oftast om" : " om"} ${ABOUT[most.kind] ?? ""}`;
  return `Parter säger emot varandra ${n === 1 ? "en gång" : `${formatNumber(n)} gånger`}${where}${what}`;
}

const ABOUT: Readonly<Record<string, string>> = {
  support: "stöd som finns men sägs saknas",
  cooperation: "samverkan",
  agreement: "överenskommelser",
  overlap: "gemensamma personer",
  handover: "vem som tar vid",
};
