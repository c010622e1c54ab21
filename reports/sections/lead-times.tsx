import { defineChart } from "../charts/define-chart.tsx";
import { daysBetween, kindsBody, normsBody, stepsBody } from "../charts/lead-times-chart.ts";
import { topRows } from "../charts/ranking.ts";
import { countIn, labelIn, tableOf, textIn } from "../charts/read-table.ts";
import type { Section, Table, TableRow, Tables } from "../section.ts";
import { counted, formatNumber, formatShortList, inSentence, shareOfAnswers } from "../text/format.ts";
import { leadTimeTables } from "./lead-times-tables.ts";
import { hasPartyAnswers } from "./places.ts";

const SOURCE = "Källa: parternas uppgifter om den vanliga tiden, inte uppmätta väntetider för personer.";

const steps = defineChart({
  section: "lead-times",
  id: "steps",
  title: (tables) => longest(tables),
  subtitle: (tables) => tableOf(tables, "by_step").title,
  description: (tables) => [longest(tables), ...every(tables)].map((text) => `${text}.`).join(" "),
  body: stepsBody,
  source: SOURCE,
});

const norms = defineChart({
  section: "lead-times",
  id: "norms",
  title: (tables) => againstNorm(tables)[0] ?? "Ingen norm att jämföra med",
  subtitle: (tables) => `Andel av svaren inom och över normen: ${inSentence(tableOf(tables, "by_step").title)}`,
  description: (tables) =>
    againstNorm(tables)
      .map((text) => `${text}.`)
      .join(" "),
  body: normsBody,
  source: SOURCE,
});

const kinds = defineChart({
  section: "lead-times",
  id: "kinds",
  title: (tables) => apart(tables),
  subtitle: (tables) => `${tableOf(tables, "by_step").title}, efter slag av part`,
  description: (tables) => `${apart(tables)}.`,
  body: kindsBody,
  source: SOURCE,
});

export const leadTimes: Section = {
  id: "lead-times",
  question: "Hur lång tid tar det?",
  reads: ["lt_typical", "lt_low", "lt_high"],
  method:
    "Svaren är intervall. Fördelning och median är Turnbulls skattning för intervallcensurerade tider; medianen är därför ett intervall. " +
    "Kortast och längst går före den vanliga tiden när båda är angivna. ”Vet ej” och ”inte aktuellt” ingår inte. Normen är den som gäller " +
    "sista dagen i perioden, partens egen före den allmänna.",

  compute(data) {
    if (!hasPartyAnswers(data)) return { status: "no-answers" };
    return { status: "ok", tables: { ...leadTimeTables(data) } };
  },

  sentences: (tables) => [longest(tables), ...againstNorm(tables), ...every(tables)].map((text) => `${text}.`),

  charts: [steps, norms, kinds],
};

const overall = (tables: Tables): readonly TableRow[] =>
  tableOf(tables, "by_step").rows.filter((row) => row.party_kind === "all");

/** "31–60 dagar" */
function median(row: TableRow): string {
  const days = daysBetween(countIn(row.median_low), row.median_high);
  return days === "0" ? "samma dag" : `${days} ${days === "1" ? "dag" : "dagar"}`;
}

function longest(tables: Tables): string {
  const table = tableOf(tables, "by_step");
  const known = overall(tables).filter((row) => countIn(row.n) > 0);
  if (known.length === 0) return "Ingen part har angett hur lång tid något steg tar";
  const top = topRows(known, (row) => countIn(row.median_low), -1);
  const [first] = top;
  if (first === undefined) return "";
  const name = formatShortList(
    top.map((row) => stepName(table, row)),
    3,
  );
  if (top.length > 1 && top.length === known.length)
    return `De steg som har svar tar ungefär lika lång tid: medianen är ${median(first)}`;
  const n = top.length === 1 ? `, ${counted(countIn(first.n), ["svar", "svar"], true)}` : "";
  return `Längst tid tar ${name}: medianen är ${median(first)}${n}`;
}

const stepName = (table: Table, row: TableRow): string => inSentence(labelIn(table, "step", row.step));

/** The steps in their order, each with its median. */
function every(tables: Tables): readonly string[] {
  const table = tableOf(tables, "by_step");
  const known = overall(tables).filter((row) => countIn(row.n) > 0);
  const silent = overall(tables).filter((row) => countIn(row.n) === 0);
  const list = known.map((row) => `${stepName(table, row)} ${median(row)}`).join(", ");
  return [
    ...(known.length > 1 ? [`Medianen för varje steg: ${list}`] : []),
    ...(silent.length > 0 && known.length > 0
      ? [
          `Inget svar med tid finns för ${formatShortList(
            silent.map((row) => stepName(table, row)),
            8,
          )}`,
        ]
      : []),
  ];
}

const hasNorm = (row: TableRow): boolean => typeof row.norm_days === "number" && countIn(row.n) > 0;

/** The steps with a general norm, those most often certainly over it first; else all norms of a kind of party at once. */
function againstNorm(tables: Tables): readonly string[] {
  const table = tableOf(tables, "by_step");
  const rows = overall(tables).filter(hasNorm);
  if (rows.length === 0) return againstOwnNorms(table.rows.filter(hasNorm));
  return [...rows]
    .sort((a, b) => countIn(b.over_norm) - countIn(a.over_norm))
    .map((row) => {
      const norm = `normen ${formatNumber(countIn(row.norm_days))} dagar`;
      const share = (key: string) => shareOfAnswers(countIn(row[key]), countIn(row.n));
      const unsure = countIn(row.possibly_within) > 0 ? `; för ${share("possibly_within")} går det inte att säga` : "";
      const [within, over] = [share("within_norm"), share("over_norm").replace(/ (av \d+ svar|av svaren)$/, "")];
      return `För steget ${stepName(table, row)} är ${within} säkert inom ${norm} och ${over} säkert över${unsure}`;
    });
}

/** Each row is a step of one kind of party with a norm of its own: answers are counted, since the norms differ. */
function againstOwnNorms(rows: readonly TableRow[]): readonly string[] {
  const answers = (key: string) => rows.reduce((sum, row) => sum + Math.round(countIn(row[key]) * countIn(row.n)), 0);
  const n = rows.reduce((sum, row) => sum + countIn(row.n), 0);
  if (n === 0) return [];
  const [within, unsure, over] = [answers("within_norm"), answers("possibly_within"), answers("over_norm")];
  const rest = unsure > 0 ? `, och för ${formatNumber(unsure)} går det inte att säga` : "";
  return [
    `Av ${counted(n, ["tid", "tider"], true)} med en norm för parten är ${formatNumber(within)} säkert inom den och ` +
      `${formatNumber(over)} säkert över${rest}`,
  ];
}

/** The step where the kinds of party are farthest apart: their medians do not overlap. */
function apart(tables: Tables): string {
  const table = tableOf(tables, "by_step");
  let widest: { fast: TableRow; slow: TableRow; gap: number } | undefined;
  const byStep = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    if (row.party_kind === "all" || countIn(row.n) === 0) continue;
    byStep.set(textIn(row.step), [...(byStep.get(textIn(row.step)) ?? []), row]);
  }
  for (const rows of byStep.values()) {
    for (const slow of rows) {
      for (const fast of rows) {
        const gap = fast.median_high === "∞" ? -1 : countIn(slow.median_low) - countIn(fast.median_high);
        if (gap > 0 && gap > (widest?.gap ?? 0)) widest = { fast, slow, gap };
      }
    }
  }
  if (widest === undefined) return "Inga slag av parter skiljer sig säkert åt i tid";
  const { fast, slow } = widest;
  const said = (row: TableRow) =>
    `${median(row)} hos ${labelIn(table, "party_kind", row.party_kind)} (${counted(countIn(row.n), ["svar", "svar"], true)})`;
  return `Mest skiljer steget ${stepName(table, slow)}: ${said(slow)}, ${said(fast)}`;
}
