import { availabilityBody } from "../charts/availability-chart.ts";
import { defineChart } from "../charts/define-chart.tsx";
import { effectBody } from "../charts/effect-chart.ts";
import { topRows } from "../charts/ranking.ts";
import { countIn, labelIn, tableOf, textIn } from "../charts/read-table.ts";
import type { Section, TableRow, Tables } from "../section.ts";
import { counted, formatNumber, formatShortList, inSentence } from "../text/format.ts";
import { availabilityTable, effectTable, limitsTable, supplyTable } from "./interventions-tables.ts";
import { hasPartyAnswers } from "./places.ts";

const availability = defineChart({
  section: "interventions",
  id: "availability",
  title: (tables) => supplied(tables),
  subtitle: (tables) => tableOf(tables, "availability").title,
  description: (tables) => [supplied(tables), ...lacking(tables)].map((text) => `${text}.`).join(" "),
  body: availabilityBody,
  source: "Källa: parternas svar.",
});

const effect = defineChart({
  section: "interventions",
  id: "effect",
  title: (tables) => valued(tables),
  subtitle: (tables) => tableOf(tables, "effect").title,
  description: (tables) => [valued(tables), ...undecided(tables)].map((text) => `${text}.`).join(" "),
  body: effectBody,
  source: "Källa: de svarandes bedömning. Grupperna slås inte ihop.",
});

export const interventions: Section = {
  id: "interventions",
  question: "Vilket stöd finns, och hjälper det?",
  reads: ["iv_avail", "iv_capacity", "iv_reached", "iv_effect", "iv_limits", "st_effect", "v_effect"],
  method:
    "Varje part svarar för varje insats och kommun. Effekten är de svarandes bedömning på skalan 1–5: hela fördelningen visas, " +
    "med netto (andelen 4 och 5 minus andelen 1 och 2, i procentenheter) och median av betygen 1–5. ”Vet ej” och ”för tidigt att bedöma” redovisas för sig.",

  compute(data) {
    if (!hasPartyAnswers(data) || data.study.interventions.length === 0) return { status: "no-answers" };
    return {
      status: "ok",
      tables: {
        availability: availabilityTable(data),
        supply: supplyTable(data),
        effect: effectTable(data),
        limits: limitsTable(data),
      },
    };
  },

  sentences: (tables) =>
    [supplied(tables), ...lacking(tables), valued(tables), ...undecided(tables), ...limited(tables)].map(
      (text) => `${text}.`,
    ),

  charts: [availability, effect],
};

const ANSWERS = ["svar", "svar"] as const;

/** Answers that say anything about an intervention at all. */
const told = (row: TableRow): number => countIn(row.available) + countIn(row.partly) + countIn(row.missing);

function names(tables: Tables, table: string, rows: readonly TableRow[]): string {
  return formatShortList(
    rows.map((row) => inSentence(labelIn(tableOf(tables, table), "intervention", row.intervention))),
    3,
  );
}

function supplied(tables: Tables): string {
  const { rows } = tableOf(tables, "supply");
  const top = topRows(rows, (row) => countIn(row.available));
  const [first] = top;
  if (first === undefined) {
    return rows.some((row) => told(row) > 0)
      ? "Inget stöd finns fullt ut enligt svaren"
      : "Ingen part har svarat på vilket stöd som finns";
  }
  const n = countIn(first.available);
  const base = top.length === 1 ? ` av ${formatNumber(told(first))}` : "";
  return `Vanligast är ${names(tables, "supply", top)}, som finns enligt ${formatNumber(n)}${base} svar${top.length > 1 ? " vardera" : ""}`;
}

function lacking(tables: Tables): readonly string[] {
  const { rows } = tableOf(tables, "supply");
  const nowhere = rows.filter((row) => told(row) > 0 && countIn(row.missing) === told(row));
  if (nowhere.length > 0) return [`Enligt alla som svarat saknas ${names(tables, "supply", nowhere)} helt`];
  const top = topRows(rows, (row) => countIn(row.missing));
  const [first] = top;
  if (first === undefined || top.length > 3) return [];
  return [
    `Oftast saknas ${names(tables, "supply", top)}, enligt ${counted(countIn(first.missing), ANSWERS, true)}${top.length > 1 ? " vardera" : ""}`,
  ];
}

/** With fewer ratings than this nothing is singled out. */
const ENOUGH = 3;

function valued(tables: Tables): string {
  const table = tableOf(tables, "effect");
  const rated = table.rows.filter((row) => row.group === "party" && countIn(row.n) > 0);
  if (rated.length === 0) return "Ingen part har bedömt hur väl stödet hjälper";
  const enough = rated.filter((row) => countIn(row.n) >= ENOUGH);
  if (enough.length === 0)
    return `Effekten går inte att jämföra: varje insats har bedömts i färre än ${counted(ENOUGH, ANSWERS, true)}`;
  const top = topRows(enough, (row) => countIn(row.net), -101);
  const [first] = top;
  if (first === undefined) return "";
  const others = enough.length > top.length;
  const net = `${countIn(first.net) > 0 ? "+" : ""}${formatNumber(countIn(first.net))}`;
  const n = top.length === 1 ? `, ${counted(countIn(first.n), ANSWERS, true)}` : "";
  if (!others && enough.length > 1) return `Alla insatser som kan jämföras bedöms lika (netto ${net})`;
  return others
    ? `Parterna bedömer att ${names(tables, "effect", top)} hjälper bäst (netto ${net}${n})`
    : `Bara ${names(tables, "effect", top)} har bedömts i minst ${counted(ENOUGH, ANSWERS, true)} (netto ${net}${n})`;
}

function undecided(tables: Tables): readonly string[] {
  const rows = tableOf(tables, "effect").rows.filter((row) => row.group === "party");
  const early = rows.reduce((sum, row) => sum + countIn(row.too_early), 0);
  return early === 0
    ? []
    : [`I ${counted(early, ["bedömning", "bedömningar"])} är svaret att det är för tidigt att bedöma`];
}

function limited(tables: Tables): readonly string[] {
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
