/** What the tables of interventions say, in words. */
import { supplyOf } from "../charts/availability-chart.ts";
import { ENOUGH_RATINGS } from "../charts/effect-lane.ts";
import { topRows } from "../charts/ranking.ts";
import {
  countIn,
  distinct,
  hidesAny,
  hidesRatings,
  isHidden,
  labelIn,
  NOT_SHOWN,
  sumIn,
  tableOf,
  textIn,
} from "../charts/read-table.ts";
import type { TableRow, Tables } from "../section.ts";
import { counted, formatNumber, formatShortList, inSentence } from "../text/format.ts";
import { farthestApart } from "./farthest-apart.ts";

const ANSWERS = ["svar", "svar"] as const;

/** Of the one municipality that the tables are about, or of all. */
function supplyRows(tables: Tables): readonly TableRow[] {
  const availability = tableOf(tables, "availability");
  return distinct(availability, "municipality").length <= 1 ? supplyOf(availability) : tableOf(tables, "supply").rows;
}

/** Answers that say anything about an intervention at all. */
const told = (row: TableRow): number => countIn(row.available) + countIn(row.partly) + countIn(row.missing);

function names(tables: Tables, table: string, rows: readonly TableRow[]): string {
  return formatShortList(
    rows.map((row) => inSentence(labelIn(tableOf(tables, table), "intervention", row.intervention))),
    3,
  );
}

export function supplied(tables: Tables): string {
  const rows = supplyRows(tables);
  const top = topRows(rows, (row) => countIn(row.available));
  const [first] = top;
  if (first === undefined) {
    return rows.some((row) => told(row) > 0)
      ? "Inget stöd finns fullt ut enligt svaren"
      : "Ingen part har svarat på vilket stöd som finns";
  }
  const n = countIn(first.available);
  const base = top.length === 1 ? ` av ${formatNumber(told(first))}` : "";
  return `Vanligast är ${names(tables, "availability", top)}, som finns enligt ${formatNumber(n)}${base} svar${top.length > 1 ? " vardera" : ""}`;
}

export function lacking(tables: Tables): readonly string[] {
  const rows = supplyRows(tables);
  const nowhere = rows.filter((row) => told(row) > 0 && countIn(row.missing) === told(row));
  if (nowhere.length > 0) return [`Enligt alla som svarat saknas ${names(tables, "availability", nowhere)} helt`];
  const top = topRows(rows, (row) => countIn(row.missing));
  const [first] = top;
  if (first === undefined || top.length > 3) return [];
  return [
    `Oftast saknas ${names(tables, "availability", top)}, enligt ${counted(countIn(first.missing), ANSWERS, true)}${top.length > 1 ? " vardera" : ""}`,
  ];
}

export function valued(tables: Tables): string {
  const table = tableOf(tables, "effect");
  const rated = table.rows.filter((row) => row.group === "party" && countIn(row.n) > 0);
  if (rated.length === 0) return "Ingen part har bedömt hur väl stödet hjälper";
  const enough = rated.filter((row) => countIn(row.n) >= ENOUGH_RATINGS);
  if (enough.length === 0)
    return `Effekten går inte att jämföra: varje insats har bedömts i färre än ${counted(ENOUGH_RATINGS, ANSWERS, true)}`;
  const top = topRows(enough, (row) => countIn(row.net), -101);
  const [first] = top;
  if (first === undefined) return "";
  const others = enough.length > top.length;
  const net = `${countIn(first.net) > 0 ? "+" : ""}${formatNumber(countIn(first.net))}`;
  const n = top.length === 1 ? `, ${counted(countIn(first.n), ANSWERS, true)}` : "";
  if (!others && enough.length > 1) return `Alla insatser som kan jämföras bedöms lika (netto ${net})`;
  return others
    ? `Parterna bedömer att ${names(tables, "effect", top)} hjälper bäst (netto ${net}${n})`
    : `Bara ${names(tables, "effect", top)} har bedömts i minst ${counted(ENOUGH_RATINGS, ANSWERS, true)} (netto ${net}${n})`;
}

export function undecided(tables: Tables): readonly string[] {
  const rows = tableOf(tables, "effect").rows.filter((row) => row.group === "party");
  const early = rows.reduce((sum, row) => sum + countIn(row.too_early), 0);
  return early === 0
    ? []
    : [`I ${counted(early, ["bedömning", "bedömningar"])} är svaret att det är för tidigt att bedöma`];
}

export function limited(tables: Tables): readonly string[] {
  const table = tableOf(tables, "limits");
  const sums = new Map<string, number>();
  for (const row of table.rows) sums.set(textIn(row.limit), (sums.get(textIn(row.limit)) ?? 0) + countIn(row.mentions));
  const most = Math.max(0, ...sums.values());
  const top = [...sums].filter(([, n]) => n === most);
  if (most === 0 || top.length > 2) return [];
  const words = top.map(([limit]) => `”${labelIn(table, "limit", limit).toLowerCase()}”`);
  return [
    `Det som oftast begränsar tillgången är ${words.join(" och ")} (nämns ${most === 1 ? "en gång" : `${formatNumber(most)} gånger`}${top.length > 1 ? " vardera" : ""})`,
  ];
}

const hidesSome = (rows: readonly TableRow[], key: string): boolean => rows.some((row) => isHidden(row[key]));

/** The intervention that has reached most people, against how many are known. */
export function placed(tables: Tables): string {
  const { rows } = tableOf(tables, "supply_need");
  const sums = [...Map.groupBy(rows, (row) => textIn(row.intervention))].map(([code, of]) => ({
    code,
    // What is not shown is compared with nothing.
    reached: sumIn(of, "reached") ?? 0,
    capacity: sumIn(of, "capacity") ?? 0,
  }));
  const [hides, hidesPlaces] = [hidesSome(rows, "reached"), hidesSome(rows, "capacity")];
  const places = [...Map.groupBy(rows, (row) => textIn(row.municipality)).values()].map(([row]) => row ?? {});
  const persons = sumIn(places, "known_least") ?? 0;
  const [top] = sums.sort((a, b) => b.reached - a.reached || b.capacity - a.capacity);
  if (top === undefined || (top.reached === 0 && top.capacity === 0))
    return hides
      ? `Hur många som fått stöd ${NOT_SHOWN}`
      : "Ingen part har angett hur många platser som finns eller hur många som fått stöd";
  const { code, reached, capacity } = top;
  const what = labelIn(tableOf(tables, "supply_need"), "intervention", code);
  const least = persons === 0 ? "" : `; parterna känner till minst ${formatNumber(persons)} i målgruppen`;
  const shown = hides ? ", av det som visas," : "";
  if (reached === 0) {
    const most = `lest platser${hidesPlaces ? ", av det som visas," : ""} har ${inSentence(what)}, ${formatNumber(capacity)} per år${least}`;
    return hides ? `Hur många som fått stöd ${NOT_SHOWN}; f${most}` : `F${most}`;
  }
  return `Flest${shown} har fått ${inSentence(what)}, ${counted(reached, ["person", "personer"])} på 12 månader${least}`;
}

/** The intervention on which two groups differ most. */
export function differently(tables: Tables): readonly string[] {
  const table = tableOf(tables, "effect");
  const shown = table.rows.filter((row) => !hidesRatings(row));
  const enough = shown.filter((row) => countIn(row.n) >= ENOUGH_RATINGS);
  const apart = farthestApart(enough, "intervention", (row) => ({ part: countIn(row.net), n: 1 }));
  if (apart === undefined) return [];
  const some = shown.length < table.rows.length ? ", av det som visas," : "";
  const told = (row: TableRow) =>
    `${labelIn(table, "group", row.group).toLowerCase()} (netto ${signed(countIn(row.net))}, n = ${formatNumber(countIn(row.n))})`;
  const what = inSentence(labelIn(table, "intervention", apart.high.intervention));
  return [`Mest olika${some} bedöms ${what}: bäst av ${told(apart.high)}, sämst av ${told(apart.low)}`];
}

const signed = (net: number): string => `${Math.round(net) > 0 ? "+" : ""}${formatNumber(net)}`;

export function checked(tables: Tables): string {
  const { rows } = tableOf(tables, "followed_up");
  const sum = (key: string) => rows.reduce((total, row) => total + countIn(row[key]), 0);
  const answers = sum("answers");
  if (answers === 0) return "Ingen part har svarat på om resultatet av stödet följs upp";
  return `Resultatet följs upp systematiskt i ${formatNumber(sum("systematic"))} av ${counted(answers, ANSWERS, true)}`;
}

/** The support that fewest of the staff know where it exists. */
export function familiar(tables: Tables): readonly string[] {
  const table = tableOf(tables, "knowledge");
  const shown = table.rows.filter((row) => !hidesAny(row, ["know", "answers"]));
  const hides = shown.length < table.rows.length;
  const asked = shown.filter((row) => countIn(row.answers) >= ENOUGH_RATINGS);
  const share = (row: TableRow) => countIn(row.know) / countIn(row.answers);
  const least = topRows(asked, (row) => 1 - share(row), -1);
  const [first] = least;
  if (first === undefined) return hides ? [`Vilket stöd personalen känner till ${NOT_SHOWN}`] : [];
  if (share(first) === 1 && hides)
    return ["Personalen känner till allt stöd som finns där de arbetar, av det som visas"];
  if (share(first) === 1) return ["Personalen känner till allt stöd som finns där de arbetar"];
  const n = `${formatNumber(countIn(first.know))} av ${formatNumber(countIn(first.answers))}`;
  return [
    `Minst känt bland personalen${hides ? ", av det som visas," : ""} är ${names(tables, "knowledge", least)}: ${n}${least.length > 1 ? " vardera" : ""} känner det där det finns`,
  ];
}
