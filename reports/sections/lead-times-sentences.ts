/** What the tables of lead times say, in words. */
import { daysBetween } from "../charts/lead-times-chart.ts";
import { topRows } from "../charts/ranking.ts";
import { countIn, hidesAny, hidesTimes, labelIn, NOT_SHOWN, tableOf, textIn } from "../charts/read-table.ts";
import type { Table, TableRow, Tables } from "../section.ts";
import { counted, formatNumber, formatShortList, inSentence, shareOfAnswers } from "../text/format.ts";
import { NOT_A_PERSON } from "./lead-times-chain.ts";

const allOf = (tables: Tables, group: string): readonly TableRow[] =>
  tableOf(tables, "by_step").rows.filter((row) => row.group === group && row.party_kind === "all");

/** All parties together. */
const overall = (tables: Tables): readonly TableRow[] => allOf(tables, "party");

/** "31–60 dagar" */
const median = (row: TableRow): string => daysWord(daysBetween(countIn(row.median_low), row.median_high));

const daysWord = (days: string): string => (days === "0" ? "samma dag" : `${days} ${days === "1" ? "dag" : "dagar"}`);

export function longest(tables: Tables): string {
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
export function every(tables: Tables): readonly string[] {
  const table = tableOf(tables, "by_step");
  const known = overall(tables).filter((row) => countIn(row.n) > 0);
  const list = known.map((row) => `${stepName(table, row)} ${median(row)}`).join(", ");
  return known.length > 1 ? [`Medianen för varje steg: ${list}`] : [];
}

/** Steps that no party has given a time for, where there are others. */
export function silent(tables: Tables): readonly string[] {
  const table = tableOf(tables, "by_step");
  const rows = overall(tables);
  const without = rows.filter((row) => countIn(row.n) === 0);
  if (without.length === 0 || without.length === rows.length) return [];
  const names = without.map((row) => stepName(table, row));
  return [`Inget svar med tid finns för ${formatShortList(names, 8)}`];
}

const hasNorm = (row: TableRow): boolean => typeof row.norm_days === "number" && countIn(row.n) > 0;

/** The steps with a general norm, those most often certainly over it first; else all norms of a kind of party at once. */
export function againstNorm(tables: Tables): readonly string[] {
  const table = tableOf(tables, "by_step");
  const rows = overall(tables).filter(hasNorm);
  if (rows.length === 0) return againstOwnNorms(table.rows.filter((row) => row.group === "party" && hasNorm(row)));
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
export function apart(tables: Tables): string {
  const table = tableOf(tables, "by_step");
  let widest: { fast: TableRow; slow: TableRow; gap: number } | undefined;
  const byStep = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    if (row.group !== "party" || row.party_kind === "all" || countIn(row.n) === 0) continue;
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

/** The gap between two medians that do not overlap; 0 where they do. */
const gapOf = (slow: TableRow, fast: TableRow): number =>
  fast.median_high === "∞" || typeof slow.median_low !== "number"
    ? 0
    : Math.max(0, slow.median_low - countIn(fast.median_high));

/** The step where parties and staff are farthest apart, and how long the young themselves waited. */
export function byGroup(tables: Tables): readonly string[] {
  const table = tableOf(tables, "by_step");
  const [party, staff, voice] = ["party", "staff", "voice"].map((group) =>
    allOf(tables, group).filter((row) => !hidesTimes(row) && countIn(row.n) > 0),
  );
  const hides = (group: string) => allOf(tables, group).some(hidesTimes);
  let widest: { slow: TableRow; fast: TableRow; gap: number } | undefined;
  for (const a of party ?? [])
    for (const b of staff ?? []) {
      if (a.step !== b.step) continue;
      for (const [slow, fast] of [
        [a, b],
        [b, a],
      ] as const) {
        const gap = gapOf(slow, fast);
        if (gap > (widest?.gap ?? 0)) widest = { slow, fast, gap };
      }
    }
  const name = (row: TableRow) => inSentence(labelIn(table, "group", row.group));
  const compared =
    widest === undefined
      ? (party ?? []).length > 0 && (staff ?? []).length > 0
        ? [
            `Parternas och personalens tider skiljer sig inte säkert åt i något steg${hides("staff") ? " som visas" : ""}`,
          ]
        : hides("staff")
          ? [`Personalens tider ${NOT_SHOWN}`]
          : []
      : [
          `Mest skiljer sig${hides("staff") ? ", av det som visas," : ""} ${name(widest.slow)} och ${name(widest.fast)} om ${stepName(table, widest.slow)}: medianen är ${median(widest.slow)} mot ${median(widest.fast)}`,
        ];
  return [
    ...compared,
    ...waited(voice ?? []),
    ...((voice ?? []).length === 0 && hides("voice")
      ? [`Hur länge de unga och vårdnadshavarna väntade ${NOT_SHOWN}`]
      : []),
  ];
}

function waited(rows: readonly TableRow[]): readonly string[] {
  const said = (step: string, words: string) => {
    const row = rows.find((one) => one.step === step);
    return row === undefined ? [] : [`${median(row)} på ${words} (${counted(countIn(row.n), ["svar", "svar"], true)})`];
  };
  const parts = [...said("first_contact", "det första mötet"), ...said("intervention_start", "att hjälpen började")];
  return parts.length === 0 ? [] : [`De unga och vårdnadshavarna väntade i median ${parts.join(" och ")}`];
}

/** The bounds of the sum of the parties' medians, and at once what they are not. */
export function laidOut(tables: Tables): readonly string[] {
  const rows = tableOf(tables, "chain").rows.filter((row) => row.group === "party");
  const last = rows.at(-1);
  const steps = countIn(last?.steps);
  if (last === undefined || steps < 2) return [];
  const of =
    steps === rows.length
      ? `alla ${formatNumber(steps)} steg`
      : `${formatNumber(steps)} av ${formatNumber(rows.length)} steg`;
  const days = daysWord(daysBetween(countIn(last.sum_low), last.sum_high));
  return [`Lägger man stegens medianer efter varandra blir det ${days} (${of})`, NOT_A_PERSON.replace(/\.$/, "")];
}

/** The step whose wait fewest of the staff find reasonable. */
export function reasonable(tables: Tables): readonly string[] {
  const table = tableOf(tables, "reasonable");
  const shown = table.rows.filter((row) => !hidesAny(row, ["n", "yes", "no", "partly", "dont_know"]));
  const known = shown.filter((row) => countIn(row.n) > 0);
  const some = shown.length < table.rows.length ? ", av det som visas," : "";
  const least = topRows(known, (row) => 1 - countIn(row.yes) / countIn(row.n), -1);
  const [row] = least;
  if (row === undefined || least.length > 3) return [];
  const steps = formatShortList(
    least.map((one) => stepName(table, one)),
    3,
  );
  const share = shareOfAnswers(countIn(row.yes) / countIn(row.n), countIn(row.n));
  return [`Minst rimlig${some} är väntan i ${steps} enligt personalen: ${share} säger att den är rimlig`];
}

/** How many of the parties' times are measured; nothing where no party has said what they build on. */
export function measured(tables: Tables): readonly string[] {
  const { rows } = tableOf(tables, "measured");
  const sum = (source: string) => rows.reduce((all, row) => all + (row.source === source ? countIn(row.n) : 0), 0);
  const [known, perceived, unstated] = [sum("measured"), sum("perceived"), sum("unstated")];
  if (known + perceived === 0) return [];
  return [
    `Av parternas ${counted(known + perceived + unstated, ["tid", "tider"])} är ${formatNumber(known)} uppmätta och ${formatNumber(perceived)} uppfattade`,
  ];
}
